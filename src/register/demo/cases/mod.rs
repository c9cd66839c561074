//! Children of the practice register who are away from school: one case in every state, with its findings, persuasion, notices and
//! returns, and three absences that are on their way to become one. They stand beside the pupils who are taught at home.
mod tales;

use super::Demo;
use super::chance::Chance;
use super::people::{id_number, name, phone};
use super::words;
use super::writer::{Event, Writer, at};
use crate::domain::calendar::SchoolYear;
use crate::domain::case::State::{
    Closed, Confirmed, Court, Exempt, NotReal, Ordered, Penalised, Placed, Reopened, Returned, Stable,
    Verified,
};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::case::{Absence, Case, CaseStep, Check, Enrolment, Notice, Persuasion};
use crate::domain::records::documents::Document;
use crate::domain::records::placement::{Decision, Deferral, Placement};
use crate::domain::records::pupil::{Guardian, Pupil};
use crate::domain::value::Values;
use crate::register::change::{Act, Dot, RecordKey};
use crate::register::file::File;
use tales::{ABSENCES, TALES, Tale};

/// The inspection teams that the cases are given to.
pub const TEAMS: [&str; 2] = ["督察一组", "督察二组"];

/// How many children there are.
#[cfg(test)]
pub const CHILDREN: usize = TALES.len() + ABSENCES.len();

/// The files of these children.
pub fn files(demo: &Demo, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
    let mut files: Vec<File> = TALES
        .iter()
        .enumerate()
        .filter_map(|(n, tale)| {
            let mut child = Away::new(demo, n);
            let mut writer = child.begin(mint);
            child.tell(tale, n, &mut writer);
            writer.finish()
        })
        .collect();
    files.extend(ABSENCES.iter().enumerate().filter_map(|(n, (days, asked, visited))| {
        let mut child = Away::new(demo, TALES.len() + n);
        let mut writer = child.begin(mint);
        let absence = Absence {
            from: Some(child.day(*days)),
            reason: "NONE".into(),
            asked_on: asked.map(|ago| child.day(ago)),
            visited_on: visited.map(|ago| child.day(ago)),
            ..Absence::default()
        };
        child.put(&mut writer, *days, Act::EDIT, "absence", absence.write());
        writer.finish()
    }));
    files
}

struct Away<'a> {
    demo: &'a Demo,
    n: usize,
    /// Who finds out, and who looks at it again.
    people: [FileId; 2],
    school: FileId,
    roll_no: String,
    chance: Chance,
}

