//! Carers and their contacts, counselling, grants: what stands around a child of the practice register.
use super::Demo;
use super::child::{Child, is_poor};
use super::people::{name, phone};
use super::stories::Story;
use super::words;
use super::writer::{Event, Writer, at};
use crate::domain::records::care::{Carer, CarerContact, Counselling, CounsellingPlan, Measure, OwnPlan};
use crate::domain::records::pupil::Aid;
use crate::register::change::Act;

pub fn write(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    if is_poor(child.n) {
        carers(demo, child, writer);
        grant(child, writer);
        if child.story == Story::ForgottenCarer {
            own_plan(demo, child, writer);
        }
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

/// 一生一策 with two measures: one done, one due in three days.
fn own_plan(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    let day = demo.today.plus_days(-20);
    let key = child.key("own_plan");
    let plan = OwnPlan {
        number: format!("一生一策{}", child.n),
        made_on: Some(day),
        risk: "YELLOW".into(),
        family: "父亲在外打工,母亲照护,收入靠低保和零工。".into(),
        reasons: vec!["R02".into()],
        goal: "送教不中断,家庭困难有人管。".into(),
        due: Some(demo.today.plus_days(60)),
        sponsor: name(child.n + 31, true, 45),
        teacher: Some(child.main_teacher()),
        ..OwnPlan::default()
    };
    let measure = |what: &str, due: i64, done: Option<i64>| Measure {
        own_plan: Some(key.id),
        what: what.into(),
        who: name(child.n + 13, true, 40),
        due: Some(demo.today.plus_days(due)),
        done_on: done.map(|ago| demo.today.plus_days(-ago)),
        note: String::new(),
    };
    let (first, second) = (measure("办好护理补贴", -5, Some(6)), measure("给家里装扶手", 3, None));
    let teacher = child.main_teacher();
    let mut event =
        Event::new(demo.today.plus_days(-6), teacher, Act::EDIT).at(at(9, 30)).sets(key, plan.write());
    for one in [first, second] {
        event = event.sets(child.key("measure"), one.write());
    }
    writer.add(event);
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

/// Children who cannot be taught at present are talked with every month, by a plan for the term; one talk is overdue, and there the
/// plan is missing too.
fn counselling(demo: &Demo, child: &mut Child, writer: &mut Writer) {
    let term = demo.calendar.term_at_or_before(demo.today).filter(|_| child.story != Story::TalkOverdue);
    if let Some(span) = term {
        let plan = CounsellingPlan {
            term: span.term.to_string(),
            child_times: Some(3),
            parent_times: Some(4),
            counsellor: Some(child.team.teachers[1]),
            aim: "稳定情绪,支持家长照护;每月一次,上门或电话。".into(),
        };
        let day = span.from.plus_days(5).max(child.begin).min(demo.today.plus_days(-1));
        let event = Event::new(day, child.team.teachers[1], Act::COUNSEL).at(at(10, 30));
        writer.add(event.sets(child.key("counselling_plan"), plan.write()));
    }
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
