//! The visits of a term, done and not done, and those arranged for the days to come. No two of a team's visits overlap.
use super::child::Child;
use super::stories::Story;
use super::teaching::Aim;
use super::words;
use super::writer::{Event, Writer, at};
use super::{Demo, DemoSize};
use crate::domain::date::{Clock, Date};
use crate::domain::records::visit::{Booking, Visit};
use crate::register::change::Act;
use std::collections::BTreeMap;

/// Three visits fit into a day; five days give a team fifteen places a week.
const SLOTS: [((u8, u8), (u8, u8)); 3] = [((8, 30), (10, 30)), ((10, 50), (12, 50)), ((14, 10), (16, 10))];
const WEEKS_OF_PRACTICE: i64 = 16;
const VISITS_TO_MEASURE: usize = 10;

/// A child's places in the week: the weekday (1 Monday), and which of the day's visits.
fn places(demo: &Demo, child: &Child) -> Vec<(u8, usize)> {
    let place = |n: usize| ((n % 5) as u8 + 1, n / 5);
    match demo.size {
        DemoSize::Practice if child.story == Story::OnceAWeek => vec![place(child.place)],
        DemoSize::Practice => vec![place(child.place), place(child.place + 7)],
        _ => vec![place(child.place)],
    }
}

pub fn write(demo: &Demo, child: &mut Child, aims: &[Aim], writer: &mut Writer) {
    if child.mode != "HOME" {
        return;
    }
    let places = places(demo, child);
    let slot_on =
        |day: Date| places.iter().find(|(weekday, _)| *weekday == day.weekday()).map(|(_, slot)| *slot);
    let yesterday = demo.today.plus_days(-1);
    let (from, most) = match demo.size {
        DemoSize::Practice => (demo.today.monday().plus_days(-7 * WEEKS_OF_PRACTICE), usize::MAX),
        _ => (demo.today.plus_days(-360), VISITS_TO_MEASURE),
    };
    let days = demo.calendar.teaching_days(from, yesterday);
    let taught: Vec<(Date, usize)> = days.iter().filter_map(|day| Some((*day, slot_on(*day)?))).collect();
    let skipped = taught.len().saturating_sub(most);
    for (count, (day, slot)) in taught.iter().skip(skipped).enumerate() {
        let next = taught.get(skipped + count + 1).map(|(day, _)| *day);
        visit(demo, child, aims, (count, *day, *slot, next), writer);
    }
    if demo.size == DemoSize::Practice {
        for day in demo.calendar.teaching_days(demo.today, demo.today.plus_days(9)) {
            if let Some(slot) = slot_on(*day) {
                booking(demo, child, *day, slot, writer);
            }
        }
    }
}

fn times(slot: usize) -> (Clock, Clock) {
    let ((h1, m1), (h2, m2)) = SLOTS.get(slot).copied().unwrap_or(SLOTS[0]);
    (at(h1, m1), at(h2, m2))
}

type Turn = (usize, Date, usize, Option<Date>);

fn visit(demo: &Demo, child: &mut Child, aims: &[Aim], (count, day, slot, next): Turn, writer: &mut Writer) {
    let days_ago = demo.today.days_since(day);
    let missed = match (demo.size, child.story) {
        (DemoSize::Practice, Story::LongAway) => days_ago < 24,
        (DemoSize::Practice, _) => child.chance.percent(8),
        _ => false,
    };
    let by = child.main_teacher();
    let key = child.key("visit");
    if missed {
        let (reason, note) = match child.story {
            Story::LongAway => ("AWAY", "在县医院住院,母亲陪护。"),
            _ => words::MISSED.get(child.chance.below(words::MISSED.len())).copied().unwrap_or(("OTHER", "")),
        };
        let visit = Visit {
            visit_type: "TEACH".into(),
            date: Some(day),
            mode: "HOME".into(),
            teachers: child.team.teachers.to_vec(),
            done: Some(false),
            not_done_reason: reason.into(),
            not_done_note: note.into(),
            next_date: next,
            ..Visit::default()
        };
        writer.add(Event::new(day, by, Act::SKIP_VISIT).sets(key, visit.write()));
        return;
    }
    let visit = held(demo, child, aims, (count, day, slot, next));
    // Mostly written down on the spot, now and then some days later.
    let late = demo.size == DemoSize::Practice && child.chance.percent(3);
    let written = if late { day.plus_days(9).min(demo.today) } else { day };
    let visit = Visit { late_entry: (written.days_since(day) > 7).then_some(true), ..visit };
    let time = times(slot).1;
    writer.add(Event::new(written, by, Act::RECORD_VISIT).at(time).sets(key, visit.write()));
}

