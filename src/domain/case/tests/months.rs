//! The flow of made-up histories through the months: reopened, relapsed, ended by themselves.
use super::*;
use crate::domain::calendar::Month;
use crate::domain::case::flow::{Flow, flow};

/// A small generator of its own: the same histories at every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % most.max(1)
    }
}

fn history(chance: &mut Chance) -> CaseView {
    let mut view = found();
    view.case.found_on = Some(day("2025-09-01").plus_days(chance.below(200) as i64));
    let mut on = view.case.found_on.unwrap();
    for _ in 0..chance.below(40) {
        let next = view.state().next();
        let to = next[chance.below(next.len())];
        // Now and then a day that is too early, as merged tablets have it.
        on = on.plus_days(chance.below(12) as i64 - 1);
        let outcome = ["", "DEFER", "RET_SAME"][chance.below(3)];
        view = view.step(to, &on.to_string(), CHECKER, outcome);
        if to == State::Reopened {
            view.steps.last_mut().unwrap().record.reopened = "RELAPSE".into();
        }
    }
    view.holdings.break_ends = (chance.below(3) == 0).then(|| on.plus_days(chance.below(60) as i64));
    view
}

#[test]
fn opening_and_new_less_closed_is_closing_after_reopen_and_relapse() {
    let mut chance = Chance(20_260_301);
    let (mut closed, mut reopened) = (0, 0);
    for _ in 0..60 {
        let views: Vec<CaseView> = (0..chance.below(25)).map(|_| history(&mut chance)).collect();
        let all: Vec<Vec<Spell>> = views.iter().map(spells).collect();
        let mut before: Option<Flow> = None;
        for n in 0..30 {
            let month: Month = "2025-08".parse::<Month>().unwrap().plus(n);
            let now = flow(all.iter().map(Vec::as_slice), month);
            assert_eq!(now.opening + now.new + now.reopened, now.closing + now.closed, "{month}");
            if let Some(before) = before {
                assert_eq!(before.closing, now.opening, "{month}");
            }
            (closed, reopened) = (closed + now.closed, reopened + now.reopened);
            before = Some(now);
        }
        let open = all.iter().filter(|spells| spells.last().is_some_and(|s| s.closed.is_none())).count();
        assert_eq!(before.unwrap().closing, open, "in the end every open case is counted once");
    }
    assert!(closed > 100 && reopened > 100, "{closed} {reopened}");
}
