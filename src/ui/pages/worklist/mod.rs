//! What must be decided: look-alikes, rules that do not hold across files, fields that two tablets filled differently; and the
//! files that were joined. List left, the decision right; group and item stand in the address.
mod alike;
mod breach;
mod compare;
mod conflicts;
mod join;
mod joined;
mod marks;
mod title;

use self::alike::AlikePanel;
use self::breach::BreachPanel;
use self::conflicts::{ConflictsPanel, FlawsPanel, NumberLostPanel};
pub use self::joined::JoinedNote;
use self::joined::JoinedPanel;
use self::title::{item_text, joined_text};
use crate::app::register::{Register, Summaries, use_register};
use crate::domain::id::FileId;
use crate::i18n::pages::Worklist as W;
use crate::i18n::{t, t_with, use_language};
use crate::register::worklist::{self, Group, Item};
use crate::ui::kit::{EmptyState, Icon, RowView, SplitView, Tab, Tabs, VirtualList, icon};
use crate::ui::query::{use_query, use_query_step};
use leptos::prelude::*;
use std::sync::Arc;
use std::time::Duration;

/// After a change the rail's count waits for a pause this long: it is not worth a frame.
const PAUSE: Duration = Duration::from_millis(400);

/// One row of the list.
#[derive(Clone, Debug, PartialEq)]
enum Entry {
    Item(Item),
    Joined(FileId, FileId),
}

impl Entry {
    fn key(&self) -> u128 {
        match self {
            Entry::Item(item) => item.key(),
            Entry::Joined(file, into) => file.0.rotate_left(7) ^ into.0,
        }
    }
    fn icon(&self) -> Icon {
        match self {
            Entry::Item(item) => match item.group() {
                Group::Alike => Icon::People,
                Group::Broken => Icon::Warning,
                Group::Differing => Icon::Conflict,
            },
            Entry::Joined(..) => Icon::File,
        }
    }
}

/// How many decisions wait, and how many joined files could be parted; counted when the hands rest.
pub fn use_open_counts() -> Signal<(usize, usize)> {
    let register = use_register();
    let (count, changes) = (RwSignal::new((0, 0)), StoredValue::new(0_u32));
    Effect::new(move |_| {
        register.summaries.track();
        let mine = changes.try_update_value(|n| {
            *n += 1;
            *n
        });
        set_timeout(
            move || {
                if changes.try_get_value() == mine {
                    let of = |all: &Summaries| {
                        (worklist::items(all.values()).len(), worklist::joined(all.values()).len())
                    };
                    count.try_set(register.summaries.with_untracked(of));
                }
            },
            PAUSE,
        );
    });
    count.into()
}

