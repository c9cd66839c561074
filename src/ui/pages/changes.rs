//! The history of a file that is nobody's child: the county's settings, a school, a member of staff. What still stands can be
//! undone.
use crate::app::keeper::Order;
use crate::domain::id::FileId;
use crate::i18n::acts::act_sentence;
use crate::i18n::pages::{County as W, Record};
use crate::i18n::{Common, dates, t};
use crate::platform::clock;
use crate::register::change::{Act, Dot};
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::history::{Entry, history};
use crate::ui::form::{DiffView, register_refs};
use crate::ui::kit::{Button, Card, Icon, Look, Timeline, TimelineItem};
use crate::ui::saving::{Saver, use_saver};
use leptos::prelude::*;
use std::sync::Arc;

/// Changes of one page.
const PAGE: usize = 10;

#[component]
pub fn Changes(file: Signal<Option<Arc<File>>>) -> impl IntoView {
    let saver = use_saver();
    let shown = RwSignal::new(PAGE);
    let entries = Memo::new(move |_| file.get().map(|file| history(&file)).unwrap_or_default());
    let all = Memo::new(move |_| entries.with(Vec::len));
    let page = move || entries.with(|entries| entries.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let item = move |entry: Entry| file.get_untracked().and_then(|file| change(saver, &file, entry));
    view! {
        <Card title=t(W::Changes) name="changes">
            <Timeline><For each=page key=|entry| (entry.position, entry.stands) children=item /></Timeline>
            <Show when=move || all.get().gt(&shown.get())>
                <div class="row"><Button label=t(Common::ShowOlder) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) /></div>
            </Show>
        </Card>
    }
    .into_any()
}

fn change(saver: Saver, file: &File, entry: Entry) -> Option<AnyView> {
    let change = file.changes().get(entry.position)?;
    let (act, by, at) = (change.act.clone(), change.by, change.at);
    let is_undo = act == Act::UNDO;
    let title = Signal::derive(move || act_sentence(&act, &saver.register.name_of(by), saver.language.get()));
    let when = Signal::derive(move || {
        let day = dates::long(at.date(clock::zone()), saver.language.get());
        [day, at.time(clock::zone()).to_string()].join(" ")
    });
    let undo = entry.stands.then(|| undo_button(saver, file, change.dot, is_undo));
    let fields = entry.fields;
    Some(
        view! {
            <TimelineItem icon=if is_undo { Icon::Undo } else { Icon::History } when=when title=title>
                <DiffView changes=Signal::stored(fields) refs=register_refs(saver.register, saver.language) />
                {undo}
            </TimelineItem>
        }
        .into_any(),
    )
}

/// An undo is a change too: undoing it does the thing again.
fn undo_button(saver: Saver, file: &File, dot: Dot, is_undo: bool) -> AnyView {
    let (id, kind): (FileId, _) = (file.id, file.file_kind());
    let press = Callback::new(move |()| {
        let order = kind.map(|kind| Order { file: id, kind, command: Command::Undo { dot } });
        saver.run(order.into_iter().collect(), Record::Undone);
    });
    let (word, icon) = if is_undo { (Common::Redo, Icon::Redo) } else { (Common::Undo, Icon::Undo) };
    view! { <div class="row"><Button label=t(word) look=Look::Plain icon=icon on_press=press /></div> }
        .into_any()
}
