//! What changed between two dated batches: nothing between the same, the earlier set with the changes is the later, every child
//! can be asked why.
use super::properties::{LISTS_OF, child, rows, shuffle};
use super::*;
use baoxue::lists::compare::changes::{Changed, Figures, How, Of};
use baoxue::lists::compare::{Because, Origin, Turn};
use baoxue::lists::job::Listed;
use baoxue::lists::said::Said;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// Chunks of every list in the files, as the vault would give them back.
fn chunks(files: &[String]) -> Vec<Listed> {
    let mut desk = Desk::default();
    let mut chosen: Vec<Chosen> = Vec::new();
    for (at, text) in files.iter().enumerate() {
        if let Answer::Opened(opened) = desk.open(format!("{at}.csv"), text.as_bytes(), &[], &mut |_| {}) {
            chosen.extend(opened.proposed());
        }
    }
    let listed = LISTS.map(|list| list.kind).into_iter().filter_map(|kind| {
        let parts: Vec<Chosen> = chosen.iter().filter(|sheet| sheet.mapping.kind == kind).cloned().collect();
        if parts.is_empty() {
            return None;
        }
        match desk.answer(Ask::List { kind, parts }, &[], &mut |_| {}) {
            Answer::Listed(listed) => Some(listed),
            _ => None,
        }
    });
    listed.collect()
}

/// A desk that holds the later lists, and the earlier ones beside them.
fn two(then: &[String], now: &[String], confirmed_then: &Decisions, confirmed_now: &Decisions) -> Desk {
    let mut desk = Desk::default();
    let mut load = |files: &[String], decisions: &Decisions, wrap: fn(Question) -> Question| {
        for listed in chunks(files) {
            for (at, chunk) in listed.chunks.iter().enumerate() {
                let (kind, as_of, sources) = (listed.kind, listed.as_of, listed.sources.clone());
                let asked = Question::Load { kind, as_of, sources, opens: at == 0 };
                assert!(matches!(desk.held.answer(wrap(asked), chunk), Reply::Loaded(_)));
            }
        }
        let asked = Question::Compare { settings: Settings::default(), decisions: decisions.clone() };
        assert!(matches!(desk.held.answer(wrap(asked), &[]), Reply::Compared(_)));
    };
    load(now, confirmed_now, |question| question);
    load(then, confirmed_then, |question| Question::Then(Box::new(question)));
    desk
}

fn figures(desk: &mut Desk) -> Figures {
    match ask(desk, Question::Changes) {
        Reply::Changes(figures) => figures,
        other => panic!("{other:?}"),
    }
}

fn changed(desk: &mut Desk, of: Of, how: How) -> Vec<Changed> {
    match ask(desk, Question::Changed { of, how, from: 0, count: u32::MAX }) {
        Reply::Changed { total, children } if total as usize == children.len() => children,
        other => panic!("{other:?}"),
    }
}

fn household(name: &str, number: &str, village: &str, state: &str) -> String {
    format!("{name},,,{number},1,户主甲,石桥镇,{village},{state}")
}

fn pupil(name: &str, number: &str, class: &str, status: &str) -> String {
    format!("石桥中学,7年级,{class},{name},,,{number},,,走读,否,,{status},")
}

/// Autumn and spring of a small county.
fn small() -> Desk {
    let [zhang, li, wang, zhao, sun, qian] = [
        ("20120505", 1),
        ("20130606", 2),
        ("20140707", 4),
        ("20100905", 3),
        ("20150808", 6),
        ("20160909", 7),
    ]
    .map(|(birth, n)| id(birth, n));
    let then = [
        list(
            "户籍适龄人口",
            HOUSEHOLD,
            &[
                household("张三", &zhang, "上村", "正常"),
                household("李四", &li, "上村", "正常"),
                household("王五", &wang, "上村", "正常"),
                household("赵六", &zhao, "上村", "正常"),
                household("孙七", &sun, "上村", "正常"),
            ],
        ),
        list("学籍信息表", ROLL, &[pupil("李四", &li, "1班", "在读")]),
    ];
    let later = |title: &str, head: &str, rows: &[String]| {
        list(title, head, rows).replace("2026-03-01", "2026-09-10")
    };
    let now = [
        later(
            "户籍适龄人口",
            HOUSEHOLD,
            &[
                household("张三", &zhang, "上村", "正常"),
                household("李四", &li, "下村", "正常"),
                household("王五", &wang, "上村", "迁出"),
                household("赵六", &zhao, "上村", "正常"),
                household("钱八", &qian, "上村", "正常"),
            ],
        ),
        later("学籍信息表", ROLL, &[pupil("李四", &li, "2班", "休学"), pupil("张三", &zhang, "1班", "在读")]),
    ];
    two(&then, &now, &Decisions::default(), &Decisions::default())
}

fn turns(children: &[Changed], name: &str) -> Vec<Turn> {
    let is = |child: &&Changed| {
        child.now.as_ref().or(child.then.as_ref()).is_some_and(|member| member.name == name)
    };
    children.iter().find(is).unwrap_or_else(|| panic!("{name}")).turns.clone()
}

