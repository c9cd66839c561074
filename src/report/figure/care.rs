//! Figures of care: two distinct carers for each poor pupil, and who is left out of what all are owed.
use super::{CARER_LIMIT, Figure, MONTH, World, cases};
use crate::domain::codes::flags;
use crate::domain::identity::same_name;
use crate::register::summary::PupilSummary;

/// Groups as the file names them now.
pub(super) fn is_poor(pupil: &PupilSummary) -> bool {
    pupil.flags.iter().any(|flag| flags::is_poor(flag))
}

pub(super) fn counts(figure: Figure, pupil: &PupilSummary, world: &World) -> bool {
    use Figure::*;
    let on = world.period.on;
    let month = on.plus_days(-MONTH);
    match figure {
        Poor => is_poor(pupil),
        TwoCarers => is_poor(pupil) && distinct_carers(pupil, world) >= 2,
        CarerGap => is_poor(pupil) && distinct_carers(pupil, world) < 2,
        NoCarer => is_poor(pupil) && distinct_carers(pupil, world) == 0,
        CarerOverload => {
            let load = |carer: &crate::register::summary::CarerBrief| {
                world.loads.get(&(carer.person.as_str(), carer.unit.as_str())).copied().unwrap_or(0)
            };
            is_poor(pupil) && pupil.carers_on(on).any(|carer| load(carer) > CARER_LIMIT)
        }
        CarerSilent => {
            is_poor(pupil)
                && pupil.carers_on(on).next().is_some()
                && !pupil.carers_on(on).any(|carer| carer.last_contact.is_some_and(|day| day > month))
        }
        NoPlan => {
            let out =
                cases::counts(StillOut, pupil, world.period) || cases::counts(Back, pupil, world.period);
            let planned = !pupil.plans.is_empty()
                || cases::case_in(pupil, world.period).is_some_and(|case| !case.plan_no.is_empty());
            (out || pupil.is_taught_at_home(on)) && !planned
        }
        NoPlacement => {
            let disabled = !pupil.disability_type.is_empty()
                || !pupil.cert_no.is_empty()
                || pupil.flags.iter().any(|flag| flag == "G14");
            disabled && pupil.placement_on(on).is_none()
        }
        NoVisit => {
            let visited = || pupil.visits.iter().any(|v| v.done && v.date <= on && v.date > month);
            pupil.is_taught_at_home(on) && !visited()
        }
        _ => false,
    }
}

/// The same person named twice is one carer.
fn distinct_carers(pupil: &PupilSummary, world: &World) -> usize {
    let mut names: Vec<&str> = Vec::new();
    for carer in pupil.carers_on(world.period.on) {
        if !names.iter().any(|name| same_name(name, &carer.person)) {
            names.push(&carer.person);
        }
    }
    names.len()
}
