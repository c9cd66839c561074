//! What happened to one child, newest first: the dated records of a file, each with the day it holds for. Only days are
//! read, so that a file with hundreds of visits is in order at once; a page reads the records that it shows.
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::value::{Cell, Value};
use crate::register::change::RecordKey;
use crate::register::file::File;

/// The tables of the timeline, each with the field that says when; the order is that of the filter's chips.
pub const TABLES: &[(&str, &str)] = &[
    ("visit", "date"),
    ("booking", "date"),
    ("counselling", "date"),
    ("carer_contact", "date"),
    ("plan", "made_on"),
    ("own_plan", "made_on"),
    ("assessment", "date"),
    ("placement", "from"),
    ("decision", "date"),
    ("deferral", "from"),
    ("transfer", "on"),
    ("lesson", "date"),
    ("term_summary", "date"),
    ("feedback", "date"),
    ("consent", "date"),
    ("aid", "date"),
    ("document", "date"),
    ("absence", "from"),
    ("check", "date"),
    ("persuasion", "date"),
    ("notice", "issued_on"),
    ("enrolment", "back_on"),
];

/// One dated record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// `None` where nobody filled the day in: such a record stands first, so that it is not lost.
    pub date: Option<Date>,
    pub table: &'static str,
    pub id: RecordId,
}

impl Moment {
    pub fn key(&self) -> RecordKey {
        RecordKey::new(self.table, self.id)
    }
}

/// The whole timeline. An arranged visit stands in it only where it was called off: what is still to come is no past.
pub fn timeline(file: &File) -> Vec<Moment> {
    let mut moments: Vec<(Option<Value>, Moment)> = Vec::new();
    for (table, field) in TABLES {
        for (id, record) in file.table(table) {
            if *table == "booking" && record.values.get("skipped").is_none_or(Value::is_blank) {
                continue;
            }
            let date = record.values.get(*field).and_then(Date::read);
            // Two of one day: by the time of day, where there is one.
            moments.push((record.values.get("start").cloned(), Moment { date, table, id }));
        }
    }
    moments.sort_by(|(start_a, a), (start_b, b)| {
        let when = |date: Option<Date>, start: &Option<Value>| (date.is_none(), date, start.clone());
        when(b.date, start_b).cmp(&when(a.date, start_a)).then(b.id.cmp(&a.id))
    });
    moments.into_iter().map(|(_, moment)| moment).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::calendar::SchoolYear;
    use crate::domain::records;
    use crate::register::change::{DeviceId, Dot};
    use crate::register::demo::{Demo, DemoSize};
    use crate::register::derived_id::Secret;

    fn children() -> Vec<File> {
        let mut counter = 0;
        let mut mint = || {
            counter += 1;
            Dot { device: DeviceId(1), counter, tag: 0 }
        };
        let today = SchoolYear::starting(2025).first_day().plus_days(190);
        Demo::new(DemoSize::Practice, today, Secret([7; 32])).pupils(0..40, &mut mint)
    }

    #[test]
    fn newest_first_and_nothing_dated_is_left_out() {
        let children = children();
        assert_eq!(children.len(), 40);
        for file in &children {
            let moments = timeline(file);
            assert!(moments.windows(2).all(|pair| pair[0].date.is_none() || pair[0].date >= pair[1].date));
            let visits = moments.iter().filter(|moment| moment.table == "visit").count();
            assert_eq!(visits, file.table("visit").count());
            assert!(moments.iter().all(|moment| file.record(&moment.key()).is_some()));
        }
        let kinds: std::collections::BTreeSet<_> =
            children.iter().flat_map(timeline).map(|moment| moment.table).collect();
        assert!(kinds.len() >= 6, "{kinds:?}");
    }

    #[test]
    fn every_table_of_it_has_the_field_that_says_when() {
        for (table, field) in TABLES {
            assert!(records::table(table).and_then(|table| table.field(field)).is_some(), "{table}.{field}");
        }
    }
}
