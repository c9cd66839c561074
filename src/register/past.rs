//! What was known on this tablet by a day: a file with those of its changes alone that were recorded here, or had come in from another
//! tablet, until then.
use crate::domain::date::Date;
use crate::register::arrival::Arrivals;
use crate::register::change::Change;
use crate::register::file::File;

/// The file as it was known at the end of a day, in a zone `offset` minutes east of UTC; `None` where nothing of it was.
pub fn known_by(file: &File, day: Date, offset: i32, arrivals: &Arrivals) -> Option<File> {
    let is_known = |change: &Change| arrivals.known_from(change, offset) <= day;
    if file.changes().iter().all(is_known) {
        return Some(file.clone());
    }
    // A clock that was put back may date a change before one that it had seen: nobody knew it before that one.
    let mut known = file.with_only(is_known).ok().filter(|known| !known.changes().is_empty())?;
    known.extra = file.extra.clone();
    Some(known)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::FileKind;
    use crate::domain::id::{FileId, RecordId};
    use crate::domain::records::placement::Placement;
    use crate::register::apply::apply;
    use crate::register::change::{Act, DeviceId, Dot, RecordKey};
    use crate::register::command::{Command, Ctx};
    use crate::register::summary::Summary;

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    /// Noon of a day of March 2026, in milliseconds.
    fn noon(of: u64) -> u64 {
        1_772_323_200_000 + (of - 1) * 86_400_000 + 43_200_000
    }

    fn change(file: File, device: u64, counter: u32, of: u64, command: Command) -> File {
        let ctx = Ctx {
            wall: noon(of),
            today: day("2026-03-01").plus_days(of as i64 - 1),
            now: Default::default(),
            dot: Dot { device: DeviceId(device), counter, tag: 0 },
            by: FileId(9),
        };
        let made = apply(&file, command, &ctx).unwrap();
        file.with(made).unwrap()
    }

    /// Made at B on day 1; at A, on day 1 too, the child is placed; that comes to B on day 5.
    #[test]
    fn what_another_tablet_recorded_is_known_from_the_day_it_came_in_and_held_from_its_own() {
        let named = [("name".to_owned(), "林小满".into())].into();
        let b = change(
            File::new(FileId(1), FileKind::Pupil),
            2,
            1,
            1,
            Command::set(Act::EDIT, RecordKey::root("pupil"), named),
        );
        let placed =
            Placement { mode: "REMOTE".into(), from: Some(day("2026-03-01")), ..Placement::default() };
        let key = RecordKey::new("placement", RecordId(4));
        let both = change(b.clone(), 1, 1, 1, Command::set(Act::PLACE, key, placed.write()));
        let mut arrivals = Arrivals::default();
        arrivals.note(day("2026-03-05"), [both.changes()[1].dot].into_iter());
        let placed_by = |known: &str, on: &str| {
            let file = known_by(&both, day(known), 0, &arrivals).unwrap();
            Summary::of(&file).pupil().unwrap().placement_on(day(on)).is_some()
        };
        // What held on day 3 has it; what B knew by day 3 has not, and by day 5 it has.
        assert!(Summary::of(&both).pupil().unwrap().placement_on(day("2026-03-03")).is_some());
        assert!(!placed_by("2026-03-03", "2026-03-03"));
        assert!(!placed_by("2026-03-04", "2026-03-03"));
        assert!(placed_by("2026-03-05", "2026-03-03"));
        // At A, which recorded it, it was known at once.
        let at_a = known_by(&both, day("2026-03-03"), 0, &Arrivals::default()).unwrap();
        assert_eq!(at_a, both);
        assert_eq!(known_by(&both, day("2026-02-27"), 0, &arrivals), None);
        // A change that had seen one that came in later is not told without it, and the rest of the file is not lost.
        let again = [("village".to_owned(), "上村".into())].into();
        let later = change(both, 2, 2, 2, Command::set(Act::EDIT, RecordKey::root("pupil"), again));
        assert_eq!(known_by(&later, day("2026-03-03"), 0, &arrivals), Some(b));
    }
}
