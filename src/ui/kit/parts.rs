//! Small parts: status chips, cards, empty pages, ids.
use super::icon::{Icon, big_icon, icon as draw};
use leptos::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};

/// An id that no other element of the page has.
pub fn next_id(prefix: &str) -> String {
    static LAST: AtomicU32 = AtomicU32::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed).to_string();
    [prefix, number.as_str()].concat()
}

/// What a colour says; a shape and a word say the same.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    #[default]
    Plain,
    Accent,
    Good,
    Due,
    Late,
    Info,
}

impl Tone {
    pub fn class(self) -> &'static str {
        match self {
            Tone::Plain => "",
            Tone::Accent => "accent",
            Tone::Good => "good",
            Tone::Due => "due",
            Tone::Late => "late",
            Tone::Info => "info",
        }
    }
    pub fn icon(self) -> Option<Icon> {
        match self {
            Tone::Plain => None,
            Tone::Accent => Some(Icon::Star),
            Tone::Good => Some(Icon::Check),
            Tone::Due => Some(Icon::Clock),
            Tone::Late => Some(Icon::Warning),
            Tone::Info => Some(Icon::Info),
        }
    }
}

/// A state in a word, with a shape for those who see no colours.
#[component]
pub fn Status(
    #[prop(into)] label: Signal<String>,
    #[prop(optional)] tone: Tone,
    #[prop(optional, into)] icon: Option<Icon>,
) -> impl IntoView {
    let class = ["status ", tone.class()].concat();
    view! { <span class=class>{icon.or(tone.icon()).map(draw)}<span>{label}</span></span> }.into_any()
}

/// A sheet of paper: a title, what it says, and what can be done with it.
#[component]
pub fn Card(
    #[prop(optional, into)] title: Signal<String>,
    #[prop(optional, into)] actions: Option<ViewFnOnce>,
    #[prop(optional, into)] name: Option<&'static str>,
    children: Children,
) -> impl IntoView {
    let heading = next_id("t");
    let labelled = heading.clone();
    let has_title = Signal::derive(move || title.with(|title| !title.is_empty()));
    let actions = actions.map(|actions| view! { <div class="row tight">{actions.run()}</div> });
    view! {
        <section class="card" data-name=name aria-labelledby=move || has_title.get().then(|| labelled.clone())>
            <div class="card-head" hidden=move || !has_title.get()>
                <h2 id=heading>{title}</h2>
                {actions}
            </div>
            {children()}
        </section>
    }
    .into_any()
}

/// A page or list with nothing in it: says why, and what to do.
#[component]
pub fn EmptyState(
    icon: Icon,
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    #[prop(optional)] children: Option<Children>,
) -> impl IntoView {
    view! {
        <div class="empty">
            {big_icon(icon)}
            <h2>{title}</h2>
            <p hidden=move || text.with(String::is_empty)>{text}</p>
            {children.map(|children| view! { <div class="row">{children()}</div> })}
        </div>
    }
    .into_any()
}
