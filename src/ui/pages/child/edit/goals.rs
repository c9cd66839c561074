//! The goals of a plan in its form: long goals, each with its short ones, added and removed in place.
use super::super::Open;
use super::super::refs::child_refs;
use crate::app::plan_draft::{Long, Part, rising};
use crate::app::register::new_record;
use crate::domain::check::Flaw;
use crate::domain::field::Table;
use crate::domain::id::RecordId;
use crate::domain::records;
use crate::domain::value::{Cell, Values};
use crate::i18n::pages::Child as W;
use crate::i18n::{t, t_with};
use crate::platform::clock;
use crate::ui::form::{FormView, check_draft, tidy};
use crate::ui::kit::{Button, Icon, IconButton, Look};
use leptos::prelude::*;

/// One record of the form.
#[derive(Clone, Copy)]
pub struct Piece {
    pub id: RecordId,
    base: StoredValue<Values>,
    pub values: RwSignal<Values>,
}

impl Piece {
    pub fn of(part: Part) -> Piece {
        Piece { id: part.id, base: StoredValue::new(part.base), values: RwSignal::new(part.values) }
    }

    fn new(values: Values) -> Piece {
        let id = rising(clock::wall(), new_record)();
        Piece::of(Part { id, base: Values::new(), values })
    }

    /// As it stands now (tracked), tidied by its table.
    pub fn part(self, table: &Table) -> Option<Part> {
        Some(Part {
            id: self.id,
            base: self.base.try_get_value()?,
            values: self.values.try_with(|values| tidy(table, values))?,
        })
    }

    /// Is it in the file already?
    pub fn is_stored(self) -> bool {
        self.base.try_with_value(|base| !base.is_empty()).unwrap_or_default()
    }
}

#[derive(Clone, Copy)]
pub struct LongPiece {
    pub goal: Piece,
    pub short: RwSignal<Vec<Piece>>,
}

impl LongPiece {
    pub fn of(long: Long) -> LongPiece {
        LongPiece {
            goal: Piece::of(long.goal),
            short: RwSignal::new(long.short.into_iter().map(Piece::of).collect()),
        }
    }
}

/// All goals of the form, and what of the file's is to go.
#[derive(Clone, Copy)]
pub struct Goals {
    pub plan: StoredValue<RecordId>,
    pub long: RwSignal<Vec<LongPiece>>,
    pub removed_long: RwSignal<Vec<RecordId>>,
    pub removed_short: RwSignal<Vec<RecordId>>,
    /// Rows made later live as long as the form.
    owner: StoredValue<Owner>,
}

impl Goals {
    pub fn of(plan: RecordId, long: Vec<Long>) -> Goals {
        Goals {
            plan: StoredValue::new(plan),
            long: RwSignal::new(long.into_iter().map(LongPiece::of).collect()),
            removed_long: RwSignal::new(Vec::new()),
            removed_short: RwSignal::new(Vec::new()),
            owner: StoredValue::new(Owner::current().unwrap_or_default()),
        }
    }

    /// Makes signals that live as long as the form does.
    pub fn within<T>(self, make: impl FnOnce() -> T) -> Option<T> {
        Some(self.owner.try_get_value()?.with(make))
    }

    /// The drafts of all goals (tracked).
    pub fn drafts(self) -> Option<Vec<Long>> {
        let (long_table, short_table) = (records::table("long_goal")?, records::table("short_goal")?);
        let long = self.long.try_get()?;
        let one = |piece: &LongPiece| {
            let short = piece.short.try_get()?;
            Some(Long {
                goal: piece.goal.part(long_table)?,
                short: short.iter().map(|piece| piece.part(short_table)).collect::<Option<_>>()?,
            })
        };
        long.iter().map(one).collect()
    }

    fn add_long(self) {
        let made = self.within(|| {
            let plan = self.plan.get_value().write();
            let goal = Piece::new(Values::from([("plan".to_owned(), plan)]));
            LongPiece { goal, short: RwSignal::new(vec![empty_short(goal.id)]) }
        });
        self.long.update(|long| long.extend(made));
    }

    fn add_short(self, long: LongPiece) {
        let made = self.within(|| empty_short(long.goal.id));
        long.short.update(|short| short.extend(made));
    }

