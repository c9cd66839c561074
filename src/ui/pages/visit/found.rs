//! A draft that was left here: when it was, go on or throw it away. Throwing away asks first.
use super::Draft;
use crate::domain::date::{Clock, Date};
use crate::i18n::pages::VisitPage as W;
use crate::i18n::{Common, dates, t, use_language};
use crate::ui::kit::{Banner, Button, ConfirmDialog, Look, Tone, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_navigate;

#[component]
pub fn Found(draft: Draft, sealed: (Date, Clock)) -> impl IntoView {
    let language = use_language();
    let seen = RwSignal::new(false);
    let title = Signal::derive(move || {
        language.say_with(W::DraftFound, &[&dates::short(sealed.0, language.get()), &sealed.1.to_string()])
    });
    view! {
        <Show when=move || !seen.get()>
            <Banner title=title tone=Tone::Info>
                <Button label=t(W::GoOn) look=Look::Soft on_press=Callback::new(move |()| seen.set(true)) />
                <Discard draft />
            </Banner>
        </Show>
    }
    .into_any()
}

/// Throws the draft away, after asking, and goes back to today.
#[component]
pub fn Discard(draft: Draft) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let navigate = StoredValue::new_local(use_navigate());
    let asking = RwSignal::new(false);
    let discard = Callback::new(move |()| {
        asking.set(false);
        spawn_local(async move {
            match draft.end().await {
                Ok(()) => {
                    navigate.try_with_value(|go| go("/", Default::default()));
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! {
        <Button label=t(W::Discard) look=Look::Plain on_press=Callback::new(move |()| asking.set(true)) />
        <ConfirmDialog open=asking title=t(W::DiscardTitle) text=t(W::DiscardText) confirm=t(W::Discard) cancel=t(Common::KeepEditing)
            danger=true on_confirm=discard on_cancel=Callback::new(move |()| asking.set(false)) />
    }
    .into_any()
}
