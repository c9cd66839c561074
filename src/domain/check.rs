//! Checks one record against its table: each field's shape and rules, then the rules between its fields.
use crate::domain::date::{Clock, Date};
use crate::domain::field::{Field, Kind, Need, Rule, Table};
use crate::domain::id::{FileId, RecordId};
use crate::domain::identity::{
    CertFault, CertNumber, IdFault, IdNumber, NameFault, Phone, PhoneFault, RollFault, RollNumber, check_name,
};
use crate::domain::record_rules;
use crate::domain::value::{Cell, Value, Values};

/// One field that does not hold what its table asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flaw {
    pub field: &'static str,
    pub problem: Problem,
}

/// What is wrong, as data: the words stand in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// Required and not there: the record stays a draft, or its file has a gap.
    Missing,
    /// A value of another shape than the field's.
    WrongShape,
    NotADate,
    NotATime,
    Future,
    Before(&'static str),
    NotAfter(&'static str),
    TooShort(usize),
    TooLong(usize),
    TooFew(usize),
    TooMany(usize),
    OutOfRange {
        min: i64,
        max: i64,
    },
    SameAs(&'static str),
    Name(NameFault),
    Phone(PhoneFault),
    IdNumber(IdFault),
    RollNumber(RollFault),
    CertNumber(CertFault),
    /// No code of the list; kept, for a newer version or the county may have it.
    UnknownCode(String),
    /// The identity number says otherwise; the number is trusted.
    DiffersFromId,
    DiffersFromCert,
    /// 多重 needs two types or more.
    NeedsFurtherTypes,
    /// A visit by one teacher needs the reason.
    OneTeacher,
    /// A check is made by two people.
    TwoPeople,
    /// Fewer visits or hours than the county's rule need a reason.
    LowerNorm,
    /// More class hours than the minutes allow (30 minutes an hour at least).
    HoursForMinutes,
    /// Fewer days than the step before it, or more than the step after it.
    BelowStep(&'static str),
    AboveStep(&'static str),
    /// A term begins and ends within its school year, and a month around it.
    OutsideYear,
    /// A list that a county cannot add to, or none at all.
    ClosedList,
    /// The list has this code, or these words, already.
    CodeTaken,
    /// Letters, digits and _ make a code.
    CodeCharset(char),
}

/// How much a flaw weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Weight {
    /// Worth a second look.
    Note,
    /// Something is still to be filled in.
    Gap,
    /// The record cannot be saved like this.
    Error,
}

impl Problem {
    pub fn weight(&self) -> Weight {
        match self {
            // Whether a lone teacher owes a reason is the county's rule: asked for, never a reason to lose the visit.
            Problem::Missing | Problem::OneTeacher | Problem::TwoPeople => Weight::Gap,
            Problem::UnknownCode(_)
            | Problem::DiffersFromId
            | Problem::DiffersFromCert
            | Problem::NeedsFurtherTypes
            | Problem::HoursForMinutes => Weight::Note,
            _ => Weight::Error,
        }
    }
}

impl Flaw {
    pub fn refuses(&self) -> bool {
        self.problem.weight() == Weight::Error
    }
}

/// Every flaw of a record, in the order of its fields.
pub fn record(table: &'static Table, values: &Values, today: Date) -> Vec<Flaw> {
    let mut flaws: Vec<Flaw> = Vec::new();
    for field in table.fields {
        let found = match values.get(field.key).filter(|value| !value.is_blank()) {
            None => is_needed(field, values).then_some(Problem::Missing),
            Some(value) => shape(field, value).or_else(|| rules(field, value, values, today)),
        };
        flaws.extend(found.map(|problem| Flaw { field: field.key, problem }));
    }
    flaws.extend(record_rules::check(table.key, values));
    flaws
}

/// Is the field required, given what the others hold?
pub fn is_needed(field: &Field, values: &Values) -> bool {
    match field.need {
        Need::Optional => false,
        Need::Required => true,
        Need::RequiredIf(other, codes) => match values.get(other).filter(|value| !value.is_blank()) {
            None => false,
            Some(Value::Bool(flag)) => codes.contains(&if *flag { "true" } else { "false" }),
            Some(Value::Text(code)) => codes.contains(&"*") || codes.contains(&code.as_str()),
            Some(_) => codes.contains(&"*"),
        },
    }
}

fn shape(field: &Field, value: &Value) -> Option<Problem> {
    match (field.kind, value) {
        (Kind::Text | Kind::LongText | Kind::Strokes | Kind::Media, Value::Text(_)) => None,
        (Kind::Bool, Value::Bool(_)) => None,
        (Kind::Int { min, max }, Value::Int(number)) => {
            (*number < min || *number > max).then_some(Problem::OutOfRange { min, max })
        }
        (Kind::Date, Value::Text(_)) => Date::read(value).is_none().then_some(Problem::NotADate),
        (Kind::Month, Value::Text(text)) => {
            format!("{text}-01").parse::<Date>().is_err().then_some(Problem::NotADate)
        }
        (Kind::Time, Value::Text(_)) => Clock::read(value).is_none().then_some(Problem::NotATime),
        (Kind::Code(list), Value::Text(code)) => {
            list.find(code).is_none().then(|| Problem::UnknownCode(code.clone()))
        }
        (Kind::Codes(list), Value::List(items)) => items.iter().find_map(|item| match item {
            Value::Text(code) => list.find(code).is_none().then(|| Problem::UnknownCode(code.clone())),
            _ => Some(Problem::WrongShape),
        }),
        (Kind::IdNumber, Value::Text(text)) => IdNumber::parse(text).err().map(Problem::IdNumber),
        (Kind::RollNumber, Value::Text(text)) => RollNumber::parse(text).err().map(Problem::RollNumber),
        (Kind::CertNumber, Value::Text(text)) => CertNumber::parse(text).err().map(Problem::CertNumber),
        (Kind::Phone, Value::Text(text)) => Phone::parse(text).err().map(Problem::Phone),
        (Kind::File(_), Value::Text(_)) => FileId::read(value).is_none().then_some(Problem::WrongShape),
        (Kind::Record(_), Value::Text(_)) => RecordId::read(value).is_none().then_some(Problem::WrongShape),
        (Kind::Files(_), Value::List(items)) => {
            items.iter().any(|item| FileId::read(item).is_none()).then_some(Problem::WrongShape)
        }
        (Kind::Records(_), Value::List(items)) => {
            items.iter().any(|item| RecordId::read(item).is_none()).then_some(Problem::WrongShape)
        }
        (Kind::Lines, Value::List(items)) => {
            items.iter().any(|item| item.as_text().is_none()).then_some(Problem::WrongShape)
        }
        (Kind::Ratings, Value::Map(map)) => map.values().find_map(|rating| match rating {
            Value::Int(0..=3) => None,
            Value::Int(_) => Some(Problem::OutOfRange { min: 0, max: 3 }),
            _ => Some(Problem::WrongShape),
        }),
        _ => Some(Problem::WrongShape),
    }
}

fn rules(field: &Field, value: &Value, values: &Values, today: Date) -> Option<Problem> {
    field.rules.iter().find_map(|rule| breaks(*rule, value, values, today))
}

fn breaks(rule: Rule, value: &Value, values: &Values, today: Date) -> Option<Problem> {
    let chars = || value.as_text().map_or(0, |text| text.chars().count());
    let other = |key: &str| values.get(key).filter(|other| !other.is_blank());
    match rule {
        Rule::NotFuture => (Date::read(value)? > today).then_some(Problem::Future),
        // ISO dates, months and times are in order as texts.
        Rule::NotBefore(key) => (value.as_text()? < other(key)?.as_text()?).then_some(Problem::Before(key)),
        Rule::After(key) => (value.as_text()? <= other(key)?.as_text()?).then_some(Problem::NotAfter(key)),
        Rule::MinChars(min) => (chars() < min).then_some(Problem::TooShort(min)),
        Rule::MaxChars(max) => (chars() > max).then_some(Problem::TooLong(max)),
        Rule::MinItems(min) => (value.as_list().len() < min).then_some(Problem::TooFew(min)),
        Rule::MaxItems(max) => (value.as_list().len() > max).then_some(Problem::TooMany(max)),
        Rule::DiffersFrom(key) => (other(key)? == value).then_some(Problem::SameAs(key)),
        Rule::PersonName => check_name(value.as_text()?).err().map(Problem::Name),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;

    fn flaws(table: &str, fields: &[(&str, Value)]) -> Vec<(&'static str, Problem)> {
        let values = fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        let found = record(records::table(table).unwrap(), &values, "2026-03-11".parse().unwrap());
        found
            .into_iter()
            .filter(|flaw| flaw.problem != Problem::Missing)
            .map(|flaw| (flaw.field, flaw.problem))
            .collect()
    }

    #[test]
    fn every_rule_finds_its_fault() {
        let cases: &[(&str, &[(&str, Value)], &[(&'static str, Problem)])] = &[
            ("visit", &[("date", "2026-03-12".into())], &[("date", Problem::Future)]),
            ("visit", &[("date", "2026-02-30".into())], &[("date", Problem::NotADate)]),
            (
                "visit",
                &[("start", "10:00".into()), ("end", "10:00".into())],
                &[("end", Problem::NotAfter("start"))],
            ),
            (
                "visit",
                &[("date", "2026-03-10".into()), ("next_date", "2026-03-09".into())],
                &[("next_date", Problem::Before("date"))],
            ),
            ("visit", &[("periods", Value::Int(9))], &[("periods", Problem::OutOfRange { min: 0, max: 8 })]),
            (
                "visit",
                &[("goals", Value::Map([("g".into(), Value::Int(4))].into()))],
                &[("goals", Problem::OutOfRange { min: 0, max: 3 })],
            ),
            ("visit", &[("content", Value::Bool(true))], &[("content", Problem::WrongShape)]),
            ("visit", &[("mode", "MOON".into())], &[("mode", Problem::UnknownCode("MOON".into()))]),
            (
                "visit",
                &[
                    ("done", true.into()),
                    ("teachers", Value::List(vec!["00000000000000000000000000000001".into()])),
                ],
                &[("one_teacher_reason", Problem::OneTeacher)],
            ),
            (
                "pupil",
                &[("id_no", "370299201209010012".into())],
                &[("id_no", Problem::IdNumber(IdFault::CheckDigit { found: '2', expected: '3' }))],
            ),
            (
                "pupil",
                &[("id_no", "370299201209010013".into()), ("sex", "2".into())],
                &[("sex", Problem::DiffersFromId)],
            ),
            ("pupil", &[("disability_type", "7".into())], &[("further_types", Problem::NeedsFurtherTypes)]),
            ("lesson", &[("objective", "字".repeat(201).into())], &[("objective", Problem::TooLong(200))]),
        ];
        for (table, fields, expected) in cases {
            assert_eq!(flaws(table, fields), *expected, "{table} {fields:?}");
        }
    }

    #[test]
    fn what_is_needed_depends_on_what_is_there() {
        let visit = records::table("visit").unwrap();
        let needed = |values: &Values| {
            visit.fields.iter().filter(|f| is_needed(f, values)).map(|f| f.key).collect::<Vec<_>>()
        };
        let not_done = Values::from([("done".into(), false.into())]);
        assert!(needed(&not_done).contains(&"not_done_reason") && !needed(&not_done).contains(&"content"));
        let fingerprint =
            Values::from([("done".into(), true.into()), ("sign_method".into(), "FINGERPRINT".into())]);
        assert!(needed(&fingerprint).contains(&"witness") && !needed(&fingerprint).contains(&"strokes"));
    }

    #[test]
    fn every_table_stands_once_and_every_rule_names_a_field_of_its_table() {
        let mut keys = std::collections::BTreeSet::new();
        for (_, table) in records::TABLES {
            assert!(keys.insert(table.key), "{} stands twice", table.key);
            for field in table.fields {
                let named = field.rules.iter().filter_map(|rule| match rule {
                    Rule::NotBefore(other) | Rule::After(other) | Rule::DiffersFrom(other) => Some(*other),
                    _ => None,
                });
                let needed = match field.need {
                    Need::RequiredIf(other, _) => Some(other),
                    _ => None,
                };
                for other in named.chain(needed) {
                    assert!(table.field(other).is_some(), "{}.{} names {other}", table.key, field.key);
                }
                if let Kind::Record(other) | Kind::Records(other) = field.kind {
                    assert!(records::table(other).is_some(), "{}.{} points to {other}", table.key, field.key);
                }
            }
        }
    }
}
