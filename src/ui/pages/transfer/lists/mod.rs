//! Departments' lists in: files chosen, what each sheet is, what taking them in would do, and the taking in.
mod changes;
mod mine;
mod part;
mod state;

use crate::i18n::pages::Transfer as W;
use crate::i18n::{t, use_language};
use crate::ui::intake::OpenLists;
use crate::ui::kit::{Button, Card, Look};
use leptos::prelude::*;
use mine::WhoAmI;
use part::PartView;
use state::Taking;

#[component]
pub fn TakeInLists() -> impl IntoView {
    let language = use_language();
    let taking = Taking::new();
    let has_sheets = move || taking.opening.sheets.with(|sheets| !sheets.is_empty());
    let parts =
        move || taking.parts.get().map(|parts| (0..parts.len()).collect::<Vec<_>>()).unwrap_or_default();
    let summary = move || language.say_with(W::ToTake, &[&taking.total().to_string()]);
    let foot = move || {
        let is_known = taking.parts.get().is_some() && taking.opening.work.get().is_none();
        match (is_known, taking.total()) {
        (false, _) => ().into_any(),
        (true, _) if taking.must_say() => view! { <span class="muted" role="status">{t(W::SayFirst)}</span> }.into_any(),
        (true, 0) => view! { <span class="muted" role="status">{t(W::NothingNew)}</span> }.into_any(),
        (true, _) => view! {
            <span class="muted" role="status">{summary}</span>
            <Button label=t(W::TakeIn) look=Look::Primary large=true busy=taking.saving on_press=Callback::new(move |()| taking.take_in()) name="take-in" />
        }
        .into_any(),
    }
    };
    view! {
        <Card title=t(W::ListTitle)>
            <p class="muted">{t(W::ListText)}</p>
            <OpenLists opening=taking.opening purpose=t(W::ListTitle) />
            <For each=parts key=|at| *at children=move |at| view! { <PartView taking at /> } />
            <WhoAmI taking />
            <Show when=has_sheets>
                <div class="row end">
                    <Button label=t(W::PutAside) look=Look::Plain on_press=Callback::new(move |()| taking.put_aside()) />
                    {foot}
                </div>
            </Show>
        </Card>
    }
    .into_any()
}
