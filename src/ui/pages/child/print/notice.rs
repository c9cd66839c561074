//! The papers of the legal ladder as letters in the official manner, each with its receipt of service (送达回证).
use super::source::Source;
use crate::domain::codes;
use crate::domain::records::case::Notice;
use crate::domain::value::Values;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Sheet as S;
use crate::i18n::{Word, dates, fill};
use crate::register::case::current;
use crate::report::paper::{Block, Cell, Grid, Line, Paper, Place};

/// A notice and its receipt; to be filled in by hand, one of every kind.
pub fn papers(source: &Source, values: &Values) -> Vec<Paper> {
    if !source.blank {
        return one(source, &Notice::read(values));
    }
    let blank = |kind: &str| one(source, &Notice { kind: kind.to_owned(), ..Notice::default() });
    codes::NOTICE.codes.iter().flat_map(|code| blank(code.code)).collect()
}

fn one(source: &Source, notice: &Notice) -> Vec<Paper> {
    let lang = source.lang;
    let say = |word: S, args: &[&str]| fill(word.text(lang), args);
    let (page, guardian) = (source.pupil(), source.guardian());
    let blank = S::LongDash.text(lang).to_owned();
    let deadline = notice.deadline.map_or_else(|| blank.clone(), |day| dates::long(day, lang));
    let issued = notice.issued_on.map_or_else(|| blank.clone(), |day| dates::long(day, lang));
    let case = current(source.file, source.today).filter(|_| !source.nobody);
    let out = case.as_ref().and_then(|view| {
        view.last_check().and_then(|check| check.record.absent_from).or(view.case.absent_from)
    });
    let since = out.map(|on| say(S::Since, &[&dates::long(on, lang)])).unwrap_or_default();
    let title = match notice.kind.as_str() {
        "" => say(S::Notice, &[]),
        kind => code_text(&codes::NOTICE, kind, lang),
    };
    let to = match guardian.name.as_str() {
        "" => say(S::ToNobody, &[&page.name]),
        guardian => say(S::To, &[guardian, &page.name]),
    };
    let sex = code_text(&codes::SEX, &page.sex, lang);
    let about =
        say(S::About, &[&page.name, &sex, &source.day(page.birth), &source.number(&page.id_no), &since]);
    let back = case.as_ref().and_then(|view| view.enrolment()?.record.back_on);
    let law = match notice.kind.as_str() {
        "URGE" => say(S::LawUrge, &[&deadline]),
        "ORDER" => say(S::LawOrder, &[&deadline]),
        "PENALTY" => say(S::LawPenalty, &[]),
        "DEMAND" => say(S::LawDemand, &[&deadline]),
        "COURT" => say(S::LawCourt, &[]),
        "REPORT" => say(S::Report, &[]),
        "RETURN" => say(S::Return, &[&back.map_or(blank, |day| dates::long(day, lang))]),
        _ => String::new(),
    };
    // A notice of return has nothing to reproach.
    let about = if notice.kind == "RETURN" { String::new() } else { about };
    let words = [about, law].into_iter().chain(notice.demand.lines().map(str::to_owned));
    let mut lines = vec![Line::new(Place::Start, to)];
    lines.extend(words.filter(|words| !words.is_empty()).map(|words| Line::new(Place::Indent, words)));
    lines.push(Line::new(Place::Start, ""));
    lines.push(Line::new(Place::End, say(S::Issuer, &[&notice.issuer])));
    lines.push(Line::new(Place::End, issued));
    let letter = Paper {
        key: "notice",
        title: title.clone(),
        under: vec![say(S::Number, &[&notice.number])],
        letter: true,
        blocks: vec![Block::Lines(lines)],
        ..Paper::default()
    };
    let row = |word: S, text: String| vec![Cell::label(word.text(lang)), Cell::value(text)];
    let served = notice.served_on.map(|day| dates::long(day, lang)).unwrap_or_default();
    let rows = vec![
        row(S::ReceiptPaper, [title.as_str(), "　", &notice.number].concat()),
        row(S::ReceiptFor, guardian.name),
        row(S::ReceiptHow, code_text(&codes::SERVICE, &notice.service, lang)),
        row(S::ReceiptDay, served),
        row(S::ReceiptSign, notice.received_by.clone()),
        row(S::ReceiptWitness, notice.witness.clone()),
        row(S::ReceiptBy, String::new()),
    ];
    let grid = Grid { widths: vec![32, 68], rows, ..Grid::default() };
    let receipt = Paper {
        key: "receipt",
        title: say(S::Receipt, &[]),
        blocks: vec![Block::Grid(grid)],
        letter: true,
        ..Paper::default()
    };
    vec![letter, receipt]
}
