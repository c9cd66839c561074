//! The office's own workbook, to go back to it with every doubtful cell marked.
use super::opening::Opening;
use crate::app::lists::batch::Part;
use crate::app::lists::marks;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{t, use_language};
use crate::platform::files;
use crate::ui::kit::{Button, Icon, Look, use_toasts};
use crate::ui::words::desk_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;
use std::sync::Arc;

#[component]
pub fn MarkedDownloads(opening: Opening, part: Arc<Part>) -> impl IntoView {
    let files = opening.sheets.with_untracked(|sheets| marks::files_to_mark(&part, sheets));
    let alone = files.len() == 1;
    let one = |(file, name): (u32, String)| view! { <Download opening part=part.clone() file name alone /> };
    (!files.is_empty()).then(|| {
        view! {
            <div class="stack tight">
                <p class="muted small">{t(W::MarkedText)}</p>
                <div class="row tight">{files.into_iter().map(one).collect_view()}</div>
            </div>
        }
    })
}

#[component]
fn Download(opening: Opening, part: Arc<Part>, file: u32, name: String, alone: bool) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    // The rows that are written, while it is being written.
    let rows = RwSignal::new(None::<u32>);
    let named = StoredValue::new(name);
    let label = Signal::derive(move || match (rows.get(), alone) {
        (Some(rows), _) if rows > 0 => language.say_with(W::MarkedWriting, &[&rows.to_string()]),
        (_, true) => language.say(W::MarkedDownload).to_owned(),
        (_, false) => named.with_value(|name| language.say_with(W::MarkedDownloadOf, &[name])),
    });
    let part = StoredValue::new(part);
    let press = Callback::new(move |()| {
        let lang = language.now();
        let asked = opening
            .sheets
            .with_untracked(|sheets| part.with_value(|part| marks::question(part, sheets, file, lang)));
        let (Some(desk), name) = (opening.desk(), named.with_value(|name| marks::marked_name(name, lang)))
        else {
            return;
        };
        rows.set(Some(0));
        spawn_local(async move {
            let progress: Rc<dyn Fn(u32)> = Rc::new(move |done| {
                rows.try_set(Some(done));
            });
            match marks::marked(&desk, &asked, progress).await {
                Ok(Some(bytes)) => match files::save(&name, &[bytes]) {
                    true => toasts.say(language.say(W::MarkedSaved)),
                    false => toasts.fail(language.say(W::ExportNoRoom)),
                },
                Ok(None) => toasts.fail(language.say(W::MarkedTooLarge)),
                Err(why) => toasts.fail(desk_error(why, lang)),
            }
            rows.try_set(None);
        });
    });
    let busy = Signal::derive(move || rows.get().is_some());
    view! { <Button label icon=Icon::Import look=Look::Soft busy on_press=press /> }
}
