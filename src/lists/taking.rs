//! Rows below the headings → taken, dropped, duplicate or invalid, whatever the kind of list. The order of rows, and
//! how they are spread over sheets and files, change nothing in what is taken.
use crate::domain::date::Date;
use crate::lists::batch::Columns;
use crate::lists::columns::{ListKind, Must};
use crate::lists::distinct::one_each;
use crate::lists::headings::{Around, headings, plain};
use crate::lists::issue::{Counts, Fault, Issue, Place, Source, Weight};
use crate::lists::mapping::{Mapping, day};
use crate::lists::normalise::{Read, date, shown, text};
use crate::lists::rows::Whole;
use crate::lists::said::Said;
use crate::lists::sheet::{Book, Cell, Sheet};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::hash::Hash;

/// A row of one kind of list, as typed fields.
pub trait ListRow: Clone + Default + Ord + Hash {
    const KIND: ListKind;
    /// Reads a row; what is wrong is said to `cells`. `None` only where a needed value is missing.
    fn read(cells: &mut RowCells) -> Option<Self>;
    /// What makes two rows the same child or school within the list; `None` where only a row that says the very same is.
    fn key(&self) -> Option<Key<'_>>;
    /// Two rows of one key are one only if this is the same too: a child's name.
    fn whose(&self) -> Cow<'_, str> {
        "".into()
    }
    /// Takes over what a row that is left out says besides; in any order the same.
    fn absorb(&mut self, _left_out: &Self) {}
    /// The key stands with another name too: it tells no one until a person chooses.
    fn block(&mut self) {}
    /// How many fields hold something.
    fn fullness(&self) -> usize;
    /// The keys of the columns in which two rows differ.
    fn differing(&self, other: &Self) -> Vec<&'static str>;
    /// What the field of a key says; nothing for a key that the row has not.
    fn said(&self, key: &str) -> Said;
    /// The rows as columns of a stored batch ([`crate::lists::batch`]), and back.
    fn columns(rows: &[(Place, Self)]) -> Option<Vec<(String, Vec<u8>)>>;
    fn of_columns(columns: &Columns, rows: usize) -> Option<Vec<Self>>;
}

/// What tells one child or school from another within a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Key<'a> {
    Text(&'a str),
    Number(Whole),
}

/// Implements the counting and storing half of [`ListRow`] for a row whose fields are named as its columns.
#[macro_export]
macro_rules! list_row_fields {
    ($($field:ident),* $(,)?) => {
        fn fullness(&self) -> usize {
            let empty = Self::default();
            [$( self.$field != empty.$field ),*].into_iter().filter(|filled| *filled).count()
        }
        fn differing(&self, other: &Self) -> Vec<&'static str> {
            let fields = [$( (self.$field != other.$field, stringify!($field)) ),*];
            fields.into_iter().filter(|(differs, _)| *differs).map(|(_, key)| key).collect()
        }
        fn said(&self, key: &str) -> $crate::lists::said::Said {
            match key {
                $( stringify!($field) => $crate::lists::said::Says::said(&self.$field), )*
                _ => $crate::lists::said::Said::Nothing,
            }
        }
        fn columns(rows: &[($crate::lists::issue::Place, Self)]) -> Option<Vec<(String, Vec<u8>)>> {
            Some(vec![$(
                $crate::lists::batch::column(stringify!($field), rows.iter().map(|(_, row)| &row.$field))?
            ),*])
        }
        fn of_columns(columns: &$crate::lists::batch::Columns, rows: usize) -> Option<Vec<Self>> {
            $( let mut $field = columns.read(stringify!($field), rows)?.into_iter(); )*
            (0..rows).map(|_| Some(Self { $( $field: $field.next()? ),* })).collect()
        }
    };
}

/// Why a row holds no child or school.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Dropped {
    /// 合计, 小计 and their like.
    Total,
    /// 备注, signatures, instructions.
    Note,
    /// The headings once more, as on every printed page.
    Heading,
    /// A title or the name of a section.
    Title,
}

/// One sheet to take from, with what its columns mean.
#[derive(Clone, Copy)]
pub struct Part<'a> {
    pub book: &'a Book,
    pub sheet: &'a Sheet,
    pub mapping: &'a Mapping,
}

