//! A duty letter as offices sign it: title, number, the parties, clauses, term, two places to sign.
use super::super::letters::party_name;
use super::super::view::View;
use crate::domain::calendar::SchoolYear;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty::DutyLetter;
use crate::i18n::pages::duty_paper::{DutyPaper as P, clauses};
use crate::i18n::{Lang, Word, dates, fill};
use crate::report::duty::letters::{Level, Party, Places, coverage};
use crate::report::paper::{Block, Line, Paper, Place, Sign};
use leptos::prelude::{Get, With};

pub fn one(view: View, id: &str) -> Vec<Paper> {
    let Ok(id) = id.parse::<RecordId>() else { return Vec::new() };
    let duty = view.duty();
    let found = duty.letters.iter().find(|(of, _)| *of == id);
    found.map(|(_, letter)| paper(view, letter)).into_iter().collect()
}

/// Every letter of a level and year, those that are not written yet as they would be: to be filled in by hand.
pub fn all(view: View, level: &str) -> Vec<Paper> {
    let Some(level) = Level::from_code(level) else { return Vec::new() };
    let (duty, year) = (view.duty(), view.year.get());
    let places = view.saver.register.summaries.with(|all| Places::of(all, view.today()));
    let slots = coverage(&duty, &places, level, year, view.today());
    let letter = |slot: &crate::report::duty::letters::Slot| {
        let held = slot.letter.and_then(|id| duty.letters.iter().find(|(of, _)| *of == id));
        match held {
            Some((_, letter)) => paper(view, letter),
            None => paper(view, &slot.party.letter(year)),
        }
    };
    slots.iter().map(letter).collect()
}

fn principal(view: View, school: Option<FileId>) -> String {
    view.saver.register.summaries.with(|all| {
        school
            .and_then(|id| all.get(&id)?.school().map(|school| school.principal.clone()))
            .unwrap_or_default()
    })
}

/// The offices of both parties.
fn parties(view: View, letter: &DutyLetter, level: Level, lang: Lang) -> (String, String) {
    let county = view.saver.register.card().name;
    let say = |word: P, name: &str| fill(word.text(lang), &[name]);
    let name = Party::of(letter).map(|party| party_name(view, &party)).unwrap_or_default();
    match level {
        Level::CountyTown => (say(P::County, &county), say(P::Town, &letter.town)),
        Level::TownVillage => (say(P::Town, &letter.town), say(P::Village, &letter.village)),
        Level::BureauSchool => (say(P::Bureau, &county), name),
        Level::SchoolClass => {
            (letter.school.map(|id| view.saver.register.name_of(id)).unwrap_or_default(), name)
        }
    }
}

fn paper(view: View, letter: &DutyLetter) -> Paper {
    let lang = view.lang();
    let Some(level) = Level::from_code(&letter.level) else { return Paper::default() };
    let say = |word: P, args: &[&str]| fill(word.text(lang), args);
    let (a, b) = parties(view, letter, level, lang);
    let or = |given: &str, known: String| if given.is_empty() { known } else { given.to_owned() };
    let (person_a, person_b) = match level {
        Level::BureauSchool => (letter.party_a.clone(), or(&letter.party_b, principal(view, letter.school))),
        Level::SchoolClass => (or(&letter.party_a, principal(view, letter.school)), letter.party_b.clone()),
        _ => (letter.party_a.clone(), letter.party_b.clone()),
    };
    let target = letter.target.unwrap_or(100).to_string();
    let clause = |(n, word): (usize, P)| {
        let number = lang.pick(
            ["一", "二", "三", "四", "五", "六", "七", "八"].get(n).copied().unwrap_or_default().to_owned()
                + "、",
            format!("{}. ", n + 1),
        );
        Line::new(Place::Indent, [number, say(word, &[&target])].concat())
    };
    let end = letter.expires_on.or_else(|| letter.year.parse::<SchoolYear>().ok().map(SchoolYear::last_day));
    let end = end.map(|day| dates::long(day, lang)).unwrap_or_default();
    let signed =
        letter.signed_on.map_or_else(|| P::DateLine.text(lang).to_owned(), |day| dates::long(day, lang));
    let number = (!letter.number.is_empty()).then(|| say(P::Number, &[&letter.number]));
    let sign = |word: P, unit: String, person: String| Sign {
        label: word.text(lang).to_owned(),
        strokes: String::new(),
        lines: vec![unit, say(P::Person, &[&person]), signed.clone()],
    };
    let mut lines = vec![
        Line::new(Place::Start, say(P::Between, &[&a, &b])),
        Line::new(Place::Indent, P::Opening.text(lang)),
    ];
    lines.extend(clauses(level).into_iter().enumerate().map(clause));
    lines.push(Line::new(Place::Indent, say(P::Term, &[&end])));
    let year = say(P::LetterYear, &[&letter.year]);
    Paper {
        key: "letter",
        title: P::Letter.text(lang).to_owned(),
        under: [Some(year), number].into_iter().flatten().collect(),
        letter: true,
        blocks: vec![
            Block::Lines(lines),
            Block::Signs(vec![sign(P::SignA, a.clone(), person_a), sign(P::SignB, b.clone(), person_b)]),
        ],
        ..Paper::default()
    }
}
