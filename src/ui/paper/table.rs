//! A table that goes out as a workbook, as a paper: title, line of unit and day, numbered pages with the heads on each, the number of
//! rows last, places to sign.
use crate::domain::date::Date;
use crate::i18n::pages::Ledgers as L;
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::{Lang, Word, dates, fill};
use crate::interchange::xlsx::table::{Entry, Table, text_width};
use crate::report::paper::{Block, Cell, Grid, Line, Paper, Place, Sign};

/// From so many columns on a page is held across, and its letters are small.
const WIDE: usize = 7;
/// The narrowest and the widest column, in half characters.
const WIDTHS: (usize, usize) = (5, 34);
/// Rows that say how wide a column is.
const LOOKED_AT: usize = 400;

pub fn table_paper(key: &'static str, table: Table, lang: Lang) -> Paper {
    let total = fill(L::Total.text(lang), &[&table.rows.len().to_string()]);
    let is_wide = table.headings.len() >= WIDE;
    let rows: Vec<Vec<Cell>> =
        table.rows.into_iter().map(|row| row.into_iter().map(|entry| cell(entry, lang)).collect()).collect();
    let grid = Grid {
        widths: widths(&table.headings, &rows),
        head: vec![table.headings.into_iter().map(Cell::label).collect()],
        rows,
        small: is_wide,
    };
    let sign = |word: W| Sign {
        label: word.text(lang).to_owned(),
        lines: vec![W::DateLine.text(lang).to_owned()],
        ..Sign::default()
    };
    Paper {
        key,
        title: table.title,
        about: table.about.into_iter().map(|words| official(words, lang)).collect(),
        across: is_wide,
        blocks: vec![
            Block::Grid(grid),
            Block::Lines(vec![Line::new(Place::Start, total)]),
            Block::Signs([W::SignAuthor, W::SignChecked, W::SignUnit].map(sign).to_vec()),
        ],
        ..Paper::default()
    }
}

/// The table of a paper with the most rows, to go out as a workbook; `None`: it has none with heads.
pub fn paper_table(paper: &Paper) -> Option<Table> {
    let grids = paper.blocks.iter().filter_map(|block| match block {
        Block::Grid(grid) if !grid.head.is_empty() => Some(grid),
        _ => None,
    });
    let grid = grids.max_by_key(|grid| grid.rows.len())?;
    let words = |cells: &Vec<Cell>| cells.iter().map(|cell| cell.text.clone()).collect::<Vec<_>>();
    // A cell over several columns leaves the others empty.
    let row = |cells: &Vec<Cell>| {
        let one = |cell: &Cell| {
            let rest = usize::from(cell.span.saturating_sub(1));
            std::iter::once(Entry::Text(cell.text.clone())).chain(std::iter::repeat_n(Entry::Empty, rest))
        };
        cells.iter().flat_map(one).collect::<Vec<_>>()
    };
    Some(Table {
        sheet: paper.title.clone(),
        title: paper.title.clone(),
        about: paper.under.iter().chain(&paper.about).cloned().collect(),
        headings: grid.head.first().map(words).unwrap_or_default(),
        rows: grid.rows.iter().map(row).collect(),
        fixed: 0,
    })
}

fn cell(entry: Entry, lang: Lang) -> Cell {
    match entry {
        Entry::Empty => Cell::value(""),
        Entry::Text(text) => Cell::value(text),
        Entry::Number(number) => Cell::centre(number.to_string()),
        Entry::Date(day) => Cell::centre(dates::long(day, lang)),
    }
}

/// A day at the end of the words as offices write it; a workbook keeps the plain one, which programs read.
fn official(words: String, lang: Lang) -> String {
    let begins = words.char_indices().rev().nth(9).map(|(at, _)| at);
    let day = begins.and_then(|at| Some((words.get(..at)?, words.get(at..)?.parse::<Date>().ok()?)));
    match day {
        Some((before, day)) => [before, &dates::long(day, lang)].concat(),
        None => words,
    }
}

/// The width that a text asks for: a number wants to stand in one line, a long text may break.
fn wanted(text: &str) -> usize {
    match text_width(text) {
        width if text.is_ascii() => width * 5 / 4 + 1,
        width if width > 16 => 16 + (width - 16) / 3,
        width => width,
    }
}

/// Parts of a hundred, by what the columns hold.
fn widths(heads: &[String], rows: &[Vec<Cell>]) -> Vec<u16> {
    let wide = |column: usize, head: &String| {
        let held = rows.iter().take(LOOKED_AT).filter_map(|row| row.get(column));
        let held = held.map(|cell| wanted(&cell.text)).max().unwrap_or(0);
        // A head may stand in two lines, a long text in two and more.
        held.max(text_width(head).div_ceil(2)).clamp(WIDTHS.0, WIDTHS.1)
    };
    let wanted: Vec<usize> = heads.iter().enumerate().map(|(column, head)| wide(column, head)).collect();
    let all: usize = wanted.iter().sum::<usize>().max(1);
    wanted.iter().map(|one| ((one * 100) / all).max(1) as u16).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_stands_as_offices_write_it() {
        for (words, lang, expected) in [
            ("填表时间：2026-03-11", Lang::Zh, "填表时间：2026年3月11日"),
            ("Day: 2026-03-11", Lang::En, "Day: 11 Mar 2026"),
            ("填表单位：青禾县教育和体育局", Lang::Zh, "填表单位：青禾县教育和体育局"),
            ("短", Lang::Zh, "短"),
        ] {
            assert_eq!(official(words.to_owned(), lang), expected);
        }
    }

    #[test]
    fn a_wide_table_lies_across_and_its_columns_fill_the_page() {
        let table = |columns: usize| Table {
            headings: (0..columns).map(|n| ["栏目", &n.to_string()].concat()).collect(),
            rows: vec![
                vec![Entry::Text("青禾县云岭镇中心小学".into()); columns],
                vec![Entry::Number(3); columns],
            ],
            ..Table::default()
        };
        for (columns, across) in [(3, false), (12, true)] {
            let paper = table_paper("x", table(columns), Lang::Zh);
            let Some(Block::Grid(grid)) = paper.blocks.first() else { panic!() };
            let sum: u16 = grid.widths.iter().sum();
            let again = paper_table(&paper).unwrap();
            assert_eq!((again.headings.len(), again.rows.len()), (columns, 2));
            assert_eq!((paper.across, grid.small, grid.rows.len()), (across, across, 2));
            assert!((90..=100).contains(&sum), "{sum}");
        }
    }
}
