//! A minimal list goes out: its columns with the reason for each, to whom, what for; written down first, then downloaded. And the
//! log of all that went.
use crate::app::duty::departments::{Handing, draft, file_name, hand_out, keep_draft, list_name, members};
use crate::app::duty::watch;
use crate::app::ledgers::workbook;
use crate::app::register::Register;
use crate::app::session::use_session;
use crate::domain::codes::DEPARTMENT;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Transfer;
use crate::i18n::pages::duty::{Departments as W, why_word};
use crate::i18n::pages::ledgers::{Ledgers, ledger_column};
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::platform::{clock, files};
use crate::report::duty::Handed;
use crate::report::duty::minimal::Minimal;
use crate::ui::kit::{
    Button, Card, Choice, Dialog, Fault, Field, Icon, Look, Select, Status, TextInput, Toggle, Tone,
    use_toasts,
};
use crate::ui::words::{desk_error, keep_error};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeSet;

#[component]
pub fn HandOut(register: Register, open: RwSignal<Option<&'static Minimal>>) -> impl IntoView {
    let (language, toasts) = (use_language(), use_toasts());
    let handing = RwSignal::new(Handing::default());
    let (busy, tried) = (RwSignal::new(false), RwSignal::new(false));
    let close = Callback::new(move |()| open.set(None));
    // Another list is another purpose.
    Effect::new(move |before: Option<Option<&'static str>>| {
        let now = open.get().map(|list| list.key);
        if now.is_some() && before.flatten() != now {
            handing.set(Handing::default());
            tried.set(false);
        }
        if let Some(list) = open.get_untracked() {
            spawn_local(async move {
                match draft(register, list).await {
                    // What was typed meanwhile is newer.
                    Ok(Some(kept)) => {
                        handing.try_update(|handing| {
                            if *handing == Handing::default() {
                                *handing = kept;
                            }
                        });
                    }
                    Ok(None) => {}
                    Err(why) => toasts.fail(keep_error(&why, language.now())),
                }
            });
        }
        now.or(before.flatten())
    });
    // The list stays known while the dialog closes: what was typed belongs to it.
    let last = StoredValue::new(None::<&'static Minimal>);
    Effect::new(move || {
        if let Some(list) = open.get() {
            last.set_value(Some(list));
        }
    });
    let sealed = move || async move {
        match (last.try_get_value().flatten(), handing.try_get_untracked()) {
            (Some(list), Some(handing)) => keep_draft(register, list, &handing).await,
            _ => Ok(()),
        }
    };
    use_session().drafts.hold(sealed);
    let seal = Callback::new(move |()| {
        spawn_local(async move {
            if let Err(why) = sealed().await {
                toasts.fail(keep_error(&why, language.now()));
            }
        });
    });
    let towns = Signal::derive(move || {
        let towns: BTreeSet<String> = register.summaries.with(|all| {
            let pupils = all.values().filter(|s| s.is_listed()).filter_map(|summary| summary.pupil());
            pupils.map(|pupil| pupil.town.clone()).filter(|town| !town.is_empty()).collect()
        });
        towns.into_iter().map(|town| Choice::new(town.clone(), town)).collect::<Vec<_>>()
    });
    let count = Memo::new(move |_| {
        let town = handing.with(|handing| handing.town.clone());
        open.get().map_or(0, |list| members(register, list, &town).len())
    });
    let ready = move || {
        let list = open.get_untracked();
        handing.with_untracked(|handing| {
            !handing.why.trim().is_empty()
                && list.is_some_and(|list| !list.by_town || !handing.town.is_empty())
        })
    };
    let press = Callback::new(move |()| {
        tried.set(true);
        let Some(list) = open.get_untracked().filter(|_| ready()) else { return };
        let (asked, lang) = (handing.get_untracked(), language.now());
        let name = file_name(list, &asked.town, register.today.get_untracked(), lang);
        busy.set(true);
        spawn_local(async move {
            match hand_out(register, list, asked, lang).await {
                Err(why) => toasts.fail(keep_error(&why, lang)),
                Ok(table) => match workbook(table).await {
                    Ok(Some(bytes)) => match files::save(&name, &[bytes]) {
                        true => {
                            handing.try_set(Handing::default());
                            seal.try_run(());
                            open.try_set(None);
                            toasts.say(language.say(W::Made));
                        }
                        false => toasts.fail(language.say(Transfer::ExportNoRoom)),
                    },
                    Ok(None) => toasts.fail(language.say(Ledgers::TooLarge)),
                    Err(why) => toasts.fail(desk_error(why, lang)),
                },
            }
            busy.try_set(false);
        });
    });
    let title = t_with(W::OutTitle, move || {
        vec![open.get().map(|list| list_name(list, language.get()).to_owned()).unwrap_or_default()]
    });
    let columns = move || {
        let row = |(key, why): &(&'static str, crate::report::duty::minimal::Why)| {
            let (key, why) = (*key, *why);
            view! { <tr><th scope="row">{move || ledger_column(key, language.get())}</th><td>{t(why_word(why))}</td></tr> }
        };
        open.get().map(|list| list.columns.iter().map(row).collect_view())
    };
    let by_town = Memo::new(move |_| open.get().is_some_and(|list| list.by_town));
    let fault = Signal::derive(move || {
        let missing = tried.get() && handing.with(|handing| handing.why.trim().is_empty());
        missing.then(|| Fault { text: language.say(W::PurposeMissing).to_owned(), ..Fault::default() })
    });
    let town_fault = Signal::derive(move || {
        let missing = tried.get() && handing.with(|handing| handing.town.is_empty());
        missing.then(|| Fault { text: language.say(W::ChooseTown).to_owned(), ..Fault::default() })
    });
    let more = move || language.say(if handing.with(|h| h.whole) { W::WholeText } else { W::MaskedText });
    let foot = move || {
        view! {
            <Button label=t(Common::Cancel) on_press=close />
            <Button label=t(W::HandOut) icon=Icon::Export look=Look::Primary busy on_press=press name="hand-out" />
        }
    };
    view! {
        <Dialog open=Signal::derive(move || open.get().is_some()) title=title close_label=t(Common::Close) on_close=close foot=foot wide=true name="hand-out-dialog">
            <p role="status">{t_with(W::OutText, move || vec![count.get().to_string()])}</p>
            <div class="table-box"><table class="table"><thead><tr><th scope="col">{t(W::Column)}</th><th scope="col">{t(W::Why)}</th></tr></thead><tbody>{columns}</tbody></table></div>
            <Show when=move || by_town.get()>
                <Field label=t(W::Town) fault=town_fault>
                    <Select options=towns value=Signal::derive(move || handing.with(|h| h.town.clone())) on_change=Callback::new(move |(town,): (String,)| { handing.update(|h| h.town = town); seal.run(()); }) blank=t(W::ChooseTown) />
                </Field>
            </Show>
            <Field label=t(W::Purpose) fault=fault>
                <TextInput value=Signal::derive(move || handing.with(|h| h.why.clone())) on_input=Callback::new(move |(text,): (String,)| handing.update(|h| h.why = text)) on_change=seal />
            </Field>
            <Field label=t(W::Receiver)>
                <TextInput value=Signal::derive(move || handing.with(|h| h.receiver.clone())) on_input=Callback::new(move |(text,): (String,)| handing.update(|h| h.receiver = text)) on_change=seal />
            </Field>
            <Toggle label=t(W::Whole) value=Signal::derive(move || handing.with(|h| h.whole)) on_change=Callback::new(move |(on,)| { handing.update(|h| h.whole = on); seal.run(()); }) />
            <p class="muted small" role="status">{more}</p>
        </Dialog>
    }
    .into_any()
}