/// A list as taken in.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Taken<R> {
    pub sources: Vec<Source>,
    pub rows: Vec<(Place, R)>,
    pub issues: Vec<Issue>,
    pub dropped: Vec<(Place, Dropped)>,
    /// A row left out, and the row taken in its stead.
    pub duplicates: Vec<(Place, Place)>,
    pub invalid: Vec<Place>,
    pub counts: Counts,
    /// The latest day that the sheets say they hold for.
    #[serde(with = "day")]
    pub as_of: Option<Date>,
}

/// The cells of one row by what they mean; faults go to the list's issues with their place.
pub struct RowCells<'a> {
    sheet: &'a Sheet,
    mapping: &'a Mapping,
    place: Place,
    issues: &'a mut Vec<Issue>,
    refused: bool,
}

/// A cell's text in an issue: enough to recognise it.
const SHOWN_CHARS: usize = 60;

impl RowCells<'_> {
    pub fn from_1904(&self) -> bool {
        self.sheet.from_1904()
    }

    /// Whether the list has a column of its own for this.
    pub fn has(&self, key: &str) -> bool {
        self.mapping.column(key).is_some()
    }

    pub fn cell(&self, key: &str) -> Cell<'_> {
        self.mapping.column(key).map_or(Cell::Empty, |column| self.sheet.seen(self.place.row, column))
    }

    /// A value that the row can do without.
    pub fn may<T>(&mut self, key: &'static str, read: impl FnOnce(Cell) -> Read<T>) -> Option<T> {
        let Read { value, faults } = read(self.cell(key));
        for fault in faults {
            self.say(key, fault, Weight::Doubt);
        }
        value
    }

    /// A value without which the row is not taken.
    pub fn must<T>(&mut self, key: &'static str, read: impl FnOnce(Cell) -> Read<T>) -> Option<T> {
        let Read { value, faults } = read(self.cell(key));
        match value.is_none() {
            true if faults.is_empty() => self.say(key, Fault::Missing, Weight::Refused),
            true => self.refused = true,
            false => {}
        }
        for fault in faults {
            // What leaves a needed value without any is never a mere doubt.
            let most = Weight::Refused;
            let weight = if value.is_none() { most } else { fault.weight().min(Weight::Doubt) };
            self.note(key, fault, weight);
        }
        value
    }

    /// Says what is wrong with a value, at most as gravely as `most`.
    pub fn say(&mut self, key: &'static str, fault: Fault, most: Weight) {
        let weight = fault.weight().min(most);
        self.note(key, fault, weight);
    }

    fn note(&mut self, key: &'static str, fault: Fault, weight: Weight) {
        self.refused |= weight == Weight::Refused;
        let column = self.mapping.column(key);
        let place = Place { column, ..self.place };
        let found = shown(self.cell(key)).chars().take(SHOWN_CHARS).collect();
        self.issues.push(Issue { place, field: key.to_owned(), fault, weight, found });
    }
}

/// Takes a list from its sheets.
pub fn take<R: ListRow>(parts: &[Part]) -> Taken<R> {
    let mut taken = Taken {
        sources: Vec::new(),
        rows: Vec::new(),
        issues: Vec::new(),
        dropped: Vec::new(),
        duplicates: Vec::new(),
        invalid: Vec::new(),
        counts: Counts::default(),
        as_of: None,
    };
    for part in parts {
        let source = taken.sources.len() as u32;
        taken.sources.push(Source { file: part.book.file.clone(), sheet: part.sheet.name.clone() });
        take_sheet(part, source, &mut taken);
    }
    one_each(&mut taken);
    let counts = &mut taken.counts;
    counts.taken = taken.rows.len() as u32;
    counts.dropped = taken.dropped.len() as u32;
    counts.duplicate = taken.duplicates.len() as u32;
    counts.invalid = taken.invalid.len() as u32;
    taken
}

