//! What the practice register shows of cases: one in every state of domain.md §2.6, and absences on the way to one.
use crate::domain::case::State::{self, *};

/// What is to be shown. All days are counted back from today.
pub struct Tale {
    /// Away since.
    pub away: i64,
    pub found: i64,
    pub set: &'static str,
    /// A code of `dropout_reason` or `not_real_reason`.
    pub reason: &'static str,
    /// Persuaded, with what result, and a day promised for.
    pub talks: &'static [(i64, &'static str, Option<i64>)],
    /// Kind, issued, to comply by.
    pub notices: &'static [(&'static str, i64, i64)],
    /// Back since, and on the roll.
    pub back: Option<(i64, bool)>,
    pub papers: &'static [(&'static str, &'static str)],
    /// State, day, outcome.
    pub steps: &'static [(State, i64, &'static str)],
}

pub const TALES: [Tale; 17] = [
    Tale { away: 10, found: 2, set: "S", ..BLANK },
    Tale { away: 14, found: 6, set: "B", steps: &[(Checking, 3, "")], ..BLANK },
    Tale {
        away: 30,
        found: 12,
        set: "A",
        reason: "N02",
        papers: &[("ROLL", "外地学籍截图")],
        steps: &[(Checking, 8, ""), (NotReal, 4, "")],
        ..BLANK
    },
    Tale {
        away: 40,
        found: 20,
        set: "A",
        reason: "N10",
        papers: &[("MOVED", "户籍迁移证明")],
        steps: &[(Checking, 15, ""), (NotReal, 12, ""), (Verified, 2, "")],
        ..BLANK
    },
    Tale {
        away: 16,
        found: 9,
        set: "B",
        reason: "R01",
        steps: &[(Checking, 6, ""), (Confirmed, 3, "")],
        ..BLANK
    },
    Tale {
        away: 44,
        found: 24,
        set: "B",
        reason: "R13",
        talks: &[(16, "AGREED", Some(11)), (7, "UNDECIDED", None)],
        steps: &[(Checking, 20, ""), (Confirmed, 18, ""), (Persuading, 16, "")],
        ..BLANK
    },
    Tale {
        away: 50,
        found: 30,
        set: "B",
        reason: "R04",
        talks: &[(22, "UNDECIDED", None), (18, "REFUSED", None), (14, "REFUSED", None)],
        notices: &[("URGE", 5, -2)],
        steps: &[(Checking, 26, ""), (Confirmed, 24, ""), (Persuading, 22, ""), (Ordered, 4, "")],
        ..BLANK
    },
    Tale {
        away: 90,
        found: 70,
        set: "B",
        reason: "R05",
        talks: &[(60, "REFUSED", None), (55, "REFUSED", None)],
        notices: &[("URGE", 50, 44), ("ORDER", 40, 30), ("PENALTY", 12, -20)],
        steps: &[
            (Checking, 66, ""),
            (Confirmed, 62, ""),
            (Persuading, 60, ""),
            (Ordered, 39, ""),
            (Penalised, 11, ""),
        ],
        ..BLANK
    },
    Tale {
        away: 150,
        found: 130,
        set: "B",
        reason: "R15",
        talks: &[(120, "REFUSED", None), (110, "REFUSED", None)],
        notices: &[
            ("URGE", 105, 98),
            ("ORDER", 90, 80),
            ("PENALTY", 60, 45),
            ("DEMAND", 20, 10),
            ("COURT", 6, -30),
        ],
        steps: &[
            (Checking, 126, ""),
            (Confirmed, 122, ""),
            (Persuading, 120, ""),
            (Ordered, 89, ""),
            (Penalised, 59, ""),
            (Court, 5, ""),
        ],
        ..BLANK
    },
    Tale {
        away: 33,
        found: 20,
        set: "E",
        reason: "R08",
        talks: &[(14, "HEALTH", None)],
        steps: &[
            (Checking, 18, ""),
            (Confirmed, 16, ""),
            (Persuading, 14, ""),
            (PlacementPending, 5, "PLACE_SPED"),
        ],
        ..BLANK
    },
    Tale {
        away: 60,
        found: 44,
        set: "E",
        reason: "R11",
        talks: &[(36, "HEALTH", None)],
        back: Some((18, false)),
        steps: &[
            (Checking, 40, ""),
            (Confirmed, 38, ""),
            (Persuading, 36, ""),
            (PlacementPending, 30, "PLACE_SPED"),
            (Placed, 17, "PLACE_SPED"),
        ],
        ..BLANK
    },
    Tale {
        away: 21,
        found: 15,
        set: "S",
        reason: "R07",
        talks: &[(8, "HEALTH", None)],
        papers: &[("MEDICAL", "医院诊断证明")],
        steps: &[(Checking, 12, ""), (Confirmed, 10, ""), (Persuading, 8, ""), (ExemptPending, 3, "SUSPEND")],
        ..BLANK
    },
    Tale {
        away: 48,
        found: 40,
        set: "S",
        reason: "R09",
        talks: &[(32, "HEALTH", None)],
        papers: &[("MEDICAL", "医院诊断证明"), ("APPROVAL", "休学批准书")],
        steps: &[
            (Checking, 36, ""),
            (Confirmed, 34, ""),
            (Persuading, 32, ""),
            (ExemptPending, 28, "SUSPEND"),
            (Exempt, 2, "SUSPEND"),
        ],
        ..BLANK
    },
    Tale {
        away: 40,
        found: 25,
        set: "B",
        reason: "R01",
        talks: &[(18, "AGREED", Some(15))],
        back: Some((15, true)),
        steps: &[(Checking, 22, ""), (Confirmed, 20, ""), (Persuading, 18, ""), (Returned, 14, "RET_SAME")],
        ..BLANK
    },
    Tale {
        away: 120,
        found: 100,
        set: "B",
        reason: "R03",
        talks: &[(92, "AGREED", Some(90))],
        back: Some((90, true)),
        papers: &[("ENROLLED", "在读证明")],
        steps: &[
            (Checking, 96, ""),
            (Confirmed, 94, ""),
            (Persuading, 92, ""),
            (Returned, 89, "RET_SAME"),
            (Stable, 2, "RET_SAME"),
        ],
        ..BLANK
    },
    Tale {
        away: 140,
        found: 120,
        set: "A",
        reason: "R02",
        talks: &[(112, "AGREED", Some(110))],
        back: Some((110, true)),
        papers: &[("TRANSFER", "转学证"), ("ENROLLED", "在读证明")],
        steps: &[
            (Checking, 116, ""),
            (Confirmed, 114, ""),
            (Persuading, 112, ""),
            (Returned, 109, "RET_OTHER"),
            (Stable, 30, "RET_OTHER"),
            (Closed, 26, "RET_OTHER"),
        ],
        ..BLANK
    },
    Tale {
        away: 95,
        found: 80,
        set: "B",
        reason: "R14",
        talks: &[(72, "AGREED", Some(70))],
        back: Some((70, true)),
        papers: &[("ENROLLED", "在读证明")],
        steps: &[
            (Checking, 76, ""),
            (Confirmed, 74, ""),
            (Persuading, 72, ""),
            (Returned, 69, "RET_SAME"),
            (Reopened, 3, "RELAPSE"),
        ],
        ..BLANK
    },
];

/// Away so many days; asked and visited so many days ago.
pub const ABSENCES: [(i64, Option<i64>, Option<i64>); 3] =
    [(0, None, None), (2, Some(2), None), (8, Some(8), Some(6))];

const BLANK: Tale = Tale {
    away: 0,
    found: 0,
    set: "",
    reason: "",
    talks: &[],
    notices: &[],
    back: None,
    papers: &[],
    steps: &[],
};
