//! The fingerprint: two tablets that show the same hold the same.
use crate::app::register::use_register;
use crate::i18n::pages::Transfer as W;
use crate::i18n::t;
use crate::register::fingerprint::of_register;
use crate::ui::kit::Card;
use leptos::prelude::*;

#[component]
pub fn FingerprintCard() -> impl IntoView {
    let register = use_register();
    let letters = Memo::new(move |_| {
        register
            .summaries
            .with(|all| of_register(all.values().map(|summary| (summary.id, summary.fingerprint))))
    });
    // Read aloud in two groups of four.
    let shown = move || {
        letters.with(|letters| match letters.split_at_checked(4) {
            Some((first, second)) => [first, " ", second].concat(),
            None => letters.clone(),
        })
    };
    view! {
        <Card title=t(W::Fingerprint)>
            <p class="fingerprint" data-name="fingerprint">{shown}</p>
            <p class="muted">{t(W::FingerprintText)}</p>
        </Card>
    }
    .into_any()
}
