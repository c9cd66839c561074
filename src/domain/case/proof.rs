//! Which proof each outcome asks for (domain.md §2.5), and each reason for which a child is not truly out (§3.2).
use super::view::Holdings;

/// One proof that a file holds or lacks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Proof {
    /// A paper of one of these kinds (code list `paper`).
    Paper(&'static [&'static str]),
    /// The expert committee's decision.
    Decision,
    /// An individualised plan.
    Plan,
    /// The family agrees to home teaching.
    Consent,
    /// The approved break with its end.
    Deferral,
    /// The birth date, by which the age is told.
    Birth,
    /// Words that say what the code does not.
    Note,
}

impl Proof {
    /// Its name in summaries: the first kind of paper, or its own.
    pub fn code(self) -> &'static str {
        match self {
            Proof::Paper(kinds) => kinds.first().copied().unwrap_or("OTHER"),
            Proof::Decision => "DECISION",
            Proof::Plan => "PLAN",
            Proof::Consent => "CONSENT",
            Proof::Deferral => "DEFERRAL",
            Proof::Birth => "BIRTH",
            Proof::Note => "NOTE",
        }
    }

    pub fn is_held(self, holdings: &Holdings) -> bool {
        match self {
            Proof::Paper(kinds) => kinds.iter().any(|kind| holdings.papers.contains(*kind)),
            Proof::Decision => holdings.decision || holdings.papers.contains("COMMITTEE"),
            Proof::Plan => holdings.plan,
            Proof::Consent => holdings.consent || holdings.papers.contains("AGREEMENT"),
            Proof::Deferral => holdings.break_ends.is_some(),
            Proof::Birth => holdings.birth,
            Proof::Note => holdings.note,
        }
    }
}

/// What an outcome asks for; of a child not truly out, what the reason asks for.
pub fn proofs(outcome: &str, not_real: &str) -> &'static [Proof] {
    use Proof::*;
    match outcome {
        "RET_SAME" | "RET_VOC" => &[Paper(&["ENROLLED"])],
        "RET_OTHER" => &[Paper(&["TRANSFER"]), Paper(&["ENROLLED"])],
        "PLACE_SPED" => &[Decision],
        "PLACE_INCL" => &[Decision, Plan],
        "PLACE_HOME" => &[Decision, Consent, Plan],
        "PLACE_REMOTE" => &[Decision, Consent, Plan, Paper(&["REMOTE"])],
        "EXEMPT" => &[Decision, Paper(&["MEDICAL"]), Paper(&["SUPPORT"])],
        "DEFER" => &[Paper(&["APPLICATION"]), Paper(&["APPROVAL"]), Deferral],
        "SUSPEND" => &[Paper(&["APPROVAL"]), Deferral],
        "MOVED_OUT" => &[Paper(&["REPLY"])],
        "OVERAGE" => &[Paper(&["GRADUATION"])],
        "NOT_REAL" => match not_real {
            "N01" => &[Paper(&["ENROLLED", "ROLL", "REPLY"])],
            "N02" => &[Paper(&["ROLL", "ENROLLED"])],
            "N03" => &[Paper(&["ENROLLED"]), Paper(&["TRANSFER"])],
            "N04" => &[Paper(&["ENROLLED"])],
            "N05" => &[Paper(&["ROLL"])],
            "N06" | "N07" => &[Paper(&["HOUSEHOLD"])],
            "N08" => &[Paper(&["DEATH"])],
            "N09" => &[Paper(&["ABROAD", "VILLAGE"])],
            "N10" => &[Paper(&["MOVED"])],
            "N11" | "N12" => &[Birth],
            "N13" => &[Paper(&["GRADUATION"])],
            "N14" | "N15" => &[Paper(&["APPROVAL"]), Deferral],
            "N16" => &[Paper(&["MEDICAL"])],
            "N17" => &[Decision],
            "N18" => &[Paper(&["LEGAL"])],
            "N19" => &[Paper(&["INSTITUTION"])],
            "N20" => &[Paper(&["POLICE"])],
            // A reason of the county's own, too: said in words, with a paper.
            _ => &[Note, Paper(&["OTHER", "VILLAGE", "CHECK", "PHOTO"])],
        },
        _ => &[],
    }
}
