//! Carers and their contacts, counselling, grants: what stands around a child of the practice register.
use super::Demo;
use super::child::{Child, is_poor};
use super::people::{name, phone};
use super::stories::Story;
use super::words;
use super::writer::{Event, Writer, at};
use crate::domain::records::care::{Carer, CarerContact, Counselling};
use crate::domain::records::pupil::Aid;
use crate::register::change::Act;

pub fn write(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    if is_poor(child.n) {
        carers(demo, child, writer);
        grant(child, writer);
    }
    if child.mode == "EXEMPT" {
        counselling(demo, child, writer);
    }
}

fn carers(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    let count = if child.story == Story::OneCarer { 1 } else { 2 };
    for n in 0..count {
        let key = child.key("carer");
        let (unit, post) = match n {
            0 => ("云岭镇人民政府", "民政办干事"),
            _ => ("青禾县教育局", "教师"),
        };
        let carer = Carer {
            person: name(child.n + 13 * (n + 1), n == 0, 40 + n),
            staff: None,
            unit: unit.into(),
            post: post.into(),
            phone: phone(80_000 + child.n * 2 + n),
            from: Some(child.begin.plus_days(7)),
            to: None,
        };
        let event = Event::new(child.begin.plus_days(7), child.main_teacher(), Act::ASSIGN_CARER);
        writer.add(event.sets(key.clone(), carer.write()));
        // Every four weeks; where the family was forgotten, the last time is long ago.
        let forgotten = child.story == Story::ForgottenCarer && n == 0;
        let last = if forgotten { 45 } else { 4 + 3 * n as i64 };
        for back in (0..4).rev() {
            let day = demo.today.plus_days(-last - 28 * back);
            let (method, summary) = match (back as usize + n) % 2 {
                0 => ("HOME", "上门看望,送去文具和牛奶,孩子精神不错。"),
                _ => ("PHONE", "电话了解近况,家长说送教按时,没有困难。"),
            };
            let contact = CarerContact {
                carer: Some(key.id),
                date: Some(day),
                method: method.into(),
                summary: summary.into(),
                follow_up: if back == 1 { "协助办理护理补贴。".into() } else { String::new() },
            };
            let event = Event::new(day, child.main_teacher(), Act::EDIT).at(at(17, 20));
            writer.add(event.sets(child.key("carer_contact"), contact.write()));
        }
    }
}

fn grant(child: &mut Child, writer: &mut Writer) {
    let day = child.begin.plus_days(30);
    let aid = Aid {
        aid_type: "LIVING".into(),
        amount_yuan: Some(625),
        date: Some(day),
        note: "家庭经济困难学生生活补助".into(),
    };
    let event = Event::new(day, child.main_teacher(), Act::EDIT).at(at(11, 0));
    writer.add(event.sets(child.key("aid"), aid.write()));
}

/// Children who cannot be taught at present are talked with every month; one talk is overdue.
fn counselling(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    let last = if child.story == Story::TalkOverdue { 40 } else { 12 };
    for back in (0..3).rev() {
        let day = demo.today.plus_days(-last - 29 * back);
        let (summary, advice) =
            words::TALKS.get((back as usize + child.n) % words::TALKS.len()).copied().unwrap_or_default();
        let talk = Counselling {
            date: Some(day),
            with_whom: if back % 2 == 0 { "BOTH" } else { "PARENT" }.into(),
            counsellor: Some(child.team.teachers[1]),
            summary: summary.into(),
            advice: advice.into(),
            next_on: Some(day.plus_days(29)),
        };
        let event = Event::new(day, child.team.teachers[1], Act::COUNSEL);
        writer.add(event.sets(child.key("counselling"), talk.write()));
    }
}
