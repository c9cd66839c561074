//! Where pages end. A paper is a row of units (title, heading, paragraph, row of a table, places to sign, picture) that are never
//! cut; their places in one endless column are measured by whoever can draw them, and come in as numbers.
use super::{Block, Cell, Look, Paper};
use std::ops::Range;

/// One thing that stands whole on a page, by its place in the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Title, what stands under it, the line of unit and day.
    Title,
    Heading(usize),
    /// Block and paragraph.
    Line(usize, usize),
    /// Block and row.
    Row(usize, usize),
    Signs(usize),
    Picture(usize),
}

/// The units of a paper in order.
pub fn units(paper: &Paper) -> Vec<Unit> {
    let mut units = vec![Unit::Title];
    for (at, block) in paper.blocks.iter().enumerate() {
        match block {
            Block::Heading(_) => units.push(Unit::Heading(at)),
            Block::Lines(lines) => units.extend((0..lines.len()).map(|line| Unit::Line(at, line))),
            Block::Grid(grid) => units.extend((0..grid.rows.len()).map(|row| Unit::Row(at, row))),
            Block::Signs(_) => units.push(Unit::Signs(at)),
            Block::Picture(_) => units.push(Unit::Picture(at)),
        }
    }
    units
}

/// Where a unit stands in the endless column. The first row of a table begins with its heads.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Extent {
    pub top: f64,
    pub bottom: f64,
    /// Height of the heads that stand over the row where it begins a page; 0 where they are in the extent already.
    pub heads: f64,
}

/// Cuts the units into pages of this room.
pub fn pages(units: &[Unit], extents: &[Extent], room: f64) -> Vec<Range<usize>> {
    let count = units.len().min(extents.len());
    let mut pages = Vec::new();
    let mut start = 0;
    while start < count {
        let end = fit(extents, start, count, room);
        let end = if end < count { keep(units, start, end) } else { end };
        pages.push(start..end);
        start = end;
    }
    pages
}

/// The first unit after `start` that has no room on its page. One unit always stands, whatever its height.
fn fit(extents: &[Extent], start: usize, count: usize, room: f64) -> usize {
    let Some(first) = extents.get(start) else { return count };
    let used = |at: usize| extents.get(at).map_or(0.0, |unit| unit.bottom - first.top + first.heads);
    (start + 1..count).find(|at| used(*at) > room).unwrap_or(count)
}

/// A heading stands with what it heads, and nobody signs a page that has nothing else on it.
fn keep(units: &[Unit], start: usize, end: usize) -> usize {
    let goes_along = |at: usize| {
        let (before, here) = (at.checked_sub(1).and_then(|at| units.get(at)), units.get(at));
        matches!(before, Some(Unit::Heading(_)) | Some(Unit::Title)) || matches!(here, Some(Unit::Signs(_)))
    };
    let mut at = end;
    while at > start + 1 && goes_along(at) {
        at -= 1;
    }
    // A page of things that all go along is cut where it is full.
    if at == start + 1 && goes_along(at) { end } else { at }
}

/// A unit that is higher than a page is cut in its words: the share that fits stays, the rest becomes a unit of its own. Says whether
/// there was something to cut.
pub fn cut(paper: &mut Paper, unit: Unit, share: f64) -> bool {
    match unit {
        Unit::Row(block, row) => {
            let Some(Block::Grid(grid)) = paper.blocks.get_mut(block) else { return false };
            let Some(cells) = grid.rows.get_mut(row) else { return false };
            let words = |(_, cell): &(usize, &Cell)| cell.text.chars().count();
            let values = cells.iter().enumerate().filter(|(_, cell)| cell.look == Look::Value);
            let Some(at) = values.max_by_key(words).map(|(at, _)| at) else { return false };
            let mut more = cells.clone();
            let Some(rest) = cells.get_mut(at).and_then(|cell| cut_text(&mut cell.text, share)) else {
                return false;
            };
            // The labels stand again; of the other cells nothing is said twice.
            for (place, cell) in more.iter_mut().enumerate() {
                match (place == at, cell.look) {
                    (true, _) => cell.text.clone_from(&rest),
                    (false, Look::Label) => (),
                    (false, _) => cell.text.clear(),
                }
            }
            grid.rows.insert(row + 1, more);
            true
        }
        Unit::Line(block, line) => {
            let Some(Block::Lines(lines)) = paper.blocks.get_mut(block) else { return false };
            let Some(first) = lines.get_mut(line) else { return false };
            let Some(rest) = cut_text(&mut first.text, share) else { return false };
            lines.insert(line + 1, super::Line::new(super::Place::Start, rest));
            true
        }
        _ => false,
    }
}