#[test]
fn who_came_and_who_left_is_told_with_the_reason() {
    let mut desk = small();
    let figures = figures(&mut desk);
    assert_eq!((figures.then.school_year, figures.now.school_year), (Some(2025), Some(2026)));
    let a = figures.sets[&Set::A];
    assert_eq!((a.then, a.now, a.came, a.left), (4, 1, 1, 4));
    let left = changed(&mut desk, Of::Set(Set::A), How::Left);
    assert_eq!(turns(&left, "张三"), [Turn::On(Origin::Roll)]);
    assert!(matches!(turns(&left, "王五")[..], [Turn::Residence { .. }]));
    assert!(matches!(turns(&left, "赵六")[..], [Turn::Window { within: false, .. }]));
    assert_eq!(turns(&left, "孙七"), [Turn::Gone]);
    let came = changed(&mut desk, Of::Set(Set::A), How::Came);
    assert_eq!(turns(&came, "钱八"), [Turn::New]);
    // Whoever left can be asked why it stood there then.
    let then = left.iter().find_map(|child| child.then.as_ref()).unwrap().child;
    match ask(&mut desk, Question::Then(Box::new(Question::Why { child: then }))) {
        Reply::Why(why) => {
            assert!(why.iter().any(|because| matches!(because, Because::NotOn { from: Origin::Roll, .. })))
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn rows_that_say_something_else_are_told_by_list_and_column() {
    let mut desk = small();
    let figures = figures(&mut desk);
    let roll = &figures.lists[&Origin::Roll];
    assert_eq!((roll.tally.came, roll.tally.left, roll.tally.differs), (1, 0, 1));
    assert_eq!(roll.columns, BTreeMap::from([("class".into(), 1), ("status".into(), 1)]));
    assert_eq!(
        (roll.then_of.unwrap().to_string(), roll.now_of.unwrap().to_string()),
        ("2026-03-01".into(), "2026-09-10".into())
    );
    let differs = How::Differs(Some("class".into()));
    let found = changed(&mut desk, Of::List(Origin::Roll), differs);
    let cells: Vec<_> = found[0]
        .cells
        .iter()
        .map(|cell| (cell.column.as_str(), cell.then.clone(), cell.now.clone()))
        .collect();
    let text = |text: &str| Said::Text(text.into());
    assert!(cells.contains(&("class", text("1班"), text("2班"))), "{cells:?}");
    assert!(cells.contains(&("status", text("01"), text("02"))), "{cells:?}");
    assert!(cells.contains(&("village", text("上村"), text("下村"))), "{cells:?}");
    assert!(changed(&mut desk, Of::List(Origin::Roll), How::Differs(Some("school".into()))).is_empty());
}

#[test]
fn who_was_proven_to_be_one_with_another_is_told_so() {
    let number = id("20120505", 1);
    let files = [
        list("户籍适龄人口", HOUSEHOLD, &[household("张三", &number, "上村", "正常")]),
        list(
            "学籍信息表",
            ROLL,
            &[format!("石桥中学,7年级,1班,张三,,2012-05-05,{}000,,,走读,否,,在读,", &number[..15])],
        ),
    ];
    let decisions = confirm_sure(&mut desk(&files));
    assert_eq!(decisions.len(), 1);
    let mut desk = two(&files, &files, &Decisions::default(), &decisions);
    let d1 = figures(&mut desk).sets[&Set::D1];
    assert_eq!((d1.then, d1.now, d1.left), (1, 0, 1));
    let left = changed(&mut desk, Of::Set(Set::D1), How::Left);
    assert_eq!(turns(&left, "张三"), [Turn::Joined("张三".into())]);
    // And where the word is taken back, they part.
    let mut desk = two(&files, &files, &decisions, &Decisions::default());
    figures(&mut desk);
    let came = changed(&mut desk, Of::Set(Set::D1), How::Came);
    assert_eq!(turns(&came, "张三"), [Turn::Parted("张三".into())]);
}

#[test]
fn without_two_comparisons_there_is_no_change() {
    let files = [list("户籍适龄人口", HOUSEHOLD, &[household("张三", &id("20120505", 1), "上村", "正常")])];
    let mut desk = desk(&files);
    compare(&mut desk, &Decisions::default());
    assert_eq!(ask(&mut desk, Question::Changes), Reply::NotCompared);
    // A new comparison forgets the changes of the last.
    let mut desk = two(&files, &files, &Decisions::default(), &Decisions::default());
    figures(&mut desk);
    compare(&mut desk, &Decisions::default());
    let asked = Question::Changed { of: Of::Set(Set::A), how: How::Came, from: 0, count: 9 };
    assert_eq!(ask(&mut desk, asked), Reply::NotCompared);
}

fn files_of(lists: &[Vec<String>; 3], day: &str) -> Vec<String> {
    let file = |(rows, (title, head)): (&Vec<String>, (&str, &str))| {
        list(title, head, rows).replace("2026-03-01", day)
    };
    lists.iter().zip(LISTS_OF).map(file).collect()
}

/// A child as a set names it: by what is left of its number, and its name.
type Named = (String, String);

fn named(member: &Member) -> Named {
    (member.number.clone(), member.name.clone())
}

fn standing(desk: &mut Desk, set: Set, then: bool) -> Vec<Named> {
    let asked = Question::Members { set, from: 0, count: u32::MAX };
    let asked = if then { Question::Then(Box::new(asked)) } else { asked };
    let Reply::Members { members, .. } = ask(desk, asked) else { panic!("members") };
    let mut all: Vec<Named> = members.iter().map(named).collect();
    all.sort();
    all
}

/// Everything that the changes say, in no order of rows.
fn told(desk: &mut Desk) -> String {
    let mut figures = figures(desk);
    figures.lists.values_mut().for_each(|list| (list.then_of, list.now_of) = (None, None));
    let mut all = format!("{figures:?}");
    for set in Set::ALL {
        for how in [How::Came, How::Left, How::Differs(None)] {
            for child in changed(desk, Of::Set(set), how) {
                let names = [&child.then, &child.now].map(|member| member.as_ref().map(named));
                all.push_str(&format!("{set:?} {names:?} {:?} {:?}\n", child.turns, child.cells));
            }
        }
    }
    all
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn nothing_changes_between_the_same(children in prop::collection::vec(child(), 1..24), seed in any::<u64>()) {
        let mut lists = rows(&children);
        let then = files_of(&lists, "2026-03-01");
        lists.iter_mut().for_each(|rows| shuffle(rows, seed));
        let mut desk = two(&then, &files_of(&lists, "2026-03-01"), &Decisions::default(), &Decisions::default());
        let figures = figures(&mut desk);
        for (set, tally) in &figures.sets {
            prop_assert!(tally.is_still(), "{set:?} {tally:?}");
        }
        for (list, change) in &figures.lists {
            prop_assert!(change.tally.is_still() && change.columns.is_empty(), "{list:?} {change:?}");
        }
    }

    #[test]
    fn the_earlier_set_with_the_changes_is_the_later(
        before in prop::collection::vec(child(), 1..20),
        after in prop::collection::vec(child(), 1..20),
        confirm in any::<[bool; 2]>(),
    ) {
        let (then, now) = (files_of(&rows(&before), "2026-03-01"), files_of(&rows(&after), "2026-09-01"));
        let decided = |files: &[String], confirm: bool| if confirm { confirm_sure(&mut super::desk(files)) } else { Decisions::default() };
        let mut desk = two(&then, &now, &decided(&then, confirm[0]), &decided(&now, confirm[1]));
        let figures = figures(&mut desk);
        for (set, tally) in &figures.sets {
            let (set, tally) = (*set, *tally);
            let (earlier, later) = (standing(&mut desk, set, true), standing(&mut desk, set, false));
            prop_assert_eq!((earlier.len(), later.len()), (tally.then as usize, tally.now as usize));
            prop_assert_eq!(tally.then - tally.left + tally.came, tally.now);
            let left = changed(&mut desk, Of::Set(set), How::Left);
            let came = changed(&mut desk, Of::Set(set), How::Came);
            prop_assert_eq!((left.len(), came.len()), (tally.left as usize, tally.came as usize));
            // Who stayed may be known by a better number now: compare those who did not.
            let stayed = |mut all: Vec<Named>, out: &[Changed], of: fn(&Changed) -> Option<&Member>| {
                for one in out.iter().filter_map(of).map(named) {
                    let at = all.iter().position(|held| *held == one).unwrap();
                    all.remove(at);
                }
                all.len()
            };
            let kept = stayed(earlier, &left, |child| child.then.as_ref());
            prop_assert_eq!(kept, stayed(later, &came, |child| child.now.as_ref()));
        }
    }

    #[test]
    fn order_and_chunks_change_no_change(
        before in prop::collection::vec(child(), 1..16),
        after in prop::collection::vec(child(), 1..16),
        seed in any::<u64>(),
        parts in 1_usize..4,
    ) {
        let (then, now) = (rows(&before), rows(&after));
        let mut straight = two(&files_of(&then, "2026-03-01"), &files_of(&now, "2026-09-01"), &Decisions::default(), &Decisions::default());
        let cut = |lists: [Vec<String>; 3], day: &str| {
            let mut files = Vec::new();
            for (mut rows, (title, head)) in lists.into_iter().zip(LISTS_OF) {
                shuffle(&mut rows, seed);
                let size = rows.len().div_ceil(parts).max(1);
                if rows.is_empty() {
                    files.push(list(title, head, &[]).replace("2026-03-01", day));
                }
                files.extend(rows.chunks(size).map(|part| list(title, head, part).replace("2026-03-01", day)));
            }
            files
        };
        let mut other = two(&cut(then, "2026-03-01"), &cut(now, "2026-09-01"), &Decisions::default(), &Decisions::default());
        prop_assert_eq!(told(&mut straight), told(&mut other));
    }
}
