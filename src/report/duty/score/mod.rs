//! The year-end score sheet of a school: items with their points and weights, what was counted for each, what the assessor gave
//! and took off, and the bottom line that fails it whatever the sum (domain.md §4.13).
//!
//! Points are counted in hundredths: points × weight in percent. An item without anything to count has its full points.
mod evidence;

pub use evidence::{Counted, Input, counted, pupils_by_school};

use super::Duty;
use crate::domain::calendar::SchoolYear;
use crate::domain::id::{FileId, RecordId};
use crate::domain::policy::Policy;
use crate::domain::records::duty_score::{ScoreItem, ScoreLine, ScoreSheet};
use crate::register::change::{RecordKey, Sets};

/// The items that are proposed to a county: name, points, what they are computed from (domain.md §4.13; weights are proposals).
/// Their ids are fixed, so that what was given under a proposal stands when the county takes it over.
pub const PROPOSED: [(&str, &str, i64, &str); 10] = [
    ("领导小组、一校一案、责任书", "Groups, plans, duty letters", 10, "LETTERS"),
    ("每月首周议题与例会", "Monthly agenda and meetings", 10, "AGENDA"),
    ("摸排核查与动态销号", "Checks made, cases closed", 15, "CASES"),
    ("台账和档案完整准确", "Ledgers and files complete", 10, "FILES"),
    ("劝返记录、程序、时限", "Persuasion: records, steps, times", 15, "PERSUASION"),
    ("一生一策、两名关爱责任人", "Plans and two carers", 10, "CARERS"),
    ("送教次数、计划、评估", "Home teaching: visits, plans, assessments", 15, "VISITS"),
    ("资助落实", "Aid paid out", 5, "AID"),
    ("月报及时", "Monthly reports in time", 5, "REPORTS"),
    ("人籍一致", "Pupils and roll agree", 5, "ROLL"),
];

/// The English of a proposed item's name; none for an item of the county's own words.
pub fn english_of(name: &str) -> Option<&'static str> {
    PROPOSED.iter().find(|(known, ..)| *known == name).map(|(_, english, ..)| *english)
}

/// The ids of proposed items begin here.
const PROPOSED_ID: u128 = 0x5c0_0000;

/// The proposed items as records of the county.
pub fn proposed() -> Vec<(RecordId, ScoreItem)> {
    let item = |(at, (name, _, points, evidence)): (usize, &(&str, &str, i64, &str))| {
        let record = ScoreItem {
            place: Some(at as i64 + 1),
            name: (*name).to_owned(),
            points: Some(*points),
            evidence: (*evidence).to_owned(),
            ..ScoreItem::default()
        };
        (RecordId(PROPOSED_ID + at as u128 + 1), record)
    };
    PROPOSED.iter().enumerate().map(item).collect()
}

/// The items in use: the county's, or the proposed ones while it has none.
pub fn items(duty: &Duty) -> Vec<(RecordId, ScoreItem)> {
    if duty.items.is_empty() {
        return proposed();
    }
    duty.items.iter().filter(|(_, item)| item.closed != Some(true)).cloned().collect()
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub item: RecordId,
    pub place: i64,
    pub name: String,
    pub points: i64,
    /// Percent.
    pub weight: i64,
    /// A code of `score_evidence`.
    pub evidence: String,
    pub counted: Option<Counted>,
    /// The assessor's points and the reason for them.
    pub given: Option<(RecordId, i64, String)>,
    /// Points taken off, each with its reason.
    pub deductions: Vec<(RecordId, i64, String)>,
}

impl Line {
    pub fn full(&self) -> i64 {
        self.points * self.weight
    }

    /// Points before deductions, in hundredths; `None` while nobody has scored what cannot be counted.
    pub fn base(&self) -> Option<i64> {
        if let Some((_, given, _)) = &self.given {
            return Some((*given).clamp(0, self.points) * self.weight);
        }
        let Counted { done, due } = self.counted?;
        Some(match due {
            0 => self.full(),
            due => self.full() * i64::from(done.min(due)) / i64::from(due),
        })
    }

    pub fn deducted(&self) -> i64 {
        self.deductions.iter().map(|(_, points, _)| points).sum()
    }

