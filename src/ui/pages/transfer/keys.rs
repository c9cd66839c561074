//! Signing keys: the own one to read out, and those of other tablets that wait for somebody to accept them.
use crate::app::keys::cipher;
use crate::app::register::use_register;
use crate::app::trust::{self, Seen};
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, Word, t, t_with, use_language};
use crate::platform::worker::Desk;
use crate::register::signing::{Sight, print_of};
use crate::ui::kit::{Banner, Button, Card, ConfirmDialog, Look, Tone, use_toasts};
use crate::ui::words::{keep_error, tablet_text};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What a key is to this tablet, in a sentence; `act` is what can be done about it.
pub fn key_line(seen: &Seen, act: AnyView) -> AnyView {
    let (word, tone) = match seen.sight {
        Sight::Another => (W::KeyAnother, Tone::Due),
        Sight::Forged => (W::KeyForged, Tone::Late),
        Sight::First | Sight::Known => (W::KeyFirst, Tone::Info),
    };
    let said = vec![seen.name.clone(), tablet_text(seen.key.tablet), print_of(&seen.key.public)];
    view! { <Banner title=t_with(word, move || said.clone()) tone=tone name="key">{act}</Banner> }.into_any()
}

#[component]
pub fn KeysCard() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let waiting = RwSignal::new(Vec::<Seen>::new());
    let asked = RwSignal::new(None::<Seen>);
    let look = move || {
        spawn_local(async move {
            match trust::waiting(&cipher(Desk::default()), register).await {
                Ok(found) => drop(waiting.try_set(found)),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    };
    // A merge brings keys: whatever is saved, they are looked at again.
    Effect::new(move || {
        register.status.track();
        look();
    });
    let accept = Callback::new(move |()| {
        let Some(seen) = asked.get_untracked() else { return };
        asked.set(None);
        spawn_local(async move {
            match trust::accept(register, &[seen.key]).await {
                Ok(()) => toasts.say(W::KeyAccepted.text(language.now())),
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
            look();
        });
    });
    let line = move |seen: Seen| {
        let act = match seen.sight {
            Sight::Forged => ().into_any(),
            _ => {
                let this = seen.clone();
                let ask = Callback::new(move |()| asked.set(Some(this.clone())));
                view! { <Button label=t(W::KeyAccept) look=Look::Soft on_press=ask /> }.into_any()
            }
        };
        key_line(&seen, act)
    };
    let mine = move || trust::my_public(register).map(|public| print_of(&public)).unwrap_or_default();
    let name =
        move || vec![asked.with(|asked| asked.as_ref().map(|seen| seen.name.clone()).unwrap_or_default())];
    let print = move || {
        vec![asked.with(|asked| asked.as_ref().map(|seen| print_of(&seen.key.public)).unwrap_or_default())]
    };
    view! {
        <Card title=t(W::KeysTitle) name="keys">
            <p class="muted">{t(W::KeysText)}</p>
            {move || waiting.get().into_iter().map(line).collect_view()}
            <dl class="facts"><div class="fact"><dt>{t(W::KeyMine)}</dt><dd>{mine}</dd></div></dl>
            <ConfirmDialog open=Signal::derive(move || asked.with(Option::is_some)) title=t_with(W::KeyAsk, name) text=t_with(W::KeyAskText, print)
                confirm=t(W::KeyAccept) cancel=t(Common::Cancel) on_confirm=accept on_cancel=Callback::new(move |()| asked.set(None)) />
        </Card>
    }
    .into_any()
}
