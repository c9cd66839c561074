//! Where a sheet's headings stand, and what else stands around its rows: title, unit, date (domain.md §6.2: headings
//! are not in row 1, are merged, or take two rows).
use crate::domain::compatibility::Compatible;
use crate::domain::date::Date;
use crate::lists::columns::{Column, LISTS, List, Looks, Must};
use crate::lists::mapping::{Mapping, Proposal};
use crate::lists::normalise::{date, shown};
use crate::lists::sheet::{Cell, Sheet};
use std::collections::HashSet;

/// Headings stand within the first rows, or a person says where.
const SEARCHED_ROWS: u32 = 40;
/// The most rows that one heading takes.
const HEADING_ROWS: u32 = 3;
/// A match worth proposing, of 100.
const ENOUGH: u32 = 60;

/// A heading as it is compared: NFKC, letters and digits only, lower case. `身份证号*` → `身份证号`, `次/周` → `次周`.
pub fn plain(text: &str) -> String {
    text.chars().compatible().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// One column's heading: as a person reads it, and as it is compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    pub column: u32,
    /// Its rows from the top, joined by a slash.
    pub shown: String,
    /// All its rows.
    whole: String,
    /// Without what stands in brackets.
    bare: String,
    /// Its lowest row alone.
    low: String,
}

/// The headings of the columns that have one, read from `rows` rows beginning at `first`.
pub fn headings(sheet: &Sheet, first: u32, rows: u32) -> Vec<Heading> {
    let mut found = Vec::new();
    for column in 0..sheet.columns() {
        let mut parts: Vec<String> = Vec::new();
        for row in first..first.saturating_add(rows) {
            let text = shown(spread(sheet, row, column, row + 1 < first + rows)).into_owned();
            if !text.is_empty() && parts.last() != Some(&text) {
                parts.push(text);
            }
        }
        let Some(low) = parts.last() else { continue };
        let shown = parts.join("/");
        let heading = Heading {
            column,
            whole: plain(&shown),
            bare: plain(&unbracketed(&shown)),
            low: plain(low),
            shown,
        };
        if !heading.whole.is_empty() {
            found.push(heading);
        }
    }
    found
}

/// A cell of a heading, or what a merged range over it says. Where merged ranges are not known, a group's heading
/// reaches right over empty cells as long as the row below is filled.
fn spread(sheet: &Sheet, row: u32, column: u32, upper: bool) -> Cell<'_> {
    let cell = sheet.seen(row, column);
    if !cell.is_blank() || !upper || !sheet.merges().is_empty() || sheet.cell(row + 1, column).is_blank() {
        return cell;
    }
    let left = (0..column).rev().find(|left| !sheet.cell(row, *left).is_blank());
    match left {
        Some(left) if (left..column).all(|c| !sheet.cell(row + 1, c).is_blank()) => sheet.cell(row, left),
        _ => cell,
    }
}

fn unbracketed(text: &str) -> String {
    let mut depth = 0u32;
    let kept = text.chars().filter(|c| match c {
        '(' | '（' | '[' | '【' => {
            depth += 1;
            false
        }
        ')' | '）' | ']' | '】' => {
            depth = depth.saturating_sub(1);
            false
        }
        _ => depth == 0,
    });
    kept.collect()
}

/// How well a heading names a column: 100 exactly, 0 not at all.
fn fits(column: &Column, heading: &Heading) -> u32 {
    if column.words.contains(&heading.whole.as_str()) {
        return 100;
    }
    if column.not.iter().any(|word| heading.whole.contains(word)) {
        return 0;
    }
    if column.words.contains(&heading.bare.as_str()) {
        return 96;
    }
    if column.words.contains(&heading.low.as_str()) {
        return 92;
    }
    let held = column.words.iter().filter(|word| word.chars().count() > 1 && heading.whole.contains(**word));
    let longest = held.map(|word| word.chars().count()).max().unwrap_or(0) as u32;
    match longest {
        0 => 0,
        len => 45 + 45 * len / (heading.whole.chars().count() as u32).max(1),
    }
}

/// Columns that number or annotate the rows and tell nothing of the list.
fn tells_nothing(heading: &Heading) -> bool {
    ["序号", "编号", "备注", "说明", "no"].contains(&heading.whole.as_str())
}

