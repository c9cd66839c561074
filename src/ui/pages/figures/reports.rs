//! 报表: a month of a school, a quarter, a term or a year of the county; computed, submitted, frozen; what changed since the last one
//! and why. Which report stands in the address; what is typed in its comment is kept until it is submitted or another is opened.
use super::handed::Handed;
use super::sheet::Sheet;
use crate::app::register::use_register;
use crate::app::reports::{About, Submitted, latest, watch};
use crate::domain::codes;
use crate::domain::date::Date;
use crate::i18n::codes::code_text;
use crate::i18n::pages::figures::Figures as W;
use crate::i18n::{dates, t, use_language};
use crate::report::figure::Period;
use crate::report::periodic::Kind;
use crate::ui::kit::{Card, Choice, ChoiceChips, DateInput, Field, Select};
use crate::ui::query::{Query, use_query};
use leptos::prelude::*;

/// The report that the address names.
#[derive(Clone, Copy)]
struct Asked {
    kind: Query,
    day: Query,
    school: Query,
    about: Memo<About>,
}

#[component]
pub fn Reports() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let (kind, day, school) = (use_query("kind"), use_query("day"), use_query("school"));
    let about = Memo::new(move |_| {
        let kind = Kind::of(&kind.get()).unwrap_or(Kind::Month);
        let day: Date = day.get().parse().unwrap_or_else(|_| register.today.get());
        let school = (kind == Kind::Month).then(|| school.get().parse().ok()).flatten();
        About { kind, school, period: kind.period(day) }
    });
    let asked = Asked { kind, day, school, about };
    let sent = watch(register, Signal::derive(move || asked.about.get().school));
    let kinds = Signal::derive(move || {
        let lang = language.get();
        Kind::ALL
            .map(|kind| Choice::new(kind.code(), code_text(&codes::REPORT_KIND, kind.code(), lang)))
            .to_vec()
    });
    let schools = Signal::derive(move || {
        let mut all: Vec<Choice> = register.summaries.with(|files| {
            let listed = files.values().filter(|file| file.is_listed() && file.school().is_some());
            listed.map(|file| Choice::new(file.id.to_string(), file.name.as_str())).collect()
        });
        all.sort_by(|a, b| a.label.cmp(&b.label));
        all
    });
    let chosen = Signal::derive(move || vec![asked.about.get().kind.code().to_owned()]);
    let choose = Callback::new(move |(keys,): (Vec<String>,)| {
        if let Some(key) = keys.first() {
            asked.kind.set(key);
        }
    });
    let value = Signal::derive(move || {
        let text = asked.day.get();
        if text.is_empty() { register.today.get().to_string() } else { text }
    });
    let is_month = Memo::new(move |_| asked.about.get().kind == Kind::Month);
    let held = Signal::derive(move || asked.school.get());
    view! {
        <div class="figure-days no-print">
            <Field label=t(W::Kind) group=true name="kind"><ChoiceChips options=kinds chosen on_change=choose label=t(W::Kind) /></Field>
            <Show when=move || is_month.get()>
                <Field label=t(W::School) name="school">
                    <Select options=schools value=held blank=Signal::derive(move || language.say(W::County).to_owned()) on_change=Callback::new(move |(id,): (String,)| asked.school.set(&id)) />
                </Field>
            </Show>
            <Field label=t(W::AnyDay) name="day"><DateInput value on_change=Callback::new(move |(text,): (String,)| asked.day.set(&text)) /></Field>
        </div>
        {move || view! { <Sheet about=asked.about.get() sent /> }}
        <Handed about />
        <div class="no-print"><Card title=t(W::Sent)>{move || sent_list(&sent.get(), asked)}</Card></div>
    }
    .into_any()
}

/// Days of a period as words.
pub fn days_text(period: Period, lang: crate::i18n::Lang) -> String {
    let [from, on] = [period.from, period.on].map(|day| dates::long(day, lang));
    crate::i18n::fill(crate::i18n::Word::text(W::BulletinPeriod, lang), &[&from, &on])
}

/// Each report once, by its latest version.
fn sent_list(all: &[Submitted], asked: Asked) -> AnyView {
    let (register, language) = (use_register(), use_language());
    if all.is_empty() {
        return view! { <p class="muted">{t(W::NoneSent)}</p> }.into_any();
    }
    let row = |one: &Submitted| {
        let about = one.about;
        let lang = language.get();
        let school = about.school.map(|id| register.name_of(id));
        let name = [
            code_text(&codes::REPORT_KIND, about.kind.code(), lang),
            school.unwrap_or_else(|| language.say(W::County).to_owned()),
            days_text(about.period, lang),
        ];
        let on = one.on.map(|on| dates::long(on, lang)).unwrap_or_default();
        let by = register.name_of(one.by);
        let line =
            [by.as_str(), " ", &language.say_with(W::SentLine, &[&on, &one.version.to_string()])].concat();
        let open = move |_| {
            asked.kind.set(about.kind.code());
            asked.school.set(&about.school.map(|id| id.to_string()).unwrap_or_default());
            asked.day.set(&about.period.from.to_string());
        };
        view! {
            <li><button type="button" class="button plain" on:click=open>{name.join(" · ")}</button><span class="muted small">{line}</span></li>
        }
    };
    let newest = all.iter().filter(|one| latest(all, one.about).is_some_and(|latest| latest.id == one.id));
    view! { <ul class="sent-reports">{newest.map(row).collect_view()}</ul> }.into_any()
}
