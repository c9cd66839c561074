//! Ledgers at the page: who stands on one, its cells as words, the table that leaves the tablet, and the views that were kept
//! under a name (sealed, on this tablet alone).
mod listed;
mod out;

pub use out::{Sheet, workbook};

use crate::app::keeper::KeepError;
use crate::app::register::Register;
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::schooling::Schooling;
use crate::i18n::pages::Ledgers as W;
use crate::i18n::pages::figures::figure_word;
use crate::i18n::pages::ledgers::{datum_text, ledger_column, ledger_words};
use crate::i18n::{Lang, Word, fill};
use crate::interchange::xlsx::table::{Entry, Table};
use crate::lists::compare::Member;
use crate::lists::compare::ledger::{Filed, LedgerRow};
use crate::platform::clock;
use crate::report::figure::Choice;
use crate::report::ledger::{Column, Datum, LEDGERS, Ledger, Row, SavedView, World, column, school_of, told};
use crate::vault::{Area, Put};
use leptos::prelude::{Get, untrack};
use std::sync::Arc;

/// Where the tablet keeps the views.
const VIEWS: &str = "tablet/ledger_views";

/// Does something with the register as a ledger sees it (tracked): as of the chosen figure's day, and as it was known then.
pub fn with_world<T>(register: Register, choice: Option<&Choice>, then: impl FnOnce(&World) -> T) -> T {
    let day = choice.map_or_else(|| register.today.get(), |choice| choice.period.on);
    let policy = register.policy.get();
    let births = policy.births(SchoolYear::of(day));
    register.with_known(choice.and_then(|choice| choice.known), |files| {
        then(&World { day, births, files, policy: &policy })
    })
}

/// A line of a ledger: a child who has a file here, one whom the lists name, or both.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Line {
    pub file: Option<FileId>,
    pub member: Option<Arc<Member>>,
    /// What lists and file say together, where there are lists.
    schooling: Option<Schooling>,
}

impl Line {
    pub fn of_file(file: FileId) -> Line {
        Line { file: Some(file), ..Line::default() }
    }

    /// The child, where the register has no file of it.
    pub fn only_listed(&self) -> Option<&Arc<Member>> {
        self.member.as_ref().filter(|_| self.file.is_none())
    }
}

impl From<LedgerRow> for Line {
    fn from(row: LedgerRow) -> Line {
        Line { file: row.file, member: row.member.map(Arc::new), schooling: row.schooling }
    }
}

/// Does something with a line as a row of the form; nothing where its file is gone.
pub fn with_row<T>(
    world: &World,
    line: &Line,
    number: usize,
    lang: Lang,
    then: impl FnOnce(&Row) -> T,
) -> Option<T> {
    let summary = line.file.and_then(|id| world.files.get(&id));
    let Some(member) = &line.member else {
        return Some(then(&Row::of_file(number, summary?, world)?));
    };
    let mut pupil = listed::pupil_of(member);
    let own = summary.and_then(|summary| Some((summary.name.as_str(), summary.pupil()?)));
    match own {
        Some((_, own)) => pupil = listed::filled(own, pupil),
        None => pupil.remark = listed::remark(member, lang),
    }
    let name = own.map_or(member.name.as_str(), |(name, _)| name);
    let school = member.school.as_deref().unwrap_or_default();
    Some(then(&Row { number, name, pupil: &pupil, world, schooling: line.schooling, school }))
}

/// These files as the ledger of school-age children needs them beside the lists.
pub fn filed(register: Register, ids: &[FileId]) -> Vec<Filed> {
    untrack(|| with_world(register, None, |world| ids.iter().filter_map(|id| filed_of(world, *id)).collect()))
}

fn filed_of(world: &World, id: FileId) -> Option<Filed> {
    let summary = world.files.get(&id)?;
    let pupil = summary.pupil()?;
    let school = school_of(pupil, world.day).and_then(|school| world.files.get(&school));
    let phones = pupil.guardians.iter().map(|guardian| &guardian.phone);
    Some(Filed {
        id,
        name: summary.name.clone(),
        other_names: pupil.guardians.iter().map(|guardian| guardian.name.clone()).collect(),
        id_no: pupil.id_no.clone(),
        numbers: [&pupil.roll_no, &pupil.cert_no].into_iter().chain(phones).cloned().collect(),
        birth: pupil.birth,
        town: pupil.town.clone(),
        village: pupil.village.clone(),
        school: school.map(|school| school.name.clone()).unwrap_or_default(),
        told: told(pupil, world.day),
        in_age: pupil.birth.is_some_and(|birth| world.births.contains(birth)),
    })
}

/// A ledger's lines as words: one list of cells a child, in the order of the columns.
pub fn cells(row: &Row, columns: &[&Column], lang: Lang, whole: bool) -> Vec<String> {
    columns.iter().map(|column| datum_text(&(column.read)(row), lang, whole)).collect()
}

/// How a ledger is written down.
#[derive(Clone, Copy)]
pub struct Form<'a> {
    pub columns: &'a [&'static Column],
    pub lang: Lang,
    /// Numbers of persons whole.
    pub whole: bool,
    /// The figure whose children they are.
    pub choice: Option<&'a Choice>,
}

/// Everything that leaves the tablet: the title rows of an office's form, headings, and the rows.
pub fn table(register: Register, ledger: &Ledger, lines: &[Line], form: Form) -> Table {
    untrack(|| {
        with_world(register, form.choice, |world| {
            let author = world.files.get(&register.me()).map(|me| me.name.clone()).unwrap_or_default();
            table_of(world, ledger, lines, form, [register.card().name, author])
        })
    })
}

