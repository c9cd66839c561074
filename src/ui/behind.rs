//! All that the first screen does not need: what makes a register, opens it, and every page of it.
//!
//! The linker's module is divided here (`scripts/bin/wasm-bindgen`, ARCHITECTURE "Size"): what only [`doors`] names lies in a
//! second module, which is asked for as soon as the first screen stands. Nothing else may name a page, or it moves into the first.
use crate::app::session::{Session, SlotCard};
use crate::i18n::pages::Gate;
use crate::i18n::{Lang, t};
use crate::ui::kit::{Button, Icon, Look};
use crate::ui::pages::gate::{Way, begin, join, practice, recovered, restore, sheet, unlock};
use crate::ui::pages::open::OpenPages;
use crate::vault::SlotId;
use futures::future::LocalBoxFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Ends well, or with the words for why not.
pub type Opening = LocalBoxFuture<'static, Result<(), String>>;

/// The doors of the second module.
#[derive(Clone, Copy)]
pub struct Behind {
    /// The open register.
    pub pages: fn() -> AnyView,
    /// A way to begin, on the bare tablet.
    pub way: fn(Way) -> AnyView,
    /// The recovery sheet of a register that was just made, with its code.
    pub sheet: fn(String) -> AnyView,
    /// Opened by the sheet: who is it?
    pub recovered: fn(Vec<SlotCard>) -> AnyView,
    /// Unlocks with what was typed as the passphrase.
    pub unlock: fn(Session, SlotId, String, Lang) -> Opening,
    /// Unlocks with what was typed of the recovery sheet.
    pub unlock_by_sheet: fn(Session, String, Lang) -> Opening,
}

/// How the second module is asked for: `None` when it could not be had.
pub type Fetch = fn() -> LocalBoxFuture<'static, Option<Behind>>;

/// Named by the page's own binary alone, in the function that stands at the joint.
pub fn doors() -> Behind {
    Behind {
        pages: || view! { <OpenPages /> }.into_any(),
        way: |way| match way {
            Way::Begin => view! { <begin::Begin /> }.into_any(),
            Way::Join => view! { <join::JoinRegister /> }.into_any(),
            Way::Restore => view! { <restore::RestoreFromBackup /> }.into_any(),
            Way::Practice => view! { <practice::StartPractice /> }.into_any(),
        },
        sheet: |code| view! { <sheet::FirstSheet code /> }.into_any(),
        recovered: |people| view! { <recovered::Recovered people /> }.into_any(),
        unlock: unlock::by_passphrase,
        unlock_by_sheet: unlock::by_sheet,
    }
}

/// Context: whether the second module is there.
#[derive(Clone, Copy)]
pub struct Wing {
    from: Fetch,
    behind: RwSignal<Option<Behind>>,
    failed: RwSignal<bool>,
}

/// Asks for the second module at once.
pub fn provide_wing(from: Fetch) -> Wing {
    let wing = Wing { from, behind: RwSignal::new(None), failed: RwSignal::new(false) };
    provide_context(wing);
    wing.ask();
    wing
}

pub fn use_wing() -> Wing {
    expect_context::<Wing>()
}

impl Wing {
    /// The doors, once they are here. A failure is not kept: the next call asks again.
    pub async fn fetch(self) -> Option<Behind> {
        let behind = (self.from)().await;
        self.failed.try_set(behind.is_none());
        // Told once: a room that stands, with what was typed in it, is not made anew.
        if behind.is_some() && self.behind.try_with_untracked(Option::is_none) == Some(true) {
            self.behind.try_set(behind);
        }
        behind
    }

    /// Asks, and leaves the answer to the rooms.
    fn ask(self) {
        spawn_local(async move {
            let _is_here = self.fetch().await;
        });
    }

    /// A room behind the gate; until its module is here, a word about that.
    pub fn room(self, enter: impl Fn(Behind) -> AnyView + Send + 'static) -> AnyView {
        (move || match self.behind.get() {
            Some(behind) => enter(behind),
            None => view! { <Waiting wing=self /> }.into_any(),
        })
        .into_any()
    }
}

#[component]
fn Waiting(wing: Wing) -> impl IntoView {
    let again = Callback::new(move |()| {
        wing.failed.set(false);
        wing.ask();
    });
    view! {
        <p class="muted" role="status" hidden=move || wing.failed.get()>{t(Gate::Fetching)}</p>
        <div class="stack" hidden=move || !wing.failed.get()>
            <p role="alert" class="gate-trouble">{t(Gate::NotFetched)}</p>
            <div class="row"><Button label=t(Gate::TryAgain) look=Look::Primary icon=Icon::Redo large=true name="fetch-again" on_press=again /></div>
        </div>
    }
    .into_any()
}
