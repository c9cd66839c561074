//! The children of a change, as many as one can see; for the chosen one what turned, which cells read differently, and why it
//! stands where it stands, then and now.
use super::changes::name_of;
use crate::app::comparing::{Comparing, Since, use_comparing};
use crate::domain::identity::mask;
use crate::i18n::list_columns::column_label;
use crate::i18n::pages::changes::{Changes as W, said_text, turn_text};
use crate::i18n::pages::compare::{because_text, origin_text};
use crate::i18n::{Common, dates, t, use_language};
use crate::lists::columns::ListKind;
use crate::lists::compare::changes::{CellTurn, Changed, How, Of};
use crate::lists::compare::job::{Question, Reply};
use crate::lists::compare::{Because, Member};
use crate::ui::kit::{Button, EmptyState, Icon, Look, RowView, Skeleton, SplitView, VirtualList};
use crate::ui::query::Query;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Children asked for at once.
const WINDOW: u32 = 100;

/// The children of one change as they come from the worker.
#[derive(Clone, Copy)]
struct Windows {
    comparing: Comparing,
    asked_of: StoredValue<(Of, How)>,
    total: RwSignal<u32>,
    known: RwSignal<BTreeMap<u32, Arc<Changed>>>,
    asked: StoredValue<BTreeSet<u32>>,
}

impl Windows {
    /// Asks for the window that a row lies in, once.
    fn ask(self, row: u32) {
        let from = row / WINDOW * WINDOW;
        if !self.asked.try_update_value(|asked| asked.insert(from)).unwrap_or_default() {
            return;
        }
        let Some((of, how)) = self.asked_of.try_get_value() else { return };
        spawn_local(async move {
            match self.comparing.ask(Question::Changed { of, how, from, count: WINDOW }).await {
                Ok(Reply::Changed { total, children }) => {
                    self.known
                        .try_update(|known| known.extend((from..).zip(children.into_iter().map(Arc::new))));
                    self.total.try_set(total);
                }
                _ => drop(self.asked.try_update_value(|asked| asked.remove(&from))),
            }
        });
    }
}

#[component]
pub fn ChangedChildren(of: Of, how: How, change: Query) -> impl IntoView {
    let comparing = use_comparing();
    let how = StoredValue::new(how);
    let is_ready = Memo::new(move |_| comparing.since.with(|since| matches!(since, Since::Ready(..))));
    move || match is_ready.get() {
        true => list(comparing, of, how.get_value(), change),
        false => view! { <Skeleton lines=6 /> }.into_any(),
    }
}

/// The child as it stands now; as it stood, where it stands nowhere any more.
fn face(changed: &Changed) -> Option<&Member> {
    changed.now.as_ref().or(changed.then.as_ref())
}

fn list(comparing: Comparing, of: Of, how: How, change: Query) -> AnyView {
    let language = use_language();
    let word = match how {
        How::Came => W::CameTo,
        How::Left => W::LeftFrom,
        How::Differs(_) => W::DiffersIn,
    };
    let windows = Windows {
        comparing,
        asked_of: StoredValue::new((of, how)),
        total: RwSignal::new(0),
        known: RwSignal::new(BTreeMap::new()),
        asked: StoredValue::new(BTreeSet::new()),
    };
    windows.ask(0);
    let open = RwSignal::new(None::<u128>);
    let rows = Memo::new(move |_| (0..u128::from(windows.total.get())).collect::<Arc<[u128]>>());
    let at = move |at: u32| windows.known.with(|known| known.get(&at).cloned());
    let row: RowView = Callback::new(move |(id,): (u128,)| {
        let row = u32::try_from(id).unwrap_or(u32::MAX);
        windows.ask(row);
        let child = Memo::new(move |_| at(row));
        let name = move || child.get().and_then(|child| Some(face(&child)?.name.clone()));
        let number = move || child.get().and_then(|child| Some(mask::id(&face(&child)?.number)));
        let turned = move || {
            let lang = language.get();
            child.get().map(|child| {
                let turns = child.turns.iter().map(|turn| turn_text(turn, lang));
                let cells = child.cells.iter().map(|cell| cell_text(cell, lang));
                turns.chain(cells).take(3).collect::<Vec<_>>().join(lang.pick("；", "; "))
            })
        };
        view! { <div class="member"><strong>{name}</strong><span class="number">{number}</span><span class="muted small">{turned}</span></div> }
            .into_any()
    });
    let title = move || language.say_with(word, &[&name_of(of, language), &windows.total.get().to_string()]);
    let chosen = Memo::new(move |_| at(u32::try_from(open.get()?).ok()?));
    let label = Signal::derive(title);
    let list = move || {
        view! {
            <div class="list-head">
                <div class="row apart"><h2>{title}</h2>
                    <Button label=t(W::Back) icon=Icon::Left look=Look::Plain on_press=Callback::new(move |()| change.set("")) />
                </div>
            </div>
            <VirtualList rows view_row=row selected=open on_open=Callback::new(move |(at,)| open.set(Some(at))) scroll=RwSignal::new(0.0) label row_rem=6.0 />
        }
    };
    view! {
        <div class="members">
            <SplitView open=Signal::derive(move || open.get().is_some()) list=list back_label=t(Common::Back) on_back=Callback::new(move |()| open.set(None))>
                {move || match chosen.get() {
                    Some(child) => view! { <What comparing child /> }.into_any(),
                    None => view! { <EmptyState icon=Icon::Compare title=t(W::ChooseOne) /> }.into_any(),
                }}
            </SplitView>
        </div>
    }
    .into_any()
}

