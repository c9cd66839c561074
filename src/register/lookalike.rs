//! Files that may be of one child: told while a new pupil is entered, and kept on a worklist until somebody has looked. The
//! answer "another child" is a record of one of the two files, so that it goes with them to every tablet.
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::id::RecordId;
use crate::domain::identity::{IdNumber, fold_name};
use crate::domain::records::pupil::Distinct;
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::register::summary::{PupilSummary, Summary};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why two files look alike, the strongest reason first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    SameNumber,
    SameNameAndBirth,
    SameNameAndPhone,
    SameNameAndVillage,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub one: FileId,
    pub other: FileId,
    pub why: Likeness,
}

/// Why two pupils look alike; `None` where nothing says so. Two whole numbers that differ are two children, whatever their names.
pub fn likeness(one: (&str, &PupilSummary), other: (&str, &PupilSummary)) -> Option<Likeness> {
    let ((name_a, a), (name_b, b)) = (one, other);
    let number = |pupil: &PupilSummary| IdNumber::parse(&pupil.id_no).ok();
    match (number(a), number(b)) {
        (Some(x), Some(y)) if x == y => return Some(Likeness::SameNumber),
        (Some(_), Some(_)) => return None,
        _ => {}
    }
    if name_a.is_empty() || fold_name(name_a) != fold_name(name_b) {
        return None;
    }
    let phones = |pupil: &PupilSummary| {
        pupil.guardians.iter().map(|g| g.phone.clone()).filter(|p| !p.is_empty()).collect::<Vec<_>>()
    };
    if a.birth.is_some() && a.birth == b.birth {
        Some(Likeness::SameNameAndBirth)
    } else if phones(a).iter().any(|phone| phones(b).contains(phone)) {
        Some(Likeness::SameNameAndPhone)
    } else {
        (!a.village.is_empty() && a.village == b.village).then_some(Likeness::SameNameAndVillage)
    }
}

/// The listed pupils that look like this one, the strongest reason first.
pub fn like<'a>(
    id: FileId,
    name: &str,
    pupil: &PupilSummary,
    all: impl Iterator<Item = &'a Arc<Summary>>,
) -> Vec<(FileId, Likeness)> {
    let others = all.filter(|summary| summary.id != id && summary.is_listed());
    let mut found: Vec<(FileId, Likeness)> = others
        .filter_map(|summary| Some((summary.id, likeness((name, pupil), (&summary.name, summary.pupil()?))?)))
        .collect();
    found.sort_unstable_by_key(|(id, why)| (*why, *id));
    found
}

/// The command that says "another child", and the file that it stands in: the one of the smaller id, in a record named after
/// the other, so that two tablets that decide alike write the same.
pub fn tell_apart(one: FileId, other: FileId, on: Date, reason: &str) -> (FileId, FileKind, Command) {
    let (file, other) = (one.min(other), one.max(other));
    let decision = Distinct { other: Some(other), decided_on: Some(on), reason: reason.trim().to_owned() };
    let record = RecordKey::new(Distinct::TABLE.key, RecordId(other.0));
    (file, FileKind::Pupil, Command::set(Act::TELL_APART, record, decision.write()))
}