#[component]
pub fn WorklistPage() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let (group, chosen) = (use_query("kind"), use_query_step("item"));
    let scroll = RwSignal::new(0.0);
    let all = Memo::new(move |_| Arc::new(entries(register)));
    let shown = Memo::new(move |_| {
        let wanted = group.get();
        let found =
            all.with(|all| all.iter().filter(|entry| is_of(entry, &wanted)).cloned().collect::<Vec<_>>());
        Arc::new(found)
    });
    let rows: Memo<Arc<[u128]>> =
        Memo::new(move |_| shown.with(|shown| shown.iter().map(Entry::key).collect()));
    let open = Memo::new(move |_| u128::from_str_radix(&chosen.get(), 16).ok());
    let entry = Memo::new(move |_| {
        open.get().and_then(|key| all.with(|all| all.iter().find(|e| e.key() == key).cloned()))
    });
    let row: RowView = Callback::new(move |(key,): (u128,)| {
        let found = all.with_untracked(|all| all.iter().find(|entry| entry.key() == key).cloned());
        let Some(entry) = found else { return ().into_any() };
        let sign = entry.icon();
        let text = Memo::new(move |_| entry_text(register, &entry, language.get()));
        view! {
            <span class="line-mark">{icon(sign)}</span>
            <div class="line-main"><div class="line-title">{move || text.get().0}</div><div class="line-more">{move || text.get().1}</div></div>
        }
        .into_any()
    });
    let count = move |wanted: &str| all.with(|all| all.iter().filter(|entry| is_of(entry, wanted)).count());
    let tabs = Signal::derive(move || {
        let tab = |key: &str, word: W| Tab {
            key: key.to_owned(),
            label: language.say(word).to_owned(),
            count: Some(count(key)).filter(|count| *count > 0),
        };
        vec![
            tab("all", W::All),
            tab("differing", W::Differing),
            tab("alike", W::Alike),
            tab("broken", W::Broken),
            tab("joined", W::Joined),
        ]
    });
    let current = Signal::derive(move || {
        Some(group.get()).filter(|key| !key.is_empty()).unwrap_or_else(|| "all".to_owned())
    });
    let change = Callback::new(move |(key,): (String,)| {
        scroll.set(0.0);
        group.set(if key == "all" { "" } else { &key });
    });
    let open_row = Callback::new(move |(key,): (u128,)| chosen.set(&format!("{key:x}")));
    let none = move || if group.get() == "joined" { W::NothingJoined } else { W::Nothing };
    let list = move || {
        view! {
            <div class="list-head">
                <h1>{t(W::Title)}</h1>
                <Tabs tabs=tabs current=current on_change=change label=t(W::Title) />
                <span class="muted" role="status">{t_with(W::Count, move || vec![rows.with(|rows| rows.len()).to_string()])}</span>
            </div>
            <div class="list-panel" role="tabpanel" id=move || ["panel-", &current.get()].concat() aria-labelledby=move || ["tab-", &current.get()].concat()>
            <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! {
                <EmptyState icon=Icon::Check title=Signal::derive(move || language.say(none()).to_owned()) text=t(W::NothingText) />
            }>
                <VirtualList rows=rows view_row=row selected=open on_open=open_row scroll=scroll label=t(W::Title) />
            </Show>
            </div>
        }
    };
    let panel = move || match (open.get(), entry.get()) {
        (None, _) => view! { <EmptyState icon=Icon::Conflict title=t(W::Choose) /> }.into_any(),
        (Some(_), None) => {
            view! { <EmptyState icon=Icon::Check title=t(W::Done) text=t(W::Choose) /> }.into_any()
        }
        (Some(_), Some(Entry::Joined(file, into))) => view! { <JoinedPanel file into /> }.into_any(),
        (Some(_), Some(Entry::Item(item))) => match item {
            Item::Alike(pair) => view! { <AlikePanel pair /> }.into_any(),
            Item::Breach(breach) => view! { <BreachPanel breach /> }.into_any(),
            Item::Conflicts { file, .. } => view! { <ConflictsPanel file /> }.into_any(),
            Item::NumberLost { file } => view! { <NumberLostPanel file /> }.into_any(),
            Item::Flaws { file, .. } => view! { <FlawsPanel file /> }.into_any(),
        },
    };
    view! {
        <SplitView open=Signal::derive(move || open.get().is_some()) list=list back_label=t(W::BackToList) on_back=Callback::new(move |()| chosen.set(""))>
            {panel}
        </SplitView>
    }
}

/// What waits, then what was joined.
fn entries(register: Register) -> Vec<Entry> {
    register.summaries.with(|all| {
        let items = worklist::items(all.values()).into_iter().map(Entry::Item);
        let joined = worklist::joined(all.values()).into_iter().map(|(file, into)| Entry::Joined(file, into));
        items.chain(joined).collect()
    })
}

fn is_of(entry: &Entry, wanted: &str) -> bool {
    match entry {
        Entry::Joined(..) => wanted == "joined",
        Entry::Item(item) => match wanted {
            "" | "all" => true,
            "differing" => item.group() == Group::Differing,
            "alike" => item.group() == Group::Alike,
            "broken" => item.group() == Group::Broken,
            _ => false,
        },
    }
}

fn entry_text(register: Register, entry: &Entry, lang: crate::i18n::Lang) -> (String, String) {
    match entry {
        Entry::Item(item) => item_text(register, item, lang),
        Entry::Joined(file, into) => joined_text(register, *file, *into, lang),
    }
}
