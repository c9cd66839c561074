//! What the page knows: the ledger, filter and columns as the address has them; who stands on it, by the files or by the lists too;
//! what is open over it.
use super::rolls::{Rolls, Source, row_of};
use crate::app::comparing::{Comparing, State, Trouble, use_comparing};
use crate::app::keeper::KeepError;
use crate::app::ledgers::{Line, with_world};
use crate::app::register::{Register, use_register};
use crate::app::{audit, figures};
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::schooling::Schooling;
use crate::i18n::pages::ledgers::{LEDGER, SHOWN};
use crate::i18n::{Language, use_language};
use crate::lists::columns::ListKind;
use crate::lists::compare::Member;
use crate::lists::compare::ledger::Query;
use crate::register::search::filter::town_key;
use crate::report::ledger::{Column, Filter, LEDGERS, Ledger, LedgerKind, members};
use crate::ui::kit::{Toasts, use_toasts};
use crate::ui::pages::compare::trouble_text;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;

/// What is open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Columns,
    Saved,
    Numbers,
    Export,
    /// A child whom lists alone name.
    Listed,
}

/// The table and field under which the county's log keeps looks into lists.
const LISTS: [&str; 2] = ["lists", "ledger"];

/// Why nothing was shown or written.
pub enum Refused {
    Lists(Trouble),
    Keep(KeepError),
}

type Navigate = Box<dyn Fn(&str, NavigateOptions)>;

#[derive(Clone, Copy)]
pub struct View {
    pub register: Register,
    pub language: Language,
    pub toasts: Toasts,
    pub ledger: Memo<&'static Ledger>,
    pub filter: Memo<Filter>,
    pub columns: Memo<Vec<&'static str>>,
    /// The pupils' files on it, what was typed heeded; where the ledger is that of the lists, see `rolls`.
    pub members: Memo<Arc<[FileId]>>,
    pub comparing: Comparing,
    /// The ledger of school-age children over lists that were compared.
    pub by_lists: Memo<bool>,
    pub rolls: Rolls,
    /// What is typed into the search; in no address.
    pub text: RwSignal<String>,
    /// A child without a file here, looked at.
    pub listed: RwSignal<Option<Arc<Member>>>,
    numbers: Memo<Arc<HashMap<FileId, usize>>>,
    pub panel: RwSignal<Option<Panel>>,
    /// Numbers are shown in full: asked for, logged, and forgotten when the page is left or another ledger chosen.
    pub whole: RwSignal<bool>,
    /// The rows of the sheet for the printer, while it is in the page.
    pub paper: RwSignal<Option<Arc<Vec<Line>>>>,
    pub scroll: RwSignal<f64>,
    navigate: StoredValue<Navigate, LocalStorage>,
}

/// The ledger of an address that names none.
fn first() -> &'static Ledger {
    let [first, ..] = &LEDGERS;
    first
}

