//! National holidays: the State Council's plan of each year, as far as it is known; for other years the days that fall on
//! the same date every year (全国年节及纪念日放假办法, 2024). The county's own days off and made-up days stand above them.
use crate::domain::calendar::DayOff;
use crate::domain::date::Date;

type Day = (u8, u8);

/// One calendar year: spans of days off (first, last) and weekend days at work, as (month, day).
#[derive(Clone, Copy, Debug)]
pub struct Holidays {
    pub year: i32,
    pub source: &'static str,
    pub off: &'static [(Day, Day)],
    pub make_up: &'static [Day],
}

pub static HOLIDAYS: &[Holidays] = &[
    Holidays {
        year: 2024,
        source: "国办发明电〔2023〕7号",
        off: &[
            ((1, 1), (1, 1)),
            ((2, 10), (2, 17)),
            ((4, 4), (4, 6)),
            ((5, 1), (5, 5)),
            ((6, 10), (6, 10)),
            ((9, 15), (9, 17)),
            ((10, 1), (10, 7)),
        ],
        make_up: &[(2, 4), (2, 18), (4, 7), (4, 28), (5, 11), (9, 14), (9, 29), (10, 12)],
    },
    Holidays {
        year: 2025,
        source: "国办发明电〔2024〕12号",
        off: &[
            ((1, 1), (1, 1)),
            ((1, 28), (2, 4)),
            ((4, 4), (4, 6)),
            ((5, 1), (5, 5)),
            ((5, 31), (6, 2)),
            ((10, 1), (10, 8)),
        ],
        make_up: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    },
    Holidays {
        year: 2026,
        source: "国办发明电〔2025〕7号",
        off: &[
            ((1, 1), (1, 3)),
            ((2, 15), (2, 23)),
            ((4, 4), (4, 6)),
            ((5, 1), (5, 5)),
            ((6, 19), (6, 21)),
            ((9, 25), (9, 27)),
            ((10, 1), (10, 7)),
        ],
        make_up: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
];

const EVERY_YEAR: Holidays = Holidays {
    year: 0,
    source: "全国年节及纪念日放假办法 (2024)",
    off: &[((1, 1), (1, 1)), ((5, 1), (5, 2)), ((10, 1), (10, 3))],
    make_up: &[],
};

/// The plan of a calendar year.
pub fn of(year: i32) -> Holidays {
    let known = HOLIDAYS.iter().find(|plan| plan.year == year).copied();
    known.unwrap_or(Holidays { year, ..EVERY_YEAR })
}

impl Holidays {
    pub fn off(&self) -> impl Iterator<Item = DayOff> {
        let day = |(month, day): Day| Date::new(self.year, month, day);
        self.off.iter().filter_map(move |(from, to)| Some(DayOff { from: day(*from)?, to: day(*to)? }))
    }
    pub fn make_up(&self) -> impl Iterator<Item = Date> {
        self.make_up.iter().filter_map(|(month, day)| Date::new(self.year, *month, *day))
    }
}
