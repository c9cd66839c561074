//! The list of documents.
use super::super::view::View;
use crate::domain::codes::DOC_STATUS;
use crate::domain::id::RecordId;
use crate::domain::records::duty::DutyDocument;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Word, dates};
use crate::report::paper::{Block, Grid, Paper};

pub fn list(view: View) -> Vec<Paper> {
    let (lang, duty) = (view.lang(), view.duty());
    let say = |word: P| word.text(lang).to_owned();
    let row = |(n, (_, document)): (usize, &(RecordId, DutyDocument))| {
        vec![
            (n + 1).to_string(),
            document.title.clone(),
            document.number.clone(),
            document.issuer.clone(),
            document.date.map(|day| dates::long(day, lang)).unwrap_or_default(),
            code_text(&DOC_STATUS, &document.status, lang),
        ]
    };
    let heads = [P::No, P::DocTitle, P::DocNumber, P::DocIssuer, P::DocDate, P::DocStatus].map(say);
    let grid = Grid::table(&[8, 34, 18, 16, 14, 10], heads, duty.documents.iter().enumerate().map(row));
    let paper = Paper {
        key: "documents",
        title: say(P::DocumentsTitle),
        about: super::about(view),
        blocks: vec![Block::Grid(grid)],
        ..Paper::default()
    };
    vec![paper]
}
