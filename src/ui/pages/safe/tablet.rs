//! The card of this tablet in the settings: what is kept, how much room there is, whether it will be kept, and leaving it.
use super::age::BackupAge;
use super::erase::EraseDialog;
use super::to_backup;
use crate::app::register::use_register;
use crate::i18n::pages::Tablet as W;
use crate::i18n::{Word, dates, t, use_language};
use crate::platform::room::{self, Kept, Room};
use crate::ui::kit::{Button, Card, Icon, Look, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn TabletCard() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    // Outside until asked: nothing said; then the browser's answer, which may be that it does not say.
    let room = RwSignal::new(None::<Option<Room>>);
    let kept = RwSignal::new(None::<Kept>);
    let erasing = RwSignal::new(false);
    spawn_local(async move {
        room.try_set(Some(room::room().await));
        kept.try_set(Some(room::kept().await));
    });
    let ask = Callback::new(move |()| {
        spawn_local(async move {
            let answer = room::persist().await;
            kept.try_set(Some(answer));
            let word = if answer == Kept::Promised { W::Asked } else { W::AskedNo };
            toasts.say(word.text(language.now()));
        });
    });
    let room_text = move || match room.get() {
        None => String::new(),
        Some(None) => language.say(W::RoomUnknown).to_owned(),
        Some(Some(room)) => {
            language.say_with(W::RoomIs, &[&dates::bytes(room.used), &dates::bytes(room.free())])
        }
    };
    let kept_text = move || {
        kept.get().map(|kept| {
            language.say(match kept {
                Kept::Promised => W::Promised,
                Kept::NotPromised => W::NotPromised,
                Kept::CannotSay => W::CannotSay,
            })
        })
    };
    let name = register.card().name;
    view! {
        <Card title=t(W::Title) name="tablet">
            <dl class="facts">
                <div class="fact"><dt>{t(W::Register)}</dt><dd>{name}</dd></div>
                <div class="fact"><dt>{t(crate::i18n::pages::Safe::Title)}</dt><dd><BackupAge /></dd></div>
                <div class="fact"><dt>{t(W::Room)}</dt><dd data-name="room">{room_text}</dd></div>
                <div class="fact">
                    <dt>{t(W::Kept)}</dt>
                    <dd class="row" data-name="kept">
                        <span>{kept_text}</span>
                        <Show when=move || kept.get() == Some(Kept::NotPromised)>
                            <Button label=t(crate::i18n::pages::ReadyCheck::AskKept) on_press=ask name="ask-kept" />
                        </Show>
                    </dd>
                </div>
            </dl>
            <div class="row">{to_backup(Look::Soft)}</div>
            <div class="leaving">
                <h3>{t(W::LeavingTitle)}</h3>
                <p>{t(W::LeavingText)}</p>
                <Button label=t(W::Erase) icon=Icon::Trash look=Look::Danger on_press=move || erasing.set(true) name="erase" />
            </div>
            <EraseDialog open=erasing />
        </Card>
    }
}
