//! Transfer: lists taken in after a preview, the register out and another tablet's in, the fingerprint to compare.
mod export;
mod fingerprint;
mod keys;
pub mod lists;
pub mod looking;
mod merge;
pub mod preview;
mod undo;
pub mod words;

use crate::i18n::pages::Transfer as W;
use crate::i18n::t;
use export::ExportCard;
use fingerprint::FingerprintCard;
use keys::KeysCard;
use leptos::prelude::*;
use lists::TakeInLists;
use merge::MergeCard;
use undo::UndoImport;

#[component]
pub fn TransferPage() -> impl IntoView {
    view! {
        <div class="page">
            <h1>{t(W::Title)}</h1>
            <UndoImport />
            <TakeInLists />
            <ExportCard />
            <MergeCard />
            <KeysCard />
            <FingerprintCard />
        </div>
    }
}