/// The best pairing of the list's columns with the headings, each used once: by position in the list's columns, the
/// sheet's column and how well it fits.
fn pair(list: &List, headings: &[Heading]) -> Vec<Option<(u32, u32)>> {
    let mut candidates = Vec::new();
    for (at, column) in list.columns.iter().enumerate() {
        for heading in headings {
            let fit = fits(column, heading);
            if fit >= ENOUGH {
                candidates.push((fit, at, heading.column));
            }
        }
    }
    candidates.sort_by_key(|&(fit, at, column)| (std::cmp::Reverse(fit), at, column));
    let mut pairs = vec![None; list.columns.len()];
    let mut used = HashSet::new();
    for (fit, at, column) in candidates {
        if let Some(slot) = pairs.get_mut(at)
            && slot.is_none()
            && used.insert(column)
        {
            *slot = Some((column, fit));
        }
    }
    pairs
}

/// 0–99: how surely these headings are those of this list.
fn confidence(list: &List, headings: &[Heading], pairs: &[Option<(u32, u32)>], titles: &str) -> u32 {
    let (mut told, mut total, mut matched, mut lacking) = (0, 0, 0, false);
    for (column, pair) in list.columns.iter().zip(pairs) {
        match pair {
            Some((_, fit)) => {
                told += column.tells * fit;
                total += column.tells * 100;
                matched += 1;
            }
            None if column.must == Must::Have => {
                lacking = true;
                total += column.tells * 200;
            }
            None => total += column.tells * 25,
        }
    }
    let telling = headings.iter().filter(|heading| !tells_nothing(heading)).count() as u32;
    let title = u32::from(list.titles.iter().any(|word| titles.contains(word)));
    let sum = 55 * told / total.max(1) + 30 * matched / telling.max(matched).max(1) + 14 * title;
    match lacking {
        true => sum / 2,
        false => sum,
    }
}

/// Proposals for a sheet, the surest first; empty where no row looks like headings.
pub fn propose(file: &str, sheet: &Sheet) -> Vec<Proposal> {
    let words: HashSet<&str> =
        LISTS.iter().flat_map(|list| list.columns).flat_map(|column| column.words).copied().collect();
    let last = sheet.rows().min(SEARCHED_ROWS);
    let hits = |row: u32| {
        let cells = sheet.cells(row).filter_map(|cell| match cell {
            Cell::Text(text) if text.len() < 90 => Some(plain(text)),
            _ => None,
        });
        cells
            .filter(|text| {
                words.contains(text.as_str()) || words.contains(plain(&unbracketed(text)).as_str())
            })
            .count()
    };
    let hits: Vec<usize> = (0..last).map(hits).collect();
    let mut proposals: Vec<Proposal> = Vec::new();
    for first in 0..last {
        for rows in 1..=HEADING_ROWS.min(last - first) {
            let within = hits.iter().skip(first as usize).take(rows as usize).sum::<usize>();
            if within >= 2 {
                propose_at(file, sheet, first, rows, &mut proposals);
            }
        }
    }
    // One proposal a kind; of equal ones that with fewer rows, then the higher one.
    proposals.sort_by_key(|p| (std::cmp::Reverse(p.confidence), p.mapping.rows, p.mapping.first));
    let mut kinds = HashSet::new();
    proposals.retain(|proposal| kinds.insert(proposal.mapping.kind));
    proposals
}

/// Proposals with the headings in these rows, for the kinds that they could be.
pub fn propose_at(file: &str, sheet: &Sheet, first: u32, rows: u32, into: &mut Vec<Proposal>) {
    let found = headings(sheet, first, rows);
    let around = Around::of(sheet, first, first + rows);
    let titles = format!("{file} {} {}", sheet.name, around.title.as_deref().unwrap_or_default());
    for list in LISTS {
        let pairs = pair(list, &found);
        let mut sure = confidence(list, &found, &pairs, &titles);
        for (column, pair) in list.columns.iter().zip(&pairs) {
            if let Some((at, _)) = pair
                && column.must == Must::Have
                && !looks_right(column.looks, sheet, first + rows, *at)
            {
                sure = sure * 3 / 4;
            }
        }
        if sure < 20 {
            continue;
        }
        let columns = pairs.iter().map(|pair| pair.map(|(column, _)| column)).collect();
        into.push(Proposal {
            mapping: Mapping { kind: list.kind, first, rows, columns },
            confidence: sure.min(99) as u8,
            sureness: pairs.iter().map(|pair| pair.map_or(0, |(_, fit)| fit as u8)).collect(),
            headings: found.iter().map(|heading| (heading.column, heading.shown.clone())).collect(),
            title: around.title.clone(),
            unit: around.unit.clone(),
            as_of: around.as_of,
        });
    }
}