/// Keeps about this share of a text, to the end of a line, a sentence or a word where there is one near; gives the rest.
fn cut_text(text: &mut String, share: f64) -> Option<String> {
    let chars: Vec<char> = text.chars().collect();
    let wanted = ((chars.len() as f64) * share.clamp(0.05, 0.95)) as usize;
    if wanted == 0 || chars.len() < 2 {
        return None;
    }
    let near = wanted.saturating_sub(wanted / 4).max(1);
    let ends = |marks: &[char]| {
        (near..=wanted).rev().find(|at| chars.get(at - 1).is_some_and(|c| marks.contains(c)))
    };
    let at = ends(&['\n'])
        .or_else(|| ends(&['。', '；', '!', '！', '?', '？', '.', ';']))
        .or_else(|| ends(&[' ', '，', ',', '、']));
    let at = at.unwrap_or(wanted);
    let rest: String = chars.get(at..)?.iter().collect();
    let kept: String = chars.get(..at)?.iter().collect();
    *text = kept.trim_end_matches('\n').to_owned();
    (!rest.is_empty()).then_some(rest)
}

/// One page of a print.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// The paper, by its place.
    pub paper: usize,
    pub units: Range<usize>,
    /// Its number; `None` on a cover.
    pub page: Option<usize>,
}

/// All papers on their pages, numbered through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Laid {
    pub leaves: Vec<Leaf>,
    /// Numbered pages.
    pub total: usize,
}

/// Numbers the pages of papers that were cut one by one.
pub fn lay(papers: &[Paper], cut: Vec<Vec<Range<usize>>>) -> Laid {
    let mut laid = Laid::default();
    for (at, (paper, pages)) in papers.iter().zip(cut).enumerate() {
        for units in pages {
            let page = (!paper.unnumbered).then(|| {
                laid.total += 1;
                laid.total
            });
            laid.leaves.push(Leaf { paper: at, units, page });
        }
    }
    laid
}

/// The key of the list of contents: a row for each paper after it, whose last cell but one is for the pages.
pub const CONTENTS: &str = "contents";