impl View {
    pub fn new() -> View {
        let (register, query) = (use_register(), use_query_map());
        let ledger = Memo::new_with_compare(
            move |_| query.read().get("ledger").and_then(|key| Ledger::of(&key)).unwrap_or(first()),
            |a, b| a.map(|a| a.key) != b.map(|b| b.key),
        );
        let filter = Memo::new(move |_| Filter::read(|key| query.read().get(key)));
        let columns = Memo::new(move |_| {
            let ledger = ledger.get();
            filter.with(|filter| filter.shown(ledger).iter().map(|column| column.key).collect())
        });
        let (comparing, text) = (use_comparing(), RwSignal::new(String::new()));
        let standing = Memo::new(move |_| -> Arc<[FileId]> {
            let (ledger, filter) = (ledger.get(), filter.get());
            with_world(register, filter.choice.as_ref(), |world| members(ledger, &filter, world).into())
        });
        let members = Memo::new(move |_| -> Arc<[FileId]> {
            let all = standing.get();
            text.with(|text| match text.trim().is_empty() {
                true => all,
                false => {
                    let allowed: BTreeSet<FileId> = all.iter().copied().collect();
                    let hits = register.find(text, usize::MAX).ids;
                    hits.into_iter().filter(|id| allowed.contains(id)).collect()
                }
            })
        });
        let by_lists = Memo::new(move |_| {
            let is_age = ledger.get().kind == LedgerKind::SchoolAge;
            let is_of = |kind| matches!(kind, ListKind::Household | ListKind::Roll);
            let has_lists = comparing.state.with(|state| match state {
                State::Ready(summary) => summary.lists.iter().any(|list| is_of(list.kind)),
                _ => false,
            });
            is_age && has_lists && filter.with(|filter| filter.choice.is_none())
        });
        let query = Memo::new(move |_| filter.with(|filter| query_of(register, filter, text.get())));
        let rolls = Rolls::new(register, comparing, by_lists, query);
        // Whoever chooses this ledger asks for the lists, unless they are compared already.
        Effect::new(move || {
            let is_age = ledger.get().kind == LedgerKind::SchoolAge;
            let is_new = comparing.state.with_untracked(|state| matches!(state, State::Idle | State::Empty));
            if is_age && is_new {
                spawn_local(comparing.refresh());
            }
        });
        let numbers = Memo::new(move |_| {
            members.with(|all| Arc::new(all.iter().zip(1usize..).map(|(id, n)| (*id, n)).collect()))
        });
        // What was known by a day is made again where the page is opened by its address.
        Effect::new(move || {
            if let Some(day) = filter.with(|filter| filter.choice.as_ref().and_then(|choice| choice.known)) {
                figures::recall(register, day);
            }
        });
        let whole = RwSignal::new(false);
        // Whoever joins the ledger while numbers are shown was not asked for.
        Effect::new(move |before: Option<(Arc<[FileId]>, u32)>| {
            let now = (members.get(), rolls.answered.get());
            if before.is_some_and(|before| before != now) {
                whole.set(false);
            }
            now
        });
        let navigate: Navigate = Box::new(use_navigate());
        View {
            register,
            language: use_language(),
            toasts: use_toasts(),
            ledger,
            filter,
            columns,
            members,
            comparing,
            by_lists,
            rolls,
            text,
            listed: RwSignal::new(None),
            numbers,
            panel: RwSignal::new(None),
            whole,
            paper: RwSignal::new(None),
            scroll: RwSignal::new(0.0),
            navigate: StoredValue::new_local(navigate),
        }
    }

