//! List left and file right in landscape; in portrait the file is pushed over the list. Both stay mounted, so that
//! turning the tablet loses nothing.
use super::button::Button;
use super::button::Look;
use super::icon::Icon;
use leptos::prelude::*;

#[component]
pub fn SplitView(
    /// Whether a file is open.
    #[prop(into)]
    open: Signal<bool>,
    #[prop(into)] list: ViewFnOnce,
    #[prop(into)] back_label: Signal<String>,
    #[prop(into)] on_back: Callback<()>,
    children: Children,
) -> impl IntoView {
    view! {
        <div class="split" data-open=move || if open.get() { "true" } else { "false" }>
            <div class="split-list">{list.run()}</div>
            <div class="split-file">
                <div class="split-back no-print">
                    <Button label=back_label icon=Icon::Left look=Look::Plain on_press=move || on_back.run(()) name="back" />
                </div>
                {children()}
            </div>
        </div>
    }
    .into_any()
}
