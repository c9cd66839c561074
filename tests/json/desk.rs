//! The worker's desk for register files: text or package, given out a few files at a time, and what is refused.
use baoxue::interchange::job::{Answer, Ask, Desk, Unread};
use baoxue::interchange::json::Problem;
use baoxue::interchange::package::{PackageFault, PackageWriter, TEXT, content_hash};

fn ask(desk: &mut Desk, ask: Ask, bytes: Vec<u8>) -> Answer {
    // As it crosses to the worker and back.
    let question = postcard::to_allocvec(&ask).unwrap();
    let answer = desk.serve(&question, bytes, &mut |_| ()).unwrap();
    postcard::from_bytes(&answer).unwrap()
}

fn package(text: &str, picture: &[u8], name: &str) -> Vec<u8> {
    let mut writer = PackageWriter::default();
    let mut bytes = writer.entry(TEXT, &[text.as_bytes()]).unwrap();
    bytes.extend(text.as_bytes());
    bytes.extend(writer.medium(name, picture).unwrap());
    bytes.extend(picture);
    bytes.extend(writer.finish());
    bytes
}

#[test]
fn a_text_is_given_out_file_by_file_and_once() {
    let text = include_str!("../fixtures/json/register-1.0.json");
    let expected = baoxue::interchange::json::read(
        text.as_bytes(),
        baoxue::interchange::json::Travel::Plain,
        &baoxue::interchange::json::Limits::default(),
    )
    .unwrap();
    let mut desk = Desk::default();
    let Answer::Opened(opened) = ask(&mut desk, Ask::Open { sealed: false }, text.into()) else { panic!() };
    assert_eq!(
        (opened.header, opened.files as usize, opened.issues),
        (expected.header, expected.files.len(), vec![])
    );
    let mut got = Vec::new();
    loop {
        let Answer::Files(some) = ask(&mut desk, Ask::Files { most: 2 }, vec![]) else { panic!() };
        assert!(some.len() <= 2);
        if some.is_empty() {
            break;
        }
        got.extend(some);
    }
    assert_eq!(got, expected.files);
}

#[test]
fn a_package_gives_its_pictures_by_name_and_a_wrong_one_refuses_it() {
    let text = include_str!("../fixtures/json/register-1.0.json");
    let (picture, hash) = (b"a picture".to_vec(), content_hash(b"a picture"));
    let mut desk = Desk::default();
    let opened = ask(&mut desk, Ask::Open { sealed: false }, package(text, &picture, &hash));
    let Answer::Opened(opened) = opened else { panic!("{opened:?}") };
    assert_eq!(opened.media, std::slice::from_ref(&hash));
    assert_eq!(ask(&mut desk, Ask::Medium { hash: hash.clone() }, vec![]), Answer::Medium(Some(picture)));
    assert_eq!(ask(&mut desk, Ask::Close, vec![]), Answer::Closed);
    assert_eq!(ask(&mut desk, Ask::Medium { hash: hash.clone() }, vec![]), Answer::Medium(None));
    let opened = ask(&mut desk, Ask::Open { sealed: false }, package(text, b"another", &hash));
    assert_eq!(opened, Answer::Unread(Unread::Package(PackageFault::Altered { name: hash })));
}

#[test]
fn a_fault_of_the_text_crosses_with_its_place() {
    let mut desk = Desk::default();
    let Answer::Unread(Unread::Text(issue)) =
        ask(&mut desk, Ask::Open { sealed: false }, b"{\"format\":\"other\"}".to_vec())
    else {
        panic!()
    };
    assert!(matches!(issue.problem, Problem::NotARegister { .. } | Problem::Missing { .. }), "{issue:?}");
    let text = include_str!("../fixtures/json/register-1.0.json").replacen(
        "\"kind\":\"pupil\"",
        "\"kimd\":\"pupil\"",
        1,
    );
    let Answer::Opened(opened) = ask(&mut desk, Ask::Open { sealed: false }, text.into_bytes()) else {
        panic!()
    };
    assert_eq!(opened.issues.len(), 1);
    assert_eq!(opened.issues[0].problem, Problem::Missing { member: "kind".into() });
}
