//! Why a child stands where it stands, as data: every list asked, what it says and for which day, what was proposed and decided.
use crate::domain::date::Date;
use crate::lists::compare::child::Rows;
use crate::lists::compare::groups::birth_of;
use crate::lists::compare::view::{Face, face};
use crate::lists::compare::{Comparison, Grounds, Lists, Origin, Tier, Verdict};
use crate::lists::rows::{Presence, Reason, Residence};
use serde::{Deserialize, Serialize};

/// One fact about a child in this comparison. Words are for i18n.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Because {
    /// The child stands on a list, at this place of it.
    On(Face),
    /// The list is there and has no such child.
    NotOn {
        from: Origin,
        as_of: Option<Date>,
        rows: u32,
    },
    /// The list was not given.
    NoList(Origin),
    /// Born within the window of school age, or without.
    Window {
        born: Option<Date>,
        from: Date,
        to: Date,
        within: bool,
    },
    /// What the household register says of where the child is.
    Residence(Residence),
    /// A code of the pupil's status on the roll, and whether no one with it is looked for in class.
    Status {
        code: String,
        proper: bool,
    },
    TaughtAtHome,
    /// Another school has the pupil on its roll too.
    AlsoAt(String),
    InSchool {
        on: Option<Date>,
    },
    Absent {
        reason: Reason,
        words: Option<String>,
        from: Option<Date>,
        days: Option<i64>,
        limit: i64,
    },
    /// A row that a person joined to this child.
    Joined {
        key: String,
        tier: Tier,
        grounds: Grounds,
    },
    /// A row that may be this child, and what was decided about it.
    Proposed {
        key: String,
        tier: Tier,
        grounds: Grounds,
        verdict: Option<Verdict>,
    },
    /// The rows have one number and different names.
    NamesDiffer,
}

/// The lists that decide where a child stands, in the order in which they are asked.
const ASKED: [Origin; 7] = [
    Origin::Household,
    Origin::Roll,
    Origin::RollCall,
    Origin::Poor,
    Origin::Disability,
    Origin::Civil,
    Origin::Health,
];

impl Comparison {
    /// Everything that says why, in the order in which a person would tell it.
    pub fn why(&self, lists: &Lists, child: u32) -> Vec<Because> {
        let rows = Rows { lists, rows: self.rows(child) };
        let mut told: Vec<Because> = Vec::new();
        told.extend(rows.rows.iter().filter_map(|at| face(lists, *at)).map(Because::On));
        for from in ASKED.into_iter().filter(|from| !rows.has(*from)) {
            told.push(match lists.has(from) {
                true => Because::NotOn { from, as_of: lists.as_of(from), rows: lists.rows(from) },
                false => Because::NoList(from),
            });
        }
        if let Some(window) = self.days.window() {
            let born = birth_of(lists, &self.children, child);
            let within = born.is_some_and(|born| window.contains(born));
            told.push(Because::Window { born, from: window.from, to: window.to, within });
        }
        told.extend(rows.household().map(|row| Because::Residence(row.state)));
        for row in rows.roll() {
            let code = row.status().to_owned();
            told.push(Because::Status { proper: self.settings.is_proper(&code), code });
            told.extend(row.also_at.iter().cloned().map(Because::AlsoAt));
        }
        if rows.roll().any(|row| row.at_home()) || rows.has(Origin::HomeTeaching) {
            told.push(Because::TaughtAtHome);
        }
        for row in rows.called() {
            told.push(match row.presence {
                Presence::Present => Because::InSchool { on: row.called_on.or(self.days.roll_call) },
                Presence::Absent => Because::Absent {
                    reason: row.reason,
                    words: row.reason_words.clone(),
                    from: row.absent_from,
                    days: row.days_absent(self.days.roll_call),
                    limit: self.settings.absence_limit_days,
                },
            });
        }
        if rows.names_differ() {
            told.push(Because::NamesDiffer);
        }
        told.extend(self.proposed(rows.rows));
        told
    }

    /// The proposals about any of these rows.
    fn proposed(&self, rows: &[crate::lists::compare::At]) -> impl Iterator<Item = Because> {
        let about = |group: u32| self.exact.rows(group).iter().any(|at| rows.contains(at));
        self.proposals.iter().filter_map(move |proposal| {
            let (one, other) = (about(proposal.one), about(proposal.other));
            let (key, tier, grounds) = (proposal.key.clone(), proposal.tier, proposal.grounds);
            match (one, other, proposal.verdict) {
                (false, false, _) => None,
                (true, true, Some(Verdict::Confirm)) => Some(Because::Joined { key, tier, grounds }),
                (_, _, verdict) => Some(Because::Proposed { key, tier, grounds, verdict }),
            }
        })
    }
}
