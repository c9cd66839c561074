//! The gate: all that stands before the open register. No name of a child stands on any of it.
//!
//! | room | what |
//! |---|---|
//! | `ways` | a bare tablet: what this is, and the ways to begin |
//! | `begin` | a new register: its name, its first person, the passphrase |
//! | `join` | a sealed file of another tablet: this one becomes one of its register |
//! | `restore` | a backup brought back |
//! | `practice` | the practice register |
//! | `sheet` | the recovery sheet, printed once |
//! | `locked` | who is it, and the passphrase; or the recovery sheet |
//! | `recovered` | opened by the sheet: who is it, and a new passphrase |
//! | `unlock` | what both ways of unlocking do |
//! | `halted` | another page has the register; the store cannot be used |
//! | `risks` | what about this browser puts the data at risk |
pub mod begin;
mod frame;
mod halted;
pub mod join;
mod locked;
pub mod practice;
pub mod recovered;
pub mod restore;
mod risks;
pub mod sheet;
pub mod unlock;
mod ways;

use self::frame::Frame;
pub use self::recovered::far;
pub use self::sheet::RecoverySheet;
pub use self::ways::Way;
use crate::app::session::Phase;
use crate::ui::behind::use_wing;
use leptos::prelude::*;

/// What stands before the register is open. The first screens are here; what lies further in is behind the [`wing`](use_wing).
#[component]
pub fn GatePage(phase: Phase) -> impl IntoView {
    let wing = use_wing();
    let page = match phase {
        Phase::FirstRun => view! { <ways::Ways /> }.into_any(),
        Phase::Sheet { code } => wing.room(move |behind| (behind.sheet)(code.clone())),
        Phase::Locked(people) => view! { <locked::Locked people /> }.into_any(),
        Phase::Recovered(people) => wing.room(move |behind| (behind.recovered)(people.clone())),
        Phase::Elsewhere => view! { <halted::Elsewhere /> }.into_any(),
        Phase::Stopped(why) => view! { <halted::Stopped why /> }.into_any(),
        Phase::Starting | Phase::Open => return ().into_any(),
    };
    view! { <Frame>{page}</Frame> }.into_any()
}
