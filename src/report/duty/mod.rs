//! Rules, responsibility and assessment, read from the county's duty file: pure views of its records.
//!
//! [`Duty`] holds them all, each with its id. What is late, missing, covered or scored is computed here and stored nowhere but in
//! a score sheet that was closed.
pub mod agenda;
pub mod chain;
pub mod letters;
pub mod minimal;
pub mod red_line;
pub mod score;
#[cfg(test)]
mod tests;

use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty::{
    DutyAgenda, DutyDocument, DutyGroup, DutyHanding, DutyLetter, DutyMember, DutyScan, DutyTask,
};
use crate::domain::records::duty_score::{Deduction, ScoreGiven, ScoreItem, ScoreLine, ScoreSheet};
use crate::domain::value::Values;
use crate::register::clock::Hlc;
use crate::register::file::File;
use crate::register::summary::PupilSummary;
use red_line::{Incident, incidents};

/// A record with its id.
pub type Held<T> = (RecordId, T);

/// A list that was handed out: what, by whom, when it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    pub record: DutyHanding,
    pub by: FileId,
    pub at: Hlc,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Duty {
    /// Standing groups first, each kind in its order.
    pub groups: Vec<Held<DutyGroup>>,
    pub members: Vec<Held<DutyMember>>,
    /// The latest first.
    pub documents: Vec<Held<DutyDocument>>,
    pub agenda: Vec<Held<DutyAgenda>>,
    pub tasks: Vec<Held<DutyTask>>,
    pub letters: Vec<Held<DutyLetter>>,
    pub scans: Vec<Held<DutyScan>>,
    /// The latest first.
    pub handed: Vec<Handed>,
    /// The county's own items; empty where it has set none.
    pub items: Vec<Held<ScoreItem>>,
    pub given: Vec<Held<ScoreGiven>>,
    pub deductions: Vec<Held<Deduction>>,
    pub sheets: Vec<Held<ScoreSheet>>,
    pub lines: Vec<Held<ScoreLine>>,
    pub red_lines: Vec<Incident>,
    /// Fields that two tablets filled differently.
    pub conflicts: usize,
}

fn all<T>(file: &File, table: &str, read: impl Fn(&Values) -> T) -> Vec<Held<T>> {
    file.table(table).map(|(id, record)| (id, read(&record.values))).collect()
}

impl Duty {
    pub fn of(file: &File) -> Duty {
        let mut duty = Duty {
            groups: all(file, DutyGroup::TABLE.key, DutyGroup::read),
            members: all(file, DutyMember::TABLE.key, DutyMember::read),
            documents: all(file, DutyDocument::TABLE.key, DutyDocument::read),
            agenda: all(file, DutyAgenda::TABLE.key, DutyAgenda::read),
            tasks: all(file, DutyTask::TABLE.key, DutyTask::read),
            letters: all(file, DutyLetter::TABLE.key, DutyLetter::read),
            scans: all(file, DutyScan::TABLE.key, DutyScan::read),
            handed: handed(file),
            items: all(file, ScoreItem::TABLE.key, ScoreItem::read),
            given: all(file, ScoreGiven::TABLE.key, ScoreGiven::read),
            deductions: all(file, Deduction::TABLE.key, Deduction::read),
            sheets: all(file, ScoreSheet::TABLE.key, ScoreSheet::read),
            lines: all(file, ScoreLine::TABLE.key, ScoreLine::read),
            red_lines: incidents(file),
            conflicts: file.conflicts().len(),
        };
        duty.groups
            .sort_by_key(|(id, group)| (group.dissolved_on, group.kind != "LEADING", group.set_up_on, *id));
        duty.members.sort_by_key(|(id, member)| (role_place(&member.role), member.from, *id));
        duty.documents.sort_by_key(|(id, document)| std::cmp::Reverse((document.date, *id)));
        duty.agenda.sort_by(|(ia, a), (ib, b)| (&a.month, a.held_on, ia).cmp(&(&b.month, b.held_on, ib)));
        duty.tasks.sort_by_key(|(id, task)| (task.due, *id));
        duty.items.sort_by_key(|(id, item)| (item.place, *id));
        duty.lines.sort_by_key(|(id, line)| (line.place, *id));
        duty
    }

    /// The members of a group on a day, the head first.
    pub fn members_on(&self, group: RecordId, day: Date) -> impl Iterator<Item = &Held<DutyMember>> {
        self.members.iter().filter(move |(_, member)| {
            member.group == Some(group)
                && member.from.is_none_or(|from| from <= day)
                && member.to.is_none_or(|to| day <= to)
        })
    }

    /// Who heads the leading group on a day.
    pub fn head_on(&self, day: Date) -> Option<&DutyMember> {
        let leading = self
            .groups
            .iter()
            .find(|(_, group)| group.kind == "LEADING" && group.dissolved_on.is_none_or(|on| day < on))?;
        self.members_on(leading.0, day).map(|(_, member)| member).find(|member| member.role == "HEAD")
    }

    pub fn scans_of(&self, record: RecordId) -> impl Iterator<Item = &Held<DutyScan>> {
        let of = record.to_string();
        self.scans.iter().filter(move |(_, scan)| scan.of == of)
    }

    /// Decisions that are not done, due by a day.
    pub fn open_tasks(&self, by: Date) -> impl Iterator<Item = &Held<DutyTask>> {
        self.tasks
            .iter()
            .filter(move |(_, task)| task.done_on.is_none() && task.due.is_some_and(|due| due <= by))
    }

    pub fn incident(&self, id: RecordId) -> Option<&Incident> {
        self.red_lines.iter().find(|incident| incident.id == id)
    }

    /// Red lines of a school in a school year that stand: they block its assessment.
    pub fn vetoes(&self, school: FileId, year: SchoolYear) -> impl Iterator<Item = &Incident> {
        self.red_lines.iter().filter(move |one| {
            one.stands
                && one.record.school == Some(school)
                && one.record.date.is_some_and(|on| year.contains(on))
        })
    }
}

fn role_place(role: &str) -> usize {
    ["HEAD", "DEPUTY", "MEMBER", "OFFICE"].iter().position(|known| *known == role).unwrap_or(9)
}

fn handed(file: &File) -> Vec<Handed> {
    let of = |record: &crate::register::tree::Record| {
        let change = file.changes().get(*record.live("list").first()?)?;
        Some(Handed { record: DutyHanding::read(&record.values), by: change.by, at: change.at })
    };
    let mut all: Vec<Handed> =
        file.table(DutyHanding::TABLE.key).filter_map(|(_, record)| of(record)).collect();
    all.sort_by_key(|handed| std::cmp::Reverse(handed.at));
    all
}

/// The school that answers for a child on a day: where the child is placed, or on whose roll.
pub fn school_of(pupil: &PupilSummary, day: Date) -> Option<FileId> {
    pupil.placement_on(day).and_then(|placement| placement.school).or(pupil.school)
}