/// The same of any register; `about` are the unit and the author.
pub fn table_of(world: &World, ledger: &Ledger, lines: &[Line], form: Form, about: [String; 2]) -> Table {
    let Form { columns, lang, choice, .. } = form;
    let title = title(ledger, choice, lang);
    let [unit, author] = about;
    let about = [(W::Unit, unit), (W::Author, author), (W::MadeOn, world.day.to_string())];
    let name = columns.iter().position(|column| column.key == "name");
    Table {
        sheet: title.clone(),
        about: about.iter().map(|(word, value)| fill(word.text(lang), &[value])).collect(),
        title,
        headings: columns.iter().map(|column| ledger_column(column.key, lang).to_owned()).collect(),
        rows: rows_of(world, lines, 1, form),
        // The name stays in sight where it stands near the left.
        fixed: name.filter(|at| *at < 3).map_or(0, |at| at as u32 + 1),
    }
}

/// More rows of the same table, numbered from `first`.
pub fn rows(register: Register, lines: &[Line], first: usize, form: Form) -> Vec<Vec<Entry>> {
    untrack(|| with_world(register, form.choice, |world| rows_of(world, lines, first, form)))
}

fn rows_of(world: &World, lines: &[Line], first: usize, form: Form) -> Vec<Vec<Entry>> {
    let Form { columns, lang, whole, .. } = form;
    let cells = |row: &Row| columns.iter().map(|column| entry((column.read)(row), lang, whole)).collect();
    lines
        .iter()
        .zip(first..)
        .filter_map(|(line, number)| with_row(world, line, number, lang, cells))
        .collect()
}

/// Any list of pupils of a page, with these columns of the ledgers; numbers masked.
pub fn pupil_table(
    register: Register,
    members: &[FileId],
    columns: &[&str],
    title: &str,
    lang: Lang,
) -> Table {
    let [ledger, ..] = &LEDGERS;
    let columns: Vec<&'static Column> = columns.iter().filter_map(|key| column(key)).collect();
    let form = Form { columns: &columns, lang, whole: false, choice: None };
    let lines: Vec<Line> = members.iter().copied().map(Line::of_file).collect();
    Table { title: title.to_owned(), sheet: title.to_owned(), ..table(register, ledger, &lines, form) }
}

/// A table of a page that is no list of pupils, with the unit, the author and the day that every office's form has.
pub fn own_table(
    register: Register,
    title: &str,
    headings: Vec<String>,
    rows: Vec<Vec<Entry>>,
    lang: Lang,
) -> Table {
    let author = untrack(|| register.name_of(register.me()));
    let day = untrack(|| register.today.get());
    let about = [(W::Unit, register.card().name), (W::Author, author), (W::MadeOn, day.to_string())];
    Table {
        sheet: title.to_owned(),
        title: title.to_owned(),
        about: about.iter().map(|(word, value)| fill(word.text(lang), &[value])).collect(),
        headings,
        rows,
        fixed: 0,
    }
}

fn entry(datum: Datum, lang: Lang, whole: bool) -> Entry {
    match datum {
        Datum::Empty => Entry::Empty,
        Datum::Number(number) => Entry::Number(number),
        Datum::Day(day) => Entry::Date(day),
        datum => Entry::Text(datum_text(&datum, lang, whole)),
    }
}

/// What the sheet is about: the ledger, or the figure whose children stand on it.
pub fn title(ledger: &Ledger, choice: Option<&Choice>, lang: Lang) -> String {
    let of = |choice: &Choice| figure_word(choice.figure).text(lang);
    choice.map_or_else(|| ledger_words(ledger.kind).0.text(lang), of).to_owned()
}

/// Kind, school and day, never a child's name (domain.md §10.4).
pub fn file_name(kind: &str, school: Option<&str>, day: Date) -> String {
    [file_stem(kind, school, day).as_str(), ".xlsx"].concat()
}

/// The same without what kind of file it is.
pub fn file_stem(kind: &str, school: Option<&str>, day: Date) -> String {
    let day = day.to_string();
    let parts = [Some(kind), school.filter(|school| !school.is_empty()), Some(&day)];
    let name = parts.into_iter().flatten().collect::<Vec<_>>().join("-");
    let safe = |c: char| if "/\\:*?\"<>|".contains(c) { '_' } else { c };
    name.chars().map(safe).collect()
}

/// The views that were kept on this tablet.
pub async fn views(register: Register) -> Result<Vec<SavedView>, KeepError> {
    let kept = register.vault().read(Area::Meta, VIEWS).await?;
    // Views of another version are forgotten: they are chosen anew in a few taps.
    Ok(kept.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default())
}

pub async fn keep_views(register: Register, views: &[SavedView]) -> Result<(), KeepError> {
    let Ok(bytes) = postcard::to_allocvec(&views.to_vec()) else {
        return Ok(());
    };
    Ok(register.vault().commit(vec![Put::value(Area::Meta, VIEWS, bytes)], clock::wall()).await?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_is_named_by_kind_school_and_day() {
        let ledger = Ledger::of("home").unwrap();
        let day = "2026-03-11".parse().unwrap();
        let kind = title(ledger, None, Lang::Zh);
        let name = |school| file_name(&kind, school, day);
        assert_eq!(name(None), "送教上门台账-2026-03-11.xlsx");
        assert_eq!(name(Some("石桥/小学")), "送教上门台账-石桥_小学-2026-03-11.xlsx");
    }
}
