//! What must be decided by a person, over all files: pupils who look alike, rules across files that do not hold, fields that
//! two tablets filled differently, rules within a file that a merge broke. Pure; derived anew from the summaries.
use crate::domain::id::FileId;
use crate::register::breach::{self, Breach};
use crate::register::lookalike::{self, Likeness, Pair};
use crate::register::summary::Summary;
use std::sync::Arc;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Item {
    Alike(Pair),
    Breach(Breach),
    Conflicts {
        file: FileId,
        count: u32,
    },
    Flaws {
        file: FileId,
        count: u32,
    },
    /// A list's number was ruined; the child is here without it.
    NumberLost {
        file: FileId,
    },
}

/// The groups in which the list is looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Group {
    Differing,
    Alike,
    Broken,
}

impl Item {
    pub fn group(&self) -> Group {
        match self {
            Item::Alike(_) => Group::Alike,
            Item::Breach(_) | Item::Flaws { .. } | Item::NumberLost { .. } => Group::Broken,
            Item::Conflicts { .. } => Group::Differing,
        }
    }

    /// The files that it is about.
    pub fn files(&self) -> Vec<FileId> {
        match self {
            Item::Alike(pair) => vec![pair.one, pair.other],
            Item::Breach(breach) => breach.files(),
            Item::Conflicts { file, .. } | Item::Flaws { file, .. } | Item::NumberLost { file } => {
                vec![*file]
            }
        }
    }

    /// A name of its own, for lists and addresses: the same as long as it is about the same records.
    pub fn key(&self) -> u128 {
        let ids: Vec<u128> = match self {
            Item::Alike(pair) => vec![1, pair.one.0, pair.other.0],
            Item::Conflicts { file, .. } => vec![2, file.0],
            Item::Flaws { file, .. } => vec![3, file.0],
            Item::NumberLost { file } => vec![23, file.0],
            Item::Breach(Breach::TwoPlacements { file, one, other, .. }) => vec![4, file.0, one.0, other.0],
            Item::Breach(Breach::TwoPlans { file, one, other }) => vec![5, file.0, one.0, other.0],
            Item::Breach(Breach::VisitsOverlap { teacher, one, other, .. }) => {
                vec![6, teacher.0, one.1.0, other.1.0]
            }
            Item::Breach(Breach::SameNumber { which, one, other }) => {
                vec![7 + *which as u128, one.0, other.0]
            }
            Item::Breach(Breach::TwoCases { file, one, other }) => vec![21, file.0, one.0, other.0],
            Item::Breach(Breach::StepsApart { file, case }) => vec![22, file.0, case.0],
            Item::Breach(Breach::JoinedToNothing { file, into }) => vec![20, file.0, into.0],
        };
        ids.into_iter().fold(0, |key, id| key.rotate_left(41).wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ id)
    }
}

/// Everything that waits for a decision, group by group.
pub fn items<'a>(all: impl Iterator<Item = &'a Arc<Summary>> + Clone) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let pairs = lookalike::pairs(all.clone());
    let breaches = breach::breaches(all.clone());
    // A joined file too: two tablets may have joined it into two others.
    for summary in all.filter(|summary| !summary.deleted) {
        let file = summary.id;
        items.extend((summary.conflicts > 0).then_some(Item::Conflicts { file, count: summary.conflicts }));
        let is_lost = summary.is_listed() && summary.pupil().is_some_and(|pupil| pupil.number_lost);
        items.extend(is_lost.then_some(Item::NumberLost { file }));
        items.extend((summary.flaws > 0).then_some(Item::Flaws { file, count: summary.flaws }));
    }
    // One number in two pupils' files is one question, not two: is it one child?
    let asked = |breach: &Breach| match breach {
        Breach::SameNumber { one, other, .. } => pairs.iter().any(|pair| {
            pair.why == Likeness::SameNumber && (pair.one, pair.other) == (*one.min(other), *one.max(other))
        }),
        _ => false,
    };
    items.extend(breaches.into_iter().filter(|breach| !asked(breach)).map(Item::Breach));
    items.extend(pairs.into_iter().map(Item::Alike));
    items.sort_by_key(Item::group);
    items
}

/// The files that are joined into another, with the one they are joined into.
pub fn joined<'a>(all: impl Iterator<Item = &'a Arc<Summary>>) -> Vec<(FileId, FileId)> {
    all.filter(|summary| !summary.deleted)
        .filter_map(|summary| Some((summary.id, summary.joined_into?)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::register::breach::Number;
    use crate::register::clock::Hlc;
    use crate::register::summary::{Content, PupilSummary};
    use std::collections::BTreeSet;

    fn pupil(id: u128, name: &str, id_no: &str, conflicts: u32) -> Arc<Summary> {
        let content =
            PupilSummary { id_no: id_no.into(), village: "下石门村".into(), ..Default::default() };
        Arc::new(Summary {
            id: FileId(id),
            kind: "pupil".into(),
            name: name.into(),
            fingerprint: 0,
            last_at: Hlc::default(),
            conflicts,
            flaws: 0,
            deleted: false,
            joined_into: None,
            content: Content::Pupil(Box::new(content)),
        })
    }

    #[test]
    fn one_number_in_two_files_is_asked_about_once() {
        let number = "370299201209010013";
        let all = [pupil(1, "林小满", number, 0), pupil(2, "林晓满", number, 2), pupil(3, "王小虎", "", 0)];
        let alike = Item::Alike(Pair { one: FileId(1), other: FileId(2), why: Likeness::SameNumber });
        let differing = Item::Conflicts { file: FileId(2), count: 2 };
        assert_eq!(items(all.iter()), [differing.clone(), alike.clone()]);
        // Told apart, one of the two numbers is wrong: that stays to be mended.
        let mut told = (*all[0]).clone();
        if let Content::Pupil(pupil) = &mut told.content {
            pupil.distinct = vec![FileId(2)];
        }
        let all = [Arc::new(told), all[1].clone(), all[2].clone()];
        let same = Breach::SameNumber { which: Number::Identity, one: FileId(1), other: FileId(2) };
        assert_eq!(items(all.iter()), [differing, Item::Breach(same)]);
    }

    #[test]
    fn every_item_has_a_key_of_its_own() {
        let on: Date = "2026-03-11".parse().unwrap();
        let (one, other) = (FileId(1), FileId(2));
        let (a, b) = (crate::domain::id::RecordId(1), crate::domain::id::RecordId(2));
        let number = |which| Item::Breach(Breach::SameNumber { which, one, other });
        let items = [
            Item::Alike(Pair { one, other, why: Likeness::SameNumber }),
            Item::Conflicts { file: one, count: 1 },
            Item::Flaws { file: one, count: 1 },
            Item::Breach(Breach::TwoPlacements { file: one, one: a, other: b, on }),
            Item::Breach(Breach::TwoPlans { file: one, one: a, other: b }),
            Item::Breach(Breach::VisitsOverlap { teacher: one, on, one: (one, a), other: (other, b) }),
            number(Number::Identity),
            number(Number::Roll),
            number(Number::Certificate),
            number(Number::SchoolCode),
            Item::Breach(Breach::JoinedToNothing { file: one, into: other }),
            Item::Breach(Breach::TwoCases { file: one, one: a, other: b }),
            Item::Breach(Breach::StepsApart { file: one, case: a }),
        ];
        let keys: BTreeSet<u128> = items.iter().map(Item::key).collect();
        assert_eq!(keys.len(), items.len());
    }
}
