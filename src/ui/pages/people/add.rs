//! Another person: someone of the staff or someone new, who types the passphrase.
use super::{Busy, NameField, People, is_name};
use crate::app::people::{self as act, Newcomer};
use crate::domain::id::FileId;
use crate::i18n::pages::People as W;
use crate::i18n::{Common, Word, fill, t, use_language};
use crate::ui::kit::{Banner, Button, Choice, ChoiceChips, Dialog, Field, Look, Tone, use_toasts};
use crate::ui::secret::{NewSecret, SecretFields};
use crate::ui::words::session_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The chip of one who is in no staff file.
const NEW: &str = "new";
/// More staff than this are found by typing the name.
const MOST: usize = 24;

#[component]
pub fn AddDialog(people: People, open: RwSignal<bool>) -> impl IntoView {
    view! {
        <Dialog open=open title=t(W::AddTitle) close_label=t(Common::Cancel) on_close=Callback::new(move |()| open.set(false)) name="add-person-dialog">
            <AddForm people open />
        </Dialog>
    }
}

#[component]
fn AddForm(people: People, open: RwSignal<bool>) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let staff = StoredValue::new(untrack(|| act::without_slot(people.register)));
    let is_short = staff.with_value(|staff| !staff.is_empty() && staff.len() <= MOST);
    let options = Signal::derive(move || {
        let someone_new = Choice::new(NEW, language.say(W::NotListed));
        let named = |(file, name): &(FileId, String)| Choice::new(file.to_string(), name.clone());
        staff.with_value(|staff| staff.iter().map(named).chain([someone_new]).collect::<Vec<_>>())
    });
    let chosen = RwSignal::new(if is_short { Vec::new() } else { vec![NEW.to_owned()] });
    let is_new = Memo::new(move |_| chosen.with(|chosen| chosen.iter().any(|value| value == NEW)));
    let name = RwSignal::new(String::new());
    let secret = NewSecret::default();
    let problem = RwSignal::new(String::new());
    let busy = RwSignal::new(false);
    let newcomer = move || {
        let typed = name.get().trim().to_owned();
        match is_new.get() {
            // Whoever types the name of a colleague who is here means that colleague, if only one has it.
            true => staff.with_value(|staff| {
                let mut same = staff.iter().filter(|(_, name)| *name == typed);
                match (same.next(), same.next()) {
                    (Some((file, name)), None) => Newcomer::Staff { file: *file, name: name.clone() },
                    _ => Newcomer::Named(typed),
                }
            }),
            false => staff.with_value(|staff| {
                let found =
                    staff.iter().find(|(file, _)| chosen.with(|chosen| chosen.contains(&file.to_string())));
                found.map_or(Newcomer::Named(String::new()), |(file, name)| Newcomer::Staff {
                    file: *file,
                    name: name.clone(),
                })
            }),
        }
    };
    let is_named = move || match newcomer() {
        Newcomer::Staff { .. } => true,
        Newcomer::Named(_) => is_name(name),
    };
    let add = Callback::new(move |()| {
        let Some(passphrase) = secret.take().filter(|_| !busy.get_untracked()) else { return };
        let newcomer = untrack(newcomer);
        let (Newcomer::Staff { name, .. } | Newcomer::Named(name)) = newcomer.clone();
        problem.set(String::new());
        busy.set(true);
        spawn_local(async move {
            match act::add(people.register, newcomer, &passphrase).await {
                Ok(_) => {
                    people.refresh();
                    toasts.say(fill(W::Added.text(language.now()), &[&name]));
                    open.try_set(false);
                }
                Err(why) => {
                    problem.try_set(session_error(&why, language.now()));
                }
            }
            busy.try_set(false);
        });
    });
    view! {
        <p class="muted">{t(W::AddText)}</p>
        <form class="stack" on:submit=move |event| { event.prevent_default(); add.run(()); }>
            <Show when=move || is_short>
                <Field label=t(W::Whom) group=true>
                    <ChoiceChips options=options chosen=chosen on_change=Callback::new(move |(now,)| chosen.set(now)) />
                </Field>
            </Show>
            <Show when=move || is_new.get()>
                    <NameField value=name />
            </Show>
            <SecretFields secret />
            <Show when=move || !problem.with(String::is_empty)><Banner title=problem tone=Tone::Late /></Show>
            <div class="row end">
                <Busy busy />
                <Button label=t(W::AddNow) look=Look::Primary submit=true large=true busy=busy name="add-now"
                    disabled=Signal::derive(move || !(is_named() && secret.is_filled())) />
            </div>
        </form>
    }
    .into_any()
}
