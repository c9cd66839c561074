//! A bare tablet joins a register: the sealed file, its passphrase, what is in it, who joins, an own passphrase, the recovery sheet.
use super::frame::Asked;
use super::risks::Risks;
use crate::app::exchange::join::{self, Who, staff_of};
use crate::app::exchange::look::Look;
use crate::app::keys;
use crate::app::session::use_session;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{t, use_language};
use crate::platform::room;
use crate::ui::kit::{Banner, Button, Choice, Field, Icon, Look as ButtonLook, Progress, Select, Tone};
use crate::ui::pages::people::{NameField, is_name};
use crate::ui::pages::transfer::looking::{Looking, LookingView};
use crate::ui::pages::transfer::preview::Preview;
use crate::ui::pages::transfer::words::join_error;
use crate::ui::secret::{NewSecret, SecretFields};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

#[component]
pub fn JoinRegister() -> impl IntoView {
    let looking = Looking::new(None);
    let shown = move || {
        looking.look.get().map(|look| {
            let name = look.plan.join().map(|card| card.name.clone());
            let allowed = look.plan.is_allowed();
            view! {
                <Preview look=look.clone() register=None />
                {match name {
                    _ if !allowed => view! { <Banner title=t(W::NotTakenIn) tone=Tone::Late /> }.into_any(),
                    None => view! { <Banner title=t(W::NoCard) tone=Tone::Late name="no-card" /> }.into_any(),
                    Some(name) => view! { <Join looking look name /> }.into_any(),
                }}
            }
        })
    };
    view! {
        <Asked title=t(W::JoinTitle) text=t(W::JoinText)>
            <Risks />
            <LookingView looking label=t(W::ChooseSealed) purpose=t(W::JoinTitle) look=ButtonLook::Primary />
            {shown}
        </Asked>
    }
    .into_any()
}

/// Who joins, and with which passphrase of their own.
#[component]
fn Join(looking: Looking, look: Arc<Look>, name: String) -> impl IntoView {
    let (session, language) = (use_session(), use_language());
    let staff = staff_of(&look);
    let has_staff = !staff.is_empty();
    let options: Vec<Choice> =
        staff.iter().map(|(id, name)| Choice::new(id.to_string(), name.clone())).collect();
    let options = Signal::stored(options);
    let staff = StoredValue::new(staff);
    let look = StoredValue::new(look);
    let (known, own) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let secret = NewSecret::default();
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let who = move || {
        let id = known.get();
        let found = staff.with_value(|all| all.iter().find(|(one, _)| one.to_string() == id).cloned());
        let typed = own.get().trim().to_owned();
        match found {
            Some((id, name)) => Some(Who::Known(id, name)),
            None => is_name(own).then_some(Who::New(typed)),
        }
    };
    let join = Callback::new(move |()| {
        let Some(who) = untrack(who).filter(|_| !busy.get_untracked()) else { return };
        let Some(passphrase) = secret.take() else { return };
        let Some(desk) = looking.desk.try_get_value() else { return };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            // Asked at the one moment when a person has shown that they mean to stay. Firefox asks the person: nothing waits for it.
            spawn_local(async {
                let _granted = room::persist().await;
            });
            let work = looking.work;
            let progress = move |done, all| {
                work.try_set(Some((W::TakingPhotos, Some((done, all)))));
            };
            let look = Arc::unwrap_or_clone(look.get_value());
            let cipher = keys::cipher(desk.clone());
            match join::join(session, cipher, &desk, look, who, &passphrase, &progress).await {
                Ok(code) => {
                    desk.stop();
                    session.show_sheet(&code);
                }
                Err(why) => {
                    problem.try_set(join_error(&why, language.now()));
                }
            }
            work.try_set(None);
            busy.try_set(false);
        });
    });
    let is_ready = Signal::derive(move || who().is_some() && secret.is_filled());
    let is_new = move || known.with(String::is_empty);
    view! {
        <form class="stack" on:submit=move |event| { event.prevent_default(); join.run(()); }>
            <h2>{move || language.say_with(W::JoinAs, &[&name])}</h2>
            <Show when=move || has_staff>
                <Field label=t(W::WhoAreYou) hint=t(W::WhoAreYouHint) name="who">
                    <Select options value=known on_change=Callback::new(move |(id,)| known.set(id)) blank=t(W::NotListed) />
                </Field>
            </Show>
            <Show when=is_new>
                <NameField value=own />
            </Show>
            <SecretFields secret />
            <Show when=move || busy.get()>
                <Progress label=t(W::Joining) done=Signal::stored(None) />
            </Show>
            <div role="alert"><Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show></div>
            <div class="row end">
                <Button label=t(W::Join) icon=Icon::Tablet look=ButtonLook::Primary large=true submit=true busy disabled=Signal::derive(move || !is_ready.get()) name="join" />
            </div>
        </form>
    }
    .into_any()
}
