//! The frame of the gate: the product's mark beside (above, upright) what is asked, language and display always in reach.
use crate::i18n::pages::Gate;
use crate::i18n::{Common, t};
use crate::ui::shell::{Display, seal};
use leptos::prelude::*;

#[component]
pub fn Frame(children: Children) -> impl IntoView {
    view! {
        <div class="gate">
            <header class="gate-brand">
                {seal()}
                <div class="gate-name">
                    <strong>{t(Common::AppName)}</strong>
                    <span>{t(Common::Tagline)}</span>
                </div>
                <p class="gate-promise">{t(Gate::What)}</p>
                <p class="gate-promise">{t(Gate::Where)}</p>
            </header>
            <div class="gate-tools"><Display /></div>
            <main class="gate-main" id="main" tabindex="-1">{children()}</main>
        </div>
    }
    .into_any()
}

/// One question of the gate: its title, its text, and what is asked.
#[component]
pub fn Asked(
    #[prop(into)] title: Signal<String>,
    #[prop(optional, into)] text: Signal<String>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="gate-asked">
            <div class="stack tight">
                <h1>{title}</h1>
                <p class="muted" hidden=move || text.with(String::is_empty)>{text}</p>
            </div>
            {children()}
        </div>
    }
    .into_any()
}
