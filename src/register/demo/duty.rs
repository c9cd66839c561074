//! The county's duty file of the practice register: groups, documents, a year of meetings with one held late and one missed,
//! decisions, duty letters of which some are not signed, points of one school, a red line that was dealt with.
use super::people::name;
use super::words;
use super::writer::{Event, Writer};
use super::{Demo, people};
use crate::domain::calendar::{Month, SchoolYear};
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::duty::{DutyAgenda, DutyDocument, DutyGroup, DutyLetter, DutyMember, DutyTask};
use crate::domain::records::duty_score::{Deduction, RedLine, RedStep, ScoreGiven};
use crate::domain::value::Values;
use crate::register::change::{Act, Dot, RecordKey};
use crate::register::file::File;

/// Months of meetings before today's.
const MONTHS: i32 = 11;

struct Book<'a> {
    writer: Writer<'a>,
    by: FileId,
    next: u128,
    today: Date,
}

impl Book<'_> {
    /// A record written down on this day; its id.
    fn put(&mut self, day: Date, act: Act, table: &'static str, values: Values) -> RecordId {
        self.next += 1;
        let id = RecordId(0xd07_0000 + self.next);
        let day = day.min(self.today);
        self.writer.add(Event::new(day, self.by, act).sets(RecordKey::new(table, id), values));
        id
    }
}

pub fn file(demo: &Demo, mint: &mut dyn FnMut() -> Dot) -> Option<File> {
    let id = demo.secret.file_id(FileKind::County, &["duty"]);
    let by = demo.teams.first().map(|team| team.teachers[0]).unwrap_or_default();
    let today = demo.today;
    let writer = Writer::new(id, FileKind::County, today, mint);
    let mut book = Book { writer, by, next: 0, today };
    let founded = Month::of(today).plus(-MONTHS).first_day();
    let plan = documents(&mut book, founded);
    groups(&mut book, founded, plan);
    meetings(&mut book, by);
    letters(&mut book, demo);
    assessment(&mut book, demo);
    book.writer.finish()
}

fn documents(book: &mut Book, founded: Date) -> RecordId {
    let document = |title: &str, number: &str, date: Date, status: &str| DutyDocument {
        title: title.into(),
        number: number.into(),
        issuer: "青禾县教育和体育局".into(),
        date: Some(date),
        status: status.into(),
        ..DutyDocument::default()
    };
    let year = founded.year();
    let number = |n: u32| format!("青教体〔{year}〕{n}号");
    let plan = document("青禾县控辍保学工作实施方案（试行稿）", &number(12), founded, "TRIAL");
    let plan = book.put(founded, Act::EDIT, "duty_document", plan.write());
    let later = founded.plus_days(40);
    let notice = document("关于进一步加强控辍保学工作的通知", &number(31), later, "FORCE");
    let notice = book.put(later, Act::EDIT, "duty_document", notice.write());
    let old = founded.plus_days(-300);
    let replaced = DutyDocument {
        replaced_by: Some(notice),
        ..document("关于做好控辍保学工作的通知", &format!("青教体〔{}〕8号", old.year()), old, "REPLACED")
    };
    book.put(later, Act::EDIT, "duty_document", replaced.write());
    plan
}

fn groups(book: &mut Book, founded: Date, plan: RecordId) {
    for (at, (kind, title)) in
        [("LEADING", "控辍保学工作领导小组"), ("WORKING", "控辍保学工作小组")].into_iter().enumerate()
    {
        let group = DutyGroup {
            kind: kind.into(),
            name: title.into(),
            set_up_on: Some(founded),
            document: Some(plan),
            ..DutyGroup::default()
        };
        let group = book.put(founded, Act::EDIT, "duty_group", group.write());
        let posts: &[(&str, &str)] = match kind {
            "LEADING" => &[
                ("HEAD", "副县长"),
                ("DEPUTY", "教育和体育局局长"),
                ("MEMBER", "公安局副局长"),
                ("MEMBER", "残联副理事长"),
            ],
            _ => {
                &[("HEAD", "教育和体育局副局长"), ("MEMBER", "基础教育科科长"), ("OFFICE", "基础教育科科员")]
            }
        };
        for (n, (role, post)) in posts.iter().enumerate() {
            let member = DutyMember {
                group: Some(group),
                person: name(at * 31 + n * 17 + 3, n % 2 == 0, n),
                role: (*role).into(),
                post: (*post).into(),
                from: Some(founded),
                to: None,
            };
            book.put(founded, Act::EDIT, "duty_member", member.write());
        }
    }
}

