//! The backup: one tap writes it, opens it again, counts, and only then offers it.
use super::age::BackupAge;
use crate::app::backup::{self, Holdings, Made, MakeError, Step};
use crate::app::register::use_register;
use crate::i18n::pages::Safe;
use crate::i18n::{Common, Lang, Word, dates, fill, t, t_with, use_language};
use crate::platform::files;
use crate::ui::kit::{Banner, Button, Card, Icon, Look, Progress, Tone};
use crate::ui::words::vault_error;
use futures::future::AbortHandle;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::rc::Rc;

pub fn holdings_text(holds: &Holdings, lang: Lang) -> String {
    let numbers =
        [holds.pupils, holds.schools, holds.staff, holds.records, holds.visits, holds.media].map(grouped);
    let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
    fill(Safe::Holds.text(lang), &numbers)
}

/// `2310` as `2,310`.
pub fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut out = String::with_capacity(digits.len() + digits.len() / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn failure(error: &MakeError, lang: Lang) -> String {
    match error {
        MakeError::Vault(error) => vault_error(error, lang),
        MakeError::NoRoom => Safe::NoRoom.text(lang).to_owned(),
        MakeError::NotGood { damage, unreadable } => {
            fill(Safe::NotGood.text(lang), &[&(damage.len() + unreadable).to_string()])
        }
        MakeError::Unread(_) => Safe::Unread.text(lang).to_owned(),
        MakeError::Cancelled => Safe::Stopped.text(lang).to_owned(),
    }
}

#[derive(Clone)]
enum State {
    Idle,
    Working,
    Good(Made),
    Failed(MakeError),
}

#[component]
pub fn BackupCard() -> impl IntoView {
    let register = use_register();
    let state = RwSignal::new_local(State::Idle);
    let step = RwSignal::new(Step::Writing(0, 0));
    let stop = StoredValue::new_local(None::<AbortHandle>);
    let working = Signal::derive(move || state.with(|state| matches!(state, State::Working)));
    let make = Callback::new(move |()| {
        if working.get_untracked() {
            return;
        }
        let (handle, stopped) = backup::stop_switch();
        stop.set_value(Some(handle));
        step.set(Step::Writing(0, 0));
        state.set(State::Working);
        spawn_local(async move {
            let told = Rc::new(move |now| {
                step.try_set(now);
            });
            let made = backup::cancellable(backup::make(register, told), stopped).await;
            if let Ok(made) = &made {
                // A browser that does not offer it by itself has the button below.
                let _offered = files::save_blob(&made.name, &made.file);
            }
            state.try_set(made.map_or_else(State::Failed, State::Good));
        });
    });
    view! {
        <Card title=t(Safe::Make) name="backup">
            <BackupAge />
            <p>{t(Safe::MakeText)}</p>
            {move || match state.get() {
                State::Working => view! { <Working step stop /> }.into_any(),
                State::Good(made) => view! { <Good made again=make /> }.into_any(),
                State::Failed(error) => view! { <Failed error again=make /> }.into_any(),
                State::Idle => view! {
                    <div class="row"><Button label=t(Safe::Make) icon=Icon::Export look=Look::Primary large=true on_press=make name="make-backup" /></div>
                }.into_any(),
            }}
            <WhatIsInIt />
        </Card>
    }
}

#[component]
fn Working(step: RwSignal<Step>, stop: StoredValue<Option<AbortHandle>, LocalStorage>) -> impl IntoView {
    let language = use_language();
    let label = move || {
        language.say(match step.get() {
            Step::Writing(..) => Safe::Writing,
            _ => Safe::Checking,
        })
    };
    let cancel = move || stop.with_value(|stop| stop.iter().for_each(AbortHandle::abort));
    view! {
        <Progress
            label=Signal::derive(move || label().to_owned())
            done=Signal::derive(move || Some(step.get().done()).filter(|(_, all)| *all > 0))
            cancel=t(Common::Cancel)
            on_cancel=Callback::new(move |()| cancel())
        />
    }
    .into_any()
}

#[component]
fn Good(made: Made, again: Callback<()>) -> impl IntoView {
    let language = use_language();
    let holds = made.holds.clone();
    let (name, size) = (made.name.clone(), dates::bytes(made.bytes));
    let saved_as = t_with(Safe::SavedAs, move || vec![name.clone(), size.clone()]);
    let made = StoredValue::new_local(made);
    let save = Callback::new(move |()| {
        let saved = made.with_value(|made| files::save_blob(&made.name, &made.file));
        debug_assert!(saved, "the file was made by this browser");
    });
    view! {
        <Banner
            title=t(Safe::Good)
            text=Signal::derive(move || [holdings_text(&holds, language.get()), language.say(Safe::GoodText).to_owned()].join(language.get().pick("。", ". ")))
            tone=Tone::Good
            name="backup-good"
        />
        <p class="small muted">{saved_as}</p>
        <div class="row">
            <Button label=t(Safe::SaveAgain) icon=Icon::Export on_press=save name="save-again" />
            <Button label=t(Safe::Make) look=Look::Plain on_press=again name="make-backup" />
        </div>
    }
    .into_any()
}

#[component]
fn Failed(error: MakeError, again: Callback<()>) -> impl IntoView {
    let language = use_language();
    let tone = if error == MakeError::Cancelled { Tone::Info } else { Tone::Late };
    view! {
        <Banner title=Signal::derive(move || failure(&error, language.get())) tone=tone name="backup-failed" />
        <div class="row"><Button label=t(Common::Retry) look=Look::Primary large=true on_press=again name="make-backup" /></div>
    }
    .into_any()
}

/// What a backup holds and who can open it.
#[component]
fn WhatIsInIt() -> impl IntoView {
    let register = use_register();
    let lines = [Safe::WhatHolds, Safe::WhatNot, Safe::WhoOpens, Safe::WhoLater];
    let rule = t_with(Safe::Rule, move || vec![register.policy.get().backup_days.to_string()]);
    view! {
        <details class="fold">
            <summary>{t(Safe::WhatTitle)}</summary>
            <ul class="notes">
                {lines.map(|line| view! { <li>{t(line)}</li> }).collect_view()}
                <li>{rule}</li>
            </ul>
        </details>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn thousands_are_parted() {
        for (number, text) in [(0, "0"), (999, "999"), (2_310, "2,310"), (1_000_000, "1,000,000")] {
            assert_eq!(grouped(number), text);
        }
    }
}
