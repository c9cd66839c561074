//! The score sheet of one school: as it was closed, or as it stands and says so.
use super::super::score::{evidence_text, grade_text, reasons_text};
use super::super::view::{View, item_name};
use crate::app::duty::with_scores;
use crate::domain::codes::RED_LINE;
use crate::domain::id::FileId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::Duty as W;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Word, dates, fill};
use crate::report::duty::score::{Line, frozen, points_text, sheet};
use crate::report::paper::{Block, Cell, Grid, Line as Words, Paper, Place};
use leptos::prelude::Get;

pub fn sheet_of(view: View, id: &str) -> Vec<Paper> {
    let Ok(school) = id.parse::<FileId>() else { return Vec::new() };
    let (lang, duty, year) = (view.lang(), view.duty(), view.year.get());
    let say = |word: P, args: &[&str]| fill(word.text(lang), args);
    let closed = frozen(&duty, school, year);
    let day = closed.as_ref().and_then(|frozen| frozen.record.frozen_on);
    let shown = match closed {
        Some(frozen) => frozen.sheet,
        None => with_scores(view.saver.register, &duty, year, &[school], &view.filed.get(), sheet)
            .into_iter()
            .next()
            .unwrap_or_default(),
    };
    let (grade, _) = grade_text(view, &shown);
    let today = dates::long(view.today(), lang);
    let when = match day {
        Some(day) => say(P::ClosedOn, &[&dates::long(day, lang)]),
        None => [say(P::FilledOn, &[&today]), say(P::NotClosed, &[])].join(lang.pick("　", ", ")),
    };
    let row = |line: &Line| {
        let score = line.base().map_or_else(|| "—".to_owned(), |_| points_text(line.score()));
        vec![
            Cell::centre(line.place.to_string()),
            Cell::value(item_name(view, &line.name)),
            Cell::centre(points_text(line.full())),
            Cell::value(evidence_text(view, line)),
            Cell::centre(score),
            Cell::value(reasons_text(view, line)),
        ]
    };
    let vetoes: Vec<String> = duty
        .vetoes(school, year)
        .map(|one| {
            let day = one.record.date.map(|day| dates::long(day, lang)).unwrap_or_default();
            [code_text(&RED_LINE, &one.record.kind, lang), day].join(" ")
        })
        .collect();
    let vetoes = if vetoes.is_empty() { say(P::NoVetoes, &[]) } else { vetoes.join(lang.pick("；", "; ")) };
    let total = fill(W::TotalOf.text(lang), &[&points_text(shown.total()), &points_text(shown.full())]);
    let heads = [
        P::No.text(lang),
        W::Item.text(lang),
        W::Full.text(lang),
        W::Evidence.text(lang),
        W::Points.text(lang),
    ];
    let head = heads.into_iter().chain([P::Remark.text(lang)]).map(Cell::label).collect();
    let last = |word: &str, text: String| vec![Cell::label(word).over(2), Cell::value(text).over(4)];
    let mut rows: Vec<Vec<Cell>> = shown.lines.iter().map(row).collect();
    rows.push(last(W::Total.text(lang), total));
    rows.push(last(P::Vetoes.text(lang), vetoes));
    let grid = Grid { widths: vec![8, 26, 10, 23, 10, 23], head: vec![head], rows, small: false };
    let school = view.saver.register.name_of(school);
    let signs = [P::SignAssessor, P::SignPrincipal, P::SignBureau].map(|word| super::sign(view, word));
    let paper = Paper {
        key: "score",
        title: P::ScoreTitle.text(lang).to_owned(),
        under: vec![say(P::LetterYear, &[&year.to_string()])],
        about: vec![say(P::School, &[&school]), when],
        blocks: vec![
            Block::Grid(grid),
            Block::Lines(vec![Words::new(Place::Start, say(P::Result, &[&grade]))]),
            Block::Signs(signs.to_vec()),
        ],
        ..Paper::default()
    };
    vec![paper]
}
