//! How cells look: a few looks, each in every format, so that a style's number follows from the two.

/// What a cell is there for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    #[default]
    Plain,
    Title,
    /// The line of unit and date under the title.
    About,
    Heading,
    /// A row of a ledger.
    Body,
    /// Marks of a workbook that goes back, by weight.
    Refused,
    Doubt,
    Mended,
}

/// How a value is shown, and what becomes of what is typed over it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    #[default]
    General,
    /// Whatever is typed stays as typed: numbers of persons.
    Text,
    /// `2026-03-01`
    Date,
    /// `2026-03-01 08:30`
    Moment,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Style {
    pub look: Look,
    pub format: Format,
}

/// A look as the format wants it: numbers of a font, a fill and a border below, and how the text lies.
struct Drawn {
    font: u8,
    fill: u8,
    border: u8,
    lies: &'static str,
}

const LOOKS: [Look; 8] = [
    Look::Plain,
    Look::Title,
    Look::About,
    Look::Heading,
    Look::Body,
    Look::Refused,
    Look::Doubt,
    Look::Mended,
];
const FORMATS: [(Format, u16); 4] =
    [(Format::General, 0), (Format::Text, 49), (Format::Date, 164), (Format::Moment, 165)];

const FONTS: [&str; 5] = [
    "<sz val=\"11\"/><name val=\"宋体\"/>",
    "<b/><sz val=\"16\"/><name val=\"黑体\"/>",
    "<b/><sz val=\"11\"/><name val=\"宋体\"/>",
    "<b/><sz val=\"11\"/><color rgb=\"FF8A0010\"/><name val=\"宋体\"/>",
    "<sz val=\"11\"/><color rgb=\"FF5C3A00\"/><name val=\"宋体\"/>",
];
/// The first two are what every program expects there.
const FILLS: [&str; 6] = ["none", "gray125", "FFECECEC", "FFFFC7CE", "FFFFE699", "FFDDEBF7"];

impl Look {
    fn drawn(self) -> Drawn {
        let drawn = |font, fill, border, lies| Drawn { font, fill, border, lies };
        match self {
            Look::Plain => drawn(0, 0, 0, ""),
            Look::Title => drawn(1, 0, 0, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\""),
            Look::About => drawn(0, 0, 0, "vertical=\"center\""),
            Look::Heading => drawn(2, 2, 1, "horizontal=\"center\" vertical=\"center\" wrapText=\"1\""),
            Look::Body => drawn(0, 0, 1, "vertical=\"center\" wrapText=\"1\""),
            Look::Refused => drawn(3, 3, 1, ""),
            Look::Doubt => drawn(4, 4, 1, ""),
            Look::Mended => drawn(0, 5, 1, ""),
        }
    }
}

impl Style {
    /// The style's number in the workbook.
    pub(super) fn number(self) -> usize {
        let format = FORMATS.iter().position(|(format, _)| *format == self.format).unwrap_or(0);
        LOOKS.iter().position(|look| *look == self.look).unwrap_or(0) * FORMATS.len() + format
    }
}

/// `xl/styles.xml`.
pub(super) fn part() -> String {
    let mut xml = [super::HEAD, "<styleSheet xmlns=\"", super::MAIN, "\">"].concat();
    xml += "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/><numFmt numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\\ hh:mm\"/></numFmts>";
    xml += &format!("<fonts count=\"{}\">", FONTS.len());
    for font in FONTS {
        xml += &["<font>", font, "</font>"].concat();
    }
    xml += &format!("</fonts><fills count=\"{}\">", FILLS.len());
    for fill in FILLS {
        xml += &match fill.len() {
            8 => [
                "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"",
                fill,
                "\"/></patternFill></fill>",
            ]
            .concat(),
            _ => ["<fill><patternFill patternType=\"", fill, "\"/></fill>"].concat(),
        };
    }
    xml += "</fills><borders count=\"2\"><border><left/><right/><top/><bottom/><diagonal/></border><border>";
    for side in ["left", "right", "top", "bottom"] {
        xml += &["<", side, " style=\"thin\"><color rgb=\"FF808080\"/></", side, ">"].concat();
    }
    xml += "<diagonal/></border></borders><cellStyleXfs count=\"1\"><xf/></cellStyleXfs>";
    xml += &format!("<cellXfs count=\"{}\">", LOOKS.len() * FORMATS.len());
    for look in LOOKS {
        let Drawn { font, fill, border, lies } = look.drawn();
        for (_, format) in FORMATS {
            xml += &format!(
                "<xf numFmtId=\"{format}\" fontId=\"{font}\" fillId=\"{fill}\" borderId=\"{border}\" xfId=\"0\" applyNumberFormat=\"1\" applyFont=\"1\" applyFill=\"1\" applyBorder=\"1\" applyAlignment=\"1\">"
            );
            if !lies.is_empty() {
                xml += &["<alignment ", lies, "/>"].concat();
            }
            xml += "</xf>";
        }
    }
    xml + "</cellXfs><cellStyles count=\"1\"><cellStyle name=\"Normal\" xfId=\"0\" builtinId=\"0\"/></cellStyles></styleSheet>"
}
