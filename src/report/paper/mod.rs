//! A paper as offices expect it, as data: its title, its line of unit and day, its forms, tables, letters, places to sign and
//! pictures. Where its pages end is computed in [`layout`]; what stands on it is the makers' matter, in words already.
pub mod layout;

/// One paper; a print is a row of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Paper {
    /// What kind it is: the name that the page's parts carry, never a child's.
    pub key: &'static str,
    pub title: String,
    /// Centred under the title: the year, the number.
    pub under: Vec<String>,
    /// One line over the form, from left to right: unit, who filled it in, when.
    pub about: Vec<String>,
    /// A4 held across: wide ledgers.
    pub across: bool,
    /// A letter in the official manner: larger, its paragraphs indented.
    pub letter: bool,
    /// A binder's cover has no page number.
    pub unnumbered: bool,
    pub blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Heading(String),
    Lines(Vec<Line>),
    Grid(Grid),
    Signs(Vec<Sign>),
    Picture(Picture),
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Line {
    pub text: String,
    pub place: Place,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    #[default]
    Start,
    /// The first line begins two characters in.
    Indent,
    End,
    Centre,
}

/// A form or a table: columns of fixed widths; the heads stand again on every page that it goes on to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Grid {
    /// Parts of a hundred.
    pub widths: Vec<u16>,
    pub head: Vec<Vec<Cell>>,
    pub rows: Vec<Vec<Cell>>,
    /// Many columns: small letters.
    pub small: bool,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cell {
    pub text: String,
    pub look: Look,
    pub span: u16,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Value,
    /// What the cell beside it holds, or the head of a column.
    Label,
    Centre,
    /// The text is a pen's strokes.
    Strokes,
    /// Room to write by hand.
    Room,
}

/// A place to sign: by whom, the strokes if it was signed on the screen, and what stands under it (the day, how it was signed).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sign {
    pub label: String,
    pub strokes: String,
    pub lines: Vec<String>,
}

/// A photograph, by the hash of its bytes; two fill a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Picture {
    pub media: String,
    pub caption: String,
}

impl Cell {
    pub fn value(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), look: Look::Value, span: 1 }
    }
    pub fn label(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), look: Look::Label, span: 1 }
    }
    pub fn centre(text: impl Into<String>) -> Cell {
        Cell { text: text.into(), look: Look::Centre, span: 1 }
    }
    pub fn room() -> Cell {
        Cell { text: String::new(), look: Look::Room, span: 1 }
    }
    pub fn strokes(path: impl Into<String>) -> Cell {
        Cell { text: path.into(), look: Look::Strokes, span: 1 }
    }
    pub fn over(self, span: u16) -> Cell {
        Cell { span, ..self }
    }
}

impl Line {
    pub fn new(place: Place, text: impl Into<String>) -> Line {
        Line { text: text.into(), place }
    }
}

impl Grid {
    /// A table with one row of heads, values as they are.
    pub fn table(
        widths: &[u16],
        heads: impl IntoIterator<Item = String>,
        rows: impl IntoIterator<Item = Vec<String>>,
    ) -> Grid {
        Grid {
            widths: widths.to_vec(),
            head: vec![heads.into_iter().map(Cell::label).collect()],
            rows: rows.into_iter().map(|row| row.into_iter().map(Cell::value).collect()).collect(),
            small: false,
        }
    }

    /// A form: a label and its value, two pairs a row, the wide ones over the whole row.
    pub fn form(pairs: impl IntoIterator<Item = (String, Cell, bool)>) -> Grid {
        let mut grid = Grid { widths: vec![15, 35, 15, 35], ..Grid::default() };
        let mut open: Vec<Cell> = Vec::new();
        let close = |grid: &mut Grid, open: &mut Vec<Cell>| {
            if let Some(last) = open.pop() {
                open.push(last.over(3));
                grid.rows.push(std::mem::take(open));
            }
        };
        for (label, cell, wide) in pairs {
            if wide {
                close(&mut grid, &mut open);
                grid.rows.push(vec![Cell::label(label), cell.over(3)]);
                continue;
            }
            open.extend([Cell::label(label), cell]);
            if open.len() == 4 {
                grid.rows.push(std::mem::take(&mut open));
            }
        }
        close(&mut grid, &mut open);
        grid
    }

    /// Rows to be filled in by hand.
    pub fn with_room(mut self, rows: usize) -> Grid {
        let columns = self.widths.len();
        self.rows.extend((0..rows).map(|_| vec![Cell::room(); columns]));
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_sets_two_pairs_a_row_and_the_wide_ones_alone() {
        let pair = |name: &str, wide| (name.to_owned(), Cell::value(name.to_lowercase()), wide);
        let grid = Grid::form([pair("A", false), pair("B", false), pair("C", false), pair("D", true)]);
        let spans: Vec<Vec<u16>> =
            grid.rows.iter().map(|row| row.iter().map(|cell| cell.span).collect()).collect();
        assert_eq!(spans, [vec![1, 1, 1, 1], vec![1, 3], vec![1, 3]]);
        assert!(grid.rows.iter().all(|row| row.iter().map(|cell| cell.span).sum::<u16>() == 4));
    }
}
