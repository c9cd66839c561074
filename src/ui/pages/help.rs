//! Help: what to do first, every day, and when something is lost.
use crate::i18n::pages::Help;
use crate::i18n::t;
use crate::ui::kit::Card;
use leptos::prelude::*;

#[component]
pub fn HelpPage() -> impl IntoView {
    let parts = [
        (Help::One, Help::OneText),
        (Help::Two, Help::TwoText),
        (Help::Three, Help::ThreeText),
        (Help::Four, Help::FourText),
    ];
    view! {
        <div class="page narrow">
            <h1>{t(Help::Title)}</h1>
            {parts.into_iter().map(|(title, text)| view! { <Card title=t(title)><p>{t(text)}</p></Card> }).collect_view()}
        </div>
    }
}
