//! Who did what, when, on which tablet, and what each field showed before; what still stands can be undone, an undo redone.
//! Below it, who saw numbers in full on this tablet.
use super::Open;
use super::conflicts::signed;
use super::edit::saving;
use super::refs::child_refs;
use crate::app::audit::{self, Look};
use crate::i18n::acts::act_sentence;
use crate::i18n::fields::{field_label, table_label};
use crate::i18n::pages::Child as W;
use crate::i18n::pages::ledgers::look_text;
use crate::i18n::{Common, dates, t, t_with};
use crate::platform::clock;
use crate::register::change::Act;
use crate::register::command::Command;
use crate::register::history::{Entry, history};
use crate::ui::form::DiffView;
use crate::ui::kit::{Button, Card, Icon, Timeline, TimelineItem, Tone};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// Changes of one page.
const PAGE: usize = 20;
/// Fields of one change in sight at once.
const FIELDS: usize = 8;

#[component]
pub fn History(child: Open) -> impl IntoView {
    let shown = RwSignal::new(PAGE);
    let entries = Memo::new(move |_| Arc::new(child.file().map(|file| history(&file)).unwrap_or_default()));
    let page = move || entries.with(|entries| entries.iter().take(shown.get()).cloned().collect::<Vec<_>>());
    let all = Memo::new(move |_| entries.with(|entries| entries.len()));
    view! {
        <Timeline>
            <For each=page key=|entry| (entry.position, entry.stands) children=move |entry| change(child, entry) />
        </Timeline>
        <Show when=move || all.get().gt(&shown.get())>
            <Button label=t(Common::ShowOlder) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
        </Show>
        <Looks child />
    }
}

fn change(child: Open, entry: Entry) -> Option<AnyView> {
    let file = child.file_now()?;
    let change = file.changes().get(entry.position)?.clone();
    let is_undo = change.act == Act::UNDO;
    let (dot, stands) = (change.dot, entry.stands);
    let act = change.act.clone();
    let by = change.by;
    let title = Signal::derive(move || act_sentence(&act, &child.register.name_of(by), child.language.get()));
    let when = Signal::derive(move || signed(child, &change));
    let more = entry.fields.len().saturating_sub(FIELDS);
    let whole = RwSignal::new(false);
    let fields = StoredValue::new(entry.fields);
    let rows = Signal::derive(move || {
        let most = if whole.get() { usize::MAX } else { FIELDS };
        fields.with_value(|fields| fields.iter().take(most).cloned().collect::<Vec<_>>())
    });
    let press =
        Callback::new(move |()| saving::keep(child, vec![Command::Undo { dot }], W::Undone, Vec::new()));
    let undo = stands.then(|| {
        let (word, icon) = if is_undo { (Common::Redo, Icon::Redo) } else { (Common::Undo, Icon::Undo) };
        view! { <div class="row"><Button label=t(word) icon=icon on_press=press /></div> }
    });
    Some(
        view! {
            <TimelineItem icon=if is_undo { Icon::Undo } else { Icon::History } when=when title=title tone=Tone::Plain>
                <DiffView changes=rows refs=child_refs(child) private=true />
                <Show when=move || { more > 0 && !whole.get() }>
                    <Button label=t_with(W::MoreFields, move || vec![more.to_string()]) on_press=Callback::new(move |()| whole.set(true)) />
                </Show>
                {undo}
            </TimelineItem>
        }
        .into_any(),
    )
}

/// Who saw a number in full, the latest first.
#[component]
fn Looks(child: Open) -> impl IntoView {
    let looks = RwSignal::new(Vec::<Look>::new());
    let shown = RwSignal::new(PAGE);
    spawn_local(async move {
        match audit::read(child.register, child.id).await {
            Ok(found) => {
                looks.try_set(found);
            }
            Err(why) => child.toasts.fail(keep_error(&why, child.language.now())),
        }
    });
    let line = move |look: &Look| {
        let lang = child.language.get();
        let field = look_text(&look.field, &look.table, lang).unwrap_or_else(|| {
            [table_label(&look.table, lang), field_label(&look.table, &look.field, lang)].join(" · ")
        });
        let what = child.language.say_with(W::LookLine, &[&child.register.name_of(look.by), &field]);
        let at = look.at();
        let when = format!("{} {}", dates::long(at.date(clock::zone()), lang), at.time(clock::zone()));
        view! { <li class="row apart"><span>{what}</span><span class="muted small">{when}</span></li> }
    };
    let lines = move || looks.with(|looks| looks.iter().take(shown.get()).map(line).collect_view());
    view! {
        <Card title=t(W::Looks) name="looks">
            <p class="muted small">{t(W::LooksText)}</p>
            <Show when=move || looks.with(Vec::is_empty)><p>{t(W::NoLooks)}</p></Show>
            <ul class="stack tight plain-list">{lines}</ul>
            <Show when=move || looks.with(Vec::len).gt(&shown.get())>
                <Button label=t(Common::ShowOlder) on_press=Callback::new(move |()| shown.update(|n| *n += PAGE)) />
            </Show>
        </Card>
    }
}
