//! Pages, and the kit that they are made of.
pub mod behind;
pub mod form;
pub mod intake;
pub mod kit;
pub mod lock;
pub mod look;
pub mod pages;
pub mod paper;
pub mod query;
pub mod route;
pub mod saving;
pub mod secret;
pub mod shell;
pub mod words;
pub mod workbook;

use crate::app::session::{Phase, Session};
use crate::i18n::{Lang, provide_language};
use crate::platform::browser;
use crate::ui::kit::provide_toasts;
use crate::ui::look::provide_appearance;
use crate::ui::pages::gate::GatePage;
use crate::vault::prefs::{self, Pref};
use leptos::prelude::*;

/// Mounts the page into the document's body.
/// `from` brings what the first screen does not need.
pub fn mount(from: behind::Fetch) {
    leptos::mount::mount_to_body(move || view! { <App from /> });
}

#[component]
fn App(from: behind::Fetch) -> impl IntoView {
    let session = Session::default();
    provide_context(session);
    let stored = prefs::read(Pref::Language).and_then(|tag| Lang::from_tag(&tag));
    provide_language(
        stored.unwrap_or_default(),
        Callback::new(|lang: Lang| prefs::write(Pref::Language, lang.tag())),
    );
    provide_toasts();
    provide_appearance();
    let wing = behind::provide_wing(from);
    leptos::task::spawn_local(session.arrive());
    // The phase alone: the register is set before it says that it is open.
    move || match (session.phase.get(), session.register.get_untracked()) {
        (Phase::Open, Some(register)) => {
            provide_context(register);
            browser::mark("data-register", register.card().practice.then_some("demo"));
            wing.room(|behind| (behind.pages)())
        }
        (phase, _) => view! { <GatePage phase /> }.into_any(),
    }
}