/// Every pair of listed pupils that look alike and were not told apart. Pupils are compared only within the same number and
/// the same folded name.
pub fn pairs<'a>(all: impl Iterator<Item = &'a Arc<Summary>>) -> Vec<Pair> {
    let mut groups: BTreeMap<String, Vec<&Arc<Summary>>> = BTreeMap::new();
    for summary in all.filter(|summary| summary.is_listed()) {
        let Some(pupil) = summary.pupil() else { continue };
        groups.entry(fold_name(&summary.name).into_owned()).or_default().push(summary);
        if !pupil.id_no.is_empty() {
            groups.entry(pupil.id_no.clone()).or_default().push(summary);
        }
    }
    let mut pairs: BTreeMap<(FileId, FileId), Likeness> = BTreeMap::new();
    for group in groups.values() {
        for (i, one) in group.iter().enumerate() {
            for other in group.iter().skip(i + 1) {
                let (Some(a), Some(b)) = (one.pupil(), other.pupil()) else { continue };
                if a.distinct.contains(&other.id) || b.distinct.contains(&one.id) {
                    continue;
                }
                if let Some(why) = likeness((&one.name, a), (&other.name, b)) {
                    pairs.insert((one.id.min(other.id), one.id.max(other.id)), why);
                }
            }
        }
    }
    pairs.into_iter().map(|((one, other), why)| Pair { one, other, why }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::summary::GuardianBrief;

    fn pupil(id_no: &str, birth: &str, phone: &str, village: &str) -> PupilSummary {
        PupilSummary {
            id_no: id_no.into(),
            birth: birth.parse().ok(),
            guardians: vec![GuardianBrief { phone: phone.into(), ..Default::default() }],
            village: village.into(),
            ..Default::default()
        }
    }

    #[test]
    fn pupils_told_apart_are_not_asked_about_again_wherever_that_was_said() {
        use crate::register::apply::apply;
        use crate::register::change::{DeviceId, Dot};
        use crate::register::command::Ctx;
        use crate::register::file::File;
        use crate::register::merge::merge;
        let ctx = |n: u32| Ctx {
            wall: u64::from(n),
            today: "2026-03-11".parse().unwrap(),
            now: "10:00".parse().unwrap(),
            dot: Dot { device: DeviceId(u64::from(n)), counter: n, tag: 0 },
            by: FileId(9),
        };
        let act =
            |file: &File, n: u32, command| file.clone().with(apply(file, command, &ctx(n)).unwrap()).unwrap();
        let child = |id: u128| {
            let values = [("name", "林小满"), ("village", "下石门村")];
            let values = values.map(|(key, value)| (key.to_owned(), value.into())).into();
            let file = File::new(FileId(id), FileKind::Pupil);
            act(&file, id as u32, Command::set(Act::NEW_FILE, RecordKey::root("pupil"), values))
        };
        let (one, two) = (child(1), child(2));
        let pairs_of = |files: &[&File]| {
            let summaries: Vec<Arc<Summary>> = files.iter().map(|file| Arc::new(Summary::of(file))).collect();
            pairs(summaries.iter())
        };
        let alike = Pair { one: FileId(1), other: FileId(2), why: Likeness::SameNameAndVillage };
        assert_eq!(pairs_of(&[&one, &two]), [alike]);
        // Both tablets decide, each from its own side: one record, no conflict, and it stays decided after the merge.
        let (file, _, command) = tell_apart(FileId(2), FileId(1), "2026-03-11".parse().unwrap(), "堂兄弟");
        assert_eq!(file, FileId(1));
        let here = act(&one, 11, command.clone());
        let there = act(&one, 12, command);
        let merged = merge(FileId(1), Some(&here), there.to_pack()).unwrap().file;
        assert_eq!((merged.conflicts(), merged.table("distinct").count()), (Vec::new(), 1));
        assert_eq!(pairs_of(&[&merged, &two]), []);
        // Taken back, the question is there again.
        let undone = act(&here, 13, Command::Undo { dot: ctx(11).dot });
        assert_eq!(pairs_of(&[&undone, &two]).len(), 1);
        let (_, _, again) = tell_apart(FileId(1), FileId(2), "2026-03-11".parse().unwrap(), "堂兄弟");
        assert_eq!(pairs_of(&[&act(&undone, 14, again), &two]), []);
    }

    #[test]
    fn likeness_case_by_case() {
        let base = || pupil("", "2012-09-01", "13800000001", "下石门村");
        let (one, two) = ("370299201209010013", "370299201209010021");
        let cases = [
            ("林小满", pupil(one, "", "", ""), "林晓满", pupil(one, "", "", ""), Some(Likeness::SameNumber)),
            ("林小满", pupil(one, "2012-09-01", "", ""), "林小满", pupil(two, "2012-09-01", "", ""), None),
            ("林小满", base(), "林小满", pupil(one, "2012-09-01", "", ""), Some(Likeness::SameNameAndBirth)),
            (
                "林小满",
                base(),
                "林小满",
                pupil("", "2013-01-01", "13800000001", ""),
                Some(Likeness::SameNameAndPhone),
            ),
            ("林小满", base(), "林小满", pupil("", "", "", "下石门村"), Some(Likeness::SameNameAndVillage)),
            ("林小满", base(), "林大满", base(), None),
            ("林小满", pupil("", "", "", ""), "林小满", pupil("", "", "", ""), None),
        ];
        for (name_a, a, name_b, b, expected) in cases {
            assert_eq!(likeness((name_a, &a), (name_b, &b)), expected, "{name_a} {a:?} / {name_b} {b:?}");
        }
    }
}
