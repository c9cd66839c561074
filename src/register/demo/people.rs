//! Schools and teachers; names and numbers for everybody.
use super::chance::Chance;
use super::words;
use super::writer::{Event, Writer};
use super::{Demo, DemoSize};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::identity::check_digit;
use crate::domain::records::organisation::{School, Staff};
use crate::register::change::{Act, Dot, RecordKey};
use crate::register::derived_id::Secret;
use crate::register::file::File;

/// Two teachers who visit together, and their school.
pub struct Team {
    pub school: usize,
    pub school_id: FileId,
    pub teachers: [FileId; 2],
}

pub fn is_special(size: DemoSize, school: usize) -> bool {
    school + 1 == size.schools() || (size.schools() > 10 && school % 10 == 9)
}

fn school_code(school: usize) -> String {
    format!("37029{school:05}")
}

fn school_id(secret: &Secret, school: usize) -> FileId {
    secret.file_id(FileKind::School, &[&school_code(school)])
}

pub fn teacher_name(teacher: usize) -> String {
    name(teacher * 29 + 11, !teacher.is_multiple_of(3), teacher)
}

fn teacher_id(secret: &Secret, school: FileId, teacher: usize) -> FileId {
    secret.file_id(FileKind::Staff, &[&school.to_string(), &teacher_name(teacher), &teacher.to_string()])
}

pub fn teams(size: DemoSize, secret: &Secret) -> Vec<Team> {
    let schools = size.schools();
    let team = |team: usize| {
        // The special school of the practice register has two teams, any other school one or several.
        let school = if size == DemoSize::Practice { team.min(schools - 1) } else { team % schools };
        let school_id = school_id(secret, school);
        let teacher = |n| teacher_id(secret, school_id, team * 2 + n);
        Team { school, school_id, teachers: [teacher(0), teacher(1)] }
    };
    (0..size.teams()).map(team).collect()
}

/// The day on which the practice register was set up.
fn founded(today: Date) -> Date {
    today.plus_days(-400)
}

/// The schools with their principals.
pub fn school_ids(demo: &Demo) -> Vec<(FileId, String)> {
    (0..demo.size.schools()).map(|school| (school_id(&demo.secret, school), principal(school))).collect()
}

fn principal(school: usize) -> String {
    name(school * 53 + 7, school.is_multiple_of(2), school)
}

pub fn schools(demo: &Demo, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
    let files = (0..demo.size.schools()).filter_map(|school| {
        let special = is_special(demo.size, school);
        let town = words::TOWNS.get(school % words::TOWNS.len()).copied().unwrap_or_default();
        let ordinary = ["中心小学", "学校"].get(school % 2).copied().unwrap_or_default();
        let number = if school < words::TOWNS.len() {
            String::new()
        } else {
            format!("第{}", school / words::TOWNS.len() + 1)
        };
        let page = School {
            code: school_code(school),
            name: match special {
                true => format!("青禾县{number}特殊教育学校"),
                false => format!("青禾县{town}{number}{ordinary}"),
            },
            school_type: if special {
                "514"
            } else if school.is_multiple_of(2) {
                "211"
            } else {
                "312"
            }
            .into(),
            town: town.into(),
            principal: principal(school),
            phone: format!("0532-6{:06}", 1_000 + school),
            address: format!("青禾县{town}育才路{}号", school % 90 + 1),
            closed_on: None,
        };
        let id = school_id(&demo.secret, school);
        root_only(demo, id, FileKind::School, page.write(), mint)
    });
    files.collect()
}

pub fn staff(demo: &Demo, mint: &mut dyn FnMut() -> Dot) -> Vec<File> {
    let mut files = Vec::new();
    for (n, team) in demo.teams.iter().enumerate() {
        for (place, id) in team.teachers.iter().enumerate() {
            let teacher = n * 2 + place;
            let mut roles = vec!["HOME_TEACHER".to_owned()];
            if is_special(demo.size, team.school) && place == 1 {
                roles.push(if n.is_multiple_of(2) { "THERAPIST" } else { "COUNSELLOR" }.into());
            }
            let page = Staff {
                name: teacher_name(teacher),
                roles,
                school: Some(team.school_id),
                phone: phone(90_000_usize.saturating_sub(teacher)),
                left_on: None,
            };
            files.extend(root_only(demo, *id, FileKind::Staff, page.write(), mint));
        }
    }
    files
}

fn root_only(
    demo: &Demo,
    id: FileId,
    kind: FileKind,
    page: crate::domain::value::Values,
    mint: &mut dyn FnMut() -> Dot,
) -> Option<File> {
    let mut writer = Writer::new(id, kind, demo.today, mint);
    let by = demo.teams.first().map(|team| team.teachers[0]).unwrap_or_default();
    writer.add(Event::new(founded(demo.today), by, Act::PRACTICE).sets(RecordKey::root(kind.key()), page));
    writer.finish()
}

/// An invented name: a surname by `n`, one or two characters by `turn`.
pub fn name(n: usize, is_male: bool, turn: usize) -> String {
    let mut chance = Chance::new((n as u64) << 20 | turn as u64);
    let given = if is_male { words::BOYS } else { words::GIRLS };
    let mut name = words::SURNAMES.get(n % words::SURNAMES.len()).copied().unwrap_or_default().to_owned();
    name.push_str(chance.pick(given));
    if chance.percent(75) {
        name.push_str(chance.pick(words::SECONDS));
    }
    name
}

/// A mobile number that was made up; `n` below 100,000 gives each its own.
pub fn phone(n: usize) -> String {
    format!("139000{:05}", n % 100_000)
}

/// A number of GB 11643-1999 under the division that no one has. `turn` keeps children of one birthday apart.
pub fn id_number(birth: Date, is_male: bool, turn: usize) -> String {
    let sequence = turn * 2 + if is_male { 1 } else { 2 };
    let mut number =
        format!("370299{:04}{:02}{:02}{:03}", birth.year(), birth.month(), birth.day(), sequence % 1000);
    let check = check_digit(number.as_bytes());
    number.extend(check.map(char::from));
    number
}
