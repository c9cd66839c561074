//! The day's road: tasks gathered by child, children by village, so that one stop follows the other; and how far the week is.
use super::{Task, Urgency, What, World, is_lesson, norm_on};
use crate::domain::id::FileId;
use crate::register::summary::{PupilSummary, Summary};
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is to be done for one child, the visit first, then the most urgent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand {
    pub file: FileId,
    pub urgency: Urgency,
    pub tasks: Vec<Task>,
}

/// One village, with the children there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub town: String,
    pub village: String,
    pub errands: Vec<Errand>,
}

/// Villages with the most urgent errand first; those equally urgent by town and name, and so the children in them.
pub fn road(tasks: Vec<Task>, all: &BTreeMap<FileId, Arc<Summary>>) -> Vec<Stop> {
    let mut by_child: BTreeMap<FileId, Vec<Task>> = BTreeMap::new();
    for task in tasks {
        by_child.entry(task.file).or_default().push(task);
    }
    let mut stops: BTreeMap<(String, String), Vec<(&str, Errand)>> = BTreeMap::new();
    for (file, mut tasks) in by_child {
        let Some((summary, pupil)) = all.get(&file).and_then(|s| Some((s, s.pupil()?))) else { continue };
        tasks.sort_by_key(|task| (!matches!(task.what, What::Visit(_)), task.urgency, task.due));
        let urgency = tasks.iter().map(|task| task.urgency).min().unwrap_or(Urgency::Later);
        let errand = Errand { file, urgency, tasks };
        stops.entry(village_of(pupil)).or_default().push((&summary.name, errand));
    }
    let mut road: Vec<(Urgency, Stop)> = stops
        .into_iter()
        .map(|((town, village), mut errands)| {
            errands.sort_by(|(a_name, a), (b_name, b)| (a.urgency, a_name).cmp(&(b.urgency, b_name)));
            let first = errands.first().map_or(Urgency::Later, |(_, errand)| errand.urgency);
            let errands = errands.into_iter().map(|(_, errand)| errand).collect();
            (first, Stop { town, village, errands })
        })
        .collect();
    road.sort_by_key(|(urgency, _)| *urgency);
    road.into_iter().map(|(_, stop)| stop).collect()
}

/// Town and village: as the file says, else as the address does (`…县云岭镇大黄泥村 3 号`); empty where neither does.
fn village_of(pupil: &PupilSummary) -> (String, String) {
    if !pupil.town.is_empty() || !pupil.village.is_empty() {
        return (pupil.town.clone(), pupil.village.clone());
    }
    let Some((before, mark, rest)) = cut(&pupil.address, &["街道", "镇", "乡"]) else {
        return Default::default();
    };
    let town = before.rsplit(['省', '市', '县', '区']).next().unwrap_or_default();
    let village = cut(rest, &["村", "社区"]).map(|(name, mark, _)| [name, mark].concat());
    ([town, mark].concat(), village.unwrap_or_default())
}

/// The text at the nearest of these marks: before it, the mark, behind it.
fn cut<'a>(text: &'a str, marks: &[&'static str]) -> Option<(&'a str, &'static str, &'a str)> {
    let found =
        marks.iter().filter_map(|mark| text.split_once(mark).map(|(before, rest)| (before, *mark, rest)));
    found.min_by_key(|(before, ..)| before.len())
}

/// Lessons that the week of this day asks for, and those held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WeekProgress {
    pub planned: u32,
    pub done: u32,
}

/// Of these pupils; nothing is planned in a week without school.
pub fn week_progress<'a>(pupils: impl Iterator<Item = &'a PupilSummary>, world: &World) -> WeekProgress {
    let Some(week) = world.calendar.week_of(world.today) else { return WeekProgress::default() };
    let mut sum = WeekProgress::default();
    for pupil in pupils {
        let Some(home) = pupil.placement_on(world.today).filter(|p| p.mode == "HOME") else { continue };
        let (per_week, _) = norm_on(pupil, home, world);
        let lessons = pupil.visits.iter().filter(is_lesson);
        sum.planned += per_week.min(u32::from(week.teaching_days));
        sum.done += lessons.filter(|visit| visit.date.monday() == week.monday).count() as u32;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_village_is_read_from_the_address_where_the_file_does_not_say_it() {
        for (town, address, expected) in [
            ("石门镇", "青禾县云岭镇大黄泥村", ("石门镇", "")),
            ("", "青禾县云岭镇大黄泥村 3 号", ("云岭镇", "大黄泥村")),
            ("", "山东省青岛市平度市东阁街道和平社区", ("东阁街道", "和平社区")),
            ("", "云岭镇", ("云岭镇", "")),
            ("", "某处", ("", "")),
            ("", "", ("", "")),
        ] {
            let pupil = PupilSummary { town: town.into(), address: address.into(), ..Default::default() };
            assert_eq!(village_of(&pupil), (expected.0.to_owned(), expected.1.to_owned()), "{address}");
        }
    }
}
