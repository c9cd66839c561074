//! How old the last backup is, what that means, and when to urge one. Pure.
use crate::domain::calendar::Calendar;
use crate::domain::date::Date;

/// Days without school from which a backup is urged before them: a weekend is two.
const IDLE_DAYS: i64 = 3;

/// What is known of the last backup.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Known {
    pub last: Option<Date>,
    pub today: Date,
    /// Files changed since the last backup; all files where there was none.
    pub changed: usize,
    /// The county's longest time between backups (`policy.backup_days`).
    pub limit: i64,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// No child is in the register yet.
    NothingYet,
    Never,
    /// Within the limit, or nothing has changed since.
    Fresh {
        days: i64,
    },
    Due {
        days: i64,
    },
    /// Twice the limit or more.
    Late {
        days: i64,
    },
    /// The last backup is of a day to come: one of the two clocks was wrong.
    Ahead,
}

impl Known {
    pub fn standing(self) -> Standing {
        let Some(last) = self.last else {
            return if self.changed == 0 { Standing::NothingYet } else { Standing::Never };
        };
        match self.today.days_since(last) {
            days if days < 0 => Standing::Ahead,
            days if self.changed == 0 || days < self.limit.max(1) => Standing::Fresh { days },
            days if days < 2 * self.limit.max(1) => Standing::Due { days },
            days => Standing::Late { days },
        }
    }

    /// What to say on the first page, if anything.
    pub fn urge(self, calendar: &Calendar) -> Option<Urge> {
        let standing = self.standing();
        if self.changed == 0 {
            return None;
        }
        let idle = idle_days(calendar, self.today).filter(|_| self.last != Some(self.today));
        match (standing, idle) {
            (Standing::Never, _) => Some(Urge::Never),
            (_, Some((days, back))) => Some(Urge::BeforeIdle { days, back }),
            (Standing::Due { days } | Standing::Late { days }, None) => Some(Urge::Old { days }),
            _ => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Urge {
    Never,
    Old {
        days: i64,
    },
    /// So many days without school begin tomorrow, or have begun; school again on `back`.
    BeforeIdle {
        days: i64,
        back: Date,
    },
}

/// The days without school that follow this day, if they are many, and the day on which there is school again. Beyond the
/// calendar nothing is known, and nothing is said.
fn idle_days(calendar: &Calendar, today: Date) -> Option<(i64, Date)> {
    let back = calendar.teaching_day_from(today.plus_days(1))?;
    let days = back.days_since(today) - 1;
    (days >= IDLE_DAYS).then_some((days, back))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::policy::Policy;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    fn known(last: &str, today: &str, changed: usize) -> Known {
        Known { last: last.parse().ok(), today: day(today), changed, limit: 7 }
    }

    #[test]
    fn a_backup_ages_with_the_days_and_only_if_something_changed() {
        for (last, changed, expected) in [
            ("", 0, Standing::NothingYet),
            ("", 3, Standing::Never),
            ("2026-03-11", 3, Standing::Fresh { days: 0 }),
            ("2026-03-05", 3, Standing::Fresh { days: 6 }),
            ("2026-03-04", 3, Standing::Due { days: 7 }),
            ("2026-02-26", 3, Standing::Due { days: 13 }),
            ("2026-02-25", 3, Standing::Late { days: 14 }),
            ("2026-02-25", 0, Standing::Fresh { days: 14 }),
            ("2026-03-12", 3, Standing::Ahead),
        ] {
            assert_eq!(known(last, "2026-03-11", changed).standing(), expected, "{last} {changed}");
        }
    }

    #[test]
    fn a_backup_is_urged_when_there_was_none_when_it_is_old_and_before_idle_days() {
        let calendar = Policy::default().calendar_around(day("2026-04-30"));
        // 1 to 5 May 2026 are off; the last day of the spring term is Friday, 10 July.
        let back = day("2026-05-06");
        let term = day("2026-09-01");
        for (last, today, changed, expected) in [
            ("", "2026-04-15", 0, None),
            ("", "2026-04-15", 9, Some(Urge::Never)),
            ("2026-04-14", "2026-04-15", 9, None),
            ("2026-04-01", "2026-04-15", 9, Some(Urge::Old { days: 14 })),
            ("2026-04-29", "2026-04-30", 9, Some(Urge::BeforeIdle { days: 5, back })),
            ("2026-04-30", "2026-04-30", 9, None),
            ("2026-04-29", "2026-04-30", 0, None),
            ("2026-07-09", "2026-07-10", 1, Some(Urge::BeforeIdle { days: 52, back: term })),
            // An ordinary Friday.
            ("2026-04-16", "2026-04-17", 9, None),
        ] {
            assert_eq!(known(last, today, changed).urge(&calendar), expected, "{today} after {last}");
        }
    }
}
