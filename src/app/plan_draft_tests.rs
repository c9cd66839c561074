//! The draft of a plan with its goals, case by case.
use super::*;
use crate::domain::calendar::SchoolYear;
use crate::domain::id::FileId;
use crate::register::apply::apply;
use crate::register::change::{DeviceId, Dot};
use crate::register::command::Ctx;

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn kept(mut file: File, orders: Vec<Order>) -> File {
    for order in orders {
        let counter = file.changes().len() as u32 + 1;
        let ctx = Ctx {
            wall: 1_773_000_000_000 + u64::from(counter),
            today: day("2026-03-11"),
            now: "10:30".parse().unwrap(),
            dot: Dot { device: DeviceId(1), counter, tag: 0 },
            by: FileId(7),
        };
        let change = apply(&file, order.command, &ctx).unwrap();
        file = file.with(change).unwrap();
    }
    file
}

fn setting(today: &str, term: &str) -> Setting {
    Setting { me: FileId(7), today: day(today), term: term.into() }
}

fn ids(from: u128) -> impl FnMut() -> RecordId {
    let mut next = from;
    move || {
        next += 1;
        RecordId(next)
    }
}

/// A plan of the autumn with one long goal and two short ones, the first of them met.
fn autumn() -> File {
    let mut ids = ids(100);
    let file = File::new(FileId(5), FileKind::Pupil);
    let mut draft = begin(&file, &setting("2025-09-08", "2025-2026-1"), None, &mut ids);
    draft.plan.values.insert("content".into(), "吃饭、穿衣".into());
    draft.plan.values.insert("review_note".into(), "期中好".into());
    let long = ids();
    let text = |text: &str| ("text".to_owned(), Value::from(text));
    let short = |id, of: &str, state: &str| {
        let values = Values::from([
            text(of),
            ("long_goal".into(), long.write()),
            ("criterion".into(), "5 次中 4 次".into()),
            ("state".into(), state.into()),
            ("due".into(), "2025-12-01".into()),
        ]);
        Part { id, values, ..Part::default() }
    };
    let values = Values::from([
        text("自己吃饭"),
        ("plan".into(), draft.plan.id.write()),
        ("domain".into(), "SELF".into()),
    ]);
    draft.goals.push(Long {
        goal: Part { id: long, values, ..Part::default() },
        short: vec![short(ids(), "握勺", "MET"), short(ids(), "吃半碗饭", "ACTIVE")],
    });
    let orders = orders(&file, &draft);
    assert_eq!(orders.len(), 1, "one command, one transaction");
    kept(file, orders)
}

#[test]
fn a_new_plan_goes_on_with_what_was_not_reached_and_closes_the_last() {
    let file = autumn();
    let span = TermSpan {
        term: SchoolYear::starting(2025).spring(),
        from: day("2026-02-23"),
        to: day("2026-07-10"),
    };
    let draft = begin(&file, &setting("2026-03-11", "2025-2026-2"), Some(span), &mut ids(500));
    let plan = Plan::read(&draft.plan.values);
    assert_eq!(
        (plan.term.as_str(), plan.content.as_str(), plan.review_note.as_str()),
        ("2025-2026-2", "吃饭、穿衣", "")
    );
    assert_eq!((plan.mid_review_on, plan.end_review_on), (Some(day("2026-05-02")), Some(day("2026-07-03"))));
    let texts: Vec<_> =
        draft.goals.iter().flat_map(|long| &long.short).map(|short| ShortGoal::read(&short.values)).collect();
    assert_eq!(
        texts.iter().map(|goal| (goal.text.as_str(), goal.due)).collect::<Vec<_>>(),
        [("吃半碗饭", None)]
    );
    assert_eq!(texts[0].long_goal, Some(draft.goals[0].goal.id));
    let file = kept(file.clone(), orders(&file, &draft));
    let all = plans(&file);
    assert_eq!(
        all.iter().map(|(_, plan)| plan.closed_on).collect::<Vec<_>>(),
        [None, Some(day("2026-03-11"))]
    );
    assert_eq!(last_plan(&file), Some(draft.plan.id));
}

#[test]
fn goals_stay_in_the_order_of_their_writing() {
    let mut random = 9_u128;
    let mut next = rising(1_773_000_000_000, || {
        random = random.wrapping_mul(0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835);
        RecordId(random)
    });
    let written: Vec<RecordId> = (0..9).map(|_| next()).collect();
    assert!(written.windows(2).all(|pair| pair[0] < pair[1]));
    assert!(rising(1_773_000_000_001, || RecordId(0))() > written[8]);
}

#[test]
fn an_open_plan_saves_only_what_differs_and_drops_what_was_removed() {
    let file = autumn();
    let plan = last_plan(&file).unwrap();
    let mut draft = open(&file, plan);
    assert_eq!(orders(&file, &draft), []);
    draft.goals[0].short[1].values.insert("state".into(), "MET".into());
    let gone = draft.goals[0].short.remove(0);
    draft.removed_short.push(gone.id);
    let orders = orders(&file, &draft);
    let Command::Set { sets, .. } = &orders[0].command else { panic!("another command") };
    assert_eq!(sets.len(), 1);
    let file = kept(file, orders);
    let long = long_goals(&file, plan)[0].0;
    let left: Vec<_> =
        short_goals(&file, long).into_iter().map(|(_, goal)| (goal.text, goal.state)).collect();
    assert_eq!(left, [("吃半碗饭".to_owned(), "MET".to_owned())]);
}
