//! The register out: whose files, with or without photographs, sealed with a passphrase or, after a warning, plain.
use super::words::export_error;
use crate::app::exchange::export::{self, ExportError, Made, Watch, Whose, Wish, pupils_of};
use crate::app::keys;
use crate::app::register::{Register, use_register};
use crate::domain::id::FileId;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, Word, t, t_with, use_language};
use crate::platform::files;
use crate::platform::worker::Desk;
use crate::register::summary::Content;
use crate::ui::kit::{
    Banner, Button, Card, Choice, ChoiceChips, ConfirmDialog, Field, Icon, Look, Progress, Select, Toggle,
    Tone, use_toasts,
};
use crate::ui::secret::{NewSecret, SecretFields};
use crate::vault::Passphrase;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

const EVERYONES: &str = "all";
const MINE: &str = "mine";
const SCHOOL: &str = "school";
const TEACHER: &str = "teacher";
const TEAM: &str = "team";

/// Schools or members of staff with their names, by name.
fn named(register: Register, staff: bool) -> Vec<Choice> {
    let mut found: Vec<Choice> = register.summaries.with(|all| {
        let wanted = all.values().filter(|summary| {
            summary.is_listed()
                && match summary.content {
                    Content::Staff(_) => staff,
                    Content::School(_) => !staff,
                    _ => false,
                }
        });
        wanted.map(|summary| Choice::new(summary.id.to_string(), summary.name.clone())).collect()
    });
    found.sort_by(|a, b| a.label.cmp(&b.label));
    found
}

/// The county's inspection teams, by name.
fn teams(register: Register) -> Vec<Choice> {
    let mut names: Vec<String> =
        register.policy.with(|policy| policy.teams.iter().map(|team| team.name.clone()).collect());
    names.sort();
    names.into_iter().map(|name| Choice::new(name.clone(), name)).collect()
}

