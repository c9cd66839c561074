//! Figures of care: two distinct carers for each poor pupil, and who is left out of what all are owed.
use super::{Figure, MONTH, World, cases};
use crate::domain::identity::same_name;
use crate::register::summary::PupilSummary;

pub(super) fn counts(figure: Figure, pupil: &PupilSummary, world: &World) -> bool {
    use Figure::*;
    let on = world.period.on;
    let month = on.plus_days(-MONTH);
    match figure {
        Poor => pupil.is_poor(on),
        TwoCarers => pupil.is_poor(on) && distinct_carers(pupil, world) >= 2,
        CarerGap => pupil.is_poor(on) && distinct_carers(pupil, world) < 2,
        NoCarer => pupil.is_poor(on) && distinct_carers(pupil, world) == 0,
        CarerOverload => {
            let load = |carer: &crate::register::summary::CarerBrief| {
                world.loads.get(&(carer.person.as_str(), carer.unit.as_str())).copied().unwrap_or(0)
            };
            pupil.is_poor(on) && pupil.carers_on(on).any(|carer| load(carer) > world.carer_limit)
        }
        CarerSilent => {
            pupil.is_poor(on)
                && pupil.carers_on(on).next().is_some()
                && !pupil.carers_on(on).any(|carer| carer.last_contact(on).is_some_and(|day| day > month))
        }
        NoPlan => {
            let out =
                cases::counts(StillOut, pupil, world.period) || cases::counts(Back, pupil, world.period);
            let planned = !pupil.plans.is_empty()
                || pupil.own_plan_on(on).is_some()
                || cases::case_in(pupil, world.period).is_some_and(|case| !case.plan_no.is_empty());
            (out || pupil.is_taught_at_home(on)) && !planned
        }
        NoPlacement => {
            let disabled = !pupil.disability_type.is_empty()
                || !pupil.cert_no.is_empty()
                || pupil.has_flag(on, |flag| flag == "G14");
            disabled && pupil.placement_on(on).is_none()
        }
        NoVisit => pupil.is_taught_at_home(on) && pupil.given_within(month.plus_days(1), on).next().is_none(),
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
