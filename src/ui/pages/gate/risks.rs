//! What about this browser puts the data at risk, said before anything is typed, each with what to do.
use crate::i18n::pages::Risk;
use crate::i18n::t;
use crate::platform::browser::{self, Concern};
use crate::platform::room;
use crate::ui::kit::{Banner, Tone};
use leptos::prelude::*;
use leptos::task::spawn_local;

fn words(concern: Concern) -> (Risk, Risk, Tone) {
    match concern {
        Concern::Insecure => (Risk::Insecure, Risk::InsecureText, Tone::Late),
        Concern::InApp => (Risk::InApp, Risk::InAppText, Tone::Late),
        Concern::NotInstalled => (Risk::Install, Risk::InstallText, Tone::Due),
        Concern::Private => (Risk::Private, Risk::PrivateText, Tone::Late),
        Concern::NotKept => (Risk::NotKept, Risk::NotKeptText, Tone::Info),
    }
}

#[component]
pub fn Risks() -> impl IntoView {
    let found = RwSignal::new(browser::concerns());
    spawn_local(async move {
        let later = browser::concerns_of_room(room::room().await, room::kept().await);
        // One warning about keeping is enough: an app's own browser outweighs the rest.
        found.try_update(|found| match found.is_empty() {
            true => found.extend(later),
            false => found.extend(later.filter(|concern| *concern == Concern::Private)),
        });
    });
    move || {
        let banner = |concern: Concern| {
            let (title, text, tone) = words(concern);
            view! { <Banner title=t(title) text=t(text) tone /> }
        };
        found.get().into_iter().map(banner).collect_view()
    }
}
