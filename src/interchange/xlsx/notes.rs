//! Comments on cells: the text, and the little box that spreadsheet programs want drawn for it.
use super::text::{escape, fitting};
use super::{HEAD, MAIN};
use crate::interchange::xlsx::sheet::cell_name;

/// A comment on a cell; row and column count from 0.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    pub row: u32,
    pub column: u32,
    pub text: String,
}

/// Shapes are numbered in blocks of so many.
pub(super) const BLOCK: usize = 1024;

/// `xl/comments1.xml`.
pub(super) fn texts(notes: &[Note]) -> String {
    let mut xml =
        [HEAD, "<comments xmlns=\"", MAIN, "\"><authors><author>保学</author></authors><commentList>"]
            .concat();
    for note in notes {
        let (cell, text) = (cell_name(note.row, note.column), escape(fitting(&note.text)));
        xml += &["<comment ref=\"", &cell, "\" authorId=\"0\"><text><r><t xml:space=\"preserve\">"].concat();
        xml += &[&text, "</t></r></text></comment>"].concat();
    }
    xml + "</commentList></comments>"
}

const SHAPE: &str = "type=\"#_x0000_t202\" style=\"position:absolute;visibility:hidden\" fillcolor=\"#ffffe1\" o:insetmode=\"auto\"><v:fill color2=\"#ffffe1\"/><v:shadow on=\"t\" color=\"black\" obscured=\"t\"/><v:path o:connecttype=\"none\"/><v:textbox style=\"mso-direction-alt:auto\"><div style=\"text-align:left\"></div></v:textbox><x:ClientData ObjectType=\"Note\"><x:MoveWithCells/><x:SizeWithCells/>";

/// `xl/drawings/vmlDrawing1.vml`; `first` is the first free block of shapes.
pub(super) fn boxes(notes: &[Note], first: usize) -> String {
    let blocks: Vec<String> =
        (first..first + notes.len().div_ceil(BLOCK)).map(|block| (block + 1).to_string()).collect();
    let mut xml = [
        "<xml xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><o:shapelayout v:ext=\"edit\"><o:idmap v:ext=\"edit\" data=\"",
        &blocks.join(","),
        "\"/></o:shapelayout><v:shapetype id=\"_x0000_t202\" coordsize=\"21600,21600\" o:spt=\"202\" path=\"m,l,21600r21600,l21600,xe\"><v:stroke joinstyle=\"miter\"/><v:path gradientshapeok=\"t\" o:connecttype=\"rect\"/></v:shapetype>",
    ]
    .concat();
    for (at, note) in notes.iter().enumerate() {
        let id = (first + 1) * BLOCK + at;
        let (row, column) = (note.row, note.column);
        // Lines of twenty characters: about what fits beside the cell.
        let lines = note.text.lines().map(|line| 1 + line.chars().count() / 20).sum::<usize>() as u32;
        let (top, bottom) = (row.saturating_sub(1), row + 1 + lines.min(20));
        let (left, right) = (column + 1, column + 4);
        xml += &format!(
            "<v:shape id=\"_x0000_s{id}\" {SHAPE}<x:Anchor>{left}, 15, {top}, 8, {right}, 15, {bottom}, 4</x:Anchor><x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
        );
    }
    xml + "</xml>"
}
