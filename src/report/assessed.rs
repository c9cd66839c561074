//! A child's assessments over time, area by area: what share of the possible was reached. Only what was rated on the same scale is
//! held side by side.
use crate::domain::codes::{DOMAIN, assessment::domain_of};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::records::learning::Assessment;
use crate::register::file::File;
use std::collections::BTreeMap;

/// The best rating of an item.
const BEST: u32 = 3;

/// One assessment: its day, and by area the points reached of those possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    pub record: RecordId,
    pub on: Date,
    areas: BTreeMap<String, (u32, u32)>,
}

impl Assessed {
    /// Percent of the possible in an area; `None` where nothing of it was rated.
    pub fn percent(&self, area: &str) -> Option<u32> {
        self.areas.get(area).map(|(reached, possible)| (reached * 100 + possible / 2) / possible)
    }
}

/// Assessments on one scale, the earliest first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    pub scale: String,
    pub all: Vec<Assessed>,
}

impl Series {
    /// The areas that were rated at least once, in the order of the form.
    pub fn areas(&self) -> Vec<&'static str> {
        let is_rated = |area: &&str| self.all.iter().any(|one| one.areas.contains_key(*area));
        DOMAIN.codes.iter().map(|code| code.code).filter(is_rated).collect()
    }
}

/// Every scale's series, the one that was used last first. Scales that name no areas of ours have nothing to show here.
pub fn series(file: &File) -> Vec<Series> {
    let mut by_scale: BTreeMap<String, Vec<Assessed>> = BTreeMap::new();
    for (record, held) in file.table(Assessment::TABLE.key) {
        let held = Assessment::read(&held.values);
        let mut areas: BTreeMap<String, (u32, u32)> = BTreeMap::new();
        for (item, rating) in &held.ratings {
            if let (Some(area), Ok(rating)) = (domain_of(item), u32::try_from(*rating)) {
                let (reached, possible) = areas.entry(area.to_owned()).or_default();
                *reached += rating.min(BEST);
                *possible += BEST;
            }
        }
        if let Some(on) = held.date.filter(|_| !areas.is_empty()) {
            by_scale.entry(held.scale).or_default().push(Assessed { record, on, areas });
        }
    }
    let mut all: Vec<Series> = by_scale.into_iter().map(|(scale, all)| Series { scale, all }).collect();
    all.iter_mut().for_each(|series| series.all.sort_by_key(|one| (one.on, one.record)));
    all.sort_by_key(|series| std::cmp::Reverse(series.all.last().map(|one| one.on)));
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::file::made_of;

    fn assessed(
        on: &str,
        scale: &str,
        ratings: &[(&str, i64)],
    ) -> (&'static str, crate::domain::value::Values) {
        let record = Assessment {
            date: on.parse().ok(),
            scale: scale.into(),
            ratings: ratings.iter().map(|(item, rating)| ((*item).to_owned(), *rating)).collect(),
            ..Assessment::default()
        };
        ("assessment", record.write())
    }

    #[test]
    fn areas_go_by_day_and_scales_stay_apart() {
        let file = made_of(vec![
            assessed("2026-03-01", "BX1", &[("GM1", 2), ("GM2", 1), ("LC1", 0)]),
            assessed("2025-09-01", "BX1", &[("GM1", 1), ("GM2", 0)]),
            assessed("2026-01-01", "OTHER", &[("SC1", 3)]),
            assessed("2026-02-01", "BX1", &[]),
            assessed("2026-02-02", "另一量表", &[("一", 3)]),
        ]);
        let all = series(&file);
        assert_eq!(all.iter().map(|series| series.scale.as_str()).collect::<Vec<_>>(), ["BX1", "OTHER"]);
        let ours = &all[0];
        assert_eq!(ours.areas(), ["GM", "LC"]);
        let of = |area: &str| ours.all.iter().map(|one| one.percent(area)).collect::<Vec<_>>();
        assert_eq!(of("GM"), [Some(17), Some(50)], "1 and 3 of 6 points");
        assert_eq!(of("LC"), [None, Some(0)]);
    }
}
