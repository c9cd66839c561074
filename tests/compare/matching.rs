//! The tiers of matching: what links by itself, what is proposed, what is never joined, and that decisions hold.
use super::*;

fn household(name: &str, number: &str) -> String {
    let birth = format!("{}-{}-{}", &number[6..10], &number[10..12], &number[12..14]);
    format!("{name},,{birth},{number},1,李大,石桥镇,上张屯村,正常")
}

/// A row of the roll with this number, birth column and guardian.
fn pupil(name: &str, number: &str, birth: &str, guardian: &str) -> String {
    format!("石桥中学,7年级,1班,{name},,{birth},{number},,青禾县石桥镇上张屯村,走读,否,,在读,{guardian}")
}

fn world(household: &[String], roll: &[String]) -> Desk {
    let mut desk = desk(&[list("户籍适龄人口", HOUSEHOLD, household), list("学籍信息表", ROLL, roll)]);
    compare(&mut desk, &Decisions::default());
    desk
}

/// The number with the character at this place (from 0) raised by one.
fn slip(number: &str, at: usize) -> String {
    let digit = number.as_bytes()[at] - b'0';
    format!("{}{}{}", &number[..at], (digit + 1) % 10, &number[at + 1..])
}

#[test]
fn only_whole_equal_numbers_link_by_themselves() {
    let number = id("20120505", 123);
    for written in [
        number.clone(),
        format!(" {number}"),
        format!("'{number}"),
        number.chars().map(|c| char::from_u32(u32::from(c) + 0xfee0).unwrap()).collect(),
    ] {
        let mut desk = world(&[household("张三", &number)], &[pupil("张三", &written, "", "")]);
        assert!(members(&mut desk, Set::A).is_empty(), "{written}");
        assert!(proposals(&mut desk).is_empty());
    }
}

#[test]
fn a_ruined_number_is_proposed_with_its_reason_and_never_linked() {
    let number = id("20120505", 123);
    let head = format!("{}000", &number[..15]);
    let wrong_check = slip(&number, 16);
    let cases = [
        // The number on the roll, its birth column, guardian; tier, sure.
        (head.as_str(), "", "", Some((Tier::Weak, true))),
        (head.as_str(), "2012-05-05", "", Some((Tier::Strong, true))),
        (wrong_check.as_str(), "", "", Some((Tier::Weak, true))),
        (&slip(&number, 7), "", "", Some((Tier::Weak, true))),
        (&number[..17], "", "", Some((Tier::Weak, true))),
        ("3.70299E+17", "", "", None),
        ("3.70299E+17", "2012-05-05", "", Some((Tier::Strong, true))),
        ("", "2012-05-05", "", Some((Tier::Strong, true))),
        ("", "2012-05-06", "", None),
        ("", "", "李大", Some((Tier::Weak, false))),
        ("", "", "王五", None),
        ("370299********1234", "", "", None),
    ];
    for (written, birth, guardian, expected) in cases {
        let mut desk = world(&[household("张三", &number)], &[pupil("张三", written, birth, guardian)]);
        assert_eq!(names(&mut desk, Set::A), ["张三"], "{written}");
        let found: Vec<_> = proposals(&mut desk).iter().map(|s| (s.proposal.tier, s.proposal.sure)).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{written} {birth} {guardian}");
    }
}

#[test]
fn two_whole_numbers_that_differ_are_never_joined_by_name() {
    let (one, other) = (id("20120505", 123), id("20120505", 321));
    let mut desk = world(&[household("张三", &one)], &[pupil("张三", &other, "2012-05-05", "李大")]);
    assert!(proposals(&mut desk).is_empty());
    assert_eq!((names(&mut desk, Set::A).len(), names(&mut desk, Set::D1).len()), (1, 1));
}

#[test]
fn a_rounded_number_contradicts_a_child_of_another_head() {
    let number = id("20120505", 123);
    let other = format!("{}000", slip(&number, 14).get(..15).unwrap());
    let mut desk = world(&[household("张三", &number)], &[pupil("张三", &other, "2012-05-05", "李大")]);
    assert!(proposals(&mut desk).is_empty());
}

