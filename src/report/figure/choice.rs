//! A figure as the address names it: which one, for which days, which part of it, and as known by which day.
use super::{Figure, Period, Split, World};
use crate::domain::date::Date;
use crate::register::summary::PupilSummary;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    pub figure: Figure,
    pub period: Period,
    /// One part of it, as [`Split::part_key`] names it.
    pub part: Option<(Split, String)>,
    /// Only what was recorded by this day; `None`: all that is recorded now.
    pub known: Option<Date>,
}

impl Choice {
    pub fn new(figure: Figure, period: Period) -> Choice {
        Choice { figure, period, part: None, known: None }
    }

    /// From the address: `get` gives the value of a key.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Option<Choice> {
        let day = |key: &str| get(key).and_then(|text| text.parse::<Date>().ok());
        let figure = Figure::of(&get("figure")?)?;
        let on = day("on")?;
        let from = day("from").filter(|from| *from <= on);
        let period = from.map_or(Period::year_to(on), |from| Period { from, on });
        let part = get("by").and_then(|by| Split::of(&by)).zip(get("part"));
        Some(Choice { figure, period, part, known: day("known") })
    }

    /// As the address writes it, `&` first.
    pub fn write(&self) -> String {
        let mut pairs = vec![
            ("figure", self.figure.key()),
            ("from", self.period.from.to_string()),
            ("on", self.period.on.to_string()),
        ];
        if let Some((split, part)) = &self.part {
            pairs.extend([("by", split.key()), ("part", part.clone())]);
        }
        pairs.extend(self.known.map(|day| ("known", day.to_string())));
        pairs.into_iter().map(|(key, value)| ["&", key, "=", &value].concat()).collect()
    }

    pub fn lets(&self, pupil: &PupilSummary, world: &World) -> bool {
        let in_part = |(split, key): &(Split, String)| {
            split.parts(pupil, world.period).iter().any(|part| split.part_key(part) == *key)
        };
        self.figure.counts(pupil, world) && self.part.as_ref().is_none_or(in_part)
    }
}
