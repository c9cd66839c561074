//! One child's file: the page, the family, where the child is taught; then support, plans and visits.
use super::chance::Chance;
use super::people::{Team, id_number, is_special, name, phone};
use super::stories::Story;
use super::writer::{Event, Writer, at};
use super::{Demo, DemoSize, support, teaching, visits, words};
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::documents::Consent;
use crate::domain::records::placement::{Decision, Placement};
use crate::domain::records::pupil::{Flag, Guardian, Pupil, Sibling};
use crate::register::change::{Act, Dot, RecordKey};
use crate::register::file::File;

/// What is decided about a child before anything is written.
pub struct Child<'a> {
    pub n: usize,
    pub story: Story,
    pub team: &'a Team,
    /// The child's place among those of its team.
    pub place: usize,
    pub mode: &'static str,
    pub is_male: bool,
    pub birth: Date,
    pub id_no: String,
    pub name: String,
    /// The day on which the file begins.
    pub begin: Date,
    pub guardian: RecordId,
    pub chance: Chance,
}

impl Child<'_> {
    pub fn key(&mut self, table: &'static str) -> RecordKey {
        RecordKey::new(table, RecordId(self.chance.id()))
    }

    pub fn main_teacher(&self) -> FileId {
        self.team.teachers[0]
    }
}

pub fn file(demo: &Demo, n: usize, mint: &mut dyn FnMut() -> Dot) -> Option<File> {
    let mut child = child(demo, n)?;
    let id = demo.secret.file_id(FileKind::Pupil, &[&child.id_no, &child.name]);
    let mut writer = Writer::new(id, FileKind::Pupil, demo.today, mint);
    writer.add(first_change(demo, &mut child));
    consent(demo, &mut child, &mut writer);
    if demo.size == DemoSize::Practice {
        support::write(demo, &mut child, &mut writer);
    }
    let goals = teaching::plan(demo, &mut child, &mut writer);
    visits::write(demo, &mut child, &goals, &mut writer);
    child.story.write(demo, &mut child, &mut writer);
    writer.finish()
}

fn child<'a>(demo: &'a Demo, n: usize) -> Option<Child<'a>> {
    let teams = demo.teams.len();
    let team = demo.teams.get(n % teams)?;
    let place = n / teams;
    let mut chance = Chance::new(n as u64 + 1);
    let is_male = chance.percent(58);
    let births = SchoolYear::of(demo.today).births(6, 9);
    // 37 and 3,200 have no common factor: every birthday comes once before one comes again.
    let birth = births.from.plus_days((n * 37 % 3_200) as i64);
    let name = name(n, is_male, n / words::SURNAMES.len());
    Some(Child {
        n,
        story: Story::of(demo.size, n),
        team,
        place,
        mode: mode(demo.size, n % teams, place),
        is_male,
        birth,
        id_no: id_number(birth, is_male, n / 3_200),
        name,
        begin: demo.today.plus_days(-150 - (n % 40) as i64),
        guardian: RecordId(chance.id()),
        chance,
    })
}

/// Of the ten children of a team seven are taught at home; the others show every other way.
fn mode(size: DemoSize, team: usize, place: usize) -> &'static str {
    match (size, place, team) {
        (DemoSize::Practice, 7 | 8, 0 | 1) => "INCLUSIVE",
        (DemoSize::Practice, 7 | 8, _) => "SPECIAL_SCHOOL",
        (DemoSize::Practice, 9, 0..3) => "EXEMPT",
        (DemoSize::Practice, 9, _) => "AWAITING",
        _ => "HOME",
    }
}

