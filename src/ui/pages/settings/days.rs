//! The county's own days off and days with school: as lists, and from a tap on the calendar.
use super::CountyFile;
use super::calendar::Year;
use crate::app::register::new_record;
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::policy::{Day, DayOffDay, MakeUpDay};
use crate::domain::value::Values;
use crate::i18n::pages::County as W;
use crate::i18n::{Common, Word, dates, fill, t, use_language};
use crate::ui::kit::{Button, Card, Icon, IconButton, Look};
use leptos::prelude::*;

const OFF: &str = "day_off";
const MADE_UP: &str = "make_up_day";

/// A tap on a day: the county's record that decides it is changed, or one is made that turns it round.
pub fn edit_day(county: CountyFile, date: Date, day: &Day) {
    let holds = |(id, values): &(RecordId, Values)| {
        let days = DayOffDay::read(values).days()?;
        (days.from..=days.to).contains(&date).then_some(*id)
    };
    let is_day =
        |(id, values): &(RecordId, Values)| (MakeUpDay::read(values).date == Some(date)).then_some(*id);
    match day {
        Day::Outside => {}
        Day::Off { county: true, .. } => {
            open(county, OFF, untrack(|| county.records(OFF).iter().find_map(holds)), date)
        }
        Day::MadeUp { county: true, .. } => {
            open(county, MADE_UP, untrack(|| county.records(MADE_UP).iter().find_map(is_day)), date);
        }
        Day::School | Day::MadeUp { county: false, .. } => open(county, OFF, None, date),
        Day::Weekend | Day::Off { county: false, .. } => open(county, MADE_UP, None, date),
    }
}

fn open(county: CountyFile, table: &'static str, record: Option<RecordId>, date: Date) {
    let start = match table {
        OFF => DayOffDay { from: Some(date), ..DayOffDay::default() }.write(),
        _ => MakeUpDay { date: Some(date), ..MakeUpDay::default() }.write(),
    };
    county.edit(table, record.unwrap_or_else(new_record), start, None);
}

/// One entry of a list: its record, its first day, how it is written.
type Entry = (RecordId, Date, Date, String);

#[component]
pub fn DayLists(county: CountyFile, shown: Year) -> impl IntoView {
    let offs = move || {
        let read = |(id, values): (RecordId, Values)| {
            let off = DayOffDay::read(&values);
            let days = off.days()?;
            Some((id, days.from, days.to, off.name))
        };
        county.records(OFF).into_iter().filter_map(read).collect::<Vec<Entry>>()
    };
    let make_ups = move || {
        let read = |(id, values): (RecordId, Values)| {
            let day = MakeUpDay::read(&values);
            Some((id, day.date?, day.date?, day.name))
        };
        county.records(MADE_UP).into_iter().filter_map(read).collect::<Vec<Entry>>()
    };
    view! {
        <div class="grid">
            <DayList county shown table=OFF words=(W::DaysOff, W::AddOff, W::NoDaysOff) entries=Signal::derive(offs) />
            <DayList county shown table=MADE_UP words=(W::MakeUps, W::AddMakeUp, W::NoMakeUps) entries=Signal::derive(make_ups) />
        </div>
    }
}

#[component]
fn DayList(
    county: CountyFile,
    shown: Year,
    table: &'static str,
    words: (W, W, W),
    entries: Signal<Vec<Entry>>,
) -> impl IntoView {
    let language = use_language();
    let (title, add, none) = words;
    let of_year = Memo::new(move |_| {
        let year = shown.year.get();
        let mut of_year: Vec<Entry> = entries
            .get()
            .into_iter()
            .filter(|(_, from, to, _)| year.contains(*from) || year.contains(*to))
            .collect();
        of_year.sort_by_key(|(id, from, ..)| (*from, *id));
        of_year
    });
    let row = move |(id, from, to, name): Entry| {
        let lang = language.get();
        let span = match from == to {
            true => dates::short(from, lang),
            false => fill(W::Between.text(lang), &[&dates::short(from, lang), &dates::short(to, lang)]),
        };
        let label = [Common::Edit.text(lang), " ", &span].concat();
        view! {
            <li class="setting">
                <div class="setting-main"><div class="setting-name">{span}</div><div class="setting-source">{name}</div></div>
                <div class="setting-acts"><IconButton icon=Icon::Pen label=label on_press=Callback::new(move |()| open(county, table, Some(id), from)) /></div>
            </li>
        }
    };
    let new = Callback::new(move |()| county.edit(table, new_record(), Values::new(), None));
    view! {
        <Card title=t(title)>
            <Show when=move || of_year.with(Vec::is_empty)><p class="muted">{t(none)}</p></Show>
            <ul class="settings">{move || of_year.get().into_iter().map(row).collect_view()}</ul>
            <div class="row"><Button label=t(add) icon=Icon::Plus look=Look::Soft on_press=new /></div>
        </Card>
    }
    .into_any()
}
