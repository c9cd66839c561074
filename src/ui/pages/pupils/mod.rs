//! Pupils: the list with search as one types, left; the chosen child's file, right. The search text stays in memory; filters
//! and order stand in the address.
mod filters;
mod list;
pub mod new;
pub mod place;

pub use place::provide_place;

use self::list::PupilList;
use crate::app::due::use_due;
use crate::app::register::use_register;
use crate::domain::id::FileId;
use crate::i18n::pages::Pupils as W;
use crate::i18n::t;
use crate::register::search::filter::{Filter, Standing, standings};
use crate::ui::kit::{EmptyState, Icon, SplitView};
use crate::ui::pages::pupils::place::use_place;
use leptos::prelude::*;
use leptos_router::NavigateOptions;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate, use_query_map};
use std::sync::Arc;

/// The list as its parts see it.
#[derive(Clone, Copy)]
pub struct Roll {
    /// In the order of their ids.
    pub pupils: Memo<Arc<Vec<Standing>>>,
    pub filter: Memo<Filter>,
    pub open: Memo<Option<FileId>>,
    /// Goes to the list, or the open child, under another filter.
    pub refine: Callback<(Filter,)>,
}

impl Roll {
    /// What the list knows of one pupil (tracked).
    pub fn of(self, id: FileId) -> Option<Standing> {
        self.pupils.with(|all| {
            let at = all.binary_search_by_key(&id, |pupil| pupil.id).ok()?;
            all.get(at).cloned()
        })
    }
}

#[component]
pub fn PupilsPage() -> impl IntoView {
    let (register, due) = (use_register(), use_due());
    let place = use_place();
    let location = use_location();
    let query = use_query_map();
    let navigate = StoredValue::new_local(use_navigate());
    let open = Memo::new(move |_| {
        location.pathname.get().strip_prefix("/pupils/").and_then(|id| id.parse::<FileId>().ok())
    });
    let filter = Memo::new(move |_| Filter::read(|key| query.read().get(key)));
    Effect::new(move || place.filter.set(filter.get().write()));
    let pupils = Memo::new(move |_| {
        let (tasks, today) = (due.all.get(), register.today.get());
        Arc::new(register.summaries.with(|all| standings(all.values(), &tasks, register.me(), today)))
    });
    let refine = Callback::new(move |(next,): (Filter,)| {
        place.filter.set(next.write());
        place.scroll.set(0.0);
        let to = open.get_untracked().map_or_else(|| place.list(), |id| place.href(id, ""));
        let stay = NavigateOptions { replace: true, scroll: false, ..NavigateOptions::default() };
        navigate.with_value(|navigate| navigate(&to, stay));
    });
    let roll = Roll { pupils, filter, open, refine };
    let back =
        Callback::new(move |()| navigate.with_value(|navigate| navigate(&place.list(), Default::default())));
    view! {
        <SplitView open=Signal::derive(move || open.get().is_some()) list=move || view! { <PupilList roll /> } back_label=t(W::BackToList) on_back=back>
            <Show when=move || open.get().is_none()><EmptyState icon=Icon::Person title=t(W::Choose) /></Show>
            <Outlet />
        </SplitView>
    }
}