fn first_change(demo: &Demo, child: &mut Child) -> Event {
    let event = Event::new(child.begin, child.main_teacher(), Act::NEW_FILE).at(at(9, 0));
    let mut event = event.sets(RecordKey::root("pupil"), page(demo, child).write());
    for n in 0..1 + usize::from(child.n.is_multiple_of(3)) {
        let key =
            RecordKey::new("guardian", if n == 0 { child.guardian } else { RecordId(child.chance.id()) });
        event = event.sets(key, guardian(child, n).write());
    }
    for flag in flags(child) {
        event = event.sets(child.key("flag"), flag.write());
    }
    if child.n % 5 == 2 {
        let sibling = Sibling {
            name: name(child.n, child.n.is_multiple_of(2), 700 + child.n),
            kinship: if child.n.is_multiple_of(2) { "73" } else { "77" }.into(),
            birth: Some(child.birth.plus_days(1_100)),
            situation: "在村小学就读".into(),
        };
        event = event.sets(child.key("sibling"), sibling.write());
    }
    if matches!(child.mode, "HOME" | "EXEMPT") {
        let decision = decision(child);
        event = event.sets(child.key("decision"), decision.write());
    }
    if child.n % 6 == 4 && child.mode == "HOME" {
        // First in a class of the village school, then at home.
        let before = Placement {
            mode: "INCLUSIVE".into(),
            school: Some(child.team.school_id),
            from: Some(child.begin.plus_days(-365)),
            to: Some(child.begin.plus_days(-1)),
            ..Placement::default()
        };
        event = event.sets(child.key("placement"), before.write());
    }
    let placement = Placement {
        mode: child.mode.into(),
        school: (!matches!(child.mode, "EXEMPT" | "AWAITING")).then_some(child.team.school_id),
        from: Some(child.begin),
        ..Placement::default()
    };
    event.sets(child.key("placement"), placement.write())
}

fn page(demo: &Demo, child: &mut Child) -> Pupil {
    let n = child.n;
    let (kind, needs): (&str, &[&str]) = match n % 7 {
        0 | 1 => ("5", &["INT"]),
        2 => ("4", &["CP", "PHY"]),
        3 => ("7", &["MULTI", "CP"]),
        4 => ("6", &["AUT", "SPEECH"]),
        5 => ("7", &["MULTI", "INT"]),
        _ => ("4", &["PHY"]),
    };
    let grade = if n.is_multiple_of(3) { "2" } else { "1" };
    let town = n / 3 % words::TOWNS.len();
    let town_name = words::TOWNS.get(town).copied().unwrap_or_default();
    let village = child.chance.pick(words::VILLAGES.get(town).copied().unwrap_or_default());
    let address = format!("青禾县{town_name}{village}{}号", 1 + n % 180);
    let codes = |list: &[&str]| list.iter().map(|code| (*code).to_owned()).collect::<Vec<_>>();
    let year = SchoolYear::of(demo.today);
    let class = child.birth.age_on(year.first_day().plus_days(-1)) - 5;
    let special = is_special(demo.size, child.team.school);
    Pupil {
        name: child.name.clone(),
        sex: if child.is_male { "1" } else { "2" }.into(),
        ethnic: if n % 17 == 5 { "03" } else { "01" }.into(),
        birth: Some(child.birth),
        id_type: "1".into(),
        id_no: child.id_no.clone(),
        roll_no: format!("G{}", child.id_no),
        cert_no: format!("{}{kind}{grade}", child.id_no),
        disability_type: kind.into(),
        disability_grade: grade.into(),
        further_types: if kind == "7" { codes(&["4", "5"]) } else { Vec::new() },
        school_needs: codes(needs),
        history: if n % 4 == 1 {
            "早产,三岁起在县康复中心训练两年。".into()
        } else {
            String::new()
        },
        safety_note: words::SAFETY.get(n % words::SAFETY.len()).copied().unwrap_or_default().into(),
        aids: if kind == "4" { codes(&["WHEELCHAIR"]) } else { Vec::new() },
        communication: codes(if n.is_multiple_of(2) { &["WORDS", "GESTURE"] } else { &["SOUND", "EYE"] }),
        town: town_name.into(),
        village: village.into(),
        household_address: address.clone(),
        address,
        route_note: if n.is_multiple_of(4) {
            "村口小卖部往北第三个胡同,红色大门,院里有狗。".into()
        } else {
            String::new()
        },
        school: Some(child.team.school_id),
        grade: grade_code(class, special),
        class: format!("{}班", 1 + n % 3),
        student_status: "01".into(),
        main_teacher: Some(child.team.teachers[0]),
        second_teacher: Some(child.team.teachers[1]),
        ..Pupil::default()
    }
}

