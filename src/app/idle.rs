//! When an untouched tablet locks itself. Pure.

/// The warning before it.
const WARNING: u64 = 60_000;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Idle {
    Used,
    /// In so many seconds it locks, unless someone touches it.
    Soon {
        seconds: u64,
    },
    Over,
}

/// `last` touch and `now` in milliseconds since 1970; a clock that was put back counts as a touch.
pub fn idle(last: u64, now: u64, minutes: i64) -> Idle {
    let limit = u64::try_from(minutes).unwrap_or(1).max(1) * 60_000;
    match limit.checked_sub(now.saturating_sub(last)) {
        None | Some(0) => Idle::Over,
        // A short limit leaves at least half of it without a warning.
        Some(left) if left <= WARNING.min(limit / 2) => Idle::Soon { seconds: left.div_ceil(1000) },
        Some(_) => Idle::Used,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_warns_in_the_last_minute_and_locks_at_the_limit_and_after_a_sleep() {
        let start = 1_000_000_000;
        for (passed, minutes, expected) in [
            (0, 5, Idle::Used),
            (239_999, 5, Idle::Used),
            (240_000, 5, Idle::Soon { seconds: 60 }),
            (298_500, 5, Idle::Soon { seconds: 2 }),
            (300_000, 5, Idle::Over),
            (36_000_000, 5, Idle::Over),
            (29_999, 1, Idle::Used),
            (30_000, 1, Idle::Soon { seconds: 30 }),
            (59_999, 0, Idle::Soon { seconds: 1 }),
            (60_000, -3, Idle::Over),
        ] {
            assert_eq!(idle(start, start + passed, minutes), expected, "{passed} ms of {minutes} min");
        }
        assert_eq!(idle(start, start - 500_000, 5), Idle::Used, "the clock was put back");
    }
}
