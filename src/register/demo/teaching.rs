//! The plan of the running term, with its goals.
use super::child::Child;
use super::people::name;
use super::stories::Story;
use super::words::{self, WORKS, Work};
use super::writer::{Event, Writer, at};
use super::{Demo, DemoSize};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::records::learning::{Assessment, LongGoal, Plan, ShortGoal};
use crate::register::change::Act;
use std::collections::BTreeMap;

/// What a child works on, with the goals that visits rate.
pub struct Aim {
    pub work: &'static Work,
    pub goals: Vec<RecordId>,
}

/// Writes the plan of a child who is taught at home; what it aims at.
pub fn plan(demo: &Demo, child: &mut Child, writer: &mut Writer) -> Vec<Aim> {
    let first = child.n % WORKS.len();
    let works = [first, (first + 3) % WORKS.len()].into_iter().filter_map(|at| WORKS.get(at));
    let mut aims: Vec<Aim> = works.map(|work| Aim { work, goals: Vec::new() }).collect();
    let span = demo.calendar.term_at_or_before(demo.today);
    let Some(span) = span.filter(|_| child.mode == "HOME" && child.story != Story::NoPlan) else {
        return aims;
    };
    let made_on = span.from.plus_days(3).max(child.begin.plus_days(5)).min(demo.today);
    let review_soon = child.story == Story::ReviewSoon;
    let mid = if review_soon { demo.today.plus_days(3) } else { span.from.plus_days(63).max(made_on) };
    let once = child.story == Story::OnceAWeek;
    let key = child.key("plan");
    let page = Plan {
        term: span.term.to_string(),
        made_on: Some(made_on),
        revised_on: (mid <= demo.today).then_some(mid),
        team: vec![name(child.n + 3, false, 1), name(child.n + 8, true, 2), "家长".into()],
        guardian_took_part: Some(true),
        present_level: child.chance.pick(words::LEVELS).into(),
        content: aims.iter().map(|aim| aim.work.long).collect(),
        method: "任务分析、手把手辅助逐渐撤除、图片提示;每次三课时,中间休息两次,家长全程参与。".into(),
        tools: vec!["步骤图".into(), "图卡".into(), "积木".into()],
        visits_per_week: once.then_some(1),
        hours_per_visit: Some(3),
        lower_reason: if once {
            "术后恢复期,医生建议减少刺激,经家长同意每周一次。".into()
        } else {
            String::new()
        },
        home_tasks: aims.iter().map(|aim| aim.work.homework[0].to_owned()).collect(),
        mid_review_on: Some(mid),
        end_review_on: Some(span.to.plus_days(-7).max(mid)),
        ..Plan::default()
    };
    let mut event = Event::new(made_on, child.main_teacher(), Act::WRITE_PLAN).at(at(15, 0));
    event = event.sets(key.clone(), page.write());
    for aim in &mut aims {
        let long_key = child.key("long_goal");
        let long =
            LongGoal { plan: Some(key.id), domain: aim.work.domain.into(), text: aim.work.long.into() };
        event = event.sets(long_key.clone(), long.write());
        for text in aim.work.short {
            let short_key = child.key("short_goal");
            let short = ShortGoal {
                long_goal: Some(long_key.id),
                text: text.into(),
                criterion: aim.work.criterion.into(),
                due: Some(span.to),
                state: if child.n.is_multiple_of(5) && aim.goals.is_empty() { "MET" } else { "ACTIVE" }
                    .into(),
            };
            event = event.sets(short_key.clone(), short.write());
            aim.goals.push(short_key.id);
        }
    }
    if demo.size == DemoSize::Practice {
        let now = assessment(child, made_on);
        let before = on_entry(&now, made_on.plus_days(-120).max(child.begin.plus_days(5)));
        event = event.sets(child.key("assessment"), now.write());
        if let Some(before) = before {
            let on = before.date.unwrap_or(made_on);
            let entry = Event::new(on, child.main_teacher(), Act::ASSESS).at(at(15, 0));
            writer.add(entry.sets(child.key("assessment"), before.write()));
        }
    }
    writer.add(event);
    aims
}

/// The assessment with which the child began, a step lower in half of the items; none where the child only just came.
fn on_entry(now: &Assessment, on: Date) -> Option<Assessment> {
    let lower = |(at, (item, rating)): (usize, (&String, &i64))| {
        (item.clone(), if at % 2 == 0 { (*rating - 1).max(0) } else { *rating })
    };
    now.date.is_some_and(|day| on < day).then(|| Assessment {
        kind: "ENTRY".into(),
        date: Some(on),
        ratings: now.ratings.iter().enumerate().map(lower).collect(),
        ..now.clone()
    })
}

fn assessment(child: &mut Child, on: Date) -> Assessment {
    let mut ratings = BTreeMap::new();
    for item in crate::domain::codes::ITEM.codes {
        if child.chance.percent(80) {
            ratings.insert(item.code.to_owned(), child.chance.below(4).min(child.n % 4 + 1).min(3) as i64);
        }
    }
    Assessment {
        kind: "STAGE".into(),
        date: Some(on),
        place: "家中".into(),
        assessors: child.team.teachers.to_vec(),
        scale: "BX1".into(),
        ratings,
        strengths: "喜欢音乐,认得家人,情绪稳定时愿意跟做。".into(),
        needs: "需要少量多次的练习、清楚的步骤提示和家长的坚持。".into(),
        interests: "儿歌、积木、看窗外的鸡鸭。".into(),
        learnable: if child.n.is_multiple_of(3) { "YES" } else { "PARTLY" }.into(),
        advice: "HOME".into(),
        guardian_opinion: "同意,希望老师多来。".into(),
        sign_method: "HAND".into(),
        strokes: words::STROKES.into(),
        ..Assessment::default()
    }
}
