//! The rules between the fields of one record that its table cannot say (domain.md §3.4, §4.1, §4.5).
use crate::domain::calendar::SchoolYear;
use crate::domain::check::{Flaw, Problem};
use crate::domain::codes;
use crate::domain::identity::{CertNumber, IdNumber};
use crate::domain::policy::{OwnCode, TermDates, default_of};
use crate::domain::records::case::{Check, Enrolment, Persuasion};
use crate::domain::records::pupil::{Pupil, Transfer};
use crate::domain::records::visit::Visit;
use crate::domain::value::{Value, Values};

/// Multiple disability (GB/T 26341): two types or more are named.
const MULTIPLE: &str = "7";
const LEAST_MINUTES_PER_HOUR: i64 = 30;
/// The steps of an absence, in the order in which they come (domain.md §2.1).
const STEPS: [&str; 5] = ["warn_days", "visit_days", "report_days", "suspected_days", "dropout_days"];
/// How far before and after its school year a term may reach: schools open in late August.
const AROUND_YEAR: i64 = 31;

pub fn check(table: &str, values: &Values) -> Vec<Flaw> {
    match table {
        "pupil" => pupil(&Pupil::read(values)),
        "visit" => visit(&Visit::read(values)),
        "check" => checked(&Check::read(values)),
        "enrolment" => enrolled(&Enrolment::read(values)),
        "transfer" => transferred(&Transfer::read(values)),
        "persuasion" => persuaded(&Persuasion::read(values)),
        "settings" => steps(values),
        "term_dates" => term(&TermDates::read(values)),
        "own_code" => own_code(&OwnCode::read(values)),
        _ => Vec::new(),
    }
}

fn pupil(pupil: &Pupil) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let mut found = |field, problem, holds: bool| flaws.extend((!holds).then_some(Flaw { field, problem }));
    if let Ok(id) = IdNumber::parse(&pupil.id_no) {
        found("birth", Problem::DiffersFromId, pupil.birth.is_none_or(|birth| birth == id.birth()));
        found("sex", Problem::DiffersFromId, pupil.sex.is_empty() || pupil.sex == id.sex().code());
        if let Ok(cert) = CertNumber::parse(&pupil.cert_no) {
            found("cert_no", Problem::DiffersFromId, cert.id == id);
        }
    }
    if let Ok(cert) = CertNumber::parse(&pupil.cert_no) {
        found(
            "disability_type",
            Problem::DiffersFromCert,
            pupil.disability_type.is_empty() || pupil.disability_type == cert.disability_type(),
        );
        found(
            "disability_grade",
            Problem::DiffersFromCert,
            pupil.disability_grade.is_empty() || pupil.disability_grade == cert.disability_grade(),
        );
    }
    let enough = pupil.disability_type != MULTIPLE || pupil.further_types.len() >= 2;
    found("further_types", Problem::NeedsFurtherTypes, enough);
    flaws
}

fn visit(visit: &Visit) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    let done = visit.done == Some(true);
    if done && visit.teachers.len() == 1 && visit.one_teacher_reason.is_empty() {
        flaws.push(Flaw { field: "one_teacher_reason", problem: Problem::OneTeacher });
    }
    if let (true, Some(start), Some(end), Some(periods)) = (done, visit.start, visit.end, visit.periods)
        && periods * LEAST_MINUTES_PER_HOUR > end.minutes() - start.minutes()
    {
        flaws.push(Flaw { field: "periods", problem: Problem::HoursForMinutes });
    }
    flaws
}

/// Two people check; a reason that no code names is said in words.
fn checked(check: &Check) -> Vec<Flaw> {
    let mut flaws = Vec::new();
    if check.people() < 2 {
        flaws.push(Flaw { field: "checkers", problem: Problem::TwoPeople });
    }
    let other = check.reason == "R99" || check.not_real == "N99";
    if other && check.reason_note.trim().is_empty() {
        flaws.push(Flaw { field: "reason_note", problem: Problem::Missing });
    }
    flaws
}

/// A school of the county, or one outside it.
fn enrolled(back: &Enrolment) -> Vec<Flaw> {
    let unnamed = back.school.is_none() && back.other_school.trim().is_empty();
    unnamed.then_some(Flaw { field: "school", problem: Problem::Missing }).into_iter().collect()
}

/// From somewhere to somewhere: a school of the county, or one outside it.
fn transferred(transfer: &Transfer) -> Vec<Flaw> {
    let ends = [
        ("from_school", transfer.from_school, &transfer.from_other),
        ("to_school", transfer.to_school, &transfer.to_other),
    ];
    let unnamed = ends.into_iter().filter(|(_, school, other)| school.is_none() && other.trim().is_empty());
    unnamed.map(|(field, ..)| Flaw { field, problem: Problem::Missing }).collect()
}

fn persuaded(record: &Persuasion) -> Vec<Flaw> {
    let nobody = record.persuaders.is_empty() && record.other_persuaders.is_empty();
    nobody.then_some(Flaw { field: "persuaders", problem: Problem::Missing }).into_iter().collect()
}

