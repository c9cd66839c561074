//! Another day: three quick picks, or any day to come.
use super::Target;
use super::skip::keep_booking;
use crate::app::register::use_register;
use crate::domain::date::Date;
use crate::domain::value::Cell;
use crate::i18n::pages::Today as W;
use crate::i18n::{Common, Lang, Word, dates, t, use_language};
use crate::register::change::Act;
use crate::ui::kit::{Button, DateInput, Dialog, Field, Look, use_toasts};
use leptos::prelude::*;

const QUICK_PICKS: usize = 3;
/// How far ahead days with school are looked for: the longest holiday.
const LOOK_AHEAD_DAYS: i64 = 90;

#[component]
pub fn MoveDialog(moving: RwSignal<Option<Target>>) -> impl IntoView {
    let (register, language, toasts) = (use_register(), use_language(), use_toasts());
    let typed = RwSignal::new(String::new());
    let tomorrow = move || register.today.get().plus_days(1);
    let move_to = move |day: Date| {
        let Some(target) = moving.get_untracked() else { return };
        moving.set(None);
        typed.set(String::new());
        let from = target.booked.map_or_else(|| register.today.get_untracked(), |(_, on)| on);
        let mut values =
            [("date".to_owned(), day.write())].into_iter().collect::<crate::domain::value::Values>();
        if from != day {
            values.insert("moved_from".into(), from.write());
        }
        keep_booking(register, language, toasts, target, Act::PLAN_VISIT, values, W::Moved);
    };
    let picks = Memo::new(move |_| {
        let from = tomorrow();
        let days = register.calendar.get().teaching_days(from, from.plus_days(LOOK_AHEAD_DAYS)).to_vec();
        days.into_iter().take(QUICK_PICKS).collect::<Vec<Date>>()
    });
    let buttons = move || {
        let pick = move |day: Date| {
            let label = Signal::derive(move || named(day, register.today.get(), language.get()));
            view! { <Button label=label look=Look::Soft large=true on_press=Callback::new(move |()| move_to(day)) /> }
        };
        picks.get().into_iter().map(pick).collect_view()
    };
    let chosen = move || typed.get().parse::<Date>().ok().filter(|day| *day >= tomorrow());
    let take = Callback::new(move |()| {
        if let Some(day) = untrack(chosen) {
            move_to(day);
        }
    });
    let close = Callback::new(move |()| moving.set(None));
    view! {
        <Dialog open=Signal::derive(move || moving.get().is_some()) title=t(W::MoveTitle) close_label=t(Common::Cancel) on_close=close name="move">
            <div class="row">{buttons}</div>
            <div class="row">
                <Field label=t(W::OtherDay)>
                    <DateInput value=typed min=Signal::derive(move || tomorrow().to_string()) on_change=Callback::new(move |(text,): (String,)| typed.set(text)) />
                </Field>
                <Button label=t(Common::Confirm) disabled=Signal::derive(move || chosen().is_none()) on_press=take />
            </div>
        </Dialog>
    }
    .into_any()
}

/// `明天 3月12日 周四`.
fn named(day: Date, today: Date, lang: Lang) -> String {
    let date = dates::short(day, lang);
    match day.days_since(today) {
        1 => [Common::Tomorrow.text(lang), " ", &date].concat(),
        _ => date,
    }
}
