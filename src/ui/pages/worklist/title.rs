//! What an item is about, in words: whose files, and why it stands there.
use crate::app::duty;
use crate::app::register::Register;
use crate::domain::id::FileId;
use crate::i18n::pages::{Nav, Worklist as W};
use crate::i18n::{Lang, Word, dates, fill};
use crate::register::breach::{Breach, Number};
use crate::register::lookalike::Likeness;
use crate::register::worklist::Item;

/// Why two pupils look alike.
pub fn likeness_text(why: Likeness, lang: Lang) -> &'static str {
    let word = match why {
        Likeness::SameNumber => W::SameNumber,
        Likeness::SameNameAndBirth => W::SameNameBirth,
        Likeness::SameNameAndPhone => W::SameNamePhone,
        Likeness::SameNameAndVillage => W::SameNameVillage,
    };
    word.text(lang)
}

/// What does not hold, and what to do about it.
pub fn breach_text(register: Register, breach: &Breach, lang: Lang) -> (String, &'static str) {
    let plain = |word: W| word.text(lang).to_owned();
    match breach {
        Breach::TwoPlacements { on, .. } => {
            (fill(W::TwoPlacements.text(lang), &[&dates::long(*on, lang)]), W::TwoPlacementsDo.text(lang))
        }
        Breach::TwoPlans { .. } => (plain(W::TwoPlans), W::TwoPlansDo.text(lang)),
        Breach::TwoCases { .. } => (plain(W::TwoCases), W::TwoCasesDo.text(lang)),
        Breach::StepsApart { .. } => (plain(W::StepsApart), W::StepsApartDo.text(lang)),
        Breach::VisitsOverlap { teacher, on, .. } => {
            let args = [register.name_of(*teacher), dates::short(*on, lang)];
            let [who, when] = &args;
            (fill(W::Overlap.text(lang), &[who, when]), W::OverlapDo.text(lang))
        }
        Breach::SameNumber { which, .. } => {
            let word = match which {
                Number::Identity => W::SameId,
                Number::Roll => W::SameRoll,
                Number::Certificate => W::SameCert,
                Number::SchoolCode => W::SameCode,
            };
            (plain(word), W::SameNumberDo.text(lang))
        }
        Breach::JoinedToNothing { .. } => (plain(W::JoinedToNothing), W::JoinedToNothingDo.text(lang)),
    }
}

/// The row of an item: whose files, why.
pub fn item_text(register: Register, item: &Item, lang: Lang) -> (String, String) {
    let why = match item {
        Item::Alike(pair) => likeness_text(pair.why, lang).to_owned(),
        Item::Breach(breach) => breach_text(register, breach, lang).0,
        Item::Conflicts { count, .. } => fill(W::Conflicts.text(lang), &[&count.to_string()]),
        Item::NumberLost { .. } => W::NumberLost.text(lang).to_owned(),
        Item::Flaws { count, .. } => fill(W::Flaws.text(lang), &[&count.to_string()]),
    };
    // The county's duty file has no name of its own.
    let name = |file| match duty::file_id(register) == file {
        true => Nav::Duty.text(lang).to_owned(),
        false => register.name_of(file),
    };
    let names: Vec<String> = item.files().into_iter().map(name).collect();
    let title = match names.as_slice() {
        [one, other] if one != other => fill(W::Two.text(lang), &[one, other]),
        [one, ..] => one.clone(),
        [] => String::new(),
    };
    (title, why)
}

pub fn joined_text(register: Register, file: FileId, into: FileId, lang: Lang) -> (String, String) {
    let (name, other) = (register.name_of(file), register.name_of(into));
    let title = if name == other { name.clone() } else { fill(W::Two.text(lang), &[&name, &other]) };
    (title, W::JoinedText.text(lang).to_owned())
}
