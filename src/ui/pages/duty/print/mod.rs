//! Papers of responsibility on A4: one letter or all of a level, the score sheet, a meeting's agenda sheet, the list of documents.
//! Filled in from the duty file; the address holds ids only.
mod agenda;
mod documents;
mod letter;
mod score;

use super::view::View;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Common, Word, fill, t};
use crate::platform::browser;
use crate::ui::kit::{Button, EmptyState, Icon, LinkButton, Look};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;

#[component]
pub fn DutyPrintPage() -> impl IntoView {
    let view = View::new();
    let params = use_params_map();
    let part = move |key: &str| params.read().get(key).unwrap_or_default();
    let sheets = move || -> Vec<AnyView> {
        let id = part("id");
        match part("what").as_str() {
            "letter" => letter::one(view, &id),
            "letters" => letter::all(view, &id),
            "score" => score::sheet_of(view, &id),
            "agenda" => agenda::sheet_of(view, &id),
            "documents" => documents::list(view),
            _ => Vec::new(),
        }
    };
    let back = Signal::derive(move || {
        let tab = match part("what").as_str() {
            "letter" | "letters" => "letters",
            "score" => "score",
            "agenda" => "agenda",
            _ => "documents",
        };
        format!("/duty?tab={tab}")
    });
    let body = move || {
        let sheets = sheets();
        let count = sheets.len();
        if count == 0 {
            return view! { <EmptyState icon=Icon::File title=t(P::NoSuch) /> }.into_any();
        }
        let many = (count > 1).then(|| {
            let words = fill(P::Sheets.text(view.lang()), &[&count.to_string()]);
            view! { <p class="muted no-print" role="status">{words}</p> }
        });
        view! { {many}<div class="sheets">{sheets}</div> }.into_any()
    };
    view! {
        <div class="page narrow">
            <div class="row apart no-print">
                <LinkButton label=t(Common::Back) icon=Icon::Left look=Look::Plain href=back />
                <Button label=t(Common::Print) icon=Icon::Print look=Look::Primary large=true on_press=Callback::new(|()| browser::print()) />
            </div>
            {body}
        </div>
    }
    .into_any()
}
