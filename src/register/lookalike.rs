//! Files that may be of one child: told while a new pupil is entered, and kept on a worklist until somebody has looked.
use crate::domain::id::FileId;
use crate::domain::identity::{IdNumber, fold_name};
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

/// Every pair of listed pupils that look alike. Pupils are compared only within the same number and the same folded name.
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
