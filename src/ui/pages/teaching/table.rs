//! The arranged visits of the next two weeks by day and village; out as a calendar file whose name holds no word of a person.
use crate::app::ledgers::own_table;
use crate::app::register::use_register;
use crate::i18n::pages::Teaching as W;
use crate::i18n::{Word, dates, t, use_language};
use crate::interchange::xlsx::table::Entry;
use crate::platform::files;
use crate::report::timetable::{Slot, Words, ics, slots};
use crate::ui::kit::{Button, Card, Icon, Look, Toggle, use_toasts};
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;

const DAYS: i64 = 14;

#[component]
pub fn TimetableCard(#[prop(into)] all: Signal<bool>) -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let names = RwSignal::new(false);
    let found = Memo::new(move |_| {
        let today = register.today.get();
        let whose = (!all.get()).then(|| register.me());
        register.summaries.with(|all| slots(all.values(), whose, today, today.plus_days(DAYS - 1)))
    });
    let export = Callback::new(move |()| {
        let lang = language.now();
        let today = register.today.get_untracked();
        let minutes = register.policy.with_untracked(|policy| {
            i64::from(policy.frequency_on(today).periods_per_visit) * policy.class_minutes
        });
        let words =
            Words { visit: W::Event.text(lang), names: names.get_untracked(), minutes, made_on: today };
        let text = found.with_untracked(|slots| ics(slots, &words));
        match files::save(&format!("baoxue-{today}.ics"), &[text.into_bytes()]) {
            true => toasts.say(W::Saved.text(lang)),
            false => toasts.fail(W::NotSaved.text(lang).to_owned()),
        }
    });
    let days = move || {
        let mut days: Vec<(crate::domain::date::Date, Vec<Slot>)> = Vec::new();
        for slot in found.get() {
            match days.last_mut().filter(|(day, _)| *day == slot.date) {
                Some((_, slots)) => slots.push(slot),
                None => days.push((slot.date, vec![slot])),
            }
        }
        let line = |slot: Slot| {
            let when =
                slot.start.map_or_else(|| language.say(W::NoTime).to_owned(), |start| start.to_string());
            let place = [slot.town.as_str(), &slot.village].join(" ").trim().to_owned();
            view! { <li><span class="muted">{place}" · "{when}" · "</span><a href=format!("/pupils/{}", slot.file)>{slot.name}</a></li> }
        };
        let day = |(day, slots): (crate::domain::date::Date, Vec<Slot>)| {
            let title = dates::long(day, language.get());
            view! { <section><h3>{title}</h3><ul class="plain-list">{slots.into_iter().map(line).collect_view()}</ul></section> }
        };
        days.into_iter().map(day).collect_view()
    };
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads = [W::Day, W::Hour, W::Town, W::Village, W::Pupil].map(|word| word.text(lang).to_owned());
        let row = |slot: &Slot| {
            let start = slot.start.map(|start| Entry::Text(start.to_string())).unwrap_or(Entry::Empty);
            let [town, village, name] =
                [&slot.town, &slot.village, &slot.name].map(|text| Entry::Text(text.clone()));
            vec![Entry::Date(slot.date), start, town, village, name]
        };
        let rows = found.with_untracked(|slots| slots.iter().map(row).collect());
        own_table(register, W::Table.text(lang), heads.to_vec(), rows, lang)
    });
    let none = Memo::new(move |_| found.with(Vec::is_empty));
    view! {
        <Card title=t(W::Table) name="timetable">
            <Show when=move || !none.get() fallback=move || view! { <p class="muted">{t(W::NoSlots)}</p> }>
                {days}
                <p class="muted small">{t(W::NamesText)}</p>
                <div class="row">
                    <Toggle label=t(W::Names) value=names on_change=Callback::new(move |(on,)| names.set(on)) name="names" />
                    <Button label=t(W::ToCalendar) icon=Icon::Export look=Look::Soft on_press=export name="ics" />
                    <WorkbookButton table name="export-timetable" />
                </div>
            </Show>
        </Card>
    }
    .into_any()
}