fn take_sheet<R: ListRow>(part: &Part, source: u32, taken: &mut Taken<R>) {
    let (sheet, mapping) = (part.sheet, part.mapping);
    for key in mapping.missing() {
        let place = Place::row(source, mapping.first);
        let (fault, weight) = (Fault::MissingColumn, Weight::Refused);
        taken.issues.push(Issue { place, field: key.to_owned(), fault, weight, found: String::new() });
    }
    let around = Around::of(sheet, mapping.first, mapping.body());
    let named = || date::first_in(&sheet.name).or_else(|| date::first_in(&part.book.file));
    taken.as_of = taken.as_of.max(around.as_of.or_else(named));
    let rubric = Rubric::of(sheet, mapping);
    for row in mapping.body()..sheet.rows() {
        if sheet.is_blank_row(row) {
            continue;
        }
        taken.counts.read += 1;
        let place = Place::row(source, row);
        if let Some(why) = rubric.holds_no_one(sheet, mapping, row) {
            taken.dropped.push((place, why));
            continue;
        }
        let mut cells = RowCells { sheet, mapping, place, issues: &mut taken.issues, refused: false };
        match R::read(&mut cells) {
            Some(read) if !cells.refused => taken.rows.push((place, read)),
            _ => taken.invalid.push(place),
        }
    }
}

/// How a sheet's rows that hold no one are told from those that do.
struct Rubric {
    headings: Vec<(u32, String)>,
    /// The columns that say who the row is about.
    who: Vec<u32>,
}

const TOTALS: [&str; 7] = ["合计", "总计", "小计", "共计", "累计", "汇总", "总人数"];
const NOTES: [&str; 13] = [
    "备注",
    "注:",
    "注1",
    "说明",
    "填表说明",
    "填表人",
    "填报人",
    "制表人",
    "审核人",
    "负责人",
    "分管领导",
    "填表单位",
    "单位盖章",
];

impl Rubric {
    fn of(sheet: &Sheet, mapping: &Mapping) -> Rubric {
        let found = headings(sheet, mapping.first, mapping.rows);
        let low = |heading: &crate::lists::headings::Heading| {
            let last = heading.shown.rsplit('/').next().unwrap_or_default();
            (heading.column, plain(last))
        };
        let columns = mapping.kind.list().columns.iter();
        let who = columns
            .filter(|c| c.must == Must::Have && c.key != "school")
            .filter_map(|c| mapping.column(c.key));
        Rubric { headings: found.iter().map(low).collect(), who: who.collect() }
    }

    fn holds_no_one(&self, sheet: &Sheet, mapping: &Mapping, row: u32) -> Option<Dropped> {
        let mut filled = sheet.cells(row).enumerate().filter(|(_, cell)| !cell.is_blank());
        let (column, first) = filled.next()?;
        let alone = filled.next().is_none();
        let Cell::Text(first) = first else { return None };
        // The common row begins with a number, a code or a school: nothing here is looked at twice.
        let lead: String = text::clean(first).chars().filter(|c| !c.is_whitespace()).take(24).collect();
        let long_number = |column: &u32| match sheet.cell(row, *column) {
            Cell::Text(text) => text.chars().filter(|c| c.is_numeric()).count() >= 6,
            Cell::Number(number) => number.abs() >= 1e5,
            _ => false,
        };
        let someone = self.who.iter().any(long_number);
        if TOTALS.contains(&lead.as_str()) {
            return Some(Dropped::Total);
        }
        if !someone && TOTALS.iter().any(|total| lead.starts_with(total) || lead.ends_with(total)) {
            return Some(Dropped::Total);
        }
        if !someone && NOTES.iter().any(|note| lead.starts_with(note)) {
            return Some(Dropped::Note);
        }
        let same = |(column, heading): &&(u32, String)| match sheet.cell(row, *column) {
            Cell::Text(text) => text.len() < 90 && plain(text) == *heading,
            _ => false,
        };
        if !someone && self.headings.iter().filter(same).count() * 2 > self.headings.len() {
            return Some(Dropped::Heading);
        }
        let named = mapping.column("name") == Some(column as u32) && first.chars().count() <= 15;
        let wide = sheet.merge_at(row, column as u32).is_some_and(|merge| merge.right > merge.left + 1);
        (alone && !someone && !named && (column < 2 || wide)).then_some(Dropped::Title)
    }
}
