//! Dialogs on the browser's own `<dialog>`: focus stays inside and returns to where it was; Escape asks to close.
use super::button::{Button, IconButton, Look};
use super::icon::Icon;
use super::parts::next_id;
use leptos::html;
use leptos::prelude::*;

#[component]
pub fn Dialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] close_label: Signal<String>,
    /// The close button or Escape: the caller decides whether to close.
    #[prop(into)]
    on_close: Callback<()>,
    /// Buttons at the foot.
    #[prop(optional, into)]
    foot: Option<ViewFn>,
    #[prop(optional)] wide: bool,
    #[prop(optional, into)] name: Option<&'static str>,
    children: ChildrenFn,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let heading = next_id("d");
    let labelled = heading.clone();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        match (open.get(), dialog.open()) {
            (true, false) => {
                // The only failure is an element outside the page, whose effect is gone with it.
                let _outside = dialog.show_modal();
            }
            (false, true) => dialog.close(),
            _ => (),
        }
    });
    let cancel = move |event: leptos::ev::Event| {
        event.prevent_default();
        on_close.run(());
    };
    let children = StoredValue::new(children);
    let foot = StoredValue::new(foot);
    let inner = move || {
        let foot = foot.with_value(|foot| foot.as_ref().map(ViewFn::run));
        view! {
            <div class="dialog-body">{children.with_value(|children| children())}</div>
            {foot.map(|foot| view! { <div class="dialog-foot">{foot}</div> })}
        }
    };
    view! {
        <dialog
            node_ref=node
            class=if wide { "dialog wide" } else { "dialog" }
            data-name=name
            aria-labelledby=labelled
            on:cancel=cancel
        >
            <div class="dialog-head">
                <h2 id=heading>{title}</h2>
                <IconButton icon=Icon::Close label=close_label on_press=move || on_close.run(()) />
            </div>
            <Show when=move || open.get()>{inner()}</Show>
        </dialog>
    }
    .into_any()
}

/// Asks before something that cannot be taken back lightly. The safe answer stands first and has the focus.
#[component]
pub fn ConfirmDialog(
    #[prop(into)] open: Signal<bool>,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] text: Signal<String>,
    #[prop(into)] confirm: Signal<String>,
    #[prop(into)] cancel: Signal<String>,
    #[prop(optional)] danger: bool,
    #[prop(into)] on_confirm: Callback<()>,
    #[prop(into)] on_cancel: Callback<()>,
) -> impl IntoView {
    let foot = move || {
        view! {
            <Button label=cancel on_press=move || on_cancel.run(()) name="cancel" />
            <Button label=confirm look=if danger { Look::Danger } else { Look::Primary }
                on_press=move || on_confirm.run(()) name="confirm" />
        }
    };
    view! {
        <Dialog open title close_label=cancel on_close=on_cancel foot=foot name="confirm-dialog">
            <p>{text}</p>
        </Dialog>
    }
}