impl<'a> Away<'a> {
    fn new(demo: &'a Demo, n: usize) -> Away<'a> {
        let team = demo.teams.get(n % 2);
        let people = team.map(|team| team.teachers).unwrap_or_default();
        let school = team.map(|team| team.school_id).unwrap_or_default();
        Away { demo, n, people, school, roll_no: String::new(), chance: Chance::new(90_000 + n as u64) }
    }

    fn day(&self, ago: i64) -> Date {
        self.demo.today.plus_days(-ago)
    }

    fn begin<'m>(&mut self, mint: &'m mut dyn FnMut() -> Dot) -> Writer<'m> {
        // Beside the pupils taught at home, whose birthdays go by the same steps.
        let (n, place) = (self.n, self.demo.size.pupils() + self.n);
        let is_male = n.is_multiple_of(2);
        let birth = SchoolYear::of(self.demo.today).births(6, 9).from.plus_days((place * 37 % 3_200) as i64);
        let id_no = id_number(birth, is_male, 0);
        self.roll_no = format!("G{id_no}");
        let town = n % words::TOWNS.len();
        let page = Pupil {
            name: name(n + 17, is_male, 500 + n),
            sex: if is_male { "1" } else { "2" }.into(),
            ethnic: "01".into(),
            birth: Some(birth),
            id_type: "1".into(),
            roll_no: self.roll_no.clone(),
            id_no,
            town: words::TOWNS.get(town).copied().unwrap_or_default().into(),
            village: self.chance.pick(words::VILLAGES.get(town).copied().unwrap_or_default()).into(),
            school: Some(self.school),
            class: format!("{}班", 1 + n % 4),
            student_status: "01".into(),
            ..Pupil::default()
        };
        let guardian = Guardian {
            name: name(n + 17, !is_male, 800 + n),
            kinship: if is_male { "52" } else { "51" }.into(),
            phone: phone(70_000 + n),
            legal: Some(true),
            ..Guardian::default()
        };
        let id = self.demo.secret.file_id(FileKind::Pupil, &[&page.id_no, &page.name]);
        let mut writer = Writer::new(id, FileKind::Pupil, self.demo.today, mint);
        let event = Event::new(self.day(200), self.people[0], Act::NEW_FILE).at(at(9, 0));
        let family = RecordKey::new("guardian", RecordId(self.chance.id()));
        writer.add(event.sets(RecordKey::root("pupil"), page.write()).sets(family, guardian.write()));
        writer
    }

    fn put(
        &mut self,
        writer: &mut Writer,
        ago: i64,
        act: Act,
        table: &'static str,
        values: Values,
    ) -> RecordId {
        self.put_by(writer, ago, self.people[0], act, table, values)
    }

    fn put_by(
        &mut self,
        writer: &mut Writer,
        ago: i64,
        by: FileId,
        act: Act,
        table: &'static str,
        values: Values,
    ) -> RecordId {
        let id = RecordId(self.chance.id());
        writer.add(Event::new(self.day(ago), by, act).sets(RecordKey::new(table, id), values));
        id
    }

    fn tell(&mut self, tale: &Tale, n: usize, writer: &mut Writer) {
        let source = if tale.set == "S" { "EDU" } else { "POLICE" };
        let case = Case {
            source: source.into(),
            batch: if tale.set == "S" { String::new() } else { "四查三比对".into() },
            set: tale.set.into(),
            found_on: Some(self.day(tale.found)),
            absent_from: Some(self.day(tale.away)),
            whereabouts: "HOME".into(),
            team: TEAMS[n % 2].into(),
            ..Case::default()
        };
        let case = self.put(writer, tale.found, Act::OPEN_CASE, "case", case.write());
        let found =
            tale.steps.iter().find(|(to, ..)| matches!(to, NotReal | Confirmed)).map(|(_, ago, _)| *ago);
        let check = found.map(|ago| self.check(tale, case, ago, writer));
        let first = tale.steps.last().map_or(tale.found, |(_, ago, _)| *ago);
        for (kind, title) in tale.papers {
            let paper = Document {
                title: (*title).into(),
                kind: (*kind).into(),
                date: Some(self.day(first + 1)),
                ..Document::default()
            };
            self.put(writer, first + 1, Act::EDIT, "document", paper.write());
        }
        for (ago, result, promised) in tale.talks {
            let talk = Persuasion {
                case: Some(case),
                date: Some(self.day(*ago)),
                method: "HOME".into(),
                persuaders: self.people.to_vec(),
                attitude: if *result == "AGREED" { "WILLING" } else { "HESITANT" }.into(),
                result: (*result).into(),
                promised_date: promised.map(|ago| self.day(ago)),
                reason: tale.reason.into(),
                note: "到家里同家长和学生谈了读书的事，讲明义务教育法的规定，了解家里的困难。".into(),
                ..Persuasion::default()
            };
            self.put(writer, *ago, Act::PERSUADE, "persuasion", talk.write());
        }
        let notice = self.notices(tale, case, writer);
        let enrolment = self.back(tale, case, writer);
        for (to, ago, outcome) in tale.steps {
            let (outcome, reopened) = if *to == Reopened { ("", *outcome) } else { (*outcome, "") };
            let step = CaseStep {
                case: Some(case),
                to: to.code().into(),
                on: Some(self.day(*ago)),
                outcome: outcome.into(),
                reopened: reopened.into(),
                why: if *to == Reopened { "放假回来后没有到校".into() } else { String::new() },
                check: check.filter(|_| matches!(to, NotReal | Confirmed | Verified)),
                notice: notice.filter(|_| matches!(to, Ordered | Penalised | Court)),
                enrolment: enrolment.filter(|_| matches!(to, Returned | Placed | Stable | Closed)),
                ..CaseStep::default()
            };
            // The second person verifies and closes.
            let by = match to {
                Verified | Closed | Exempt => self.people[1],
                _ => self.people[0],
            };
            self.put_by(writer, *ago, by, Act::CASE_STEP, "case_step", step.write());
        }
    }

    fn check(&mut self, tale: &Tale, case: RecordId, ago: i64, writer: &mut Writer) -> RecordId {
        let is_real = tale.reason.starts_with('R');
        let code = |when: bool| if when { tale.reason.to_owned() } else { String::new() };
        let check = Check {
            case: Some(case),
            method: "HOME".into(),
            date: Some(self.day(ago)),
            checkers: vec![self.people[0]],
            other_checkers: vec!["孙建设（村委会）".into()],
            met: "母亲".into(),
            whereabouts: if is_real { "HOME" } else { "SCHOOL" }.into(),
            verdict: if is_real { "REAL" } else { "NOT_REAL" }.into(),
            reason: code(is_real),
            not_real: code(!is_real),
            reason_note: "两人入户，见到家长，情况属实。".into(),
            absent_from: Some(self.day(tale.away)),
            ..Check::default()
        };
        self.put(writer, ago, Act::CHECK_CASE, "check", check.write())
    }

    fn notices(&mut self, tale: &Tale, case: RecordId, writer: &mut Writer) -> Option<RecordId> {
        let mut last = None;
        for (place, (kind, issued, deadline)) in tale.notices.iter().enumerate() {
            let served = self.day(issued - 1);
            let notice = Notice {
                case: Some(case),
                kind: (*kind).into(),
                number: format!("教通〔{}〕{}号", served.year(), self.n * 5 + place + 1),
                issuer: if place < 2 { "云岭镇人民政府" } else { "青禾县教育局" }.into(),
                issued_on: Some(self.day(*issued)),
                deadline: Some(self.day(*deadline)),
                served_on: Some(served),
                service: "DIRECT".into(),
                received_by: "母亲".into(),
                ..Notice::default()
            };
            last = Some(self.put(writer, issued - 1, Act::NOTICE, "notice", notice.write()));
        }
        last
    }

    /// Back in school, or placed: with what the outcome asks for beside the papers.
    fn back(&mut self, tale: &Tale, case: RecordId, writer: &mut Writer) -> Option<RecordId> {
        let outcome = tale.steps.last().map_or("", |(_, _, outcome)| outcome);
        if outcome == "SUSPEND" && tale.papers.len() > 1 {
            let (from, to) = (self.day(20), self.day(-120));
            let deferral = Deferral {
                kind: "SUSPEND".into(),
                applicant: "父亲".into(),
                reason: "住院治疗，医生建议休养。".into(),
                approver: "青禾县教育局".into(),
                from: Some(from),
                to: Some(to),
                ..Deferral::default()
            };
            self.put(writer, 20, Act::PLACE, "deferral", deferral.write());
        }
        let (ago, registered) = tale.back?;
        let on = self.day(ago);
        let is_special = outcome.starts_with("PLACE");
        let school =
            if is_special { self.demo.teams.last().map(|team| team.school_id) } else { Some(self.school) };
        if is_special {
            let decision = Decision {
                result: "SCHOOL".into(),
                learnable: "YES".into(),
                date: Some(on.plus_days(-8)),
                number: format!("青残教委〔{}〕{}号", on.year(), 60 + self.n),
                ..Decision::default()
            };
            self.put(writer, ago + 8, Act::PLACE, "decision", decision.write());
            let placement =
                Placement { mode: "SPECIAL_SCHOOL".into(), school, from: Some(on), ..Placement::default() };
            self.put(writer, ago, Act::PLACE, "placement", placement.write());
        }
        let enrolment = Enrolment {
            case: Some(case),
            school,
            class: "2班".into(),
            back_on: Some(on),
            received_by: "赵老师".into(),
            registered: Some(registered),
            registered_on: registered.then_some(on),
            roll_no: if registered { self.roll_no.clone() } else { String::new() },
            ..Enrolment::default()
        };
        Some(self.put(writer, ago, Act::ENROL, "enrolment", enrolment.write()))
    }
}
