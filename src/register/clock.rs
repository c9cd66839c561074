//! The hybrid logical clock: when a change was recorded, as its tablet's clock said, never before what it had seen.
//!
//! It only decides which of several concurrent values is *shown*; what is kept is decided by what a change had seen.
use crate::domain::date::{Clock, Date};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

const DAY: u64 = 86_400_000;
/// 1970-01-01 is this many days after 0000-03-01 … kept by the calendar itself: see [`Hlc::date`].
const EPOCH: (i32, u8, u8) = (1970, 1, 1);

/// Milliseconds since 1970 in UTC, and a counter for changes within one millisecond.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Hlc {
    pub ms: u64,
    pub n: u32,
}

impl Hlc {
    /// A stamp for a change made at `wall` after `seen`. A stamp more than a day ahead of this tablet's clock comes from a wrong
    /// clock and is not followed (it is flagged elsewhere): the wrong time must not spread.
    pub fn next(wall: u64, seen: Option<Hlc>) -> Hlc {
        match seen {
            Some(last) if last.ms >= wall && last.ms <= wall + DAY => {
                Hlc { ms: last.ms, n: last.n.saturating_add(1) }
            }
            _ => Hlc { ms: wall, n: 0 },
        }
    }

    /// Ahead of this tablet's clock by more than a day: one of the two clocks is wrong.
    pub fn is_ahead_of(self, wall: u64) -> bool {
        self.ms > wall + DAY
    }

    /// The day in a zone `offset` minutes east of UTC (China: 480).
    pub fn date(self, offset: i32) -> Date {
        let (year, month, day) = EPOCH;
        let epoch = Date::new(year, month, day).unwrap_or_default();
        epoch.plus_days(self.local_minutes(offset).div_euclid(1440))
    }

    /// The time of day in a zone `offset` minutes east of UTC.
    pub fn time(self, offset: i32) -> Clock {
        let minutes = self.local_minutes(offset).rem_euclid(1440);
        Clock::new((minutes / 60) as u8, (minutes % 60) as u8).unwrap_or_default()
    }

    fn local_minutes(self, offset: i32) -> i64 {
        (self.ms / 60_000) as i64 + i64::from(offset)
    }
}

/// `2026-03-11T06:02:33.123Z`, and `~n` where several fell into one millisecond.
impl fmt::Display for Hlc {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let in_minute = self.ms % 60_000;
        write!(f, "{}T{}:{:02}.{:03}Z", self.date(0), self.time(0), in_minute / 1000, in_minute % 1000)?;
        if self.n > 0 {
            write!(f, "~{}", self.n)?;
        }
        Ok(())
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotAStamp;

impl FromStr for Hlc {
    type Err = NotAStamp;
    fn from_str(text: &str) -> Result<Hlc, NotAStamp> {
        let (instant, n) = match text.split_once('~') {
            Some((instant, n)) => (instant, n.parse::<u32>().ok().filter(|n| *n > 0).ok_or(NotAStamp)?),
            None => (text, 0),
        };
        let (date, rest) = instant.strip_suffix('Z').and_then(|i| i.split_once('T')).ok_or(NotAStamp)?;
        let date: Date = date.parse().map_err(|_| NotAStamp)?;
        let (clock, seconds) = rest.rsplit_once(':').ok_or(NotAStamp)?;
        let clock: Clock = clock.parse().map_err(|_| NotAStamp)?;
        let (s, ms) =
            seconds.split_once('.').filter(|(s, ms)| s.len() == 2 && ms.len() == 3).ok_or(NotAStamp)?;
        let (s, ms): (u64, u64) = (s.parse().map_err(|_| NotAStamp)?, ms.parse().map_err(|_| NotAStamp)?);
        let (year, month, day) = EPOCH;
        let days = date.days_since(Date::new(year, month, day).ok_or(NotAStamp)?);
        let minutes = days * 1440 + clock.minutes();
        let minutes = u64::try_from(minutes).map_err(|_| NotAStamp)?;
        if s > 59 {
            return Err(NotAStamp);
        }
        Ok(Hlc { ms: minutes * 60_000 + s * 1000 + ms, n })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_never_goes_back_and_does_not_follow_a_wrong_clock() {
        let noon = 1_773_200_000_000;
        assert_eq!(Hlc::next(noon, None), Hlc { ms: noon, n: 0 });
        let early = Hlc { ms: noon + 60_000, n: 3 };
        assert_eq!(Hlc::next(noon, Some(early)), Hlc { ms: noon + 60_000, n: 4 });
        let wrong = Hlc { ms: noon + 400 * DAY, n: 0 };
        assert_eq!(Hlc::next(noon, Some(wrong)), Hlc { ms: noon, n: 0 });
        assert!(wrong.is_ahead_of(noon) && !early.is_ahead_of(noon));
    }

    #[test]
    fn stamps_are_written_as_instants_and_read_back() {
        for (stamp, text) in [
            (Hlc { ms: 0, n: 0 }, "1970-01-01T00:00:00.000Z"),
            (Hlc { ms: 1_773_208_953_123, n: 2 }, "2026-03-11T06:02:33.123Z~2"),
        ] {
            assert_eq!(stamp.to_string(), text);
            assert_eq!(text.parse(), Ok(stamp));
        }
        for bad in
            ["", "2026-03-11", "2026-03-11T06:02:33Z", "2026-02-30T06:02:33.123Z", "1969-12-31T00:00:00.000Z"]
        {
            assert_eq!(bad.parse::<Hlc>(), Err(NotAStamp), "{bad}");
        }
    }

    #[test]
    fn the_day_is_the_zones_day() {
        let late_evening_utc = Hlc { ms: 1_773_187_200_000 - 3_600_000, n: 0 };
        assert_eq!(late_evening_utc.date(0).to_string(), "2026-03-10");
        assert_eq!(
            (late_evening_utc.date(480).to_string(), late_evening_utc.time(480).to_string()),
            ("2026-03-11".into(), "07:00".into())
        );
    }
}
