//! What lists, tasks and search know of a file: a pure function of it, kept in memory for every file of the register.
//!
//! Long texts, photographs and older visits are left in the file. A summary can be rebuilt at any time; the self-check proves
//! that the stored ones equal the rebuilt ones.
mod case;
mod dated;
#[cfg(test)]
mod dated_tests;
mod pupil;

pub use self::case::{CaseBrief, CaseStage};
pub use self::dated::{
    Away, Break, FlagBrief, Given, MeasureBrief, Missed, Moved, Norm, OwnPlanBrief, Talk, TalkPlan,
};
use self::pupil::pupil;
use crate::domain::date::{Clock, Date};
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::organisation::{County, School, Staff};
use crate::domain::records::report::PeriodReport;
use crate::register::clock::Hlc;
use crate::register::file::File;
use crate::register::fingerprint;
use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    pub id: FileId,
    pub kind: String,
    /// The name of the child, the member of staff, the school or the county.
    pub name: String,
    pub fingerprint: u64,
    pub last_at: Hlc,
    pub conflicts: u32,
    /// Rules within a record that a merge broke.
    pub flaws: u32,
    pub deleted: bool,
    pub joined_into: Option<FileId>,
    pub content: Content,
}

#[cfg(test)]
impl Summary {
    /// A file without a history, for tests.
    pub fn invented(id: u128, kind: &str, name: &str, content: Content) -> Summary {
        Summary {
            id: FileId(id),
            kind: kind.to_owned(),
            name: name.to_owned(),
            fingerprint: 0,
            last_at: Hlc::default(),
            conflicts: 0,
            flaws: 0,
            deleted: false,
            joined_into: None,
            content,
        }
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Content {
    Pupil(Box<PupilSummary>),
    School(SchoolSummary),
    Staff(StaffSummary),
    /// A county matter, an erased file, or a file of a kind that this version does not know.
    Other,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PupilSummary {
    pub sex: String,
    pub birth: Option<Date>,
    pub id_no: String,
    /// A list brought the child with a number that was ruined: the whole one is to be found.
    pub number_lost: bool,
    pub roll_no: String,
    pub cert_no: String,
    pub town: String,
    pub village: String,
    pub address: String,
    pub household_address: String,
    pub ethnic: String,
    pub grade: String,
    pub class: String,
    pub student_status: String,
    pub disability_type: String,
    pub disability_grade: String,
    /// The beginning of the remark (备注), for ledgers.
    pub remark: String,
    pub school: Option<FileId>,
    pub teachers: Vec<FileId>,
    pub guardians: Vec<GuardianBrief>,
    /// Past ones too: see [`PupilSummary::flags_on`].
    pub flags: Vec<FlagBrief>,
    /// The days on which aid (资助) was paid.
    pub aids: Vec<Date>,
    /// Medicine, seizures, allergies: shown before every visit.
    pub safety_note: String,
    /// All placements, the latest beginning first. Two that hold on one day break a rule.
    pub placements: Vec<PlacementBrief>,
    /// Plans that are not closed; more than one breaks a rule.
    pub plans: Vec<PlanBrief>,
    pub norms: Vec<Norm>,
    pub own_plans: Vec<OwnPlanBrief>,
    /// Measures of own plans that run, not done yet.
    pub measures: Vec<MeasureBrief>,
    /// The latest ones, newest first; sums are made of `given` and `missed`, which hold every visit.
    pub visits: Vec<VisitBrief>,
    pub visit_count: u32,
    /// By day, the earliest first.
    pub given: Vec<Given>,
    pub missed: Vec<Missed>,
    pub bookings: Vec<BookingBrief>,
    pub consents: Vec<String>,
    /// The committee's latest finding: can the child be taught? (`YES`, `PARTLY`, `NO`, or empty)
    pub learnable: String,
    pub next_counselling: Option<Date>,
    /// All talks, the earliest first.
    pub talks: Vec<Talk>,
    pub talk_plans: Vec<TalkPlan>,
    pub carers: Vec<CarerBrief>,
    pub deferrals: Vec<Break>,
    /// Transfers, the earliest first.
    pub moves: Vec<Moved>,
    /// Days away without a proper reason, past ones too.
    pub aways: Vec<Away>,
    /// Away without a proper reason: the absence that began first.
    pub absence: Option<AbsenceBrief>,
    /// Cases of a child suspected out of school, the latest found first. Two that are open break a rule.
    pub cases: Vec<CaseBrief>,
    /// Numbers of the papers that checks rest on, for ledgers.
    pub evidence: Vec<String>,
    /// Required fields of the child's own page that are still empty.
    pub gaps: u32,
    pub photos: u32,
    /// Pupils who look like this one and were found to be other children.
    pub distinct: Vec<FileId>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GuardianBrief {
    pub name: String,
    pub kinship: String,
    pub phone: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacementBrief {
    pub record: RecordId,
    pub mode: String,
    pub school: Option<FileId>,
    pub from: Date,
    pub to: Option<Date>,
    pub visits_per_week: Option<i64>,
    pub hours_per_visit: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlanBrief {
    pub record: RecordId,
    pub term: String,
    pub mid_review_on: Option<Date>,
    pub end_review_on: Option<Date>,
    pub revised_on: Option<Date>,
    pub visits_per_week: Option<i64>,
    pub hours_per_visit: Option<i64>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VisitBrief {
    pub record: RecordId,
    pub date: Date,
    pub start: Option<Clock>,
    pub end: Option<Clock>,
    pub done: bool,
    /// Why it was not done.
    pub reason: String,
    pub periods: i64,
    pub visit_type: String,
    pub teachers: Vec<FileId>,
}

impl VisitBrief {
    /// A kind of visit whose hours count towards the rule.
    pub fn is_lesson(&self) -> bool {
        matches!(self.visit_type.as_str(), "TEACH" | "REMOTE" | "")
    }
}

/// An absence without a proper reason that goes on, and what was done about it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AbsenceBrief {
    pub record: RecordId,
    pub from: Date,
    pub asked: bool,
    pub visited: bool,
    pub reported: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BookingBrief {
    pub record: RecordId,
    pub date: Date,
    pub start: Option<Clock>,
    pub skipped: String,
    /// The day that it was arranged for at first.
    pub moved_from: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarerBrief {
    pub record: RecordId,
    pub person: String,
    pub unit: String,
    pub from: Date,
    pub to: Option<Date>,
    /// The days of contact, the earliest first.
    pub contacts: Vec<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SchoolSummary {
    pub code: String,
    pub school_type: String,
    pub town: String,
    pub principal: String,
    /// The monthly reports that the school submitted, every version.
    pub reports: Vec<ReportBrief>,
}

/// A submitted monthly report of a school.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportBrief {
    /// The last day of its month.
    pub on: Date,
    pub version: i64,
    pub submitted: Option<Date>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StaffSummary {
    pub roles: Vec<String>,
    pub school: Option<FileId>,
    pub phone: String,
    pub left_on: Option<Date>,
}

impl Summary {
    pub fn of(file: &File) -> Summary {
        let (name, content) = match file.file_kind().filter(|_| !file.is_erased()) {
            Some(FileKind::Pupil) => {
                let (name, pupil) = pupil(file);
                (name, Content::Pupil(Box::new(pupil)))
            }
            Some(FileKind::School) => school(file),
            Some(FileKind::Staff) => staff(file),
            Some(FileKind::County) => (County::read(&root(file)).name, Content::Other),
            None => (String::new(), Content::Other),
        };
        Summary {
            id: file.id,
            kind: file.kind.clone(),
            name,
            fingerprint: fingerprint::of_file(file),
            last_at: file.last_at().unwrap_or_default(),
            conflicts: file.conflicts().len() as u32,
            flaws: super::check::broken(file),
            deleted: file.is_deleted(),
            joined_into: file.joined_into(),
            content,
        }
    }

    pub fn pupil(&self) -> Option<&PupilSummary> {
        match &self.content {
            Content::Pupil(pupil) => Some(pupil),
            _ => None,
        }
    }

    pub fn school(&self) -> Option<&SchoolSummary> {
        match &self.content {
            Content::School(school) => Some(school),
            _ => None,
        }
    }

    pub fn staff(&self) -> Option<&StaffSummary> {
        match &self.content {
            Content::Staff(staff) => Some(staff),
            _ => None,
        }
    }

    /// In sight: neither deleted, erased nor joined into another file.
    pub fn is_listed(&self) -> bool {
        !self.deleted && self.joined_into.is_none() && !self.name.is_empty()
    }
}

impl PupilSummary {
    /// The placement that holds on a day.
    pub fn placement_on(&self, day: Date) -> Option<&PlacementBrief> {
        self.placements.iter().find(|p| p.from <= day && p.to.is_none_or(|to| day <= to))
    }

    pub fn is_taught_at_home(&self, day: Date) -> bool {
        self.placement_on(day).is_some_and(|p| p.mode == "HOME")
    }

    pub fn last_done(&self) -> Option<&VisitBrief> {
        self.visits.iter().find(|visit| visit.done)
    }

    /// The case that is followed: the open one, else the latest.
    pub fn case_on(&self, day: Date) -> Option<&CaseBrief> {
        self.cases.iter().find(|case| case.is_open(day)).or(self.cases.first())
    }

    pub fn carers_on(&self, day: Date) -> impl Iterator<Item = &CarerBrief> {
        self.carers.iter().filter(move |c| c.from <= day && c.to.is_none_or(|to| day <= to))
    }
}

fn root(file: &File) -> crate::domain::value::Values {
    file.root().map(|root| root.values.clone()).unwrap_or_default()
}

fn school(file: &File) -> (String, Content) {
    let school = School::read(&root(file));
    let brief = SchoolSummary {
        code: school.code,
        school_type: school.school_type,
        town: school.town,
        principal: school.principal,
        reports: file.table(PeriodReport::TABLE.key).filter_map(|(_, r)| report(&r.values)).collect(),
    };
    (school.name, Content::School(brief))
}

fn report(values: &crate::domain::value::Values) -> Option<ReportBrief> {
    let report = PeriodReport::read(values);
    let is_month = report.kind == "MONTH";
    let brief =
        ReportBrief { on: report.on?, version: report.version.unwrap_or(1), submitted: report.submitted_on };
    is_month.then_some(brief)
}

fn staff(file: &File) -> (String, Content) {
    let staff = Staff::read(&root(file));
    (
        staff.name,
        Content::Staff(StaffSummary {
            roles: staff.roles,
            school: staff.school,
            phone: staff.phone,
            left_on: staff.left_on,
        }),
    )
}