/// A cell that reads differently: list and column, what stood there, what stands there.
fn cell_text(cell: &CellTurn, lang: crate::i18n::Lang) -> String {
    let kind = cell.from.kind().unwrap_or(ListKind::Roll);
    let says = |said| said_text(&cell.column, said, lang, false);
    let args = [
        origin_text(cell.from, lang).to_owned(),
        column_label(kind, &cell.column, lang),
        says(&cell.then),
        says(&cell.now),
    ];
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    crate::i18n::fill(crate::i18n::Word::text(W::Cell, lang), &args)
}

/// What turned, and why the child stands where it stands.
#[component]
fn What(comparing: Comparing, child: Arc<Changed>) -> impl IntoView {
    let language = use_language();
    let why = move |child: Option<u32>, is_then: bool| {
        let told = RwSignal::new(None::<Vec<Because>>);
        if let Some(child) = child {
            spawn_local(async move {
                let asked = Question::Why { child };
                let asked = if is_then { Question::Then(Box::new(asked)) } else { asked };
                if let Ok(Reply::Why(why)) = comparing.ask(asked).await {
                    told.try_set(Some(why));
                }
            });
        }
        let title = t(if is_then { W::WhyThen } else { W::WhyNow });
        child.map(|_| {
            let reasons = move || {
                let lang = language.get();
                match told.get() {
                    Some(all) => view! {
                        <ol class="reasons">{all.iter().map(|because| view! { <li>{because_text(because, lang)}</li> }).collect_view()}</ol>
                    }
                    .into_any(),
                    None => view! { <Skeleton lines=3 /> }.into_any(),
                }
            };
            view! { <h3>{title}</h3>{reasons} }
        })
    };
    let (then, now) = (child.then.as_ref().map(|one| one.child), child.now.as_ref().map(|one| one.child));
    let name = face(&child).map(|member| member.name.clone());
    let about = {
        let child = child.clone();
        move || {
            let lang = language.get();
            face(&child).map(|member| {
                let birth = member.birth.map(|birth| dates::long(birth, lang)).unwrap_or_default();
                [mask::id(&member.number).as_str(), " ", &birth].concat()
            })
        }
    };
    let turned = move || {
        let lang = language.get();
        let turns = child.turns.iter().map(|turn| turn_text(turn, lang));
        let cells = child.cells.iter().map(|cell| cell_text(cell, lang));
        turns.chain(cells).map(|text| view! { <li>{text}</li> }).collect_view()
    };
    view! {
        <div class="stack">
            <h2>{name}</h2>
            <p class="number">{about}</p>
            <h3>{t(W::What)}</h3>
            <ul class="reasons">{turned}</ul>
            {why(then, true)}
            {why(now, false)}
        </div>
    }
    .into_any()
}