/// 1–9 as the school's kind writes it.
fn grade_code(class: i32, special: bool) -> String {
    match (special, class.clamp(1, 9)) {
        (true, class) => format!("S{class}"),
        (false, class @ 1..=6) => format!("1{class}"),
        (false, class) => format!("2{}", class - 6),
    }
}

fn guardian(child: &Child, n: usize) -> Guardian {
    let turn = child.n * 2 + n;
    let (kinship, is_male) = match (n, child.n % 4) {
        (0, 0) => ("62", false),
        (0, 1) => ("51", true),
        (0, _) => ("52", false),
        _ => ("61", true),
    };
    Guardian {
        name: name(child.n + n * 31, is_male, 3_000 + turn),
        kinship: kinship.into(),
        phone: phone(turn),
        legal: Some(matches!(kinship, "51" | "52")),
        daily_carer: Some(n == 0),
        literacy: if kinship == "62" { "SOME" } else { "WRITES" }.into(),
        works_away: Some(child.n.is_multiple_of(4)),
        ..Guardian::default()
    }
}

/// Every fourth child's family is in a poverty register.
pub fn is_poor(n: usize) -> bool {
    n.is_multiple_of(4)
}

fn flags(child: &Child) -> Vec<Flag> {
    let flag = |flag: &str, state: &str| Flag {
        flag: flag.into(),
        state: state.into(),
        since: Some(child.begin.plus_days(-400)),
        ..Flag::default()
    };
    let mut flags = vec![flag("G14", "")];
    if is_poor(child.n) {
        flags.push(if child.n.is_multiple_of(8) {
            flag("G06", "ENJOYING")
        } else {
            flag("G07", "RISK_OPEN")
        });
    }
    if child.n % 9 == 2 {
        flags.push(flag("G10", "RURAL"));
    }
    if child.n % 11 == 3 {
        flags.push(flag("G03", "ONE_PARENT"));
    }
    flags
}

fn decision(child: &Child) -> Decision {
    let (result, learnable) = match child.mode {
        "EXEMPT" => ("EXEMPT", "NO"),
        _ => ("HOME", if child.n.is_multiple_of(3) { "YES" } else { "PARTLY" }),
    };
    Decision {
        result: result.into(),
        learnable: learnable.into(),
        date: Some(child.begin.plus_days(-20)),
        number: format!("青残教委〔{}〕{}号", child.begin.year(), child.n + 1),
        advice: child.mode.into(),
        review_on: Some(child.begin.plus_days(345)),
        ..Decision::default()
    }
}

fn consent(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    if child.story == Story::NoConsent {
        return;
    }
    let day = child.begin.plus_days(2).min(demo.today);
    let fingerprint = child.n.is_multiple_of(6);
    let scopes: &[&str] = match child.n % 9 {
        4 => &["HOME_TEACHING", "INFO", "HEALTH"],
        _ => &["HOME_TEACHING", "INFO", "HEALTH", "PHOTO", "ASSESSMENT"],
    };
    let consent = Consent {
        scope: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        date: Some(day),
        guardian: Some(child.guardian),
        sign_method: if fingerprint { "FINGERPRINT" } else { "HAND" }.into(),
        strokes: if fingerprint { String::new() } else { words::STROKES.into() },
        witness: if fingerprint { name(child.n + 5, true, 9) } else { String::new() },
        ..Consent::default()
    };
    let event = Event::new(day, child.main_teacher(), Act::CONSENT).at(at(10, 30));
    writer.add(event.sets(child.key("consent"), consent.write()));
}
