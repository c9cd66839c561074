//! A child's file: the card with the safety note first, what is due, what two tablets left to decide, then the parts of the
//! file behind tabs. The tab stands in the address; what changes in the file follows without drawing the page anew.
mod card;
mod case;
mod conflicts;
mod delete;
mod due;
pub mod edit;
mod history;
mod papers;
pub(in crate::ui::pages) mod pictures;
mod plans;
pub mod print;
mod progress;
mod refs;
mod sections;
mod talks;
mod timeline;

pub use case::case_tone;
pub use due::task_link;

use self::card::Summary as Card;
use crate::app::audit;
use crate::app::register::{Loaded, Register, use_register};
use crate::domain::field::Field;
use crate::domain::id::FileId;
use crate::i18n::pages::{Child as W, Pupils};
use crate::i18n::{Language, Word, fill, t, use_language};
use crate::register::file::File;
use crate::register::summary::Summary;
use crate::ui::kit::{Banner, EmptyState, Icon, Skeleton, Tab, Tabs, Toasts, Tone, use_toasts};
use crate::ui::pages::pupils::place::{Place, use_place};
use crate::ui::pages::worklist::JoinedNote;
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::NavigateOptions;
use leptos_router::hooks::{use_navigate, use_params_map, use_query_map};
use std::sync::Arc;

/// One open file, as every part of its page sees it.
#[derive(Clone, Copy)]
pub struct Open {
    pub id: FileId,
    pub register: Register,
    pub language: Language,
    pub toasts: Toasts,
    pub place: Place,
    loaded: RwSignal<Loaded>,
}

impl Open {
    pub(in crate::ui::pages) fn here(id: FileId, loaded: RwSignal<Loaded>) -> Open {
        Open {
            id,
            register: use_register(),
            language: use_language(),
            toasts: use_toasts(),
            place: use_place(),
            loaded,
        }
    }

    /// The file now (tracked); `None` while another one is still shown or it cannot be read.
    pub fn file(self) -> Option<Arc<File>> {
        let of = |loaded: &Loaded| match loaded {
            Loaded::Ready(file) if file.id == self.id => Some(file.clone()),
            _ => None,
        };
        self.loaded.try_with(of).flatten()
    }

    /// As [`Open::file`], for handlers and what follows an `.await`.
    pub fn file_now(self) -> Option<Arc<File>> {
        untrack(|| self.file())
    }

    /// The summary now (tracked).
    pub fn summary(self) -> Option<Arc<Summary>> {
        self.register.summaries.with(|all| all.get(&self.id).cloned())
    }

    pub fn name(self) -> String {
        self.register.name_of(self.id)
    }

    /// Somebody saw a number in full: written to the log; said where that fails.
    pub fn seen(self, table: &'static str) -> Callback<(&'static Field,)> {
        Callback::new(move |(field,): (&'static Field,)| {
            spawn_local(async move {
                if let Err(why) = audit::write(self.register, self.id, table, field.key).await {
                    let lang = self.language.now();
                    self.toasts.fail(fill(W::NotLogged.text(lang), &[&keep_error(&why, lang)]));
                }
            });
        })
    }

    /// The address of a record's form; `None` for a new record.
    pub fn edit(self, table: &str, record: Option<crate::domain::id::RecordId>) -> String {
        let record = record.map_or_else(|| "new".to_owned(), |id| id.to_string());
        format!("/pupils/{}/edit/{table}/{record}", self.id)
    }
}

/// What the page shows as a whole.
#[derive(Clone, PartialEq)]
enum Standing {
    Loading,
    Missing,
    Failed(Arc<crate::app::keeper::KeepError>),
    Ready(FileId),
}

