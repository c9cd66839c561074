//! The offer to take the last import back, until the next change or export.
use crate::app::exchange::undo::{self, Imported, Offer};
use crate::app::register::{Register, use_register};
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Language, Word, t, use_language};
use crate::ui::kit::{Banner, Button, Icon, Toasts, Tone, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Returns to the state before the last import, and says how it went.
async fn take_back(register: Register, language: Language, toasts: Toasts) {
    let answer = undo::undo(register).await;
    let lang = language.now();
    match answer {
        Ok(true) => toasts.say(W::UndoneImport.text(lang)),
        Ok(false) => toasts.fail(W::UndoGone.text(lang)),
        Err(why) => toasts.fail(keep_error(&why, lang)),
    }
}

/// Says that something was taken in, with the way back.
pub fn say_taken(word: W, register: Register, language: Language, toasts: Toasts) {
    let undo = Callback::new(move |()| spawn_local(take_back(register, language, toasts)));
    toasts.offer(word.text(language.now()), W::UndoImport.text(language.now()), undo);
}

#[component]
pub fn UndoImport() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let offer = RwSignal::new(None::<Offer>);
    let busy = RwSignal::new(false);
    // Every save may begin or end the offer.
    Effect::new(move |_| {
        register.status.track();
        spawn_local(async move {
            // What cannot be read now is not offered; the import stands.
            offer.try_set(undo::offered(register).await.unwrap_or_default());
        });
    });
    let take_back = Callback::new(move |()| {
        busy.set(true);
        spawn_local(async move {
            take_back(register, language, toasts).await;
            busy.try_set(false);
        });
    });
    move || {
        offer.get().map(|offer| {
            let word = match offer.what {
                Imported::Lists => W::UndoLists,
                Imported::Register => W::UndoRegister,
            };
            let title = Signal::derive(move || language.say_with(word, &[&offer.files.to_string()]));
            view! {
                <Banner title tone=Tone::Good name="undo-import">
                    <Button label=t(W::UndoImport) icon=Icon::Undo busy on_press=take_back />
                </Banner>
            }
        })
    }
}
