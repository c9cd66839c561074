//! What is done about someone else, after the own passphrase: a new passphrase for one who forgot it; removing.
use super::{Busy, OnePassphrase, People};
use crate::app::people::{self as app, Person};
use crate::i18n::pages::People as W;
use crate::i18n::{Common, Word, fill, t, use_language};
use crate::ui::kit::{Banner, Button, Dialog, Look, Progress, Tone, use_toasts};
use crate::ui::pages::gate::far;
use crate::ui::secret::{NewSecret, SecretFields};
use crate::ui::words::vault_error;
use crate::vault::Passphrase;
use leptos::prelude::*;
use leptos::task::spawn_local;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Act {
    Reset,
    Remove,
}

impl Act {
    /// Title, text, the button's words, what is said when it is done.
    fn words(self) -> [W; 4] {
        match self {
            Act::Reset => [W::ResetTitle, W::ResetText, W::ResetNow, W::ResetDone],
            Act::Remove => [W::RemoveTitle, W::RemoveText, W::RemoveNow, W::Removed],
        }
    }
}

#[component]
pub fn OtherDialog(people: People, act: RwSignal<Option<(Act, Person)>>) -> impl IntoView {
    let language = use_language();
    let open = Signal::derive(move || act.with(Option::is_some));
    let title = Signal::derive(move || {
        act.with(|act| {
            let (act, person) = act.as_ref()?;
            let [title, ..] = act.words();
            Some(fill(title.text(language.get()), &[&person.label]))
        })
        .unwrap_or_default()
    });
    view! {
        <Dialog open=open title=title close_label=t(Common::Cancel) on_close=Callback::new(move |()| act.set(None)) name="other-person-dialog">
            {move || act.get().map(|(what, person)| view! { <OtherForm people act what person /> })}
        </Dialog>
    }
}

#[component]
fn OtherForm(
    people: People,
    act: RwSignal<Option<(Act, Person)>>,
    what: Act,
    person: Person,
) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let [_, text, button, done] = what.words();
    let secret = NewSecret::default();
    let own = RwSignal::new(String::new());
    let wrong_own = RwSignal::new(String::new());
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let label = StoredValue::new(person.label.clone());
    let go = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        let new = match what {
            Act::Remove => None,
            Act::Reset => match secret.take() {
                Some(new) => Some(new),
                None => return,
            },
        };
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            let typed = Passphrase::typed(&own.get_untracked());
            let answer = match app::confirm(people.register, &typed).await {
                Ok(false) => {
                    wrong_own.try_set(W::WrongOwn.text(language.now()).to_owned());
                    busy.try_set(false);
                    return;
                }
                Ok(true) => match new {
                    Some(new) => {
                        people.session.replace_passphrase(people.register, person.slot, &new).await.map(drop)
                    }
                    None => people.session.remove_person(people.register, person.slot).await,
                },
                Err(why) => Err(why),
            };
            people.refresh();
            match answer {
                Ok(()) => {
                    toasts.say(fill(done.text(language.now()), &[&label.get_value()]));
                    act.try_set(None);
                }
                Err(why) => {
                    problem.try_set(vault_error(&why, language.now()));
                }
            }
            busy.try_set(false);
        });
    });
    let told = Signal::derive(move || language.say_with(text, &[&label.get_value()]));
    let is_ready = Signal::derive(move || {
        let typed = !own.with(String::is_empty);
        typed && (what == Act::Remove || secret.is_filled()) && (busy.get() || !people.is_busy())
    });
    let waits = move || (people.is_busy() && !busy.get()).then(|| language.say(W::Waiting));
    view! {
        <p>{told}</p>
        <form class="stack" on:submit=move |event| { event.prevent_default(); go.run(()); }>
            {(what == Act::Reset).then(|| view! { <SecretFields secret /> })}
            <OnePassphrase label=t(W::YourPassphrase) value=own problem=wrong_own />
            <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show>
            <p class="muted" role="status">{waits}</p>
            <Show when=move || busy.get() && people.is_busy()><Progress label=far() done=people.session.resealing /></Show>
            <div class="row end">
                <Busy busy />
                <Button label=t(button) submit=true large=true busy=busy name="other-now"
                    look=if what == Act::Remove { Look::Danger } else { Look::Primary }
                    disabled=Signal::derive(move || !is_ready.get()) />
            </div>
        </form>
    }
    .into_any()
}
