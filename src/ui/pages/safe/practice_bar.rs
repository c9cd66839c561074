//! The bar over every page of a practice register: that it is one, its passphrase, and the way to begin for real.
use crate::app::practice::PASSPHRASE;
use crate::app::session::use_session;
use crate::i18n::pages::Practice as W;
use crate::i18n::{t, t_with, use_language};
use crate::platform::browser;
use crate::ui::kit::{Button, ConfirmDialog, use_toasts};
use crate::ui::words::session_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn PracticeBar() -> impl IntoView {
    let (session, language, toasts) = (use_session(), use_language(), use_toasts());
    let asking = RwSignal::new(false);
    let end = Callback::new(move |()| {
        asking.set(false);
        spawn_local(async move {
            match crate::app::erase::erase(session).await {
                Ok(()) => browser::restart(),
                Err(why) => toasts.fail(session_error(&why, language.now())),
            }
        });
    });
    view! {
        <div class="demo-bar" data-name="practice">
            <strong>{t(W::Bar)}</strong>
            <span>{t_with(W::BarPassphrase, || vec![PASSPHRASE.to_owned()])}</span>
            <Button label=t(W::End) on_press=move || asking.set(true) name="end-practice" />
        </div>
        <ConfirmDialog
            open=asking
            title=t(W::EndTitle)
            text=t(W::EndText)
            confirm=t(W::End)
            cancel=t(W::EndNo)
            danger=true
            on_confirm=end
            on_cancel=move || asking.set(false)
        />
    }
    .into_any()
}
