//! What waits for a decision (look-alikes, rules across files, differing fields): one line that leads to the worklist.
use crate::i18n::pages::Today as W;
use crate::i18n::t_with;
use crate::ui::kit::{Icon, icon};
use crate::ui::pages::worklist::use_open_counts;
use crate::ui::route::Route;
use leptos::prelude::*;

#[component]
pub fn ToDecide() -> impl IntoView {
    let counts = use_open_counts();
    view! {
        <Show when=move || counts.get().0 != 0>
            <a class="errand-other to-decide" data-name="to-decide" href=Route::Worklist.path()>
                {icon(Icon::Conflict)}<span>{t_with(W::ToDecide, move || vec![counts.get().0.to_string()])}</span>
            </a>
        </Show>
    }
    .into_any()
}
