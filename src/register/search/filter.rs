//! Which pupils a list shows and in what order: the filter as it stands in the address, never with a name in it.
//!
//! A town is named in the address by a number made of its letters; schools by their file's id; the rest by words of closed
//! lists.
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::domain::pinyin;
use crate::register::summary::Summary;
use crate::register::tasks::{Task, Urgency, What};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Something that a pupil's file waits for, or that sets it apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Trait {
    /// One of the child's teachers is the reader.
    Mine,
    /// Something is overdue or due today.
    Due,
    Safety,
    NoPlan,
    NoCarer,
    NoConsent,
    Gaps,
    Conflict,
}

impl Trait {
    pub const ALL: [Trait; 8] = [
        Trait::Mine,
        Trait::Due,
        Trait::NoPlan,
        Trait::NoCarer,
        Trait::NoConsent,
        Trait::Gaps,
        Trait::Conflict,
        Trait::Safety,
    ];

    /// Its name in the address.
    pub fn key(self) -> &'static str {
        match self {
            Trait::Mine => "mine",
            Trait::Due => "due",
            Trait::Safety => "safety",
            Trait::NoPlan => "plan",
            Trait::NoCarer => "carer",
            Trait::NoConsent => "consent",
            Trait::Gaps => "gaps",
            Trait::Conflict => "conflict",
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    #[default]
    Village,
    Name,
    /// The longest unvisited first; those never visited before all.
    LastVisit,
    /// The most urgent first; those without a task last.
    Due,
}

impl Sort {
    pub const ALL: [Sort; 4] = [Sort::Village, Sort::Name, Sort::LastVisit, Sort::Due];

    pub fn key(self) -> &'static str {
        match self {
            Sort::Village => "village",
            Sort::Name => "name",
            Sort::LastVisit => "visit",
            Sort::Due => "due",
        }
    }
}

/// Everything that the address says of the list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// A code of `PLACEMENT_MODE`; empty: any.
    pub mode: String,
    pub school: Option<FileId>,
    /// [`town_key`] of the town; empty: any.
    pub town: String,
    pub traits: Vec<Trait>,
    pub sort: Sort,
    /// The deleted files instead of those in sight.
    pub deleted: bool,
}

/// A town as the address names it: eight hexadecimal digits of FNV-1a, so that no place stands in a history of addresses.
pub fn town_key(town: &str) -> String {
    let hash =
        town.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    format!("{hash:08x}")
}

impl Filter {
    /// From the address: `get` gives the value of a key.
    pub fn read(get: impl Fn(&str) -> Option<String>) -> Filter {
        let text = |key: &str| get(key).unwrap_or_default();
        let has = text("has");
        Filter {
            mode: text("mode"),
            school: text("school").parse().ok(),
            town: text("town"),
            traits: Trait::ALL.into_iter().filter(|t| has.split('.').any(|key| key == t.key())).collect(),
            sort: Sort::ALL.into_iter().find(|sort| sort.key() == text("sort")).unwrap_or_default(),
            deleted: text("deleted") == "1",
        }
    }

    /// As the address writes it, `?` included; empty for a filter that lets everybody through in the usual order.
    pub fn write(&self) -> String {
        let mut pairs = Vec::new();
        let mut put = |key: &str, value: &str| {
            if !value.is_empty() {
                pairs.push([key, "=", value].concat());
            }
        };
        put("mode", &self.mode);
        put("school", &self.school.map(|id| id.to_string()).unwrap_or_default());
        put("town", &self.town);
        put("has", &self.traits.iter().map(|t| t.key()).collect::<Vec<_>>().join("."));
        put("sort", if self.sort == Sort::default() { "" } else { self.sort.key() });
        put("deleted", if self.deleted { "1" } else { "" });
        match pairs.is_empty() {
            true => String::new(),
            false => ["?", &pairs.join("&")].concat(),
        }
    }

    /// How many of its parts narrow the list.
    pub fn narrows(&self) -> usize {
        self.traits.len()
            + [!self.mode.is_empty(), self.school.is_some(), !self.town.is_empty(), self.deleted]
                .into_iter()
                .filter(|set| *set)
                .count()
    }

