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
use leptos::prelude::*;

pub fn sheet_of(view: View, id: &str) -> Vec<AnyView> {
    let Ok(school) = id.parse::<FileId>() else { return Vec::new() };
    let (lang, duty, year) = (view.lang(), view.duty(), view.year.get());
    let say = |word: P, args: &[&str]| fill(word.text(lang), args);
    let closed = frozen(&duty, school, year);
    let day = closed.as_ref().and_then(|frozen| frozen.record.frozen_on);
    let shown = match closed {
        Some(frozen) => frozen.sheet,
        None => with_scores(view.saver.register, &duty, year, &[school], sheet)
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
        view! {
            <tr><td>{line.place}</td><td>{item_name(view, &line.name)}</td><td>{points_text(line.full())}</td><td>{evidence_text(view, line)}</td><td>{score}</td><td>{reasons_text(view, line)}</td></tr>
        }
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
    let head = |word: &'static str| view! { <th scope="col">{word}</th> };
    let sign = |word: P| view! { <div><dt>{word.text(lang)}</dt><dd>{P::DateLine.text(lang)}</dd></div> };
    let page = view! {
        <article class="sheet duty-form" data-name="score">
            <h1>{P::ScoreTitle.text(lang)}</h1>
            <p class="sheet-year">{say(P::LetterYear, &[&year.to_string()])}</p>
            <p class="ledger-about"><span>{say(P::School, &[&view.saver.register.name_of(school)])}</span><span>{when}</span></p>
            <table class="score-paper">
                <thead><tr>{head(P::No.text(lang))}{head(W::Item.text(lang))}{head(W::Full.text(lang))}{head(W::Evidence.text(lang))}{head(W::Points.text(lang))}{head(P::Remark.text(lang))}</tr></thead>
                <tbody>{shown.lines.iter().map(row).collect_view()}</tbody>
                <tfoot>
                    <tr><td colspan="2">{W::Total.text(lang)}</td><td colspan="4"><strong>{total}</strong></td></tr>
                    <tr><td colspan="2">{P::Vetoes.text(lang)}</td><td colspan="4">{vetoes}</td></tr>
                </tfoot>
            </table>
            <p><strong>{say(P::Result, &[&grade])}</strong></p>
            <dl class="signs">{sign(P::SignAssessor)}{sign(P::SignPrincipal)}{sign(P::SignBureau)}</dl>
        </article>
    };
    vec![page.into_any()]
}
