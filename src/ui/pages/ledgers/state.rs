//! What the page knows: the ledger, filter and columns as the address has them; who stands on it; what is open over it.
use crate::app::ledgers::with_world;
use crate::app::register::{Register, use_register};
use crate::app::{audit, figures};
use crate::domain::id::FileId;
use crate::i18n::pages::ledgers::{LEDGER, SHOWN};
use crate::i18n::{Language, use_language};
use crate::report::ledger::{Column, Filter, LEDGERS, Ledger, members};
use crate::ui::kit::{Toasts, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_query_map};
use std::sync::Arc;

/// What is open over the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    Columns,
    Saved,
    Numbers,
    Export,
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
    pub members: Memo<Arc<[FileId]>>,
    pub panel: RwSignal<Option<Panel>>,
    /// Numbers are shown in full: asked for, logged, and forgotten when the page is left or another ledger chosen.
    pub whole: RwSignal<bool>,
    /// The sheet for the printer is in the page.
    pub paper: RwSignal<bool>,
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
        let members = Memo::new(move |_| -> Arc<[FileId]> {
            let (ledger, filter) = (ledger.get(), filter.get());
            with_world(register, filter.choice.as_ref(), |world| members(ledger, &filter, world).into())
        });
        // What was known by a day is made again where the page is opened by its address.
        Effect::new(move || {
            if let Some(day) = filter.with(|filter| filter.choice.as_ref().and_then(|choice| choice.known)) {
                figures::recall(register, day);
            }
        });
        let whole = RwSignal::new(false);
        // Whoever joins the ledger while numbers are shown was not asked for.
        Effect::new(move |before: Option<Arc<[FileId]>>| {
            let now = members.get();
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
            panel: RwSignal::new(None),
            whole,
            paper: RwSignal::new(false),
            scroll: RwSignal::new(0.0),
            navigate: StoredValue::new_local(navigate),
        }
    }

    /// The columns that are shown (tracked).
    pub fn shown(self) -> Vec<&'static Column> {
        self.columns.with(|keys| keys.iter().filter_map(|key| crate::report::ledger::column(key)).collect())
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

    pub fn open(self, id: FileId) {
        let to = ["/pupils/", id.to_string().as_str()].concat();
        self.navigate.with_value(|navigate| navigate(&to, NavigateOptions::default()));
    }

    /// Shows numbers in full once the log of every file says so.
    pub fn show_numbers(self) {
        self.panel.set(None);
        let files = self.members.get_untracked();
        spawn_local(async move {
            match audit::write_all(self.register, &files, LEDGER, SHOWN).await {
                // The ledger may have changed meanwhile: those who came since were not asked for.
                Ok(()) if self.members.try_get_untracked().is_some_and(|now| now == files) => {
                    self.whole.try_set(true);
                }
                Ok(()) => {}
                Err(why) => self.toasts.fail(keep_error(&why, self.language.now())),
            }
        });
    }
}
