//! Locking by itself: the countdown that any touch ends; the curtain while leaving; back to the same field after unlocking.
use crate::app::idle::{Idle, idle};
use crate::app::register::use_register;
use crate::app::session::{Leaving, use_session};
use crate::i18n::pages::{Gate, Lock};
use crate::i18n::{t, use_language};
use crate::platform::{browser, clock, idle as life};
use crate::ui::kit::{Button, Dialog, Icon, Look, icon};
use crate::ui::words::keep_error;
use crate::vault::prefs::{self, Pref};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::time::Duration;

/// Stands beside the open register. Locks it after [`auto_lock_minutes`](crate::domain::policy::Policy::auto_lock_minutes) without
/// a touch, and when the tablet wakes after that time.
#[component]
pub fn Keeping() -> impl IntoView {
    let session = use_session();
    let policy = use_register().policy;
    let last = StoredValue::new(clock::wall());
    let soon = RwSignal::new(None::<u64>);
    let look = move || {
        let minutes = policy.try_with_untracked(|policy| policy.auto_lock_minutes)?;
        Some(idle(last.try_get_value()?, clock::wall(), minutes))
    };
    let tick = move || match look() {
        Some(Idle::Over) => {
            // A failure to seal waits for a person; no second try every second.
            if session.leaving.try_get_untracked().flatten().is_none() {
                spawn_local(session.leave());
            }
        }
        Some(Idle::Soon { seconds }) => {
            soon.try_set(Some(seconds));
        }
        Some(Idle::Used) | None => {
            if soon.try_get_untracked().flatten().is_some() {
                soon.try_set(None);
            }
        }
    };
    let touched = move || {
        session.field.try_set_value(browser::focused_field());
        // The first touch after a sleep comes before the tick: it must not pass for use.
        if look() != Some(Idle::Over) {
            last.try_set_value(clock::wall());
        }
        tick();
    };
    StoredValue::new_local(life::watch(touched, tick));
    back_to_the_field();
    view! {
        <Show when=move || soon.with(Option::is_some)>
            <div class="lock-soon" role="alert">
                {icon(Icon::Lock)}
                <div>
                    <strong aria-hidden="true">{seconds_left(soon)}</strong>
                    <span>{t(Lock::SoonText)}</span>
                </div>
            </div>
        </Show>
        <Curtain />
    }
    .into_any()
}

fn seconds_left(soon: RwSignal<Option<u64>>) -> Signal<String> {
    let language = use_language();
    Signal::derive(move || language.say_with(Lock::Soon, &[&soon.get().unwrap_or_default().to_string()]))
}

/// Covers the page while its draft is sealed; stays when that fails, until a person decides.
#[component]
fn Curtain() -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let is_open = Signal::derive(move || session.leaving.with(Option::is_some));
    let failed = Memo::new(move |_| match session.leaving.get() {
        Some(Leaving::Failed(why)) => Some(keep_error(&why, language.get())),
        _ => None,
    });
    let title = Signal::derive(move || {
        let word = if failed.with(Option::is_some) { Lock::NotSealed } else { Lock::Sealing };
        language.say(word).to_owned()
    });
    let back = Callback::new(move |()| {
        if failed.with_untracked(Option::is_some) {
            session.leaving.set(None);
        }
    });
    let foot = move || {
        failed.with(Option::is_some).then(|| {
            view! {
                <Button label=t(Lock::LockAnyway) look=Look::Danger name="lock-anyway" on_press=Callback::new(move |()| session.forget()) />
                <Button label=t(Lock::GoBack) name="lock-back" on_press=back />
                <Button label=t(Gate::TryAgain) look=Look::Primary name="lock-again" on_press=Callback::new(move |()| spawn_local(session.leave())) />
            }
        })
    };
    view! {
        <Dialog open=is_open title=title close_label=t(Lock::GoBack) on_close=back foot=foot name="curtain">
            <p role="alert">{move || failed.get().map(|why| language.say_with(Lock::NotSealedText, &[&why]))}</p>
        </Dialog>
    }
    .into_any()
}

/// After unlocking, the field that had the focus at the lock has it again, as soon as its page has read what belongs there.
fn back_to_the_field() {
    let key = prefs::read(Pref::LastField).filter(|key| !key.is_empty());
    prefs::write(Pref::LastField, "");
    if let Some(key) = key {
        try_field(key, 60);
    }
}

fn try_field(key: String, tries: u8) {
    if browser::focus_field(&key) || tries == 0 || browser::focused_field().is_some() {
        return;
    }
    set_timeout(move || try_field(key, tries - 1), Duration::from_millis(50));
}
