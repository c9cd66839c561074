//! A teacher's timetable: the arranged visits to come, day by day, and as a calendar file (RFC 5545) for the telephone.
//!
//! A calendar is read by other programs and often lies with a company: by default an event says only the initials of the child, never
//! a name, a village or a number. Names go in only where the person asks for it.
use crate::domain::date::{Clock, Date};
use crate::domain::id::{FileId, RecordId};
use crate::domain::pinyin::initials;
use crate::register::summary::Summary;
use std::sync::Arc;

/// One arranged visit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slot {
    pub file: FileId,
    pub record: RecordId,
    pub date: Date,
    pub start: Option<Clock>,
    pub name: String,
    pub town: String,
    pub village: String,
}

impl Slot {
    /// `LXM`.
    pub fn initials(&self) -> String {
        initials(&self.name).to_uppercase()
    }
}

/// The visits arranged from one day to another for the pupils of a teacher (`None`: everybody's), by day, village and time.
pub fn slots<'a>(
    all: impl Iterator<Item = &'a Arc<Summary>>,
    teacher: Option<FileId>,
    from: Date,
    to: Date,
) -> Vec<Slot> {
    let mut slots = Vec::new();
    for summary in all.filter(|summary| summary.is_listed()) {
        let Some(pupil) = summary.pupil() else { continue };
        if teacher.is_some_and(|teacher| !pupil.teachers.contains(&teacher)) {
            continue;
        }
        let open = pupil.bookings.iter().filter(|booking| booking.skipped.is_empty());
        slots.extend(open.filter(|b| (from..=to).contains(&b.date)).map(|booking| Slot {
            file: summary.id,
            record: booking.record,
            date: booking.date,
            start: booking.start,
            name: summary.name.clone(),
            town: pupil.town.clone(),
            village: pupil.village.clone(),
        }));
    }
    slots.sort_by(|a, b| {
        let key = |slot: &Slot| (slot.date, slot.start, slot.file);
        (a.date, &a.town, &a.village).cmp(&(b.date, &b.town, &b.village)).then(key(a).cmp(&key(b)))
    });
    slots
}

/// What stands in a calendar file besides the days.
pub struct Words<'a> {
    /// What an event is called: 送教.
    pub visit: &'a str,
    /// Names and villages too.
    pub names: bool,
    /// Minutes of a visit.
    pub minutes: i64,
    /// The day on which the file is made.
    pub made_on: Date,
}

/// The calendar file. A visit without a time fills its day.
pub fn ics(slots: &[Slot], words: &Words) -> String {
    let mut lines: Vec<String> =
        ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//baoxue//timetable//ZH"].map(str::to_owned).into();
    for slot in slots {
        let who = if words.names { slot.name.clone() } else { slot.initials() };
        let mut event = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:{}@baoxue", slot.record),
            format!("DTSTAMP:{}T000000Z", digits(words.made_on)),
        ];
        match slot.start {
            // The time of the place, whatever zone the telephone is in.
            Some(start) => {
                event.push(format!(
                    "DTSTART:{}T{:02}{:02}00",
                    digits(slot.date),
                    start.hour(),
                    start.minute()
                ));
                event.push(format!("DURATION:PT{}M", words.minutes.max(1)));
            }
            None => event.push(format!("DTSTART;VALUE=DATE:{}", digits(slot.date))),
        }
        event.push(format!("SUMMARY:{}", escaped(&[words.visit, " ", &who].concat())));
        if words.names {
            event.push(format!("LOCATION:{}", escaped(&[slot.town.as_str(), &slot.village].concat())));
        }
        event.push("END:VEVENT".to_owned());
        lines.extend(event);
    }
    lines.push("END:VCALENDAR".to_owned());
    lines.iter().map(|line| folded(line)).collect()
}

fn digits(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year(), day.month(), day.day())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' | ';' | ',' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Lines of at most 75 octets, each further one begun with a space; characters stay whole.
fn folded(line: &str) -> String {
    let (mut out, mut room) = (String::with_capacity(line.len() + 2), 75);
    for c in line.chars() {
        if c.len_utf8() > room {
            out.push_str("\r\n ");
            room = 74;
        }
        room -= c.len_utf8();
        out.push(c);
    }
    out.push_str("\r\n");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slot(start: &str) -> Slot {
        Slot {
            file: FileId(1),
            record: RecordId(7),
            date: "2026-03-12".parse().unwrap(),
            start: start.parse().ok(),
            name: "林小满".into(),
            town: "石门镇".into(),
            village: "下石门村".into(),
        }
    }

    fn made(slots: &[Slot], names: bool) -> String {
        let made_on = "2026-03-11".parse().unwrap();
        ics(slots, &Words { visit: "送教", names, minutes: 120, made_on })
    }

    #[test]
    fn an_event_says_no_name_and_no_place_unless_asked() {
        let text = made(&[slot("09:30")], false);
        for line in ["DTSTART:20260312T093000\r\n", "DURATION:PT120M\r\n", "SUMMARY:送教 LXM\r\n"] {
            assert!(text.contains(line), "{text}");
        }
        assert!(!text.contains("林小满") && !text.contains("石门"), "{text}");
        let named = made(&[slot("09:30")], true);
        assert!(named.contains("SUMMARY:送教 林小满\r\n") && named.contains("LOCATION:石门镇下石门村\r\n"));
    }

    #[test]
    fn a_visit_without_a_time_fills_its_day_and_lines_are_short() {
        let mut long = slot("");
        long.village = "很长的村名、".repeat(12) + ",;\\";
        let text = made(&[long], true);
        assert!(text.contains("DTSTART;VALUE=DATE:20260312\r\n"), "{text}");
        assert!(text.split("\r\n").all(|line| line.len() <= 75));
        assert!(text.replace("\r\n ", "").contains("\\,\\;\\\\"), "{text}");
        assert!(text.ends_with("END:VCALENDAR\r\n"));
        assert_eq!(text.matches("BEGIN:VEVENT").count(), text.matches("END:VEVENT").count());
    }
}