    fn remove_long(self, long: LongPiece) {
        if long.goal.is_stored() {
            self.removed_long.update(|removed| removed.push(long.goal.id));
        }
        let stored = long.short.with_untracked(|short| {
            short.iter().filter(|piece| piece.is_stored()).map(|piece| piece.id).collect::<Vec<_>>()
        });
        self.removed_short.update(|removed| removed.extend(stored));
        self.long.update(|all| all.retain(|other| other.goal.id != long.goal.id));
    }

    fn remove_short(self, long: LongPiece, piece: Piece) {
        if piece.is_stored() {
            self.removed_short.update(|removed| removed.push(piece.id));
        }
        long.short.update(|short| short.retain(|other| other.id != piece.id));
    }

    /// The forms of all goals with what is wrong in them: form id, flaws (tracked).
    pub fn problems(self, today: crate::domain::date::Date) -> Vec<(String, Vec<Flaw>)> {
        let (Some(long_table), Some(short_table)) =
            (records::table("long_goal"), records::table("short_goal"))
        else {
            return Vec::new();
        };
        let check = |table: &'static Table, piece: Piece| {
            let flaws =
                piece.values.with(|values| crate::domain::check::record(table, &tidy(table, values), today));
            (form_id(piece.id), flaws)
        };
        let of_long = |long: LongPiece| {
            let short = long.short.get().into_iter().map(move |piece| check(short_table, piece));
            std::iter::once(check(long_table, long.goal)).chain(short)
        };
        self.long.get().into_iter().flat_map(of_long).collect()
    }
}

fn empty_short(long: RecordId) -> Piece {
    Piece::new(Values::from([("long_goal".to_owned(), long.write()), ("state".to_owned(), "ACTIVE".into())]))
}

pub fn form_id(piece: RecordId) -> String {
    ["goal-", &piece.to_string()].concat()
}

#[component]
pub fn GoalsForm(child: Open, goals: Goals, show_all: RwSignal<bool>) -> impl IntoView {
    let rows = move || goals.long.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <section class="card goals-form" data-name="goals">
            <div class="card-head"><h2>{t(W::GoalsTitle)}</h2></div>
            <For each=rows key=|(at, long)| (*at, long.goal.id) children=move |(at, long)| view! { <LongForm child goals long at show_all /> } />
            <div class="row"><Button label=t(W::AddLong) icon=Icon::Plus look=Look::Soft on_press=Callback::new(move |()| goals.add_long()) /></div>
        </section>
    }
}

#[component]
fn LongForm(
    child: Open,
    goals: Goals,
    long: LongPiece,
    at: usize,
    show_all: RwSignal<bool>,
) -> impl IntoView {
    let number = (at + 1).to_string();
    let (title, removal) = (number.clone(), number.clone());
    let rows = move || long.short.get().into_iter().enumerate().collect::<Vec<_>>();
    view! {
        <section class="goal-form">
            <div class="row apart">
                <h3>{t_with(W::LongNumber, move || vec![title.clone()])}</h3>
                <IconButton icon=Icon::Trash label=t_with(W::RemoveLong, move || vec![removal.clone()]) on_press=Callback::new(move |()| goals.remove_long(long)) />
            </div>
            <PieceForm child piece=long.goal table="long_goal" only=&["domain", "text"] show_all />
            <For each=rows key=|(at, piece)| (*at, piece.id) children=move |(short_at, piece)| {
                let numbers = vec![number.clone(), (short_at + 1).to_string()];
                let (title, removal) = (numbers.clone(), numbers);
                view! {
                    <section class="goal-form short">
                        <div class="row apart">
                            <h4>{t_with(W::ShortNumber, move || title.clone())}</h4>
                            <IconButton icon=Icon::Trash label=t_with(W::RemoveShort, move || removal.clone()) on_press=Callback::new(move |()| goals.remove_short(long, piece)) />
                        </div>
                        <PieceForm child piece table="short_goal" only=&["text", "criterion", "due", "state"] show_all />
                    </section>
                }
            } />
            <div class="row"><Button label=t(W::AddShort) icon=Icon::Plus look=Look::Plain on_press=Callback::new(move |()| goals.add_short(long)) /></div>
        </section>
    }
    .into_any()
}

#[component]
fn PieceForm(
    child: Open,
    piece: Piece,
    table: &'static str,
    only: &'static [&'static str],
    show_all: RwSignal<bool>,
) -> impl IntoView {
    let table = records::table(table)?;
    let problems = check_draft(table, piece.values, child.register.today.into());
    Some(view! {
        <FormView table draft=piece.values only=only problems refs=child_refs(child) on_show=child.seen(table.key) show_all=show_all id=form_id(piece.id) />
    })
}
