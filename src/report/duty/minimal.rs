//! Lists for other departments: to each only the children that are its matter, and only the columns that it needs, each with the
//! reason (PIPL 28: real necessity). What a department does not need has no column here and cannot be chosen.
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::register::summary::{PupilSummary, Summary};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Why a department needs a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Why {
    Number,
    /// Who the child is, among those of the same name.
    Identify,
    /// Where the child lives.
    Locate,
    /// Whom to call.
    Contact,
    /// What the department is to do, or to check against its own list.
    Act,
}

#[derive(Debug)]
pub struct Minimal {
    pub key: &'static str,
    /// A code of `department`.
    pub department: &'static str,
    /// Keys of the ledger's columns.
    pub columns: &'static [(&'static str, Why)],
    /// A list of one township at a time.
    pub by_town: bool,
    lets: fn(&PupilSummary, Date) -> bool,
}

use Why::{Act, Contact, Identify, Locate, Number};

pub static LISTS: [Minimal; 7] = [
    Minimal {
        key: "police_find",
        department: "POLICE",
        columns: &[
            ("n", Number),
            ("name", Identify),
            ("sex", Identify),
            ("id_no", Identify),
            ("hukou", Locate),
            ("guardian", Contact),
        ],
        by_town: false,
        lets: |pupil, day| {
            let lost = |c: &crate::register::summary::CaseBrief| {
                c.whereabouts == "UNKNOWN" || c.outcome == "LOST" || c.reason == "N20"
            };
            pupil.cases.iter().any(|case| case.is_open(day) && lost(case))
        },
    },
    Minimal {
        key: "rural_poor",
        department: "RURAL",
        columns: &[
            ("n", Number),
            ("town", Locate),
            ("village", Locate),
            ("name", Identify),
            ("id_no", Identify),
            ("school", Act),
            ("carer1", Act),
            ("carer2", Act),
        ],
        by_town: false,
        lets: |pupil, day| pupil.is_poor(day),
    },
    Minimal {
        key: "dpf_placed",
        department: "DPF",
        columns: &[
            ("n", Number),
            ("town", Locate),
            ("name", Identify),
            ("cert_no", Identify),
            ("placement", Act),
            ("duty_school", Act),
        ],
        by_town: false,
        lets: |pupil, _| !pupil.cert_no.is_empty(),
    },
    Minimal {
        key: "health_proof",
        department: "HEALTH",
        columns: &[
            ("n", Number),
            ("town", Locate),
            ("village", Locate),
            ("name", Identify),
            ("sex", Identify),
            ("birth", Identify),
            ("guardian", Contact),
            ("phone", Contact),
        ],
        by_town: false,
        lets: |pupil, day| {
            pupil.learnable == "NO" || pupil.placement_on(day).is_some_and(|p| p.mode == "EXEMPT")
        },
    },
    Minimal {
        key: "civil_children",
        department: "CIVIL",
        columns: &[
            ("n", Number),
            ("town", Locate),
            ("village", Locate),
            ("name", Identify),
            ("sex", Identify),
            ("birth", Identify),
            ("guardian", Act),
            ("relation", Act),
        ],
        by_town: false,
        lets: |pupil, day| pupil.has_flag(day, |flag| matches!(flag, "G01" | "G02" | "G03" | "G04" | "G12")),
    },
    Minimal {
        key: "labour_working",
        department: "LABOUR",
        columns: &[
            ("n", Number),
            ("town", Locate),
            ("name", Identify),
            ("sex", Identify),
            ("birth", Identify),
            ("guardian", Contact),
        ],
        by_town: false,
        lets: |pupil, day| pupil.cases.iter().any(|case| case.is_open(day) && case.whereabouts == "WORK"),
    },
    Minimal {
        key: "town_cases",
        department: "TOWN",
        columns: &[
            ("n", Number),
            ("village", Locate),
            ("name", Identify),
            ("guardian", Contact),
            ("phone", Contact),
            ("out_from", Act),
            ("persuasions", Act),
            ("step", Act),
        ],
        by_town: true,
        lets: |pupil, day| pupil.cases.iter().any(|case| case.is_open(day)),
    },
];

impl Minimal {
    pub fn of(key: &str) -> Option<&'static Minimal> {
        LISTS.iter().find(|list| list.key == key)
    }

    pub fn of_department(department: &str) -> impl Iterator<Item = &'static Minimal> {
        LISTS.iter().filter(move |list| list.department == department)
    }

    /// The children on it, by town, village and name. `town`: these alone, where the list goes by township.
    pub fn members(&self, files: &BTreeMap<FileId, Arc<Summary>>, town: &str, day: Date) -> Vec<FileId> {
        let listed = files.values().filter(|summary| summary.is_listed());
        let pupils = listed.filter_map(|summary| Some((summary, summary.pupil()?)));
        let mut found: Vec<(&str, &str, &str, FileId)> = pupils
            .filter(|(_, pupil)| (self.lets)(pupil, day) && (!self.by_town || pupil.town == town))
            .map(|(s, pupil)| (pupil.town.as_str(), pupil.village.as_str(), s.name.as_str(), s.id))
            .collect();
        found.sort_unstable();
        found.into_iter().map(|(.., id)| id).collect()
    }
}
