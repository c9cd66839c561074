//! (next)
use leptos::prelude::*;
#[component]
pub fn TransferPage() -> impl IntoView {}