fn held(demo: &Demo, child: &mut Child, aims: &[Aim], (count, day, slot, next): Turn) -> Visit {
    let (start, end) = times(slot);
    let chance = &mut child.chance;
    // Most children get on over the term.
    let rating = (chance.below(3) + count / 12).min(3);
    let aim = aims.get(count % aims.len().max(1));
    let mut goals = BTreeMap::new();
    for goal in aim.into_iter().flat_map(|aim| &aim.goals) {
        goals.insert(goal.to_string(), (rating as i64 - chance.below(2) as i64).max(0));
    }
    let states: &[&str] = match rating {
        0 => &["TIRED", "MOOD_LOW"],
        1 => &["SPIRIT_FAIR", "MOOD_RESTLESS", "HEALTHY"],
        2 => &["SPIRIT_GOOD", "COOPERATIVE", "HEALTHY"],
        _ => &["SPIRIT_GOOD", "MOOD_HAPPY", "ATTENTIVE", "HEALTHY"],
    };
    let guidance: &[&str] = match chance.below(3) {
        0 => &["DEMO", "DAILY"],
        1 => &["TALK", "PLAY"],
        _ => &["DEMO", "MOVE", "SAFE"],
    };
    let text = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let fingerprint = child.n.is_multiple_of(6);
    let reviewed = demo.today.days_since(day) > 14;
    let performance = words::PERFORMANCE.get(rating).map(|list| chance.pick(list)).unwrap_or_default();
    let work = aim.map(|aim| aim.work);
    Visit {
        visit_type: "TEACH".into(),
        date: Some(day),
        start: Some(start),
        end: Some(end),
        periods: Some(3),
        mode: "HOME".into(),
        place: chance.pick(words::PLACES).into(),
        teachers: child.team.teachers.to_vec(),
        done: Some(true),
        outcome: if rating == 0 { "PARTLY" } else { "DONE" }.into(),
        states: text(states),
        goals,
        content: work.map(|work| chance.pick(&work.content)).unwrap_or_default().into(),
        rating: Some(rating as i64),
        performance: performance.into(),
        guidance: text(guidance),
        guidance_note: chance.pick(words::GUIDANCE_NOTES).into(),
        homework: work.map(|work| chance.pick(&work.homework)).unwrap_or_default().into(),
        next_date: next,
        next_plan: work.map(|work| work.next).unwrap_or_default().into(),
        guardian_present: Some(true),
        guardian: Some(child.guardian),
        sign_method: if fingerprint { "FINGERPRINT" } else { "HAND" }.into(),
        strokes: if fingerprint { String::new() } else { words::STROKES.into() },
        witness: if fingerprint { "村委会值班员".into() } else { String::new() },
        reviewer: reviewed.then_some(child.team.teachers[1]),
        reviewed_on: reviewed.then(|| day.plus_days(10)),
        ..Visit::default()
    }
}

fn booking(demo: &Demo, child: &mut Child, day: Date, slot: usize, writer: &mut Writer) {
    // One of the arranged visits was called off.
    let called_off = child.story == Story::CalledOff;
    let booking = Booking {
        date: Some(day),
        start: Some(times(slot).0),
        teachers: child.team.teachers.to_vec(),
        skipped: if called_off { "ILL" } else { "" }.into(),
        skip_note: if called_off { "感冒发烧,家长来电。" } else { "" }.into(),
        ..Booking::default()
    };
    let made = demo.today.monday().plus_days(-3);
    let event = Event::new(made, child.main_teacher(), Act::PLAN_VISIT).at(at(17, 0));
    writer.add(event.sets(child.key("booking"), booking.write()));
}
