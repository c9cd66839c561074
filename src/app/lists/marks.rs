//! A file of a taking-in, to go back to its office with every doubtful cell marked: what the marks say, in the reader's language.
use super::batch::{OpenSheet, Part};
use crate::i18n::list_columns::column_label;
use crate::i18n::lists::{fault_text, weight_word};
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Lang, Word};
use crate::lists::corrected::{Mark, MarkedSheet};
use crate::lists::issue::Issue;
use crate::lists::job::{Answer, Ask};
use crate::platform::worker::{Desk, DeskError};
use js_sys::Uint8Array;
use std::collections::HashMap;
use std::rc::Rc;

/// The sheets that a part was taken from, in the order of its sources.
fn sheets_of<'a>(part: &Part, sheets: &'a [OpenSheet]) -> impl Iterator<Item = (u32, &'a OpenSheet)> {
    let kind = part.kind;
    let taken = sheets.iter().filter(move |sheet| sheet.kind() == Some(kind));
    (0u32..).zip(taken)
}

/// The files of a part in which something is to be marked, by their place among the open ones, with their names.
pub fn files_to_mark(part: &Part, sheets: &[OpenSheet]) -> Vec<(u32, String)> {
    let mut files: Vec<(u32, String)> = Vec::new();
    for (source, sheet) in sheets_of(part, sheets) {
        let has_issue = part.issues.iter().any(|issue| issue.place.source == source);
        if has_issue && files.iter().all(|(file, _)| *file != sheet.file) {
            files.push((sheet.file, sheet.file_name.clone()));
        }
    }
    files
}

/// The question that writes an open file anew with its marks.
pub fn question(part: &Part, sheets: &[OpenSheet], file: u32, lang: Lang) -> Ask {
    let mut texts = Texts::default();
    let of_file = sheets_of(part, sheets).filter(|(_, sheet)| sheet.file == file);
    let marked = of_file.filter_map(|(source, sheet)| {
        let issues = part.issues.iter().filter(|issue| issue.place.source == source);
        let marks = issues.map(|issue| Mark {
            row: issue.place.row,
            column: issue.place.column,
            weight: issue.weight,
            text: texts.number(said(part, issue, lang)),
        });
        Some(MarkedSheet { sheet: sheet.sheet, marks: marks.collect(), mapping: sheet.mapping.clone()? })
    });
    let sheets = marked.collect();
    Ask::Correct { file, texts: texts.all, sheets }
}

/// Texts, each once.
#[derive(Default)]
struct Texts {
    all: Vec<String>,
    known: HashMap<String, u32>,
}

impl Texts {
    fn number(&mut self, text: String) -> u32 {
        if let Some(number) = self.known.get(&text) {
            return *number;
        }
        let number = self.all.len() as u32;
        self.all.push(text.clone());
        self.known.insert(text, number);
        number
    }
}

/// What it is, what stands there, what is wrong and what to do.
fn said(part: &Part, issue: &Issue, lang: Lang) -> String {
    let colon = lang.pick("：", ": ");
    let field = match issue.field.is_empty() {
        true => W::WholeRow.text(lang).to_owned(),
        false => column_label(part.kind, &issue.field, lang),
    };
    let mut lines = vec![[weight_word(issue.weight).text(lang), colon, &field].concat()];
    if !issue.found.is_empty() {
        lines.push([W::Found.text(lang), colon, &issue.found].concat());
    }
    lines.push(fault_text(&issue.fault, &issue.field, lang));
    lines.join("\n")
}

/// The office's own name of the file, and that it is marked. Departments' files bear no child's name.
pub fn marked_name(file: &str, lang: Lang) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    [stem, W::MarkedEnding.text(lang), ".xlsx"].concat()
}

/// Asks the desk for the marked workbook; `None` where it would be larger than a workbook can be.
pub async fn marked(
    desk: &Desk,
    question: &Ask,
    progress: Rc<dyn Fn(u32)>,
) -> Result<Option<Vec<u8>>, DeskError> {
    match super::put_to(desk, question, Uint8Array::new_with_length(0), progress).await? {
        Answer::Corrected(bytes) => Ok(bytes),
        _ => Err(DeskError::Stopped),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lists::columns::ListKind;
    use crate::lists::issue::{Counts, Fault, Place, Weight};
    use crate::lists::job::Seen;
    use crate::lists::mapping::Mapping;
    use std::sync::Arc;

    fn sheet(file: u32, at: u32, kind: ListKind) -> OpenSheet {
        let seen = Seen {
            name: String::new(),
            hidden: false,
            rows: 9,
            columns: 9,
            sample: Vec::new(),
            proposals: Vec::new(),
        };
        OpenSheet {
            file,
            sheet: at,
            file_name: format!("{file}.xls"),
            fingerprint: [0; 32],
            seen: Arc::new(seen),
            mapping: Some(Mapping::empty(kind, 2, 1)),
            corrected: false,
        }
    }

    fn issue(source: u32, row: u32, fault: Fault) -> Issue {
        let (place, weight) = (Place::row(source, row).at(3), fault.weight());
        Issue { place, field: "id_number".into(), fault, weight, found: "3702".into() }
    }

    #[test]
    fn marks_go_to_the_file_and_sheet_that_their_source_is() {
        let (roster, schools) = (ListKind::HomeTeaching, ListKind::Schools);
        let sheets = [sheet(0, 0, schools), sheet(1, 0, roster), sheet(1, 2, roster), sheet(2, 0, roster)];
        let part = Part {
            kind: roster,
            sources: Vec::new(),
            counts: Counts::default(),
            issues: vec![
                issue(1, 5, Fault::Rounded),
                issue(1, 6, Fault::Rounded),
                issue(0, 4, Fault::CheckDigit { expected: 'X' }),
            ],
            plan: Default::default(),
            namesakes: Vec::new(),
        };
        assert_eq!(files_to_mark(&part, &sheets), [(1, "1.xls".to_owned())]);
        let Ask::Correct { file, texts, sheets } = question(&part, &sheets, 1, Lang::Zh) else { panic!() };
        assert_eq!((file, texts.len()), (1, 2));
        let marks: Vec<(u32, Vec<(u32, u32)>)> = sheets
            .iter()
            .map(|sheet| (sheet.sheet, sheet.marks.iter().map(|mark| (mark.row, mark.text)).collect()))
            .collect();
        assert_eq!(marks, [(0, vec![(4, 0)]), (2, vec![(5, 1), (6, 1)])]);
        assert_eq!(sheets[0].marks[0].weight, Weight::Refused);
        assert!(
            texts[0].starts_with("未读入：身份证号\n表中内容：3702\n") && texts[0].contains("X"),
            "{}",
            texts[0]
        );
        assert_eq!(marked_name("09-教育-送教上门名册.xls", Lang::Zh), "09-教育-送教上门名册-批注.xlsx");
    }
}
