//! The suspects of a comparison become cases, a file a child, one open case a child; and whom the roll places gets the placement.
//! Each in one save that can be taken back.
use crate::app::comparing::{Comparing, Trouble};
use crate::app::keeper::KeepError;
use crate::app::lists::{self, plan_placements, plan_suspects};
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::lists::compare::job::{Question, Reply};
use crate::lists::compare::{Member, Set};
use crate::lists::take_in::placements::{PLACED, Placed};
use crate::lists::take_in::suspects::{Comparison, Suspect};
use crate::lists::take_in::{FieldChange, Item, State};
use crate::platform::clock;
use crate::vault::VaultError;

/// Children asked for at once.
const WINDOW: u32 = 2_000;

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    pub cases: usize,
    /// Suspects of whom the register's rules would refuse what the lists say.
    pub refused: usize,
}

/// Every child of a set, window by window.
pub async fn members(comparing: Comparing, set: Set) -> Result<Vec<Member>, Trouble> {
    let mut all = Vec::new();
    loop {
        let from = u32::try_from(all.len()).unwrap_or(u32::MAX);
        match comparing.ask(Question::Members { set, from, count: WINDOW }).await? {
            Reply::Members { total, members } if !members.is_empty() => {
                all.extend(members);
                if all.len() >= total as usize {
                    return Ok(all);
                }
            }
            _ => return Ok(all),
        }
    }
}

/// Opens a case for each suspect who has none. What a file already says is never replaced.
pub async fn open_cases(register: Register, comparing: Comparing) -> Result<Opened, KeepError> {
    let mut all: Vec<Suspect> = Vec::new();
    for set in [Set::A, Set::B, Set::Found] {
        all.extend(members(comparing, set).await.map_err(kept)?.iter().map(Suspect::of));
    }
    let today = clock::today();
    let day = comparing.day().filter(|day| *day <= today).unwrap_or(today);
    let comparison = Comparison { name: day.to_string(), found_on: day };
    let plan = plan_suspects(register, &all, &comparison).await?;
    let cases = plan.items.iter().filter(|item| opens(item)).count();
    if cases > 0 {
        lists::take_in(register, &[&plan], |_, change| change.only_adds()).await?;
    }
    let refused = plan.items.iter().filter(|item| matches!(item.state, State::Refused(_))).count();
    Ok(Opened { cases, refused })
}

/// What was placed, and who was not, because the register does not know the school.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PlacedThem {
    pub placed: usize,
    pub held_back: usize,
}

/// Notes the placement of every pupil whom the roll places, from the day of the roll. What a file already says stays.
pub async fn place(register: Register, comparing: Comparing, from: Date) -> Result<PlacedThem, KeepError> {
    let mut all: Vec<Placed> = Vec::new();
    for (set, mode) in PLACED {
        let members = members(comparing, set).await.map_err(kept)?;
        all.extend(members.iter().map(|member| Placed::of(member, mode)));
    }
    let plan = plan_placements(register, &all, from.min(clock::today())).await?;
    let places = |item: &Item| {
        let placement = |change: &FieldChange| change.record.table == "placement" && change.only_adds();
        item.state == State::New || item.changes.iter().any(placement)
    };
    let placed = plan.items.iter().filter(|item| places(item)).count();
    if !plan.commands(|_, change| change.only_adds()).is_empty() {
        lists::take_in(register, &[&plan], |_, change| change.only_adds()).await?;
    }
    Ok(PlacedThem { placed, held_back: plan.held_back.len() })
}

/// Nothing was read: the tablet is as it was.
fn kept(trouble: Trouble) -> KeepError {
    match trouble {
        Trouble::Keep(why) => (*why).clone(),
        Trouble::Desk(_) | Trouble::Damaged(_) => KeepError::Vault(VaultError::Moved),
    }
}

fn opens(item: &Item) -> bool {
    item.state == State::New
        || item.changes.iter().any(|change| change.record.table == "case" && change.only_adds())
}