    pub fn lets(&self, pupil: &Standing) -> bool {
        self.deleted == pupil.deleted
            && (self.mode.is_empty() || self.mode == pupil.mode)
            && (self.school.is_none() || self.school == pupil.school)
            && (self.town.is_empty() || self.town == pupil.town_key)
            && self.traits.iter().all(|t| pupil.traits.contains(t))
    }

    /// The same filter with one trait more, or less.
    pub fn toggled(&self, of: Trait) -> Filter {
        let mut next = self.clone();
        match next.traits.contains(&of) {
            true => next.traits.retain(|held| *held != of),
            false => next.traits.push(of),
        }
        next
    }
}

/// What the list knows of one pupil, worked out once for all filters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Standing {
    pub id: FileId,
    pub name: String,
    pub town: String,
    pub town_key: String,
    pub village: String,
    pub school: Option<FileId>,
    pub mode: String,
    pub last_visit: Option<Date>,
    pub due: Option<(Urgency, Date)>,
    pub traits: Vec<Trait>,
    pub deleted: bool,
}

/// The pupils of a register, in sight or deleted, with what their tasks say of them. `me`: the reader.
pub fn standings<'a>(
    all: impl Iterator<Item = &'a Arc<Summary>>,
    tasks: &[Task],
    me: FileId,
    today: Date,
) -> Vec<Standing> {
    let mut of: BTreeMap<FileId, Vec<&Task>> = BTreeMap::new();
    for task in tasks {
        of.entry(task.file).or_default().push(task);
    }
    all.filter_map(|summary| standing(summary, of.get(&summary.id).map_or(&[][..], Vec::as_slice), me, today))
        .collect()
}

fn standing(summary: &Summary, tasks: &[&Task], me: FileId, today: Date) -> Option<Standing> {
    let pupil = summary.pupil()?;
    if summary.name.is_empty() || (summary.joined_into.is_some() && !summary.deleted) {
        return None;
    }
    let placement = pupil.placement_on(today);
    let any = |is: fn(&What) -> bool| tasks.iter().any(|task| is(&task.what));
    let held = |of: Trait| match of {
        Trait::Mine => pupil.teachers.contains(&me),
        Trait::Due => tasks.iter().any(|task| task.urgency <= Urgency::Today),
        Trait::Safety => !matches!(pupil.safety_note.trim(), "" | "无"),
        Trait::NoPlan => any(|what| matches!(what, What::WritePlan { .. })),
        Trait::NoCarer => any(|what| matches!(what, What::FindCarers { .. })),
        Trait::NoConsent => any(|what| matches!(what, What::AskConsent)),
        Trait::Gaps => pupil.gaps > 0,
        Trait::Conflict => summary.conflicts > 0 || summary.flaws > 0,
    };
    Some(Standing {
        id: summary.id,
        name: summary.name.clone(),
        town: pupil.town.clone(),
        town_key: town_key(&pupil.town),
        village: pupil.village.clone(),
        school: placement.and_then(|p| p.school).or(pupil.school),
        mode: placement.map(|p| p.mode.clone()).unwrap_or_default(),
        last_visit: pupil.last_done().map(|visit| visit.date),
        due: tasks.iter().map(|task| (task.urgency, task.due)).min(),
        traits: Trait::ALL.into_iter().filter(|of| held(*of)).collect(),
        deleted: summary.deleted,
    })
}

/// The pupils that the filter lets through, in its order.
pub fn chosen<'a>(all: &'a [Standing], filter: &Filter) -> Vec<&'a Standing> {
    let mut chosen: Vec<&Standing> = all.iter().filter(|pupil| filter.lets(pupil)).collect();
    let place = |s: &'a Standing| (s.town.as_str(), s.village.as_str(), s.name.as_str(), s.id);
    match filter.sort {
        Sort::Village => chosen.sort_unstable_by_key(|s| place(s)),
        Sort::Name => chosen.sort_by_cached_key(|s| (pinyin::full(&s.name), s.name.clone(), s.id)),
        Sort::LastVisit => chosen.sort_unstable_by_key(|s| (s.last_visit, place(s))),
        Sort::Due => chosen.sort_unstable_by_key(|s| (s.due.is_none(), s.due, place(s))),
    }
    chosen
}

#[cfg(test)]
#[path = "filter_tests.rs"]
mod tests;