    /// What counts, in hundredths: never below nothing.
    pub fn score(&self) -> i64 {
        (self.base().unwrap_or(0) - self.deducted() * self.weight).max(0)
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grade {
    /// A red line stands: failed whatever the sum.
    Blocked,
    Excellent,
    Passed,
    Failed,
    /// Items wait for the assessor.
    Open,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    pub lines: Vec<Line>,
    pub vetoes: u32,
}

impl Sheet {
    pub fn total(&self) -> i64 {
        self.lines.iter().map(Line::score).sum()
    }

    pub fn full(&self) -> i64 {
        self.lines.iter().map(Line::full).sum()
    }

    /// Items that nobody has scored yet.
    pub fn open(&self) -> usize {
        self.lines.iter().filter(|line| line.base().is_none()).count()
    }

    pub fn grade(&self, policy: &Policy) -> Grade {
        let percent = |percent: i64| self.full() * percent / 100;
        match self.total() {
            _ if self.vetoes > 0 => Grade::Blocked,
            _ if self.open() > 0 => Grade::Open,
            total if total >= percent(policy.good_percent) => Grade::Excellent,
            total if total >= percent(policy.pass_percent) => Grade::Passed,
            _ => Grade::Failed,
        }
    }
}

/// The sheet of a school as the register stands.
pub fn sheet(input: &Input) -> Sheet {
    let name = input.year.to_string();
    let is_of = |school: Option<FileId>, year: &str| school == Some(input.school) && year == name;
    let duty = input.duty;
    let line = |(id, item): (RecordId, ScoreItem)| Line {
        item: id,
        place: item.place.unwrap_or_default(),
        name: item.name,
        points: item.points.unwrap_or_default(),
        weight: item.weight.unwrap_or(100),
        counted: counted(&item.evidence, input),
        evidence: item.evidence,
        given: duty
            .given
            .iter()
            .filter(|(_, given)| given.item == Some(id) && is_of(given.school, &given.year))
            .find_map(|(record, given)| Some((*record, given.points?, given.reason.clone()))),
        deductions: duty
            .deductions
            .iter()
            .filter(|(_, taken)| taken.item == Some(id) && is_of(taken.school, &taken.year))
            .filter_map(|(record, taken)| Some((*record, taken.points?, taken.reason.clone())))
            .collect(),
    };
    Sheet {
        lines: items(duty).into_iter().map(line).collect(),
        vetoes: duty.vetoes(input.school, input.year).count() as u32,
    }
}

/// A sheet that was closed, as it was then.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Frozen {
    pub id: RecordId,
    pub record: ScoreSheet,
    pub sheet: Sheet,
}

/// The latest closed sheet of a school and year.
pub fn frozen(duty: &Duty, school: FileId, year: SchoolYear) -> Option<Frozen> {
    let name = year.to_string();
    let of = duty.sheets.iter().filter(|(_, sheet)| sheet.school == Some(school) && sheet.year == name);
    let (id, record) = of.max_by_key(|(id, sheet)| (sheet.frozen_on, *id))?;
    let lines = duty.lines.iter().filter(|(_, line)| line.sheet == Some(*id)).map(|(_, line)| thawed(line));
    let vetoes = record.vetoes.and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    Some(Frozen { id: *id, record: record.clone(), sheet: Sheet { lines: lines.collect(), vetoes } })
}

fn thawed(line: &ScoreLine) -> Line {
    let count = |n: Option<i64>| n.and_then(|n| u32::try_from(n).ok());
    let deduction = |text: &String| {
        let (points, reason) = text.split_once(' ')?;
        Some((RecordId::default(), points.parse().ok()?, reason.to_owned()))
    };
    Line {
        place: line.place.unwrap_or_default(),
        name: line.name.clone(),
        points: line.points.unwrap_or_default(),
        weight: line.weight.unwrap_or(100),
        evidence: line.evidence.clone(),
        counted: count(line.done).zip(count(line.due)).map(|(done, due)| Counted { done, due }),
        given: line.given.map(|points| (RecordId::default(), points, line.given_why.clone())),
        deductions: line.deductions.iter().filter_map(deduction).collect(),
        ..Line::default()
    }
}

/// The records that close a sheet under this id, but for the signature.
pub fn freeze(input: &Input, sheet: &Sheet, id: RecordId) -> Sets {
    let record = ScoreSheet {
        school: Some(input.school),
        year: input.year.to_string(),
        frozen_on: Some(input.today),
        total: Some(sheet.total()),
        full: Some(sheet.full()),
        vetoes: Some(i64::from(sheet.vetoes)),
        ..ScoreSheet::default()
    };
    let mut sets = Sets::from([(RecordKey::new(ScoreSheet::TABLE.key, id), record.write())]);
    for (at, line) in sheet.lines.iter().enumerate() {
        let deduction = |(_, points, reason): &(RecordId, i64, String)| format!("{points} {reason}");
        let kept = ScoreLine {
            sheet: Some(id),
            place: Some(line.place),
            name: line.name.clone(),
            points: Some(line.points),
            weight: Some(line.weight),
            evidence: line.evidence.clone(),
            done: line.counted.map(|counted| i64::from(counted.done)),
            due: line.counted.map(|counted| i64::from(counted.due)),
            given: line.given.as_ref().map(|(_, points, _)| *points),
            given_why: line.given.as_ref().map(|(.., why)| why.clone()).unwrap_or_default(),
            deductions: line.deductions.iter().map(deduction).collect(),
        };
        let key = RecordKey::new(ScoreLine::TABLE.key, RecordId(id.0.wrapping_add(at as u128 + 1)));
        sets.insert(key, kept.write());
    }
    sets
}

/// Hundredths of points for a reader: `93`, `93.5`, `93.33`.
pub fn points_text(hundredths: i64) -> String {
    let (whole, rest) = (hundredths / 100, (hundredths % 100).abs());
    match (rest, rest % 10) {
        (0, _) => whole.to_string(),
        (rest, 0) => format!("{whole}.{}", rest / 10),
        (rest, _) => format!("{whole}.{rest:02}"),
    }
}
