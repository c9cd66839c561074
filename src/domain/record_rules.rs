//! The rules between the fields of one record that its table cannot say (domain.md §3.4, §4.1, §4.5).
use crate::domain::check::{Flaw, Problem};
use crate::domain::identity::{CertNumber, IdNumber};
use crate::domain::records::pupil::Pupil;
use crate::domain::records::visit::Visit;
use crate::domain::value::Values;

/// Multiple disability (GB/T 26341): two types or more are named.
const MULTIPLE: &str = "7";
const LEAST_MINUTES_PER_HOUR: i64 = 30;

pub fn check(table: &str, values: &Values) -> Vec<Flaw> {
    match table {
        "pupil" => pupil(&Pupil::read(values)),
        "visit" => visit(&Visit::read(values)),
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
