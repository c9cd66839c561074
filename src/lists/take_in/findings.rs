//! 督察 核查结果 → a check and a step on each child's case. A list's finding is a claim: it counts, it shows which papers are
//! missing, and nothing that a person has taken further is moved by it.
use super::suspects::{Comparison, new_case};
use super::{Directory, Files, TakeIn};
use crate::domain::case::{CaseView, State, modes_of, needs_roll, state_of};
use crate::domain::codes::{NOT_REAL_REASON, OUTCOME};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::identity::same_name;
use crate::domain::records::case::{Case, CaseStep, Check, Enrolment};
use crate::domain::records::placement::Placement;
use crate::domain::records::pupil::Pupil;
use crate::domain::value::{Cell, Values};
use crate::lists::issue::{Fault, Issue, Place, Weight};
use crate::lists::rows::FindingRow;
use crate::lists::take_in::roster::{open_placement, pupil_id};
use crate::register::case::cases;
use crate::register::change::{RecordKey, Sets};
use crate::register::derived_id::Secret;
use crate::register::file::File;

/// The files to load before planning; some may not be there.
pub fn needs(rows: &[(Place, FindingRow)], directory: &Directory, secret: &Secret) -> Vec<FileId> {
    let of = |row: &FindingRow| {
        let number = row.id_number.whole()?.to_string();
        Some(pupil_id(&number, &row.name, directory, secret))
    };
    let mut ids: Vec<FileId> = rows.iter().filter_map(|(_, row)| of(row)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// What taking the findings in would do. `list` names this list of findings: the same name is the same list.
pub fn plan(
    rows: &[(Place, FindingRow)],
    as_of: Option<Date>,
    list: &str,
    directory: &Directory,
    files: &Files,
    secret: &Secret,
    today: Date,
) -> TakeIn {
    let mut plan = TakeIn::default();
    for (place, row) in rows {
        let Some(number) = row.id_number.whole() else {
            // A ruined number names nobody for sure: whose finding it is, a person says.
            plan.held_back.push(*place);
            plan.issues.push(refused(*place, "id_number", Fault::Missing, ""));
            continue;
        };
        let number = number.to_string();
        let held = directory.pupils_with_number(&number);
        if !held.is_empty() && !held.iter().any(|(_, name)| same_name(name, &row.name)) {
            plan.held_back.push(*place);
            plan.issues.push(refused(*place, "id_number", Fault::NumberOfAnother, &number));
            continue;
        }
        let id = pupil_id(&number, &row.name, directory, secret);
        let file = files.get(&id).filter(|file| !file.changes().is_empty());
        let says = Finding { row, id, file, list, as_of, directory, secret, today }.says(&number);
        plan.say(id, FileKind::Pupil, &row.name, *place, says);
    }
    plan.settle(files, today);
    plan
}

fn refused(place: Place, field: &str, fault: Fault, found: &str) -> Issue {
    Issue { place, field: field.to_owned(), fault, weight: Weight::Refused, found: found.to_owned() }
}

struct Finding<'a> {
    row: &'a FindingRow,
    id: FileId,
    file: Option<&'a File>,
    list: &'a str,
    as_of: Option<Date>,
    directory: &'a Directory,
    secret: &'a Secret,
    today: Date,
}

impl Finding<'_> {
    fn says(&self, number: &str) -> Sets {
        let views = self.file.map(cases).unwrap_or_default();
        let mut says = Sets::from([(RecordKey::root(FileKind::Pupil.key()), self.page(number))]);
        let open = views.iter().find(|view| view.state_on(self.today) != State::Closed);
        let (case, view) = match open.or(views.iter().find(|view| self.spoke(view))) {
            Some(view) => (view.id, Some(view)),
            None => {
                let comparison = Comparison { name: self.list.to_owned(), found_on: self.checked_on() };
                // Nobody's list named the child before the team found it at the door.
                let (key, values) = new_case(self.id, &comparison, "K", "EDU", self.secret);
                let id = key.id;
                says.insert(key, values);
                (id, None)
            }
        };
        if let Some(team) = &self.row.team {
            let fields = says.entry(RecordKey::new(Case::TABLE.key, case)).or_default();
            fields.insert("team".to_owned(), team.as_str().into());
        }
        let (check_key, check) = self.check(case);
        says.insert(check_key, check);
        let untouched = view.is_none_or(|view| {
            matches!(view.state(), State::New | State::Checking | State::Reopened) || self.spoke(view)
        });
        if untouched {
            says.extend(self.step(case));
        }
        says
    }

    /// Did this list speak of the case before?
    fn spoke(&self, view: &CaseView) -> bool {
        let step = self.record(CaseStep::TABLE.key);
        view.steps.iter().any(|taken| taken.id == step)
    }

    fn record(&self, table: &str) -> RecordId {
        self.secret.record_id(self.id, table, &["finding", self.list])
    }

    fn checked_on(&self) -> Date {
        self.row.checked_on.or(self.as_of).unwrap_or(self.today).min(self.today)
    }

    fn school(&self) -> (Option<FileId>, String) {
        let name = self.row.school.clone().unwrap_or_default();
        match self.directory.school_named(&name) {
            Some(school) => (Some(school.id), String::new()),
            None => (None, name),
        }
    }

    fn page(&self, number: &str) -> Values {
        Pupil {
            name: self.row.name.clone(),
            id_no: number.to_owned(),
            birth: self.row.id_number.whole().and_then(|whole| whole.birth()),
            sex: self.row.id_number.whole().map(|whole| whole.sex().to_string()).unwrap_or_default(),
            roll_no: self.row.roll_number.clone().unwrap_or_default(),
            ..Pupil::default()
        }
        .write()
    }

    /// The verdict; the list's own words where no code of ours is meant.
    fn check(&self, case: RecordId) -> (RecordKey, Values) {
        let row = self.row;
        let said = row.not_real_reason.clone().unwrap_or_default();
        let coded = NOT_REAL_REASON.find(&said).is_some();
        let (verdict, not_real) = match row.finding {
            Some(true) => ("REAL", String::new()),
            Some(false) if coded || said.is_empty() => ("NOT_REAL", said.clone()),
            Some(false) => ("NOT_REAL", "N99".to_owned()),
            None => ("OPEN", String::new()),
        };
        let check = Check {
            case: Some(case),
            method: "HOME".to_owned(),
            date: Some(self.checked_on()),
            other_checkers: row.checker1.iter().chain(&row.checker2).cloned().collect(),
            verdict: verdict.to_owned(),
            not_real,
            reason_note: if coded { String::new() } else { said },
            evidence_note: row.evidence.clone().unwrap_or_default(),
            decision: self.outcome().to_owned(),
            claimed: Some(true),
            claimed_verifier: row.verifier.clone().unwrap_or_default(),
            ..Check::default()
        };
        (RecordKey::new(Check::TABLE.key, self.record(Check::TABLE.key)), check.write())
    }

    fn outcome(&self) -> &str {
        match self.row.finding {
            Some(false) => "NOT_REAL",
            _ => self.row.outcome_code.as_deref().filter(|code| OUTCOME.find(code).is_some()).unwrap_or(""),
        }
    }

    /// Where the list says that the child is now, with the return and the placement that it names.
    fn step(&self, case: RecordId) -> Vec<(RecordKey, Values)> {
        let mut says = Vec::new();
        let outcome = self.outcome();
        let to = match (self.row.finding, state_of(outcome)) {
            (Some(false), _) => State::NotReal,
            (Some(true), Some(state)) => state,
            (Some(true), None) => State::Confirmed,
            (None, _) => return says,
        };
        let placed = self.row.placed_on.unwrap_or_else(|| self.checked_on());
        // A day still to come is a plan: the child is found, and not yet back.
        let (to, on) = if placed <= self.today {
            (to, placed.max(self.checked_on()))
        } else {
            (State::Confirmed, self.checked_on())
        };
        let said = if state_of(outcome) == Some(to) { outcome } else { "" };
        if needs_roll(outcome) {
            says.extend(self.placement(outcome, placed));
            if placed <= self.today {
                says.push(self.enrolment(case, placed));
            }
        }
        let step = CaseStep {
            case: Some(case),
            to: to.code().to_owned(),
            on: Some(on),
            outcome: said.to_owned(),
            why: self.row.outcome.clone().filter(|_| said.is_empty()).unwrap_or_default(),
            check: Some(self.record(Check::TABLE.key)),
            claimed: Some(true),
            ..CaseStep::default()
        };
        says.push((RecordKey::new(CaseStep::TABLE.key, self.record(CaseStep::TABLE.key)), step.write()));
        says
    }

    /// Back in a school, on the roll where the list gives the roll number.
    fn enrolment(&self, case: RecordId, on: Date) -> (RecordKey, Values) {
        let (school, other_school) = self.school();
        let roll_no = self.row.roll_number.clone().unwrap_or_default();
        let says = Enrolment {
            case: Some(case),
            school,
            other_school,
            back_on: Some(on),
            registered: Some(!roll_no.is_empty()),
            roll_no,
            ..Enrolment::default()
        };
        (RecordKey::new(Enrolment::TABLE.key, self.record(Enrolment::TABLE.key)), says.write())
    }

    /// The placement that the outcome names; it ends the one that is open. One that a person set since stays.
    fn placement(&self, outcome: &str, from: Date) -> Vec<(RecordKey, Values)> {
        let (Some(mode), (Some(school), _)) = (modes_of(outcome).first(), self.school()) else {
            return Vec::new();
        };
        let key = |record| RecordKey::new(Placement::TABLE.key, record);
        let names = [*mode, &school.to_string(), &from.to_string()];
        let record = self.secret.record_id(self.id, Placement::TABLE.key, &names);
        let says = Placement {
            mode: (*mode).to_owned(),
            school: Some(school),
            from: Some(from),
            ..Placement::default()
        };
        match self.file.and_then(open_placement) {
            Some((open, _)) if open == record => vec![(key(record), says.write())],
            Some((_, open)) if open.mode == *mode && open.school == Some(school) => Vec::new(),
            Some((open, held)) if held.from.is_some_and(|begun| begun < from) => {
                let to = from.plus_days(-1).write();
                vec![(key(open), Values::from([("to".to_owned(), to)])), (key(record), says.write())]
            }
            Some(_) => Vec::new(),
            None => vec![(key(record), says.write())],
        }
    }
}