/// A meeting every month in its first week; one of them late, one missed.
fn meetings(book: &mut Book, me: FileId) {
    let now = Month::of(book.today);
    for n in (1..=MONTHS).rev().filter(|n| *n != 4) {
        let month = now.plus(-n);
        let on = month.first_day().plus_days(if n == 7 { 14 } else { 2 + i64::from(n % 4) });
        let agenda = DutyAgenda {
            month: month.to_string(),
            topic: "控辍保学工作".into(),
            held_on: Some(on),
            meeting: "党组会议".into(),
            chair: name(20, true, 1),
            present: vec![name(20, true, 1), name(48, false, 2), name(51, true, 3)],
            minutes:
                "听取上月控辍保学情况汇报，逐一研究未返校学生。\n要求各校每天清点到校情况，当月完成家访。"
                    .into(),
        };
        let agenda = book.put(on, Act::EDIT, "duty_agenda", agenda.write());
        let (what, owner, other) = match n % 2 {
            0 => ("核对残联持证儿童名单与学籍", Some(me), String::new()),
            _ => ("走访两名未返校学生家庭", None, "云岭镇中心校".to_owned()),
        };
        let due = on.plus_days(25);
        let done = (n > 1).then_some(due.plus_days(-3)).filter(|day| *day <= book.today);
        let task = DutyTask {
            agenda: Some(agenda),
            what: what.into(),
            owner,
            other_owner: other,
            due: Some(due),
            done_on: done,
            result: if done.is_some() { "已完成".into() } else { String::new() },
        };
        book.put(done.unwrap_or(on), Act::EDIT, "duty_task", task.write());
    }
    let task = DutyTask {
        agenda: None,
        what: "更新三本台账".into(),
        owner: Some(me),
        due: Some(book.today.plus_days(3)),
        ..DutyTask::default()
    };
    let last = book.next;
    let agenda = RecordId(0xd07_0000 + last - 1);
    let task = DutyTask { agenda: Some(agenda), ..task };
    book.put(book.today, Act::EDIT, "duty_task", task.write());
}

fn letters(book: &mut Book, demo: &Demo) {
    let year = SchoolYear::of(book.today);
    let signed = year.first_day().min(book.today);
    let blank = DutyLetter {
        year: year.to_string(),
        target: Some(100),
        signed_on: Some(signed),
        ..DutyLetter::default()
    };
    let mut number = 0;
    let mut put = |book: &mut Book, letter: DutyLetter| {
        number += 1;
        let letter = DutyLetter { number: format!("{}-{number:03}", year.start()), ..letter };
        book.put(signed, Act::SIGN_LETTER, "duty_letter", letter.write());
    };
    for (n, town) in words::TOWNS.iter().take(4).enumerate() {
        let letter = DutyLetter {
            level: "COUNTY_TOWN".into(),
            town: (*town).into(),
            party_a: name(3, true, 0),
            party_b: name(n * 13 + 60, true, n),
            signed_on: (n != 3).then_some(signed),
            ..blank.clone()
        };
        put(book, letter);
        for (v, village) in words::VILLAGES.get(n).copied().unwrap_or_default().iter().take(2).enumerate() {
            let letter = DutyLetter {
                level: "TOWN_VILLAGE".into(),
                town: (*town).into(),
                village: (*village).into(),
                party_a: name(n * 13 + 60, true, n),
                party_b: name(n * 7 + v * 5 + 2, true, v),
                ..blank.clone()
            };
            put(book, letter);
        }
    }
    // The last school has not signed.
    for school in people::school_ids(demo).into_iter().rev().skip(1).rev() {
        let letter = DutyLetter {
            level: "BUREAU_SCHOOL".into(),
            school: Some(school.0),
            party_a: name(20, true, 1),
            party_b: school.1,
            ..blank.clone()
        };
        put(book, letter);
    }
}

fn assessment(book: &mut Book, demo: &Demo) {
    let year = SchoolYear::of(book.today);
    let Some((school, _)) = people::school_ids(demo).into_iter().next() else { return };
    let items = [(8_u128, 5, "资助名单和发放记录齐全"), (9, 4, "有一个月迟报")];
    for (item, points, reason) in items {
        let given = ScoreGiven {
            school: Some(school),
            year: year.to_string(),
            item: Some(RecordId(0x5c0_0000 + item)),
            points: Some(points),
            reason: reason.into(),
        };
        book.put(book.today, Act::EDIT, "score_given", given.write());
    }
    let taken = Deduction {
        school: Some(school),
        year: year.to_string(),
        item: Some(RecordId(0x5c0_0004)),
        points: Some(1),
        reason: "抽查两份档案缺监护人签字".into(),
        date: Some(book.today),
    };
    book.put(book.today, Act::EDIT, "deduction", taken.write());
    let on = book.today.plus_days(-60).max(year.first_day()).min(book.today);
    let red = RedLine {
        school: Some(school),
        kind: "SENT_HOME".into(),
        date: Some(on),
        what: "家长反映班主任因考试成绩要求学生回家。".into(),
        evidence: "家长来电记录".into(),
        ..RedLine::default()
    };
    let red = book.put(on, Act::RED_LINE, "red_line", red.write());
    for (days, to, why) in [
        (3, "APPEAL", "学校说明：学生因病请假，有假条。"),
        (10, "REMOVED", "到校核实并回访家长，属误会，撤销认定。"),
    ] {
        let day = on.plus_days(days).min(book.today);
        let step = RedStep {
            red_line: Some(red),
            to: to.into(),
            on: Some(day),
            why: why.into(),
            ..RedStep::default()
        };
        book.put(day, Act::RED_LINE, "red_step", step.write());
    }
}