/// Whether the first filled cells of a column could be what its heading promises. Faulty cells count as fitting:
/// a column of ruined numbers is still a column of numbers.
fn looks_right(looks: Looks, sheet: &Sheet, from: u32, column: u32) -> bool {
    let end = sheet.rows().min(from.saturating_add(60));
    let cells: Vec<String> = (from..end)
        .map(|row| shown(sheet.cell(row, column)))
        .filter(|text| !text.is_empty())
        .take(30)
        .map(|text| plain(&text))
        .collect();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    let fits = |text: &String| match looks {
        Looks::Any | Looks::Date => true,
        Looks::Name => digits(text) == 0 && text.chars().count() <= 20,
        Looks::IdNumber | Looks::RollNumber | Looks::Certificate => digits(text) >= 6,
        Looks::Phone => digits(text) >= 5,
        Looks::SchoolCode => digits(text) >= 4,
        Looks::Count => text.chars().count() <= 6,
    };
    cells.is_empty() || cells.iter().filter(|text| fits(text)).count() * 2 > cells.len()
}

/// What stands around the rows: the title above, the unit that filled in the list, the day it holds for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Around {
    pub title: Option<String>,
    pub unit: Option<String>,
    pub as_of: Option<Date>,
}

const UNIT_MARKS: [&str; 6] = ["填表单位", "填报单位", "报送单位", "制表单位", "上报单位", "单位"];
const DATE_MARKS: [&str; 20] = [
    "填表时间",
    "填报时间",
    "填表日期",
    "填报日期",
    "报送时间",
    "制表时间",
    "统计时间",
    "数据截至",
    "数据截止",
    "截止时间",
    "截止日期",
    "统计日期",
    "制表日期",
    "报送日期",
    "上报时间",
    "上报日期",
    "导出时间",
    "提取时间",
    "截至",
    "截止",
];

impl Around {
    /// Reads the rows above `first` and, for the day, the last rows too (notes, signatures).
    pub fn of(sheet: &Sheet, first: u32, body: u32) -> Around {
        let mut around = Around::default();
        let mut dated: Option<Date> = None;
        let foot = sheet.rows().saturating_sub(6).max(body);
        for row in (0..first).chain(foot..sheet.rows()) {
            for column in 0..sheet.columns().min(64) {
                let Cell::Text(text) = sheet.cell(row, column) else { continue };
                let text: String = text.chars().compatible().collect();
                if row < first && dated.is_none() {
                    dated = date::first_in(&text);
                }
                let beside = || {
                    (column + 1..sheet.columns()).map(|c| sheet.cell(row, c)).find(|cell| !cell.is_blank())
                };
                if around.unit.is_none()
                    && let Some(rest) = after(&text, &UNIT_MARKS)
                {
                    let unit = rest.split_whitespace().next().map(str::to_owned);
                    around.unit = unit.or_else(|| beside().map(|cell| shown(cell).into_owned()));
                } else if row < first && around.title.is_none() && after(&text, &DATE_MARKS).is_none() {
                    around.title =
                        Some(shown(Cell::Text(&text)).into_owned()).filter(|title| title.chars().count() > 3);
                }
                if around.as_of.is_none()
                    && let Some(rest) = after(&text, &DATE_MARKS)
                {
                    around.as_of = date::first_in(rest).or_else(|| beside().and_then(date::day_of));
                }
            }
        }
        // A date above the headings that no word introduces.
        around.as_of = around.as_of.or(dated);
        around
    }
}

/// What follows the first of these marks and its colon.
fn after<'a>(text: &'a str, marks: &[&str]) -> Option<&'a str> {
    let squeezed = marks.iter().find_map(|mark| text.split_once(mark))?.1;
    Some(squeezed.trim_start_matches([':', '：', ' ']).trim())
}
