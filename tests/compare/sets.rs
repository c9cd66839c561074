//! The set operations and their edges, a small world each.
use super::*;

fn household(name: &str, birth: &str, number: &str, state: &str) -> String {
    let sex = if number.as_bytes().get(16).is_some_and(|digit| digit % 2 == 1) { "男" } else { "女" };
    format!("{name},{sex},{birth},{number},1,李大,石桥镇,上张屯村,{state}")
}

fn pupil(name: &str, number: &str, way: &str, status: &str) -> String {
    format!("石桥中学,7年级,1班,{name},,,{number},,青禾县石桥镇上张屯村,{way},否,,{status},李大")
}

fn called(name: &str, number: &str, presence: &str, reason: &str, since: &str) -> String {
    format!("石桥中学,7年级,1班,{name},{number},{presence},{reason},{since},2026-03-10")
}

fn world(household: &[String], roll: &[String], roll_call: &[String]) -> Desk {
    let mut files = vec![list("户籍适龄人口", HOUSEHOLD, household)];
    if !roll.is_empty() {
        files.push(list("学籍信息表", ROLL, roll));
    }
    if !roll_call.is_empty() {
        files.push(list("在校点名册", ROLL_CALL, roll_call));
    }
    desk(&files)
}

#[test]
fn the_window_of_school_age_holds_both_its_edges_and_follows_the_lists_own_day() {
    // Lists of 1 March 2026: school year 2025, births 2010-09-01 to 2019-08-31.
    let days = [
        ("2010-08-31", 1, false),
        ("2010-09-01", 2, true),
        ("2019-08-31", 3, true),
        ("2019-09-01", 4, false),
    ];
    let rows: Vec<String> = days
        .iter()
        .map(|(day, n, _)| {
            household(
                &format!("张{}", ["一", "二", "三", "四"][*n as usize - 1]),
                day,
                &id(&day.replace('-', ""), *n),
                "正常",
            )
        })
        .collect();
    let mut desk = world(&rows, &[pupil("李四", &id("20120101", 9), "走读", "在读")], &[]);
    let summary = compare(&mut desk, &Decisions::default());
    assert_eq!(summary.days.school_year, Some(2025));
    assert_eq!(names(&mut desk, Set::Base), ["张三", "张二"]);
    assert_eq!(names(&mut desk, Set::OutsideWindow), ["张一", "张四"]);
    assert_eq!(summary.counts.get(Set::B), None, "no roll call, no B");
}

#[test]
fn the_base_is_who_is_here_and_a_is_the_base_without_the_roll() {
    let born = "2012-05-05";
    let states = ["正常", "迁出", "死亡注销", "已迁出", "注销", "空挂", "", "户口迁出"];
    let names_of = ["甲甲", "乙乙", "丙丙", "丁丁", "戊戊", "己己", "庚庚", "辛辛"];
    let rows: Vec<String> = states
        .iter()
        .zip(names_of)
        .enumerate()
        .map(|(n, (state, name))| household(name, born, &id("20120505", n as u32 + 10), state))
        .collect();
    let mut desk = world(&rows, &[pupil("庚庚", &id("20120505", 16), "走读", "在读")], &[]);
    let summary = compare(&mut desk, &Decisions::default());
    assert_eq!((summary.counts.get(Set::Base), summary.counts.get(Set::MovedOrDead)), (Some(3), Some(5)));
    assert_eq!(names(&mut desk, Set::A), ["己己", "甲甲"]);
}

