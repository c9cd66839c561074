//! 教育 关爱责任人台账 → carers in the files of poor pupils; who has fewer than two distinct ones is told.
use super::roster::pupil_id;
use super::{Directory, Files, TakeIn};
use crate::domain::codes::flags::is_poor;
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::identity::{fold_name, same_name};
use crate::domain::records::care::Carer;
use crate::domain::records::pupil::{Flag, Pupil};
use crate::lists::issue::{Fault, Issue, Place, Weight};
use crate::lists::rows::CarersRow;
use crate::register::change::{RecordKey, Sets};
use crate::register::derived_id::Secret;
use crate::register::file::File;

/// Every poor pupil has so many distinct carers (founding report).
const NEEDED: usize = 2;
/// The ledger is of pupils of households lifted out of poverty; which group it is, their own list says.
const GROUP: &str = "G06";

/// A pupil of the ledger with too few carers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gap {
    pub place: Place,
    pub name: String,
    /// Distinct carers that the row names.
    pub has: usize,
}

/// The rows that name fewer than two distinct carers.
pub fn gaps(rows: &[(Place, CarersRow)]) -> Vec<Gap> {
    let gap = |(place, row): &(Place, CarersRow)| Gap {
        place: *place,
        name: row.name.clone(),
        has: row.carers.len(),
    };
    rows.iter().map(gap).filter(|gap| gap.has < NEEDED).collect()
}

fn file_of(row: &CarersRow, directory: &Directory, secret: &Secret) -> Option<FileId> {
    Some(pupil_id(&row.id_number.whole()?.to_string(), &row.name, directory, secret))
}

/// The files to load before planning; some may not be there.
pub fn needs(rows: &[(Place, CarersRow)], directory: &Directory, secret: &Secret) -> Vec<FileId> {
    let mut ids: Vec<FileId> = rows.iter().filter_map(|(_, row)| file_of(row, directory, secret)).collect();
    ids.sort_unstable();
    ids.dedup();
    ids
}

pub fn plan(
    rows: &[(Place, CarersRow)],
    as_of: Option<Date>,
    directory: &Directory,
    files: &Files,
    secret: &Secret,
    today: Date,
) -> TakeIn {
    let mut plan = TakeIn::default();
    let from = as_of.unwrap_or(today);
    for (place, row) in rows {
        let number = row.id_number.whole().map(|whole| whole.to_string());
        let (Some(number), Some(id)) = (number, file_of(row, directory, secret)) else {
            hold_back(&mut plan, *place, Fault::Missing);
            continue;
        };
        let held = directory.pupils_with_number(&number);
        if !held.is_empty() && !held.iter().any(|(_, name)| same_name(name, &row.name)) {
            hold_back(&mut plan, *place, Fault::NumberOfAnother);
            continue;
        }
        let file = files.get(&id).filter(|file| !file.changes().is_empty());
        let page = Pupil {
            name: row.name.clone(),
            birth: row.id_number.whole().and_then(|whole| whole.birth()),
            sex: row.id_number.whole().map(|whole| whole.sex().to_string()).unwrap_or_default(),
            id_no: number,
            school: row
                .school
                .as_deref()
                .and_then(|name| directory.school_named(name))
                .map(|school| school.id),
            ..Pupil::default()
        };
        let mut says = Sets::from([(RecordKey::root(FileKind::Pupil.key()), page.write())]);
        if !file.is_some_and(is_in_poor_group) {
            let flag = secret.record_id(id, Flag::TABLE.key, &[GROUP]);
            let group = Flag { flag: GROUP.to_owned(), source: "EDU".to_owned(), ..Flag::default() };
            says.insert(RecordKey::new(Flag::TABLE.key, flag), group.write());
        }
        for carer in &row.carers {
            let known = file.and_then(|file| known(file, &carer.name));
            let fold = fold_name(&carer.name);
            let record = known.unwrap_or_else(|| secret.record_id(id, Carer::TABLE.key, &[&fold]));
            let mut carer = Carer {
                person: carer.name.clone(),
                unit: row.school.clone().unwrap_or_default(),
                phone: carer.phone.clone().unwrap_or_default(),
                ..Carer::default()
            };
            // Since when an already named carer cares, the ledger does not say anew.
            carer.from = known.is_none().then_some(from);
            says.insert(RecordKey::new(Carer::TABLE.key, record), carer.write());
        }
        plan.say(id, FileKind::Pupil, &row.name, *place, says);
    }
    plan.settle(files, today);
    plan
}

fn hold_back(plan: &mut TakeIn, place: Place, fault: Fault) {
    plan.held_back.push(place);
    plan.issues.push(Issue {
        place,
        field: "id_number".to_owned(),
        fault,
        weight: Weight::Refused,
        found: String::new(),
    });
}

/// The carer of this name who cares still.
fn known(file: &File, name: &str) -> Option<crate::domain::id::RecordId> {
    let mut carers = file.table(Carer::TABLE.key).map(|(id, record)| (id, Carer::read(&record.values)));
    carers.find(|(_, carer)| carer.to.is_none() && same_name(&carer.person, name)).map(|(id, _)| id)
}

fn is_in_poor_group(file: &File) -> bool {
    file.table(Flag::TABLE.key).any(|(_, record)| is_poor(&Flag::read(&record.values).flag))
}