/// No step of an absence comes before the one that it follows; what is not set has its default.
fn steps(values: &Values) -> Vec<Flaw> {
    let set = |key: &str| values.get(key).and_then(Value::as_int);
    let days = |key: &str| set(key).unwrap_or_else(|| default_of(key));
    let pairs = STEPS.iter().zip(STEPS.iter().skip(1)).filter(|(earlier, later)| days(later) < days(earlier));
    let flaw = |field: &'static str, problem| set(field).map(|_| Flaw { field, problem });
    pairs
        .flat_map(|(earlier, later)| {
            [flaw(later, Problem::BelowStep(earlier)), flaw(earlier, Problem::AboveStep(later))]
        })
        .flatten()
        .collect()
}

fn term(term: &TermDates) -> Vec<Flaw> {
    if term.year.is_empty() {
        return Vec::new();
    }
    let Ok(year) = term.year.parse::<SchoolYear>() else {
        return vec![Flaw { field: "year", problem: Problem::WrongShape }];
    };
    let around = year.first_day().plus_days(-AROUND_YEAR)..=year.last_day().plus_days(AROUND_YEAR);
    let outside = |field, day: Option<crate::domain::date::Date>| {
        day.filter(|day| !around.contains(day)).map(|_| Flaw { field, problem: Problem::OutsideYear })
    };
    [outside("from", term.from), outside("to", term.to)].into_iter().flatten().collect()
}

/// A county adds to the lists that allow it, and never in the place of a code or a word that stands there.
fn own_code(own: &OwnCode) -> Vec<Flaw> {
    if own.list.is_empty() {
        return Vec::new();
    }
    let mut flaws = Vec::new();
    let Some(list) = codes::list(&own.list).filter(|list| list.is_open()) else {
        return vec![Flaw { field: "list", problem: Problem::ClosedList }];
    };
    if list.find(&own.code).is_some() {
        flaws.push(Flaw { field: "code", problem: Problem::CodeTaken });
    }
    if let Some(odd) = own.code.chars().find(|c| !c.is_ascii_alphanumeric() && *c != '_') {
        flaws.push(Flaw { field: "code", problem: Problem::CodeCharset(odd) });
    }
    let says =
        |word: &str| list.codes.iter().any(|code| code.zh == word || code.en.eq_ignore_ascii_case(word));
    for (field, word) in [("zh", &own.zh), ("en", &own.en)] {
        if !word.is_empty() && says(word.trim()) {
            flaws.push(Flaw { field, problem: Problem::CodeTaken });
        }
    }
    flaws
}

#[cfg(test)]
mod tests {
    use super::*;

    fn flaws(table: &str, fields: &[(&str, Value)]) -> Vec<(&'static str, Problem)> {
        let values = fields.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
        check(table, &values).into_iter().map(|flaw| (flaw.field, flaw.problem)).collect()
    }

    #[test]
    fn the_steps_of_an_absence_stand_in_their_order() {
        for (fields, expected) in [
            (&[("warn_days", Value::Int(2)), ("visit_days", Value::Int(2))][..], vec![]),
            (&[("warn_days", Value::Int(3))], vec![("warn_days", Problem::AboveStep("visit_days"))]),
            (
                &[("suspected_days", Value::Int(40)), ("dropout_days", Value::Int(20))],
                vec![
                    ("dropout_days", Problem::BelowStep("suspected_days")),
                    ("suspected_days", Problem::AboveStep("dropout_days")),
                ],
            ),
        ] {
            assert_eq!(flaws("settings", fields), expected, "{fields:?}");
        }
    }

    #[test]
    fn a_term_lies_in_its_school_year() {
        let term = |year: &str, from: &str, to: &str| {
            flaws("term_dates", &[("year", year.into()), ("from", from.into()), ("to", to.into())])
        };
        assert_eq!(term("2025-2026", "2025-08-28", "2026-01-25"), []);
        assert_eq!(term("2025-2026", "2024-09-01", "2026-01-25"), [("from", Problem::OutsideYear)]);
        assert_eq!(term("2025-2027", "2025-09-01", "2026-01-25"), [("year", Problem::WrongShape)]);
    }

    #[test]
    fn a_county_adds_codes_and_replaces_none() {
        let own = |list: &str, code: &str, zh: &str, en: &str| {
            flaws(
                "own_code",
                &[("list", list.into()), ("code", code.into()), ("zh", zh.into()), ("en", en.into())],
            )
        };
        assert_eq!(own("missed_reason", "XSNOW", "大雪封山", "Snowed in"), []);
        assert_eq!(own("sex", "X1", "其他", ""), [("list", Problem::ClosedList)]);
        assert_eq!(own("no_such_list", "X1", "其他", ""), [("list", Problem::ClosedList)]);
        assert_eq!(own("missed_reason", "ILL", "大雪封山", ""), [("code", Problem::CodeTaken)]);
        assert_eq!(
            own("missed_reason", "X1", "学生生病", "pupil ill"),
            [("zh", Problem::CodeTaken), ("en", Problem::CodeTaken)]
        );
        assert_eq!(own("missed_reason", "X 1", "大雪", ""), [("code", Problem::CodeCharset(' '))]);
    }
}