#[test]
fn b_knows_the_absence_rule_and_every_proper_reason() {
    let number = |n: u32| id("20120505", n);
    let cases = [
        ("无故八天", "走读", "在读", Some(("未到", "无故", "2026-03-02")), true),
        ("无故七天", "走读", "在读", Some(("未到", "无故", "2026-03-03")), false),
        ("旷课一月", "走读", "在籍", Some(("缺勤", "旷课", "2026.2.9")), true),
        ("不知何时", "走读", "在读", Some(("未到", "无故", "")), false),
        ("没写原因", "走读", "在读", Some(("未到校", "", "2026年2月1日")), true),
        ("病假一月", "走读", "在读", Some(("未到", "病假", "2026-02-01")), false),
        ("事假一月", "走读", "在读", Some(("未到", "事假", "2026-02-01")), false),
        ("坐在教室", "走读", "在读", Some(("在校", "", "")), false),
        ("打勾在校", "走读", "在读", Some(("√", "", "")), false),
        ("不在册上", "走读", "在读", None, true),
        ("休学在家", "走读", "休学", None, false),
        ("送教学生", "送教上门", "在读", None, false),
        ("状态空着", "走读", "", None, true),
        ("已经辍学", "走读", "辍学", None, true),
        ("已经转走", "走读", "转学", None, false),
    ];
    let roll: Vec<String> =
        cases.iter().enumerate().map(|(n, case)| pupil(case.0, &number(n as u32), case.1, case.2)).collect();
    let calls: Vec<String> = cases
        .iter()
        .enumerate()
        .filter_map(|(n, case)| case.3.map(|(p, r, since)| called(case.0, &number(n as u32), p, r, since)))
        .collect();
    let mut desk = world(&[household("别的孩子", "2012-01-01", &id("20120101", 1), "正常")], &roll, &calls);
    compare(&mut desk, &Decisions::default());
    let mut expected: Vec<&str> = cases.iter().filter(|case| case.4).map(|case| case.0).collect();
    expected.sort_unstable();
    assert_eq!(names(&mut desk, Set::B), expected);
    assert_eq!(names(&mut desk, Set::AbsentSinceUnknown), ["不知何时"]);
    assert_eq!(
        members(&mut desk, Set::B).iter().find(|m| m.name == "无故八天").unwrap().days_absent,
        Some(8)
    );
    // Another limit is a county's own choice.
    let settings = Settings { absence_limit_days: 7, ..Settings::default() };
    ask(&mut desk, Question::Compare { settings, decisions: Decisions::default() });
    assert!(names(&mut desk, Set::B).contains(&"无故七天".to_owned()));
}

#[test]
fn a_pupil_at_two_schools_is_one_child_and_in_school_if_in_one_of_them() {
    let number = id("20120505", 1);
    let at = |school: &str| format!("{school},7年级,1班,叶曦一,,,{number},,,走读,否,,在读,");
    let calls = |school: &str, presence: &str| {
        format!("{school},7年级,1班,叶曦一,{number},{presence},,2026-01-05,2026-03-10")
    };
    let rows = [household("叶曦一", "2012-05-05", &number, "正常")];
    let mut desk = world(
        &rows,
        &[at("河东中学"), at("北岭中学")],
        &[calls("河东中学", "未到"), calls("北岭中学", "在校")],
    );
    let summary = compare(&mut desk, &Decisions::default());
    assert_eq!((summary.counts.get(Set::A), summary.counts.get(Set::B)), (Some(0), Some(0)));
    let child = &members(&mut desk, Set::Base)[0];
    let mut schools = child.also_at.clone();
    schools.extend(child.school.clone());
    schools.sort();
    assert_eq!(schools, ["北岭中学", "河东中学"]);
}

#[test]
fn one_number_with_two_names_links_no_one_until_a_person_chooses() {
    let number = id("20120505", 1);
    let rows =
        [household("张三", "2012-05-05", &number, "正常"), household("李四", "2012-05-05", &number, "正常")];
    let mut desk = world(&rows, &[pupil("李四", &number, "走读", "在读")], &[]);
    let summary = compare(&mut desk, &Decisions::default());
    assert_eq!(summary.counts.get(Set::Base), Some(2));
    assert_eq!(names(&mut desk, Set::A), ["张三", "李四"]);
    let decisions = confirm_sure(&mut desk);
    compare(&mut desk, &decisions);
    assert_eq!(names(&mut desk, Set::A), ["张三"]);
}