    /// The columns that are shown (tracked).
    pub fn shown(self) -> Vec<&'static Column> {
        self.columns.with(|keys| keys.iter().filter_map(|key| crate::report::ledger::column(key)).collect())
    }

    /// How many stand on it (tracked).
    pub fn count(self) -> usize {
        match self.by_lists.get() {
            true => self.rolls.total.get() as usize,
            false => self.members.with(|all| all.len()),
        }
    }

    /// The keys of its rows, in their order (tracked).
    pub fn keys(self) -> Arc<[u128]> {
        match self.by_lists.get() {
            true => self.rolls.keys(),
            false => self.members.with(|all| all.iter().map(|id| id.0).collect()),
        }
    }

    /// A row came into sight: what it says is fetched.
    pub fn ask(self, key: u128) {
        if self.by_lists.get_untracked() {
            self.rolls.ask(row_of(key));
        }
    }

    /// A row and its number; nothing until it has come (tracked).
    pub fn line(self, key: u128) -> Option<(usize, Arc<Line>)> {
        if self.by_lists.get() {
            return Some((row_of(key) as usize + 1, self.rolls.line(row_of(key))?));
        }
        let id = FileId(key);
        let number = self.numbers.with(|all| all.get(&id).copied().unwrap_or_default());
        Some((number, Arc::new(Line::of_file(id))))
    }

    /// The day that it holds for (tracked).
    pub fn day(self) -> Date {
        let choice = self.filter.with(|filter| filter.choice.as_ref().map(|choice| choice.period.on));
        let listed = self.by_lists.get().then(|| self.comparing.day()).flatten();
        choice.or(listed).unwrap_or_else(|| self.register.today.get())
    }

    /// Its lines, for whoever takes them out of the page.
    pub fn source(self) -> Source {
        untrack(|| match self.by_lists.get() {
            true => {
                let query = self.filter.with(|filter| query_of(self.register, filter, self.text.get()));
                Source::Lists(self.comparing, query, self.count())
            }
            false => Source::Files(self.members.get()),
        })
    }

    pub fn go(self, ledger: &Ledger, filter: &Filter) {
        self.go_to(ledger.key, &filter.write());
    }

    /// `filter` as [`Filter::write`] writes it.
    pub fn go_to(self, ledger: &str, filter: &str) {
        let to = ["/ledgers?ledger=", ledger, filter].concat();
        let stay = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        // Whom nobody asked for stays masked.
        self.whole.set(false);
        if self.ledger.with_untracked(|now| now.key != ledger) {
            self.text.set(String::new());
        }
        self.scroll.set(0.0);
        self.navigate.with_value(|navigate| navigate(&to, stay));
    }

    pub fn refine(self, change: impl FnOnce(&mut Filter)) {
        let mut filter = self.filter.get_untracked();
        change(&mut filter);
        self.go(self.ledger.get_untracked(), &filter);
    }

    /// Other columns of the same children: what was shown stays shown.
    pub fn lay_out(self, columns: Vec<String>) {
        let whole = self.whole.get_untracked();
        self.refine(|filter| filter.columns = columns);
        self.whole.set(whole);
    }

    pub fn clear(self) {
        self.refine(|filter| {
            *filter = Filter {
                choice: filter.choice.take(),
                columns: std::mem::take(&mut filter.columns),
                ..Filter::default()
            }
        });
    }

    /// Opens the child's file, or what the lists say of one who has none.
    pub fn open(self, key: u128) {
        let Some((_, line)) = untrack(|| self.line(key)) else { return };
        match (line.file, line.only_listed()) {
            (Some(id), _) => {
                let to = ["/pupils/", id.to_string().as_str()].concat();
                self.navigate.with_value(|navigate| navigate(&to, NavigateOptions::default()));
            }
            (None, member) => {
                self.listed.set(member.cloned());
                self.panel.set(Some(Panel::Listed));
            }
        }
    }

    /// Writes into the log of every file that this field was looked at; the looks at those whom lists alone name are kept together,
    /// in the county's.
    pub async fn log(self, source: &Source, field: &str) -> Result<(), Refused> {
        let files = source.files().await.map_err(Refused::Lists)?;
        if matches!(source, Source::Lists(..)) {
            let [table, of] = LISTS;
            let county = self.register.card().county;
            audit::write(self.register, county, table, of).await.map_err(Refused::Keep)?;
        }
        audit::write_all(self.register, &files, LEDGER, field).await.map_err(Refused::Keep)
    }

    pub fn refused(self, why: &Refused) {
        self.toasts.fail(match why {
            Refused::Lists(why) => trouble_text(why, self.language),
            Refused::Keep(why) => keep_error(why, self.language.now()),
        });
    }

    /// Shows numbers in full once the log of every file says so.
    pub fn show_numbers(self) {
        self.panel.set(None);
        let (source, of) = (self.source(), self.members.get_untracked());
        let answered = self.rolls.answered.get_untracked();
        spawn_local(async move {
            let logged = self.log(&source, SHOWN).await;
            // The ledger may have changed meanwhile: those who came since were not asked for.
            let is_same = self.members.try_get_untracked().is_some_and(|now| now == of)
                && self.rolls.answered.try_get_untracked() == Some(answered);
            match logged {
                Ok(()) if is_same => drop(self.whole.try_set(true)),
                Ok(()) => {}
                Err(why) => self.refused(&why),
            }
        });
    }
}

/// The lists name schools by their names alone.
fn query_of(register: Register, filter: &Filter, text: String) -> Query {
    let some = |text: &String| (!text.is_empty()).then(|| text.clone());
    let own = || filter.school.map(|school| town_key(&register.name_of(school)));
    Query {
        town: some(&filter.town),
        school: some(&filter.listed_school).or_else(own),
        schooling: Schooling::from_code(&filter.status),
        age: filter.age,
        text,
    }
}