/// Who handed out what, to whom, when, with which columns, how many rows.
#[component]
pub fn Log(register: Register) -> impl IntoView {
    let language = use_language();
    let file = watch(register);
    let row = move |handed: &Handed| {
        let lang = language.get();
        let record = &handed.record;
        let name = Minimal::of(&record.list)
            .map_or_else(|| record.list.clone(), |list| list_name(list, lang).to_owned());
        let department = code_text(&DEPARTMENT, &record.department, lang);
        let size = language.say_with(
            W::LogLine,
            &[&record.columns.len().to_string(), &record.rows.unwrap_or_default().to_string()],
        );
        let zone = clock::zone();
        let when = [dates::long(handed.at.date(zone), lang), handed.at.time(zone).to_string()].join(" ");
        let who = language.say_with(W::LogBy, &[&register.name_of(handed.by), &when]);
        let columns: Vec<&str> = record.columns.iter().map(|key| ledger_column(key, lang)).collect();
        let more =
            [who, size, record.why.clone(), record.receiver.clone(), columns.join(lang.pick("、", ", "))];
        let more = more.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        let whole =
            (record.whole == Some(true)).then(|| view! { <Status label=t(W::LogWhole) tone=Tone::Due /> });
        view! {
            <li class="setting"><div class="setting-main"><div class="setting-name">{department}"　"{name}</div><div class="setting-source">{more}</div></div><div class="setting-value">{whole}</div></li>
        }
    };
    let rows = move || file.duty.with(|duty| duty.handed.iter().map(row).collect_view());
    view! {
        <Card title=t(W::Log) name="handed">
            <Show when=move || file.duty.with(|duty| duty.handed.is_empty())><p class="muted">{t(W::NoLog)}</p></Show>
            <ul class="settings">{rows}</ul>
        </Card>
    }
    .into_any()
}