/// Writes the pages of each paper into the list of contents, if there is one. What is written changes no height.
pub fn fill_contents(papers: &mut [Paper], laid: &Laid) {
    let Some(at) = papers.iter().position(|paper| paper.key == CONTENTS) else { return };
    let pages = |paper: usize| {
        let of = laid.leaves.iter().filter(|leaf| leaf.paper == paper).filter_map(|leaf| leaf.page);
        let (first, last) = (of.clone().min(), of.max());
        match (first, last) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (Some(first), _) => first.to_string(),
            _ => String::new(),
        }
    };
    let Some(contents) = papers.get_mut(at) else { return };
    let mut paper = at;
    for block in &mut contents.blocks {
        let Block::Grid(grid) = block else { continue };
        for row in &mut grid.rows {
            paper += 1;
            let place = row.len().saturating_sub(2);
            if let Some(cell) = row.get_mut(place) {
                cell.text = pages(paper);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Grid, Line, Place, Sign};
    use super::*;

    fn extents(heights: &[f64]) -> Vec<Extent> {
        let mut top = 0.0;
        heights
            .iter()
            .map(|height| {
                let extent = Extent { top, bottom: top + height, heads: 0.0 };
                top += height;
                extent
            })
            .collect()
    }

    #[test]
    fn units_stand_whole_and_the_heads_of_a_table_take_their_room_on_every_page() {
        let rows: Vec<Unit> = (0..6).map(|row| Unit::Row(0, row)).collect();
        let mut places = extents(&[30.0; 6]);
        assert_eq!(pages(&rows, &places, 100.0), [0..3, 3..6]);
        places.iter_mut().skip(1).for_each(|place| place.heads = 20.0);
        assert_eq!(pages(&rows, &places, 100.0), [0..3, 3..5, 5..6]);
        // What is higher than a page stands alone and stops nothing.
        assert_eq!(
            pages(&rows, &extents(&[30.0, 300.0, 30.0, 30.0, 30.0, 30.0]), 100.0),
            [0..1, 1..2, 2..5, 5..6]
        );
        assert!(pages(&[], &[], 100.0).is_empty());
    }

    #[test]
    fn a_heading_stands_with_what_it_heads_and_signatures_with_what_is_signed() {
        let heading = [Unit::Title, Unit::Line(0, 0), Unit::Heading(1), Unit::Row(2, 0), Unit::Row(2, 1)];
        assert_eq!(pages(&heading, &extents(&[30.0; 5]), 100.0), [0..2, 2..5]);
        let signs = [Unit::Title, Unit::Row(0, 0), Unit::Row(0, 1), Unit::Signs(1)];
        assert_eq!(pages(&signs, &extents(&[30.0; 4]), 100.0), [0..2, 2..4]);
        // Nothing but headings: the page is cut where it is full.
        let only = [Unit::Heading(0), Unit::Heading(1), Unit::Heading(2), Unit::Heading(3)];
        assert_eq!(pages(&only, &extents(&[30.0; 4]), 100.0), [0..3, 3..4]);
    }

    #[test]
    fn every_unit_stands_on_exactly_one_page_whatever_the_heights() {
        let mut seed = 7_u32;
        let mut next = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            seed >> 16
        };
        for _ in 0..500 {
            let units: Vec<Unit> = (0..40)
                .map(|at| match next() % 5 {
                    0 => Unit::Heading(at),
                    1 => Unit::Signs(at),
                    2 => Unit::Line(at, 0),
                    _ => Unit::Row(at, 0),
                })
                .collect();
            let heights: Vec<f64> = (0..40).map(|_| f64::from(next() % 150)).collect();
            let cut = pages(&units, &extents(&heights), 100.0);
            let all: Vec<usize> = cut.iter().cloned().flatten().collect();
            assert_eq!(all, (0..40).collect::<Vec<_>>());
            assert!(cut.iter().all(|page| !page.is_empty()));
            let over =
                |page: &Range<usize>| page.len() > 1 && heights[page.clone()].iter().sum::<f64>() > 100.0;
            assert!(!cut.iter().any(over));
        }
    }

    #[test]
    fn what_is_higher_than_a_page_is_cut_in_its_words_and_loses_none() {
        let long = "今天学习认识身体部位。".repeat(40);
        let row = vec![Cell::label("内容"), Cell::value(long.clone()).over(3)];
        let mut paper = Paper {
            blocks: vec![
                Block::Grid(Grid { widths: vec![15, 35, 15, 35], rows: vec![row], ..Grid::default() }),
                Block::Lines(vec![Line::new(Place::Indent, long.clone())]),
            ],
            ..Paper::default()
        };
        assert!(cut(&mut paper, Unit::Row(0, 0), 0.5) && cut(&mut paper, Unit::Line(1, 0), 0.3));
        let (Block::Grid(grid), Block::Lines(lines)) = (&paper.blocks[0], &paper.blocks[1]) else { panic!() };
        assert_eq!((grid.rows.len(), lines.len()), (2, 2));
        assert!(grid.rows.iter().all(|row| row[0].text == "内容" && row[1].span == 3));
        assert_eq!([grid.rows[0][1].text.as_str(), &grid.rows[1][1].text].concat(), long);
        assert!(grid.rows[0][1].text.ends_with('。'));
        assert_eq!([lines[0].text.as_str(), &lines[1].text].concat(), long);
        assert!(!cut(&mut paper, Unit::Signs(3), 0.5));
    }

    #[test]
    fn contents_name_the_pages_of_every_paper() {
        let paper = |key: &'static str| Paper { key, ..Paper::default() };
        let row = |name: &str| ["1", name, "", ""].map(Cell::value).to_vec();
        let list = Grid { rows: vec![row("甲"), row("乙")], ..Grid::default() };
        let mut papers = vec![
            Paper { unnumbered: true, ..paper("cover") },
            Paper { blocks: vec![Block::Grid(list)], ..paper(CONTENTS) },
            paper("a"),
            Paper { blocks: vec![Block::Signs(vec![Sign::default()])], ..paper("b") },
        ];
        let laid = lay(&papers, vec![vec![0..1], vec![0..3], vec![0..1, 1..2], vec![0..2]]);
        assert_eq!(
            laid.leaves.iter().map(|leaf| leaf.page).collect::<Vec<_>>(),
            [None, Some(1), Some(2), Some(3), Some(4)]
        );
        fill_contents(&mut papers, &laid);
        let Block::Grid(list) = &papers[1].blocks[0] else { panic!() };
        assert_eq!([&list.rows[0][2].text, &list.rows[1][2].text], ["2–3", "4"]);
        assert_eq!((laid.total, units(&papers[3])), (4, vec![Unit::Title, Unit::Signs(0)]));
    }
}
