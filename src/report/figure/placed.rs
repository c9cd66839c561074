//! Figures of placements on the last day: one placement a child, home teaching told apart by the responsible school.
use super::{Figure, World};
use crate::domain::codes::placement::placement_of;
use crate::domain::date::Date;
use crate::register::summary::PupilSummary;

pub(super) fn counts(figure: Figure, pupil: &PupilSummary, world: &World) -> bool {
    use Figure::*;
    let Some(placement) = pupil.placement_on(world.period.on) else { return false };
    let Some(code) = placement_of(&placement.mode, world.school_type(placement.school)) else { return false };
    // Child and parents are both owed it (founding report).
    let talked = || {
        let (child, parents) = pupil.talks_within(Date::default(), world.period.on);
        child > 0 && parents > 0
    };
    match figure {
        HomeTaught => matches!(code, "PL4" | "PL5"),
        HomeOrdinary => code == "PL4",
        HomeSpecial => code == "PL5",
        OrdinaryClass => code == "PL1",
        SpecialClass => code == "PL2",
        SpecialSchool => code == "PL3",
        Remote => code == "PL6",
        Institution => code == "PL7",
        Awaiting => code == "PL8",
        Exempt => code == "PL9",
        Counselled => code == "PL9" && talked(),
        Uncounselled => code == "PL9" && !talked(),
        _ => false,
    }
}
