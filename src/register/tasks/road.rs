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
    let mut stops: BTreeMap<(&str, &str), Vec<(&str, Errand)>> = BTreeMap::new();
    for (file, mut tasks) in by_child {
        let Some((summary, pupil)) = all.get(&file).and_then(|s| Some((s, s.pupil()?))) else { continue };
        tasks.sort_by_key(|task| (!matches!(task.what, What::Visit(_)), task.urgency, task.due));
        let urgency = tasks.iter().map(|task| task.urgency).min().unwrap_or(Urgency::Later);
        let errand = Errand { file, urgency, tasks };
        stops.entry((&pupil.town, &pupil.village)).or_default().push((&summary.name, errand));
    }
    let mut road: Vec<(Urgency, Stop)> = stops
        .into_iter()
        .map(|((town, village), mut errands)| {
            errands.sort_by(|(a_name, a), (b_name, b)| (a.urgency, a_name).cmp(&(b.urgency, b_name)));
            let first = errands.first().map_or(Urgency::Later, |(_, errand)| errand.urgency);
            let errands = errands.into_iter().map(|(_, errand)| errand).collect();
            (first, Stop { town: town.to_owned(), village: village.to_owned(), errands })
        })
        .collect();
    road.sort_by_key(|(urgency, _)| *urgency);
    road.into_iter().map(|(_, stop)| stop).collect()
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
