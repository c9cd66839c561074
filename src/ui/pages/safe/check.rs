//! The self-check: every summary computed anew from its file and compared; what differs is named, and mended on request.
use crate::app::register::use_register;
use crate::app::selfcheck::{self, Checked, Fault};
use crate::i18n::pages::SelfCheck as W;
use crate::i18n::{Common, Word, t, t_with, use_language};
use crate::ui::kit::{Banner, Button, Card, Icon, Look, Progress, Tone, use_toasts};
use crate::ui::words::{keep_error, vault_error};
use crate::vault::VaultError;
use futures::future::{AbortHandle, Abortable};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Differing files shown one by one.
const SHOWN: usize = 20;

#[derive(Clone)]
enum State {
    Idle,
    Working,
    Done(Checked),
    Stopped,
    Failed(VaultError),
}

#[component]
pub fn SelfCheckCard() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let state = RwSignal::new_local(State::Idle);
    let done = RwSignal::new((0, 0));
    let stop = StoredValue::new_local(None::<AbortHandle>);
    let is_working = Signal::derive(move || state.with(|state| matches!(state, State::Working)));
    let run = Callback::new(move |()| {
        if is_working.get_untracked() {
            return;
        }
        let (handle, stopped) = AbortHandle::new_pair();
        stop.set_value(Some(handle));
        done.set((0, 0));
        state.set(State::Working);
        spawn_local(async move {
            let vault = register.vault();
            let work = selfcheck::check(&vault, move |now, all| {
                done.try_set((now, all));
            });
            state.try_set(match Abortable::new(work, stopped).await {
                Ok(Ok(checked)) => State::Done(checked),
                Ok(Err(error)) => State::Failed(error),
                Err(_) => State::Stopped,
            });
        });
    });
    let mend = Callback::new(move |()| {
        let State::Done(checked) = state.get_untracked() else { return };
        let ids: Vec<_> =
            checked.faults.iter().filter(|(_, fault)| fault.can_mend()).map(|(id, _)| *id).collect();
        spawn_local(async move {
            match register.mend(&ids).await {
                Ok(()) => {
                    toasts.say(W::Mended.text(language.now()));
                    run.run(());
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    let shown = move || {
        match state.get() {
        State::Idle => ().into_any(),
        State::Working => view! {
            <Progress
                label=t(W::Running)
                done=Signal::derive(move || Some(done.get()).filter(|(_, all)| *all > 0))
                cancel=t(Common::Cancel)
                on_cancel=Callback::new(move |()| stop.with_value(|stop| stop.iter().for_each(AbortHandle::abort)))
            />
        }
        .into_any(),
        State::Done(checked) => view! { <Answer checked mend /> }.into_any(),
        State::Stopped => view! { <Banner title=t(W::Stopped) /> }.into_any(),
        State::Failed(error) => view! {
            <Banner title=Signal::derive(move || vault_error(&error, language.get())) tone=Tone::Late />
        }
        .into_any(),
    }
    };
    view! {
        <Card title=t(W::Title) name="self-check">
            <p>{t(W::Text)}</p>
            {shown}
            <div class="row">
                <Button label=t(W::Run) icon=Icon::Search busy=is_working on_press=run name="self-check" />
            </div>
        </Card>
    }
}

#[component]
fn Answer(checked: Checked, mend: Callback<()>) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let (files, count) = (checked.files.to_string(), checked.faults.len());
    if count == 0 {
        let text = t_with(W::Good, move || vec![files.clone()]);
        return view! { <Banner title=text tone=Tone::Good name="self-check-good" /> }.into_any();
    }
    let title = t_with(W::Bad, move || vec![files.clone(), count.to_string()]);
    let can_mend = checked.faults.values().any(|fault| fault.can_mend());
    let lines = checked.faults.into_iter().take(SHOWN).map(|(id, fault)| {
        let name = move || match register.name_of(id) {
            name if name.is_empty() => language.say(W::NoName).to_owned(),
            name => name,
        };
        let word = match fault {
            Fault::Differs => W::Differs,
            Fault::NotListed => W::NotListed,
            Fault::NoFile => W::NoFile,
            Fault::Unreadable => W::Unreadable,
        };
        view! { <li><strong>{name}</strong>" · "{t(word)}</li> }
    });
    view! {
        <Banner title=title tone=Tone::Due name="self-check-bad" />
        <ul class="notes">{lines.collect_view()}</ul>
        {can_mend.then(|| view! {
            <div class="row"><Button label=t(W::Mend) look=Look::Primary on_press=mend name="mend" /></div>
        })}
    }
    .into_any()
}
