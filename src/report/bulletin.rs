//! The bulletin: five paragraphs, one a measure, each a template of i18n whose holes are figures that open their children.
use crate::report::figure::Figure;

crate::listed! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
    pub enum Paragraph {
        /// Rules and responsibility.
        Duty,
        /// One plan per pupil: suspects checked, returned, placed, registered; carers.
        Pupils,
        /// Home teaching and placement.
        Teaching,
        /// Departments together.
        Together,
        /// Assessment and the bottom line.
        BottomLine,
    }
}

/// What fills a hole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Filling {
    Count(Figure),
    /// How many teams the suspects were shared among.
    Teams,
    /// How many departments' lists found them.
    Sources,
    /// Cases of the founding figure C12: pupils told to leave, by the reason of their case.
    ToldToLeave,
    Schools,
}

impl Paragraph {
    /// What fills `{0}`, `{1}` … of its words.
    pub fn fillings(self) -> &'static [Filling] {
        use Figure::*;
        use Filling::{Count, Schools, Sources, Teams, ToldToLeave};
        match self {
            Paragraph::Duty => &[Schools, Count(Closing)],
            Paragraph::Pupils => &[
                Teams,
                Count(Suspects),
                Count(NotReal),
                Count(Back),
                Count(Registered),
                Count(StillOut),
                Count(Poor),
                Count(TwoCarers),
                Count(CarerGap),
            ],
            Paragraph::Teaching => &[
                Count(HomeTaught),
                Count(HomeOrdinary),
                Count(HomeSpecial),
                Count(OrdinaryClass),
                Count(SpecialSchool),
                Count(Exempt),
                Count(Counselled),
            ],
            Paragraph::Together => &[Sources, Count(New), Count(Reopened), Count(Closed)],
            Paragraph::BottomLine => &[ToldToLeave],
        }
    }
}
