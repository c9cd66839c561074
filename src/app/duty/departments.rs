//! The departments: what each sent, how old it is, what of it is matched and what differs; and the minimal lists that go out to
//! each. Handing a list out is written down, with the columns and the number of rows, before the file exists.
use crate::app::audit;
use crate::app::batches::{Batch, current};
use crate::app::keeper::KeepError;
use crate::app::ledgers::cells;
use crate::app::register::{Register, new_record};
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::records::duty::DutyHanding;
use crate::i18n::pages::duty::Departments as W;
use crate::i18n::pages::ledgers::{EXPORTED, LEDGER, ledger_column};
use crate::i18n::{Lang, Word, fill};
use crate::interchange::xlsx::table::{Entry, Table};
use crate::lists::columns::ListKind;
use crate::lists::compare::Set;
use crate::lists::compare::job::Summary as Compared;
use crate::register::change::{Act, RecordKey, Sets};
use crate::report::duty::minimal::Minimal;
use crate::report::ledger::{Column, Row, World, column};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};

/// A department, the lists that come from it, and the sets of the comparison that are its differences.
pub struct Department {
    /// A code of `department`.
    pub code: &'static str,
    pub lists: &'static [(ListKind, Option<Set>)],
}

pub static DEPARTMENTS: [Department; 8] = [
    Department {
        code: "EDU",
        lists: &[
            (ListKind::Schools, None),
            (ListKind::Roll, Some(Set::B)),
            (ListKind::RollCall, Some(Set::D2)),
            (ListKind::HomeTeaching, None),
            (ListKind::Carers, Some(Set::CarerGaps)),
            (ListKind::Findings, None),
        ],
    },
    Department { code: "POLICE", lists: &[(ListKind::Household, Some(Set::A))] },
    Department { code: "RURAL", lists: &[(ListKind::Poor, Some(Set::PoorSuspects))] },
    Department { code: "DPF", lists: &[(ListKind::Disability, Some(Set::E))] },
    Department { code: "HEALTH", lists: &[(ListKind::Health, Some(Set::BornNotHousehold))] },
    Department { code: "CIVIL", lists: &[(ListKind::Civil, Some(Set::G))] },
    Department { code: "LABOUR", lists: &[] },
    Department { code: "TOWN", lists: &[] },
];

/// One kind of list of a department, as it stands on this tablet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    pub kind: ListKind,
    /// The day that the oldest list in force holds for; none: never sent.
    pub as_of: Option<Date>,
    pub rows: u32,
    /// By the comparison at hand: children that agree, and children that differ.
    pub matched: Option<(u32, u32)>,
}

impl Sent {
    pub fn age(&self, today: Date) -> Option<i64> {
        self.as_of.map(|day| today.days_since(day))
    }
}

pub fn sent(department: &Department, batches: &[Batch], compared: Option<&Compared>) -> Vec<Sent> {
    let held = current(batches);
    let one = |(kind, differs): &(ListKind, Option<Set>)| {
        let of_kind = || held.iter().filter(|batch| batch.header.kind == *kind);
        let rows = of_kind().map(|batch| batch.header.counts.taken).sum();
        let count = compared.zip(*differs).and_then(|(compared, set)| compared.counts.get(set));
        Sent {
            kind: *kind,
            as_of: of_kind().map(|batch| batch.day()).min(),
            rows,
            matched: count.filter(|_| rows > 0).map(|count| (rows.saturating_sub(count), count)),
        }
    };
    department.lists.iter().map(one).collect()
}

/// Cases that a department's lists brought: open, and closed (tracked).
pub fn cases(register: Register, department: &str) -> (u32, u32) {
    let today = register.today.get();
    register.summaries.with(|all| {
        let pupils = all.values().filter(|summary| summary.is_listed()).filter_map(|summary| summary.pupil());
        let of = pupils.flat_map(|pupil| &pupil.cases).filter(|case| case.source == department);
        of.fold((0, 0), |(open, closed), case| match case.is_open(today) {
            true => (open + 1, closed),
            false => (open, closed + 1),
        })
    })
}

/// How a list goes out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handing {
    pub town: String,
    pub receiver: String,
    pub why: String,
    /// Identity numbers whole.
    pub whole: bool,
}

/// Where what was typed for a list waits until it goes out: the list's key alone.
fn draft_name(list: &Minimal) -> String {
    ["handing/", list.key].concat()
}

/// What was typed for this list and not handed out yet.
pub async fn draft(register: Register, list: &Minimal) -> Result<Option<Handing>, KeepError> {
    let kept = register.draft(&draft_name(list)).await?;
    // A draft of another version is typed anew: a town, a purpose, a name.
    Ok(kept.and_then(|bytes| postcard::from_bytes(&bytes).ok()))
}

/// Seals it; an empty one is forgotten.
pub async fn keep_draft(register: Register, list: &Minimal, handing: &Handing) -> Result<(), KeepError> {
    let bytes = (*handing != Handing::default()).then(|| postcard::to_allocvec(handing).ok()).flatten();
    register.keep_draft(&draft_name(list), bytes).await
}

/// The children of a list now.
pub fn members(register: Register, list: &Minimal, town: &str) -> Vec<FileId> {
    let day = register.today.get();
    register.summaries.with(|files| list.members(files, town, day))
}

