//! The check before leaving: each line in words, with a shape, and with what to do about it.
use super::age::standing_text;
use crate::app::due::use_due;
use crate::app::ready::{self, ClockFault, Facts, Line};
use crate::app::register::{Register, use_register};
use crate::i18n::pages::{ReadyCheck as W, Tablet};
use crate::i18n::{Lang, Word, dates, fill, t, use_language};
use crate::platform::browser::Offline;
use crate::platform::clock;
use crate::platform::room::{self, Kept};
use crate::ui::kit::{Banner, Button, Card, Icon, Look, Progress, Status, Tone, use_toasts};
use leptos::prelude::*;
use leptos::task::spawn_local;

#[component]
pub fn ReadyCard() -> impl IntoView {
    let due = use_due();
    let facts = RwSignal::new(None::<Facts>);
    let running = RwSignal::new(None::<(u64, u64)>);
    let run = Callback::new(move |()| {
        if running.get_untracked().is_some() {
            return;
        }
        running.set(Some((0, 0)));
        spawn_local(async move {
            let found = ready::gather(due, move |done, all| {
                running.try_set(Some((done, all)));
            })
            .await;
            facts.try_set(Some(found));
            running.try_set(None);
        });
    });
    let label = Signal::derive(move || if facts.with(Option::is_some) { W::Again } else { W::Run });
    let language = use_language();
    view! {
        <Card title=t(W::Title) name="ready">
            <p>{t(W::Text)}</p>
            <Show when=move || running.get().is_some()>
                <Progress label=t(W::Running) done=Signal::derive(move || running.get().filter(|(_, all)| *all > 0)) />
            </Show>
            {move || facts.get().map(|facts| view! { <Lines facts again=run /> })}
            <div class="row">
                <Button
                    label=Signal::derive(move || language.say(label.get()).to_owned())
                    icon=Icon::Shield
                    look=Look::Soft
                    large=true
                    busy=Signal::derive(move || running.get().is_some())
                    on_press=run
                    name="ready-check"
                />
            </div>
        </Card>
    }
}

#[component]
fn Lines(facts: Facts, again: Callback<()>) -> impl IntoView {
    let language = use_language();
    let lines = ready::judge(&facts);
    let amber = lines.iter().filter(|line| !line.is_good()).count();
    let title = Signal::derive(move || match amber {
        0 => language.say(W::AllGood).to_owned(),
        count => language.say_with(W::SomeToDo, &[&count.to_string()]),
    });
    let tone = if amber == 0 { Tone::Good } else { Tone::Due };
    view! {
        <Banner title=title tone=tone name="ready-answer" />
        <ul class="checks">{lines.into_iter().map(|line| view! { <OneLine line again /> }).collect_view()}</ul>
    }
    .into_any()
}

#[component]
fn OneLine(line: Line, again: Callback<()>) -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let is_good = line.is_good();
    let (word, tone) = if is_good { (W::Good, Tone::Good) } else { (W::Look, Tone::Due) };
    let can_ask = line == Line::Kept(Kept::NotPromised);
    let label = label(&line);
    let ask = Callback::new(move |()| {
        spawn_local(async move {
            let kept = room::persist().await;
            let word = if kept == Kept::Promised { Tablet::Asked } else { Tablet::AskedNo };
            toasts.say(word.text(language.now()));
            again.run(());
        });
    });
    view! {
        <li class="check">
            <Status label=t(word) tone=tone />
            <div class="grow">
                <strong>{t(label)}</strong>
                <div>{move || line_text(&line, register, language.get())}</div>
            </div>
            {can_ask.then(|| view! { <Button label=t(W::AskKept) on_press=ask name="ask-kept" /> })}
        </li>
    }
    .into_any()
}

fn label(line: &Line) -> W {
    match line {
        Line::Files { .. } => W::Files,
        Line::Offline(_) => W::Offline,
        Line::Room { .. } => W::Room,
        Line::Clock(_) => W::Clock,
        Line::Backup(_) => W::Backup,
        Line::Kept(_) => W::Kept,
    }
}

/// What is so, and what to do about it.
fn line_text(line: &Line, register: Register, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match line {
        Line::Files { opened: 0, closed } if closed.is_empty() => say(W::FilesNone, &[]),
        Line::Files { opened, closed } if closed.is_empty() => say(W::FilesGood, &[&opened.to_string()]),
        Line::Files { closed, .. } => {
            let names: Vec<String> = closed.iter().map(|id| register.name_of(*id)).collect();
            say(W::FilesBad, &[&closed.len().to_string(), &names.join(lang.pick("、", ", "))])
        }
        Line::Offline(Offline::Ready) => say(W::OfflineGood, &[]),
        Line::Offline(Offline::NotYet) => say(W::OfflineNotYet, &[]),
        Line::Offline(Offline::Failed) => say(W::OfflineFailed, &[]),
        Line::Offline(Offline::Never) => say(W::OfflineNever, &[]),
        Line::Room { free: None, needed } => say(W::RoomUnknown, &[&dates::bytes(*needed)]),
        Line::Room { free: Some(free), needed } => {
            let word = if line.is_good() { W::RoomGood } else { W::RoomBad };
            say(word, &[&dates::bytes(*free), &dates::bytes(*needed)])
        }
        Line::Clock(fault) => clock_text(*fault, lang),
        Line::Backup(standing) if line.is_good() => standing_text(*standing, lang),
        Line::Backup(standing) => say(W::BackupBad, &[&standing_text(*standing, lang)]),
        Line::Kept(Kept::Promised) => say(W::KeptGood, &[]),
        Line::Kept(Kept::NotPromised) => say(W::KeptBad, &[]),
        Line::Kept(Kept::CannotSay) => say(W::KeptUnknown, &[]),
    }
}

fn clock_text(fault: Option<ClockFault>, lang: Lang) -> String {
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    let today = dates::long(clock::today(), lang);
    match fault {
        None => say(W::ClockGood, &[&[today, clock::now().to_string()].join(" ")]),
        Some(ClockFault::Behind { minutes }) => {
            let time = match minutes {
                0..120 => fill(crate::i18n::Common::Minutes.text(lang), &[&minutes.to_string()]),
                120..2_880 => say(W::Hours, &[&(minutes / 60).to_string()]),
                _ => fill(crate::i18n::Common::Days.text(lang), &[&(minutes / 1_440).to_string()]),
            };
            say(W::ClockBehind, &[&time])
        }
        Some(ClockFault::Leap { days }) => say(W::ClockLeap, &[&days.to_string(), &today]),
        Some(ClockFault::Zone) => say(W::ClockZone, &[]),
    }
}
