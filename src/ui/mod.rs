//! Pages, and the kit that they are made of.
pub mod form;
pub mod kit;
pub mod look;
pub mod pages;
pub mod route;
pub mod shell;
pub mod words;

use crate::app::session::{AppStore, Phase, Session};
use crate::i18n::{Lang, provide_language};
use crate::platform::browser;
use crate::ui::kit::provide_toasts;
use crate::ui::look::provide_appearance;
use crate::ui::pages::child::ChildPage;
use crate::ui::pages::gate::GatePage;
use crate::ui::pages::help::HelpPage;
use crate::ui::pages::pupils::PupilsPage;
use crate::ui::pages::safe::{Housekeeping, SafePage};
use crate::ui::pages::settings::SettingsPage;
use crate::ui::pages::today::TodayPage;
use crate::ui::pages::transfer::TransferPage;
use crate::ui::pages::visit::VisitPage;
use crate::ui::shell::Shell;
use crate::vault::prefs::{self, Pref};
use leptos::prelude::*;
use leptos_router::components::{ParentRoute, Route, Router, Routes};
use leptos_router::path;

/// Mounts the page into the document's body.
pub fn mount() {
    leptos::mount::mount_to_body(App);
}

#[component]
fn App() -> impl IntoView {
    let session = Session::default();
    provide_context(session);
    let stored = prefs::read(Pref::Language).and_then(|tag| Lang::from_tag(&tag));
    provide_language(
        stored.unwrap_or_default(),
        Callback::new(|lang: Lang| prefs::write(Pref::Language, lang.tag())),
    );
    provide_toasts();
    provide_appearance();
    leptos::task::spawn_local(async move {
        match open_store().await {
            Ok(store) => session.start(store).await,
            Err(why) => session.phase.set(Phase::Stopped(std::sync::Arc::new(why.into()))),
        }
    });
    move || {
        let phase = session.phase.get();
        // The register is set some steps before it is entered: until then the gate stays as it is.
        let open = if phase == Phase::Open { session.register.get() } else { None };
        match open {
            Some(register) => {
                provide_context(register);
                browser::mark("data-register", register.card().practice.then_some("demo"));
                view! { <Pages /> }.into_any()
            }
            None => view! { <GatePage phase /> }.into_any(),
        }
    }
}

#[cfg(target_arch = "wasm32")]
async fn open_store() -> Result<AppStore, crate::vault::StoreError> {
    AppStore::open("baoxue").await
}

#[cfg(not(target_arch = "wasm32"))]
async fn open_store() -> Result<AppStore, crate::vault::StoreError> {
    Ok(AppStore::new())
}

#[component]
fn Pages() -> impl IntoView {
    view! {
        <Router>
            <Housekeeping />
            <Shell>
                <Routes fallback=TodayPage>
                    <Route path=path!("/") view=TodayPage />
                    <Route path=path!("/visit/:id") view=VisitPage />
                    <ParentRoute path=path!("/pupils") view=PupilsPage>
                        <Route path=path!("") view=|| () />
                        <Route path=path!(":id") view=ChildPage />
                    </ParentRoute>
                    <Route path=path!("/transfer") view=TransferPage />
                    <Route path=path!("/safe") view=SafePage />
                    <Route path=path!("/settings") view=SettingsPage />
                    <Route path=path!("/help") view=HelpPage />
                </Routes>
            </Shell>
        </Router>
    }
}
