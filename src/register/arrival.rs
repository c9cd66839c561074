//! The day on which changes made on other tablets reached this one. Kept by batch, as runs of each tablet's numbers: a whole register
//! that comes in at once takes a few bytes a tablet, however many changes it brings.
use crate::domain::date::Date;
use crate::register::change::{Change, DeviceId, Dot};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What came in on one day, by tablet: runs of counters, both ends included, in order.
type Runs = BTreeMap<DeviceId, Vec<(u32, u32)>>;

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Arrivals {
    /// The earliest first.
    batches: Vec<(Date, Runs)>,
}

impl Arrivals {
    /// Notes what came in. What was taken back and comes in again has arrived when it last came.
    pub fn note(&mut self, day: Date, dots: impl Iterator<Item = Dot>) {
        let mut counters: BTreeMap<DeviceId, Vec<u32>> = BTreeMap::new();
        dots.for_each(|dot| counters.entry(dot.device).or_default().push(dot.counter));
        let runs: Runs = counters.into_iter().map(|(device, counters)| (device, runs(counters))).collect();
        if !runs.is_empty() {
            self.batches.push((day, runs));
        }
    }

    /// When a change came in; `None` for one of this tablet's own.
    pub fn day_of(&self, dot: Dot) -> Option<Date> {
        let holds = |(_, runs): &&(Date, Runs)| {
            let runs = runs.get(&dot.device).map(Vec::as_slice).unwrap_or_default();
            let at = runs.partition_point(|(_, last)| *last < dot.counter);
            runs.get(at).is_some_and(|(first, _)| *first <= dot.counter)
        };
        self.batches.iter().rev().find(holds).map(|(day, _)| *day)
    }

    /// The day from which this tablet knew a change: when it came in, or else when it was recorded here, in a zone `offset` minutes
    /// east of UTC.
    pub fn known_from(&self, change: &Change, offset: i32) -> Date {
        self.day_of(change.dot).unwrap_or_else(|| change.at.date(offset))
    }
}

fn runs(mut counters: Vec<u32>) -> Vec<(u32, u32)> {
    counters.sort_unstable();
    let mut runs: Vec<(u32, u32)> = Vec::new();
    for counter in counters {
        match runs.last_mut() {
            Some((_, last)) if counter <= last.saturating_add(1) => *last = counter,
            _ => runs.push((counter, counter)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dot(device: u64, counter: u32) -> Dot {
        Dot { device: DeviceId(device), counter, tag: 7 }
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_change_arrived_on_the_day_of_its_batch_and_an_own_one_on_none() {
        let mut arrivals = Arrivals::default();
        arrivals.note(day("2026-03-05"), [3, 1, 2, 9].map(|n| dot(1, n)).into_iter());
        arrivals.note(day("2026-03-07"), [4, 5].map(|n| dot(1, n)).into_iter().chain([dot(2, 1)]));
        let of = |device, counter| arrivals.day_of(dot(device, counter)).map(|day| day.to_string());
        for counter in [1, 2, 3, 9] {
            assert_eq!(of(1, counter).as_deref(), Some("2026-03-05"), "{counter}");
        }
        for (device, counter) in [(1, 4), (1, 5), (2, 1)] {
            assert_eq!(of(device, counter).as_deref(), Some("2026-03-07"), "{device} {counter}");
        }
        for (device, counter) in [(1, 6), (1, 8), (1, 10), (2, 2), (3, 1)] {
            assert_eq!(of(device, counter), None, "{device} {counter}");
        }
    }

    #[test]
    fn what_comes_in_again_has_arrived_when_it_last_came_and_nothing_makes_no_batch() {
        let mut arrivals = Arrivals::default();
        arrivals.note(day("2026-03-05"), [dot(1, 1)].into_iter());
        arrivals.note(day("2026-03-06"), std::iter::empty());
        arrivals.note(day("2026-03-09"), [dot(1, 1)].into_iter());
        assert_eq!(arrivals.day_of(dot(1, 1)), Some(day("2026-03-09")));
        assert_eq!(arrivals.batches.len(), 2);
    }

    #[test]
    fn a_whole_register_takes_a_few_bytes_a_tablet() {
        let mut arrivals = Arrivals::default();
        let dots = (0..40).flat_map(|device| (1..=5_000).map(move |counter| dot(device, counter)));
        arrivals.note(day("2026-03-05"), dots);
        let bytes = postcard::to_allocvec(&arrivals).unwrap();
        assert!(bytes.len() < 400, "{} bytes for 200,000 changes", bytes.len());
    }
}
