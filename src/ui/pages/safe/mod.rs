//! Safekeeping: the backup, the check before leaving, the self-check. Beside them, for other pages: the card of this tablet,
//! erasing it, the reminder of the first page, the practice bar.
mod age;
mod backup;
mod check;
mod erase;
mod housekeeping;
mod practice_bar;
mod ready;
mod tablet;
mod urge;

pub use backup::holdings_text;
pub use housekeeping::Housekeeping;
pub use practice_bar::PracticeBar;
pub use tablet::TabletCard;
pub use urge::BackupReminder;

use crate::i18n::pages::{ReadyCheck, Safe};
use crate::i18n::t;
use crate::ui::kit::{Icon, LinkButton, Look};
use crate::ui::route::Route;
use backup::BackupCard;
use check::SelfCheckCard;
use leptos::prelude::*;
use ready::ReadyCard;

/// The way to the backup, for whatever speaks of one.
fn to_backup(look: Look) -> AnyView {
    view! { <LinkButton label=t(Safe::ToBackup) href=Route::Safe.path() look=look icon=Icon::Shield name="to-backup" /> }
        .into_any()
}

/// On the first page: the way to the check before leaving.
#[component]
pub fn ReadyLink() -> impl IntoView {
    view! { <LinkButton label=t(ReadyCheck::Title) href=Route::Safe.path() look=Look::Soft icon=Icon::Check name="to-ready-check" /> }
}

#[component]
pub fn SafePage() -> impl IntoView {
    view! {
        <div class="page narrow">
            <h1>{t(Safe::Title)}</h1>
            <BackupCard />
            <ReadyCard />
            <SelfCheckCard />
        </div>
    }
}