/// Which file the address names, and how far it is read.
fn standing(id: Option<FileId>, register: Register, loaded: RwSignal<Loaded>) -> Standing {
    let Some(id) = id else { return Standing::Missing };
    let is_pupil =
        register.summaries.with(|all| all.get(&id).is_some_and(|summary| summary.pupil().is_some()));
    match loaded.get() {
        _ if !is_pupil => Standing::Missing,
        Loaded::Ready(file) if file.id == id => Standing::Ready(id),
        Loaded::Failed(why) => Standing::Failed(why),
        _ => Standing::Loading,
    }
}

/// The page of the file that the address names, once it is read.
pub(super) fn with_file(page: impl Fn(Open) -> AnyView + Send + Sync + 'static) -> impl IntoView {
    let params = use_params_map();
    let register = use_register();
    let language = use_language();
    let id = Memo::new(move |_| params.read().get("id").and_then(|id| id.parse::<FileId>().ok()));
    let loaded = register.watch(move || id.get());
    let state = Memo::new(move |_| standing(id.get(), register, loaded));
    move || {
        match state.get() {
        Standing::Loading => view! { <div class="page"><Skeleton lines=6 /></div> }.into_any(),
        Standing::Missing => {
            view! { <EmptyState icon=Icon::Person title=t(W::NotIn) text=t(W::NotInText) /> }.into_any()
        }
        Standing::Failed(why) => view! {
            <div class="page"><Banner title=t(Pupils::CannotRead) text=keep_error(&why, language.get()) tone=Tone::Late /></div>
        }
        .into_any(),
        Standing::Ready(id) => page(Open::here(id, loaded)),
    }
    }
}

const TABS: [(&str, W); 6] = [
    ("timeline", W::Timeline),
    ("case", W::Case),
    ("plans", W::Plans),
    ("file", W::File),
    ("papers", W::Papers),
    ("history", W::History),
];

#[component]
pub fn ChildPage() -> impl IntoView {
    with_file(|child| view! { <ChildFile child /> }.into_any())
}

#[component]
fn ChildFile(child: Open) -> impl IntoView {
    let query = use_query_map();
    let navigate = StoredValue::new_local(use_navigate());
    let tab = Memo::new(move |_| {
        let asked = query.read().get("tab").unwrap_or_default();
        TABS.iter().map(|(key, _)| *key).find(|key| *key == asked).unwrap_or("timeline")
    });
    let go = Callback::new(move |(key,): (String,)| {
        let to = child.place.href(child.id, &key);
        let stay = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate.with_value(|navigate| navigate(&to, stay));
    });
    // A child without a case has no such part, unless one is to be opened.
    let has_case = Memo::new(move |_| {
        let cases = child.summary().and_then(|summary| Some(!summary.pupil()?.cases.is_empty()));
        tab.get() == "case" || cases.unwrap_or_default()
    });
    let tabs = Signal::derive(move || {
        let tab = |(key, word): &(&str, W)| Tab {
            key: (*key).to_owned(),
            label: child.language.say(*word).to_owned(),
            count: None,
        };
        TABS.iter().filter(|(key, _)| *key != "case" || has_case.get()).map(tab).collect::<Vec<_>>()
    });
    let panel = move || match tab.get() {
        "case" => view! { <case::CaseTab child /> }.into_any(),
        "plans" => view! { <plans::Plans child /> }.into_any(),
        "file" => view! { <sections::Sections child /> }.into_any(),
        "papers" => view! { <papers::Papers child /> }.into_any(),
        "history" => view! { <history::History child /> }.into_any(),
        _ => view! { <timeline::Past child /> }.into_any(),
    };
    view! {
        <div class="page child">
            <Card child />
            <JoinedNote id=child.id />
            <conflicts::Conflicts child />
            <due::Due child />
            <Tabs tabs=tabs current=Signal::derive(move || tab.get().to_owned()) on_change=go label=t(W::Tabs) />
            <div class="stack" role="tabpanel" id=move || ["panel-", tab.get()].concat() aria-labelledby=move || ["tab-", tab.get()].concat()>
                {panel}
            </div>
        </div>
    }
}