#[test]
fn children_found_door_to_door_belong_to_the_base() {
    let mut desk = world(
        &[household("张三", "2012-05-05", &id("20120505", 1), "正常")],
        &[pupil("张三", &id("20120505", 1), "走读", "在读")],
        &[],
    );
    let found = baoxue::lists::rows::FoundRow {
        name: "无户口".into(),
        birth: baoxue::lists::normalise::date::parse("2013-04").value,
        town: Some("石桥镇".into()),
        ..Default::default()
    };
    assert_eq!(ask(&mut desk, Question::Found(vec![found])), Reply::Done);
    compare(&mut desk, &Decisions::default());
    assert_eq!(names(&mut desk, Set::A), ["无户口"]);
    assert_eq!(names(&mut desk, Set::Found), ["无户口"]);
}

#[test]
fn what_the_lists_do_not_decide_is_not_said() {
    let mut desk = world(&[household("张三", "2012-05-05", &id("20120505", 1), "正常")], &[], &[]);
    let summary = compare(&mut desk, &Decisions::default());
    assert_eq!((summary.counts.get(Set::Base), summary.counts.get(Set::A)), (Some(1), None));
    let mut empty = Desk::default();
    assert_eq!(ask(&mut empty, Question::Keys(Which::SURE)), Reply::NotCompared);
    assert_eq!(compare(&mut empty, &Decisions::default()).days.school_year, None);
}

const CIVIL: &str =
    "乡镇,村(居),姓名,身份证号,性别,儿童类别,监护人,与监护人关系,联系电话,儿童主任,儿童主任电话";

#[test]
fn g_is_the_list_of_civil_affairs_without_the_roll() {
    let [on, off, ruined] = [1, 2, 3].map(|n| id("20120505", n));
    let row = |name: &str, number: &str, group: &str| {
        format!("石桥镇,上张屯村,{name},{number},,{group},李大,祖父,13800001234,周主任,13900001234")
    };
    let civil = [
        row("在读的", &on, "孤儿"),
        row("没学籍", &off, "事实无人抚养儿童"),
        row("号码坏", &format!("{}000", &ruined[..15]), "留守"),
    ];
    let roll = [pupil("在读的", &on, "走读", "在读"), pupil("号码坏", &ruined, "走读", "在读")];
    let mut desk = desk(&[
        list("学籍信息表", ROLL, &roll),
        list("民政局困境儿童台账", CIVIL, &civil),
        list("户籍适龄人口", HOUSEHOLD, &[household("没学籍", "2012-05-05", &off, "正常")]),
    ]);
    let summary = compare(&mut desk, &Decisions::default());
    assert_eq!((summary.counts.get(Set::Civil), summary.counts.get(Set::G)), (Some(3), Some(2)));
    assert_eq!(names(&mut desk, Set::G), ["号码坏", "没学籍"]);
    let decisions = confirm_sure(&mut desk);
    compare(&mut desk, &decisions);
    assert_eq!(names(&mut desk, Set::G), ["没学籍"]);
    let child = members(&mut desk, Set::G).remove(0);
    assert_eq!((child.civil.as_deref(), child.phone.as_deref()), (Some("G02"), Some("13800001234")));
    match ask(&mut desk, Question::Why { child: child.child }) {
        Reply::Why(why) => {
            use baoxue::lists::compare::{Because, Origin};
            let on = |because: &Because| matches!(because, Because::On(face) if face.from == Origin::Civil);
            assert!(
                why.iter().any(on)
                    && why.iter().any(|b| matches!(b, Because::NotOn { from: Origin::Roll, .. }))
            );
        }
        other => panic!("{other:?}"),
    }
    // Where the list is not there, nothing is said of it.
    let mut desk = world(&[household("张三", "2012-05-05", &on, "正常")], &roll, &[]);
    assert_eq!(compare(&mut desk, &Decisions::default()).counts.get(Set::G), None);
}
