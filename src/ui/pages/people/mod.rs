//! The people of this tablet.
mod notes;

pub use self::notes::KeyNotes;
use crate::i18n::pages::People;
use crate::i18n::t;
use leptos::prelude::*;

#[component]
pub fn PeoplePage() -> impl IntoView {
    view! {
        <div class="page narrow">
            <h1>{t(People::Title)}</h1>
            <p class="muted">{t(People::Intro)}</p>
        </div>
    }
}
