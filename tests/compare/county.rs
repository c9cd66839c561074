//! Qinghe county: every figure of its answer key, with all right proposals confirmed and with none.
use super::*;

fn answer_key() -> Value {
    serde_json::from_str(&std::fs::read_to_string(fixture("qinghe/answer-key.json")).unwrap()).unwrap()
}

#[test]
fn with_the_right_proposals_confirmed_every_figure_is_that_of_the_answer_key() {
    let found = run(&[&fixture("qinghe")]);
    let key = answer_key();
    for (name, expected) in key["expected"].as_object().unwrap() {
        assert_eq!(&found[name], expected, "{name}");
    }
    for set in ["A", "B"] {
        assert_eq!(found["ids"][set], key["ids"][set], "{set}");
    }
}

#[test]
fn before_anything_is_confirmed_the_figures_are_those_before_review() {
    let found = run(&[&fixture("qinghe"), "--confirm", "none"]);
    let expected = &answer_key()["expected"];
    assert_eq!(found["A"], expected["A_before_review"]);
    assert_eq!(found["B"], expected["B_before_review"]);
    assert_eq!(found["A_before_review"], expected["A_before_review"]);
}