#[component]
pub fn ExportCard() -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let of = RwSignal::new(EVERYONES.to_owned());
    let one = RwSignal::new(String::new());
    let photos = RwSignal::new(true);
    let sealed = RwSignal::new(true);
    let secret = NewSecret::default();
    let asking = RwSignal::new(false);
    let work = RwSignal::new(None::<(u64, u64)>);
    let stop: StoredValue<Rc<Cell<bool>>, LocalStorage> = StoredValue::new_local(Rc::default());
    let made = RwSignal::new_local(None::<Made>);
    let problem = RwSignal::new(None::<ExportError>);

    let whose = Memo::new(move |_| {
        let id = one.with(|id| id.parse::<FileId>().ok());
        match (of.get().as_str(), id) {
            (MINE, _) => Some(Whose::Mine),
            (SCHOOL, Some(id)) => Some(Whose::School(id)),
            (TEACHER, Some(id)) => Some(Whose::Teacher(id)),
            (TEAM, _) => one.with(|team| (!team.is_empty()).then(|| Whose::Team(team.clone()))),
            (SCHOOL | TEACHER, None) => None,
            _ => Some(Whose::Everyones),
        }
    });
    let pupils = Memo::new(move |_| {
        let today = register.today.get();
        whose
            .get()
            .map(|whose| register.summaries.with(|all| pupils_of(all, &whose, register.me(), today).len()))
    });
    let run = move |seal: Option<Passphrase>| {
        let Some(whose) = whose.get_untracked().filter(|_| work.with_untracked(Option::is_none)) else {
            return;
        };
        let (wish, flag) = (Wish { whose, photos: photos.get_untracked(), seal }, stop.get_value());
        flag.set(false);
        made.set(None);
        problem.set(None);
        work.set(Some((0, 1)));
        spawn_local(async move {
            let progress = |done, all| {
                work.try_set(Some((done, all)));
            };
            let cipher = keys::cipher(Desk::default());
            let watch = Watch { progress: &progress, stop: &flag };
            match export::export(register, &cipher, wish, watch).await {
                Ok(file) => {
                    if files::save_blob(&file.name, &file.blob) {
                        secret.renew();
                        toasts.say(W::Exported.text(language.now()));
                    }
                    made.try_set(Some(file));
                }
                Err(why) => {
                    problem.try_set(Some(why));
                }
            }
            work.try_set(None);
        });
    };
    let press = Callback::new(move |()| match sealed.get_untracked() {
        false => asking.set(true),
        true => {
            if let Some(passphrase) = secret.take() {
                run(Some(passphrase));
            }
        }
    });
    let plain = Callback::new(move |()| {
        asking.set(false);
        run(None);
    });

    let choices = Signal::derive(move || {
        let all = [
            (EVERYONES, W::WhoseAll),
            (MINE, W::WhoseMine),
            (SCHOOL, W::WhoseSchool),
            (TEACHER, W::WhoseTeacher),
            (TEAM, W::WhoseTeam),
        ];
        all.map(|(key, word)| Choice::new(key, language.say(word))).to_vec()
    });
    let choose = Callback::new(move |(now,): (Vec<String>,)| {
        one.set(String::new());
        of.set(now.into_iter().next().unwrap_or_else(|| EVERYONES.to_owned()));
    });
    let ones = Signal::derive(move || match of.get().as_str() {
        TEAM => teams(register),
        of => named(register, of == TEACHER),
    });
    let needs_one = move || of.with(|of| of == SCHOOL || of == TEACHER || of == TEAM);
    let is_ready = Signal::derive(move || {
        pupils.get().is_some_and(|count| count > 0 || of.get() == EVERYONES)
            && (!sealed.get() || secret.is_filled())
    });
    let count = move || pupils.get().map(|count| language.say_with(W::PupilsOut, &[&count.to_string()]));
    view! {
        <Card title=t(W::ExportTitle)>
            <p class="muted">{t(W::ExportText)}</p>
            <Field label=t(W::Whose) group=true>
                <ChoiceChips options=choices chosen=Signal::derive(move || vec![of.get()]) on_change=choose />
            </Field>
            <Show when=needs_one>
                <Select options=ones value=one on_change=Callback::new(move |(id,)| one.set(id)) blank=t(W::ChooseOne) label=t(W::ChooseOne) />
            </Show>
            <Show when=move || of.with(|of| of == TEAM)><p class="muted">{t(W::TeamText)}</p></Show>
            <p class="muted" role="status">{count}</p>
            <div class="row">
                <Toggle label=t(W::WithPhotos) value=photos on_change=Callback::new(move |(on,)| photos.set(on)) name="with-photos" />
                <Toggle label=t(W::Sealed) value=sealed on_change=Callback::new(move |(on,)| sealed.set(on)) name="sealed" />
            </div>
            <Show when=move || sealed.get() fallback=move || view! { <Banner title=t(W::PlainTitle) text=t(W::PlainText) tone=Tone::Due /> }>
                <p class="muted">{t(W::SealText)}</p>
                <SecretFields secret title=t(W::FilePassphrase) text=t(W::FilePassphraseText) />
            </Show>
            <Show when=move || work.get().is_some()>
                <Progress label=t(W::Exporting) done=work cancel=t(Common::Cancel) on_cancel=Callback::new(move |()| stop.with_value(|stop| stop.set(true))) />
            </Show>
            <div role="alert">{move || problem.get().map(|why| view! { <Banner title=Signal::derive(move || export_error(&why, language.get())) tone=Tone::Late /> })}</div>
            {move || made.get().map(|file| view! { <MadeView file /> })}
            <div class="row end">
                <Button label=t(Common::Export) icon=Icon::Export look=Look::Primary large=true busy=Signal::derive(move || work.get().is_some()) disabled=Signal::derive(move || !is_ready.get()) on_press=press name="export" />
            </div>
            <ConfirmDialog open=asking title=t(W::ExportWarn) text=t(W::PlainText) confirm=t(W::ExportPlain) cancel=t(Common::Cancel) danger=true on_confirm=plain on_cancel=Callback::new(move |()| asking.set(false)) />
        </Card>
    }
    .into_any()
}

/// The file that was made: what is in it, and how to get it once more.
#[component]
fn MadeView(file: Made) -> impl IntoView {
    let (files_in, photos, name) = (file.files.to_string(), file.photos.to_string(), file.name.clone());
    let text = t_with(W::MadeText, move || vec![files_in.clone(), photos.clone()]);
    let file = StoredValue::new_local(file);
    let again = Callback::new(move |()| {
        file.with_value(|file| files::save_blob(&file.name, &file.blob));
    });
    view! {
        <Banner title=name text tone=Tone::Good name="exported">
            <Button label=t(W::SaveAgain) icon=Icon::Export on_press=again />
        </Banner>
    }
}
