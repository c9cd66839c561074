//! The rows of the two lists: a pure function of the summaries.
use crate::app::register::Summaries;
use crate::domain::codes::{SCHOOL_TYPE, STAFF_ROLE};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::pinyin;
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::pages::Organisation as W;
use crate::i18n::{Lang, Word, fill};
use crate::register::summary::{PupilSummary, Summary};
use std::collections::BTreeMap;

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    pub id: FileId,
    pub name: String,
    /// The second line.
    pub more: String,
    /// What stands at its end.
    pub end: String,
    /// What the two filters see: value and words.
    pub first: Vec<(String, String)>,
    pub second: Vec<(String, String)>,
    /// What the search looks through, in small letters.
    pub hay: String,
}

/// The listed schools or staff, in the order of their township or school, then by name.
pub fn rows_of(kind: FileKind, all: &Summaries, today: Date, lang: Lang) -> Vec<Row> {
    let mut taught: BTreeMap<FileId, usize> = BTreeMap::new();
    let pupils = all.values().filter(|summary| summary.is_listed()).filter_map(|summary| summary.pupil());
    pupils.flat_map(|pupil| &pupil.teachers).for_each(|teacher| *taught.entry(*teacher).or_default() += 1);
    let listed = all.values().filter(|summary| summary.kind == kind.key() && summary.is_listed());
    let mut rows: Vec<(String, Row)> =
        listed.filter_map(|summary| row(summary, all, &taught, today, lang)).collect();
    rows.sort_by(|(place_a, a), (place_b, b)| (place_a, &a.name, a.id).cmp(&(place_b, &b.name, b.id)));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row(
    summary: &Summary,
    all: &Summaries,
    taught: &BTreeMap<FileId, usize>,
    today: Date,
    lang: Lang,
) -> Option<(String, Row)> {
    let name = summary.name.clone();
    let (initials, full) = (pinyin::initials(&name), pinyin::full(&name));
    let hay =
        |more: &[&str]| [&[summary.name.as_str(), &initials, &full], more].concat().join(" ").to_lowercase();
    if let Some(school) = summary.school() {
        let kind = code_text(&SCHOOL_TYPE, &school.school_type, lang);
        let row = Row {
            id: summary.id,
            more: join(&[&kind, &school.town]),
            end: school.principal.clone(),
            first: pair(&school.school_type, kind.clone()),
            second: pair(&school.town, school.town.clone()),
            hay: hay(&[&school.code, &school.principal, &school.town]),
            name,
        };
        return Some((school.town.clone(), row));
    }
    let staff = summary.staff()?;
    let school = staff.school.and_then(|id| all.get(&id)).map(|s| s.name.clone()).unwrap_or_default();
    let duties = codes_text(&STAFF_ROLE, staff.roles.iter().map(String::as_str), lang);
    let count = taught.get(&summary.id).copied().unwrap_or_default();
    let end = match (staff.left_on.is_some_and(|day| day <= today), count) {
        (true, _) => W::LeftOn.text(lang).to_owned(),
        (false, 0) => String::new(),
        (false, count) => fill(W::CountPupils.text(lang), &[&count.to_string()]),
    };
    let row = Row {
        id: summary.id,
        more: join(&[&duties, &school]),
        end,
        first: staff.roles.iter().map(|role| (role.clone(), code_text(&STAFF_ROLE, role, lang))).collect(),
        second: staff.school.map(|id| (id.to_string(), school.clone())).into_iter().collect(),
        hay: hay(&[&staff.phone, &school]),
        name,
    };
    Some((school, row))
}

fn pair(value: &str, label: String) -> Vec<(String, String)> {
    if value.is_empty() { Vec::new() } else { vec![(value.to_owned(), label)] }
}

fn join(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// The school that answers for a pupil on a day: the placement's, else the one on the child's page.
pub fn school_of(pupil: &PupilSummary, today: Date) -> Option<FileId> {
    pupil.placement_on(today).and_then(|placement| placement.school).or(pupil.school)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::summary::{Content, SchoolSummary, StaffSummary};
    use std::sync::Arc;

    fn register(files: Vec<(u128, &str, &str, Content)>) -> Summaries {
        let summary = |(id, kind, name, content): (u128, &str, &str, Content)| {
            let summary = Summary::invented(id, kind, name, content);
            (summary.id, Arc::new(summary))
        };
        files.into_iter().map(summary).collect()
    }

    fn school(town: &str, principal: &str) -> Content {
        let (town, principal) = (town.to_owned(), principal.to_owned());
        Content::School(SchoolSummary { school_type: "211".into(), town, principal, ..Default::default() })
    }

    #[test]
    fn rows_stand_by_place_and_are_found_by_reading() {
        let teacher = StaffSummary {
            roles: vec!["HOME_TEACHER".into()],
            school: Some(FileId(1)),
            ..StaffSummary::default()
        };
        let pupil = PupilSummary { teachers: vec![FileId(3)], ..PupilSummary::default() };
        let all = register(vec![
            (1, "school", "石门小学", school("石门镇", "石校长")),
            (2, "school", "白沙小学", school("白沙镇", "")),
            (3, "staff", "韩雨", Content::Staff(teacher)),
            (4, "pupil", "林小满", Content::Pupil(Box::new(pupil))),
        ]);
        let today = "2026-03-11".parse().unwrap();
        let schools = rows_of(FileKind::School, &all, today, Lang::Zh);
        let names: Vec<&str> = schools.iter().map(|row| row.name.as_str()).collect();
        assert_eq!(names, ["白沙小学", "石门小学"]);
        assert!(schools.iter().any(|row| row.hay.contains("smxx") && row.hay.contains("石校长")));
        let staff = rows_of(FileKind::Staff, &all, today, Lang::En);
        let expected = Row {
            id: FileId(3),
            name: "韩雨".into(),
            more: "Home-teaching teacher · 石门小学".into(),
            end: "pupils: 1".into(),
            first: vec![("HOME_TEACHER".into(), "Home-teaching teacher".into())],
            second: vec![(FileId(1).to_string(), "石门小学".into())],
            hay: "韩雨 hy hanyu  石门小学".into(),
        };
        assert_eq!(staff, [expected]);
    }
}
