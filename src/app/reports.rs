//! Submitted reports. A school's stand in the school's own file: they go with its caseload, and two schools' tablets merge without
//! touching one another; the county's stand in one file of the kind county with an id derived from the register's secret, so that all
//! its tablets write into the same one. A report stands as it was submitted, signed by the unlocked slot; a correction is the next version.
use crate::app::cases::signed;
use crate::app::keeper::{KeepError, Order};
use crate::app::register::{Loaded, Register, new_record};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::report::PeriodReport;
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::register::file::File;
use crate::report::figure::Period;
use crate::report::periodic::{Kind, Report};
use leptos::prelude::*;
use std::sync::Arc;

/// Where a report stands: in the school's file, or in the county's file of reports.
fn place(register: Register, school: Option<FileId>) -> (FileId, FileKind) {
    match school {
        Some(school) => (school, FileKind::School),
        None => (register.secret().file_id(FileKind::County, &["reports"]), FileKind::County),
    }
}

/// Whose report, of which kind, for which days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct About {
    pub kind: Kind,
    /// A school's, or the county's.
    pub school: Option<FileId>,
    pub period: Period,
}

/// A submitted report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Submitted {
    pub id: RecordId,
    pub about: About,
    pub version: i64,
    pub note: String,
    pub on: Option<Date>,
    pub by: FileId,
    pub report: Arc<Report>,
}

/// Every report that the county submitted, and that school, the latest period first, its latest version first. Whoever reads it
/// follows the files.
pub fn watch(register: Register, school: Signal<Option<FileId>>) -> Memo<Arc<Vec<Submitted>>> {
    let county = register.watch(move || Some(place(register, None).0));
    let own = register.watch(move || school.get());
    Memo::new(move |_| {
        let of = |loaded: Loaded| match loaded {
            Loaded::Ready(file) => all(&file),
            Loaded::Loading | Loaded::Failed(_) => Vec::new(),
        };
        let mut all = of(county.get());
        // While another school's file is read, the one before still stands there.
        all.extend(of(own.get()).into_iter().filter(|one| one.about.school == school.get()));
        all.sort_by_key(order);
        Arc::new(all)
    })
}

fn order(one: &Submitted) -> std::cmp::Reverse<(Date, Date, i64, RecordId)> {
    std::cmp::Reverse((one.about.period.on, one.about.period.from, one.version, one.id))
}

fn all(file: &File) -> Vec<Submitted> {
    let of = |(id, record): (RecordId, &crate::register::tree::Record)| {
        let held = PeriodReport::read(&record.values);
        let change = record.live("figures").first().and_then(|at| file.changes().get(*at));
        Some(Submitted {
            id,
            about: About {
                kind: Kind::of(&held.kind)?,
                school: held.school,
                period: Period { from: held.from?, on: held.on? },
            },
            version: held.version.unwrap_or(1),
            note: held.note,
            on: held.submitted_on,
            by: change.map(|change| change.by).unwrap_or_default(),
            report: Arc::new(Report::read(&held.figures)?),
        })
    };
    file.table(PeriodReport::TABLE.key).filter_map(of).collect()
}

/// The latest version of a report.
pub fn latest(all: &[Submitted], about: About) -> Option<&Submitted> {
    all.iter().find(|one| one.about == about)
}

/// The report of the period before, by the same school or the county.
pub fn last(all: &[Submitted], about: About) -> Option<&Submitted> {
    latest(all, About { period: about.kind.before(about.period), ..about })
}

/// Submits: from then on it stands.
pub async fn submit(
    register: Register,
    about: About,
    version: i64,
    report: &Report,
    note: String,
) -> Result<(), KeepError> {
    let ((file, kind), id) = (place(register, about.school), new_record());
    let says = PeriodReport {
        kind: about.kind.code().to_owned(),
        school: about.school,
        from: Some(about.period.from),
        on: Some(about.period.on),
        version: Some(version),
        note,
        figures: report.write(),
        submitted_on: Some(register.today.get_untracked()),
        ..PeriodReport::default()
    };
    let values = signed(&register.vault(), file, id, register.me(), says.write()).await?;
    let key = RecordKey::new(PeriodReport::TABLE.key, id);
    let command = Command::set(Act::SUBMIT_REPORT, key, values);
    register.keep(vec![Order { file, kind, command }], Vec::new()).await?;
    Ok(())
}