#[test]
fn of_two_children_who_could_be_meant_neither_is_confirmed_in_one_go() {
    let twins = [id("20120505", 123), id("20120505", 321)];
    let mut desk = world(
        &[household("张三", &twins[0]), household("张三", &twins[1])],
        &[pupil("张三", "", "2012-05-05", "")],
    );
    let found = proposals(&mut desk);
    assert_eq!(found.iter().map(|s| s.proposal.sure).collect::<Vec<_>>(), [false, false]);
    // The first fifteen digits tell them apart.
    let head = format!("{}000", &twins[1][..15]);
    let mut desk = world(
        &[household("张三", &twins[0]), household("张三", &twins[1])],
        &[pupil("张三", &head, "2012-05-05", "")],
    );
    let found = proposals(&mut desk);
    assert_eq!(
        found.iter().map(|s| (s.proposal.sure, s.other[0].number.clone())).collect::<Vec<_>>(),
        [(true, twins[1].clone())]
    );
}

#[test]
fn the_number_within_a_g_number_links_where_the_own_is_ruined_missing_or_changed() {
    let (number, earlier) = (id("20120505", 123), id("20120505", 456));
    let row = |own: &str, roll: &str| format!("石桥中学,7年级,1班,张三,,,{own},{roll},,走读,否,,在读,");
    for (own, roll) in [
        ("", &number),
        ("3.70299E+17", &number),
        (slip(&number, 15).as_str(), &number),
        (earlier.as_str(), &number),
    ] {
        let mut desk = world(&[household("张三", &number)], &[row(own, &format!("G{roll}"))]);
        assert!(members(&mut desk, Set::A).is_empty(), "{own}");
    }
    // Another child's G number under another name links no one.
    let mut desk = world(&[household("李四", &number)], &[row(&earlier, &format!("G{number}"))]);
    assert_eq!(names(&mut desk, Set::A), ["李四"]);
}

#[test]
fn a_proposal_shows_both_rows_and_the_characters_that_differ() {
    let number = id("20120505", 123);
    let mut desk = world(&[household("张三", &number)], &[pupil("张三", &slip(&number, 15), "", "")]);
    let shown = &proposals(&mut desk)[0];
    assert_eq!((shown.one.len(), shown.other.len()), (1, 1));
    assert_eq!(
        (shown.one[0].school.as_deref(), shown.other[0].number.as_str()),
        (Some("石桥中学"), number.as_str())
    );
    assert_eq!((shown.number_differs.0.len(), shown.number_differs.1.len()), (1, 1));
    assert_eq!(shown.name_differs, (vec![], vec![]));
    let place = shown.one[0].place.unwrap();
    assert_eq!((place.name().as_str(), shown.one[0].source.as_ref().unwrap().file.as_str()), ("4", "1.csv"));
}

#[test]
fn decisions_hold_when_next_terms_lists_come_in_another_order() {
    let (number, other) = (id("20120505", 123), id("20130606", 222));
    let ruined = format!("{}000", &number[..15]);
    let mut desk = world(&[household("张三", &number)], &[pupil("张三", &ruined, "", "")]);
    let decisions = confirm_sure(&mut desk);
    assert_eq!(decisions.len(), 1);
    compare(&mut desk, &decisions);
    assert!(names(&mut desk, Set::A).is_empty());
    // Next term: other rows before it, another class, other files.
    let rows =
        [pupil("李四", &other, "", ""), format!("北岭中学,8年级,3班,张 三,,,{ruined},,,住校,否,,在读,")];
    let mut next = world(&[household("李四", &other), household("张三", &number)], &rows);
    compare(&mut next, &decisions);
    assert!(names(&mut next, Set::A).is_empty());
    let mut rejected = Decisions::default();
    proposals(&mut next).iter().for_each(|shown| rejected.decide(&shown.proposal.key, Verdict::Reject));
    let summary = compare(&mut next, &rejected);
    assert_eq!((names(&mut next, Set::A), summary.proposals.rejected), (vec!["张三".to_owned()], 1));
}

#[test]
fn what_was_confirmed_never_makes_one_child_of_two_whole_numbers() {
    let twins = [id("20120505", 123), id("20120505", 321)];
    let mut desk = world(
        &[household("张三", &twins[0]), household("张三", &twins[1])],
        &[pupil("张三", "", "2012-05-05", "")],
    );
    let mut all = Decisions::default();
    proposals(&mut desk).iter().for_each(|shown| all.decide(&shown.proposal.key, Verdict::Confirm));
    let summary = compare(&mut desk, &all);
    assert_eq!(summary.counts.get(Set::Base), Some(2));
    assert_eq!(summary.counts.get(Set::A), Some(1));
}