/// Writes down that the list goes out, then gives the table. Nothing leaves without its entry.
pub async fn hand_out(
    register: Register,
    list: &'static Minimal,
    handing: Handing,
    lang: Lang,
) -> Result<Table, KeepError> {
    let members = untrack(|| members(register, list, &handing.town));
    let columns: Vec<&'static Column> = list.columns.iter().filter_map(|(key, _)| column(key)).collect();
    let record = DutyHanding {
        department: list.department.to_owned(),
        list: list.key.to_owned(),
        columns: columns.iter().map(|column| column.key.to_owned()).collect(),
        rows: i64::try_from(members.len()).ok(),
        on: Some(register.today.get_untracked()),
        receiver: handing.receiver,
        why: handing.why,
        whole: Some(handing.whole),
    };
    let key = RecordKey::new(DutyHanding::TABLE.key, new_record());
    let sets = Sets::from([(key, record.write())]);
    register.keep(vec![super::order(register, Act::HAND_OUT, sets)], Vec::new()).await?;
    if handing.whole {
        audit::write_all(register, &members, LEDGER, EXPORTED).await?;
    }
    Ok(untrack(|| table(register, list, &members, &columns, handing.whole, lang)))
}

fn table(
    register: Register,
    list: &Minimal,
    members: &[FileId],
    columns: &[&'static Column],
    whole: bool,
    lang: Lang,
) -> Table {
    let day = register.today.get();
    let policy = register.policy.get();
    let births = policy.births(SchoolYear::of(day));
    let author = register.name_of(register.me());
    let title = list_name(list, lang).to_owned();
    let unit = register.card().name;
    register.summaries.with(|files| {
        let world = World { day, births, files, policy: &policy };
        let row = |(at, id): (usize, &FileId)| {
            let summary = files.get(id)?;
            let row = Row::of_file(at + 1, summary, &world)?;
            Some(cells(&row, columns, lang, whole).into_iter().map(Entry::Text).collect())
        };
        Table {
            sheet: title.clone(),
            about: vec![
                fill(W::PaperUnit.text(lang), &[&unit]),
                fill(W::PaperAuthor.text(lang), &[&author]),
                fill(W::PaperDay.text(lang), &[&day.to_string()]),
            ],
            title,
            headings: columns.iter().map(|column| ledger_column(column.key, lang).to_owned()).collect(),
            rows: members.iter().enumerate().filter_map(row).collect(),
            fixed: 0,
        }
    })
}

/// What a list is called.
pub fn list_name(list: &Minimal, lang: Lang) -> &'static str {
    crate::i18n::pages::duty::list_words(list.key).0.text(lang)
}

/// Kind and day, never a child's name (domain.md §10.4).
pub fn file_name(list: &Minimal, town: &str, day: Date, lang: Lang) -> String {
    let day = day.to_string();
    let parts = [list_name(list, lang), town, &day];
    let name = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-");
    let safe = |c: char| if "/\\:*?\"<>|".contains(c) { '_' } else { c };
    name.chars().map(safe).chain(".xlsx".chars()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::batch::{FileNote, Header, VERSION};
    use crate::lists::issue::Counts;
    use crate::report::duty::minimal::LISTS;

    fn batch(kind: ListKind, unit: &str, as_of: &str, taken: u32) -> Batch {
        let header = Header {
            version: VERSION,
            kind,
            unit: unit.to_owned(),
            as_of: as_of.parse().ok(),
            taken_on: "2026-03-12".parse().unwrap(),
            files: vec![FileNote { name: "名单.xlsx".to_owned(), fingerprint: [0; 32] }],
            sources: Vec::new(),
            mappings: Vec::new(),
            counts: Counts { taken, ..Counts::default() },
            chunks: 0,
        };
        Batch { id: [unit, as_of].concat(), header }
    }

    #[test]
    fn of_a_department_the_lists_in_force_count_and_the_oldest_tells_the_age() {
        let all = [
            batch(ListKind::RollCall, "一小", "2026-03-10", 20),
            batch(ListKind::RollCall, "二小", "2026-01-10", 30),
            batch(ListKind::RollCall, "二小", "2025-09-10", 99),
        ];
        let edu = DEPARTMENTS.iter().find(|department| department.code == "EDU").unwrap();
        let sent = sent(edu, &all, None);
        let roll_call = sent.iter().find(|list| list.kind == ListKind::RollCall).unwrap();
        assert_eq!((roll_call.rows, roll_call.as_of), (50, "2026-01-10".parse().ok()));
        assert_eq!(roll_call.age("2026-03-11".parse().unwrap()), Some(60));
        let roll = sent.iter().find(|list| list.kind == ListKind::Roll).unwrap();
        assert_eq!((roll.as_of, roll.matched), (None, None));
    }

    #[test]
    fn a_list_out_is_named_by_kind_town_and_day() {
        let day = "2026-03-11".parse().unwrap();
        let name = |key, town| file_name(Minimal::of(key).unwrap(), town, day, Lang::Zh);
        assert_eq!(name("town_cases", "云岭/镇"), "本乡镇未结个案-云岭_镇-2026-03-11.xlsx");
        assert_eq!(name("dpf_placed", ""), "持证残疾学生安置情况-2026-03-11.xlsx");
        let known = |code: &str| DEPARTMENTS.iter().any(|department| department.code == code);
        assert!(LISTS.iter().all(|list| known(list.department)));
    }
}
