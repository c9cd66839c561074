//! The few words of a child by which the ledger orders and finds it, and by which a file without a number is known.
use super::Filed;
use crate::domain::date::Date;
use crate::domain::identity::{fold_name, normalise_name};
use crate::lists::compare::child::Rows;
use crate::lists::compare::{Comparison, Lists, Member, Origin};

#[derive(Default)]
pub struct Brief<'a> {
    pub name: &'a str,
    pub guardian: &'a str,
    pub town: &'a str,
    pub village: &'a str,
    pub school: &'a str,
}

/// What the file says; what it leaves out, the lists.
pub fn brief<'a>(
    comparison: &'a Comparison,
    lists: &'a Lists,
    child: Option<u32>,
    filed: Option<&'a Filed>,
) -> Brief<'a> {
    let mut brief = filed.map_or_else(Brief::default, |filed| Brief {
        name: &filed.name,
        guardian: filed.other_names.first().map_or("", String::as_str),
        town: &filed.town,
        village: &filed.village,
        school: &filed.school,
    });
    let Some(child) = child else { return brief };
    let rows = Rows { lists, rows: comparison.rows(child) };
    let fill = |slot: &mut &'a str, text: Option<&'a str>| {
        if slot.is_empty() {
            *slot = text.unwrap_or_default();
        }
    };
    for at in rows.rows {
        let Some(person) = lists.person(*at) else { continue };
        fill(&mut brief.name, Some(person.name));
        fill(&mut brief.school, person.school);
        if at.from != Origin::Household {
            fill(&mut brief.guardian, person.guardian);
        }
    }
    let homes = rows.household().map(|row| (row.town.as_deref(), row.village.as_deref()));
    let poor = rows.poor().map(|row| (row.town.as_deref(), row.village.as_deref()));
    let civil = rows.civil().map(|row| (row.town.as_deref(), row.village.as_deref()));
    let found = rows.found().map(|row| (row.town.as_deref(), row.village.as_deref()));
    for (town, village) in homes.chain(poor).chain(civil).chain(found) {
        fill(&mut brief.town, town);
        fill(&mut brief.village, village);
    }
    brief
}

/// What tells a child without a number, as a file is begun for one: name, birth and guardian.
fn words_of(name: &str, birth: Option<Date>, guardian: &str) -> String {
    let birth = birth.map(|birth| birth.to_string()).unwrap_or_default();
    [&normalise_name(name), birth.as_str(), &fold_name(guardian)].join("\u{1}")
}

pub fn words_of_file(filed: &Filed) -> String {
    words_of(&filed.name, filed.birth, filed.other_names.first().map_or("", String::as_str))
}

pub fn words_of_child(member: &Member) -> String {
    words_of(&member.name, member.birth, member.guardian.as_deref().unwrap_or_default())
}
