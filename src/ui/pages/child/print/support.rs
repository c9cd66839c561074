//! 一生一策帮扶表 (domain.md §4.9): what the file knows of one child's risk, reasons, carers and their contacts, with room for what is
//! agreed with the family by hand.
use super::source::Source;
use crate::domain::codes;
use crate::domain::records::care::{Carer, CarerContact};
use crate::domain::records::pupil::Flag;
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::pages::state_text;
use crate::i18n::{Lang, dates};
use crate::register::case::{cases, current};
use crate::report::paper::{Block, Cell, Grid};
use std::collections::{BTreeMap, BTreeSet};

/// The latest contacts that stand on the paper.
const CONTACTS: usize = 12;

pub fn blocks(source: &Source) -> Vec<Block> {
    let lang = source.lang;
    let case = current(source.file, source.today).or_else(|| cases(source.file).pop());
    let case = case.filter(|_| !source.nobody);
    let flags = source.file.table("flag").map(|(_, record)| Flag::read(&record.values).flag);
    let flags: Vec<String> =
        flags.filter(|_| !source.nobody).map(|flag| code_text(&codes::FLAG, &flag, lang)).collect();
    let mut reasons = BTreeSet::new();
    let mut measures = BTreeSet::new();
    if let Some(case) = &case {
        reasons.extend(case.checks.iter().map(|check| check.record.reason.clone()));
        for talk in &case.persuasions {
            reasons.insert(talk.record.reason.clone());
            measures.extend(talk.record.measures.iter().cloned());
        }
    }
    reasons.retain(|reason| !reason.is_empty());
    let reasons = codes_text(&codes::DROPOUT_REASON, reasons.iter().map(String::as_str), lang);
    let measures = codes_text(&codes::MEASURE, measures.iter().map(String::as_str), lang);
    let state = case.as_ref().map(|case| state_text(case.state_on(source.today), lang)).unwrap_or_default();
    let number = case.as_ref().map(|case| case.case.plan_no.clone()).unwrap_or_default();
    let or_room = |text: String| if text.is_empty() { Cell::room() } else { Cell::value(text) };
    let mut pairs = source.identity();
    pairs.extend([
        source.pair(W::PlanNo, number),
        source.pair(W::CaseState, state),
        (source.say(W::Flags), Cell::value(flags.join(lang.pick("、", ", "))), true),
        (source.say(W::Reasons), or_room(reasons), true),
        (source.say(W::Family), Cell::room(), true),
        (source.say(W::Aim), Cell::room(), true),
        (source.say(W::Measures), or_room(measures), true),
    ]);
    let heads = |words: &[W]| words.iter().map(|word| source.say(*word)).collect::<Vec<_>>();
    let agreed = Grid::table(&[44, 18, 18, 20], heads(&[W::Measure, W::Owner, W::DueDay, W::DoneOn]), []);
    let mut blocks = vec![
        Block::Grid(Grid::form(pairs)),
        Block::Heading(source.say(W::Measures)),
        Block::Grid(agreed.with_room(3)),
    ];
    let (carers, names) = carers(source);
    blocks.push(Block::Heading(source.say(W::Carers)));
    blocks.push(Block::Grid(carers));
    blocks.push(Block::Heading(source.say(W::Contacts)));
    blocks.push(Block::Grid(contacts(source, &names)));
    blocks.push(Block::Grid(Grid::form([(source.say(W::Review), Cell::room(), true)])));
    blocks
}

type Names = BTreeMap<crate::domain::id::RecordId, String>;

fn carers(source: &Source) -> (Grid, Names) {
    let held = source.file.table("carer").filter(|_| !source.nobody);
    let carers: Vec<_> = held.map(|(id, record)| (id, Carer::read(&record.values))).collect();
    let names = carers.iter().map(|(id, carer)| (*id, carer.person.clone())).collect();
    let rows = carers.into_iter().map(|(_, carer)| {
        let term = span(source, carer.from, carer.to);
        vec![carer.person, source.join([carer.unit, carer.post]), carer.phone, term]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    // Two carers each (domain.md §2.4).
    let room = 2_usize.saturating_sub(rows.len());
    let heads = [W::Name, W::UnitPost, W::Phone, W::Term].map(|word| source.say(word));
    (Grid::table(&[18, 32, 20, 30], heads, rows).with_room(room), names)
}

fn span(
    source: &Source,
    from: Option<crate::domain::date::Date>,
    to: Option<crate::domain::date::Date>,
) -> String {
    let [from, to] = [from, to].map(|day| source.day(day));
    match source.lang {
        _ if from.is_empty() && to.is_empty() => String::new(),
        Lang::Zh if to.is_empty() => [from.as_str(), "起"].concat(),
        _ => [from.as_str(), "–", &to].concat(),
    }
}

fn contacts(source: &Source, names: &Names) -> Grid {
    let held = source.file.table("carer_contact").filter(|_| !source.nobody && !source.blank);
    let mut all: Vec<CarerContact> = held.map(|(_, record)| CarerContact::read(&record.values)).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.date));
    let rows = all.into_iter().take(CONTACTS).map(|one| {
        let day = one.date.map(|day| dates::long(day, source.lang)).unwrap_or_default();
        let who = one.carer.and_then(|id| names.get(&id).cloned()).unwrap_or_default();
        vec![day, who, code_text(&codes::CONTACT_METHOD, &one.method, source.lang), one.summary]
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let room = if rows.is_empty() { 3 } else { 0 };
    let heads = [W::Day, W::Name, W::Way, W::What].map(|word| source.say(word));
    Grid::table(&[20, 14, 14, 52], heads, rows).with_room(room)
}
