//! The suspects of a comparison become cases: a file a child, one open case a child, in one save that can be taken back.
use crate::app::comparing::{Comparing, Trouble};
use crate::app::keeper::KeepError;
use crate::app::lists::{self, directory, files};
use crate::app::register::Register;
use crate::lists::compare::job::{Question, Reply};
use crate::lists::compare::{Member, Set};
use crate::lists::take_in::suspects::{self, Comparison, Suspect};
use crate::lists::take_in::{Item, State};
use crate::platform::clock;
use crate::vault::VaultError;

/// Children asked for at once.
const WINDOW: u32 = 2_000;

/// What was made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    pub cases: usize,
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
    let keep = |trouble: Trouble| match trouble {
        Trouble::Keep(why) => (*why).clone(),
        // Nothing was read: the tablet is as it was.
        Trouble::Desk(_) | Trouble::Damaged(_) => KeepError::Vault(VaultError::Moved),
    };
    let mut all: Vec<Suspect> = Vec::new();
    for (set, code) in [(Set::A, "A"), (Set::B, "B"), (Set::Found, "K")] {
        all.extend(members(comparing, set).await.map_err(keep)?.iter().map(|member| suspect(member, code)));
    }
    let today = clock::today();
    let day = comparing.day().filter(|day| *day <= today).unwrap_or(today);
    let comparison = Comparison { name: day.to_string(), found_on: day };
    let (directory, secret) = (directory(register), register.secret());
    let files = files(register, suspects::needs(&all, &directory, &secret)).await?;
    let plan = suspects::plan(&all, &comparison, &directory, &files, &secret, today);
    let cases = plan.items.iter().filter(|item| opens(item)).count();
    if cases > 0 {
        lists::take_in(register, &[&plan], |_, change| change.only_adds()).await?;
    }
    Ok(Opened { cases })
}

fn opens(item: &Item) -> bool {
    item.state == State::New
        || item.changes.iter().any(|change| change.record.table == "case" && change.only_adds())
}

fn suspect(member: &Member, set: &str) -> Suspect {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let poor = member.poor.as_deref().map(|kind| if kind.contains("监测") { "G07" } else { "G06" });
    let disabled = member.disability_type.is_some().then_some("G14");
    Suspect {
        name: member.name.clone(),
        id_no: if member.whole { member.number.clone() } else { String::new() },
        birth: member.birth,
        sex: member.sex.map(|sex| sex.to_string()).unwrap_or_default(),
        town: text(&member.town),
        village: text(&member.village),
        address: text(&member.registered_address),
        guardian: text(&member.guardian),
        phone: text(&member.phone),
        school: text(&member.school),
        roll_no: text(&member.roll_number),
        set: set.to_owned(),
        source: if set == "A" { "POLICE" } else { "EDU" }.to_owned(),
        absent_from: member.absent_from,
        flags: poor.into_iter().chain(disabled).map(str::to_owned).collect(),
        note: String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ruined_number_is_not_taken_for_one_and_groups_follow_the_lists() {
        let member = Member {
            name: "林小满".to_owned(),
            number: "370299201209010000".to_owned(),
            whole: false,
            sex: Some(2),
            poor: Some("监测对象".to_owned()),
            disability_type: Some("4".to_owned()),
            ..Member::default()
        };
        let found = suspect(&member, "B");
        assert_eq!((found.id_no.as_str(), found.sex.as_str(), found.source.as_str()), ("", "2", "EDU"));
        assert_eq!(found.flags, ["G07", "G14"]);
        let whole = suspect(&Member { whole: true, poor: Some("脱贫户".to_owned()), ..member }, "A");
        assert_eq!((whole.id_no.as_str(), whole.source.as_str()), ("370299201209010000", "POLICE"));
        assert_eq!(whole.flags, ["G06", "G14"]);
    }
}
