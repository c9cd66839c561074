//! The practice register: begun with one tap on an empty tablet, filled with invented people, ended with one tap.
//!
//! It lies sealed like any other, in the same store, so that what is learnt is true. But its passphrase is the same everywhere and
//! stands on the screen: it protects only invented people, and whoever practises should not have to guard a secret. The vault's rules are
//! kept: the phrase is strong enough by the vault's own estimate. A practice register is never merged into a real one
//! (`RegisterCard.practice`), and it can begin only where nothing is kept yet.
use crate::app::keeper::Order;
use crate::app::register::{Register, new_record};
use crate::app::session::{AppCipher, Founding, Session, SessionError};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records::case::Team;
use crate::platform::{clock, random};
use crate::register::change::{Act, DeviceId, Dot, RecordKey};
use crate::register::command::Command;
use crate::register::demo::{self, Demo, DemoSize};
use crate::register::derived_id::Secret;
use crate::vault::Passphrase;
use crate::vault::prefs::{self, Pref};
use leptos::prelude::GetUntracked;

/// Spring wind, summer rain, autumn moon, winter snow: 春风 夏雨 秋月 冬雪.
pub const PASSPHRASE: &str = "chun-feng xia-yu qiu-yue dong-xue";

/// Files of one transaction: each also writes the summaries of its shards anew, so a few large ones.
const BATCH: usize = 1_000;

/// Who practises, by the register's secret.
pub fn teacher(secret: &[u8; 32]) -> (FileId, String) {
    demo::teacher(&Secret(*secret))
}

/// Whether a practice register is kept on this tablet, as far as can be known while it is locked.
pub fn is_here() -> bool {
    prefs::read(Pref::Practice).is_some()
}

/// Begins and fills a practice register, and opens it. `told`: files saved, and all. Dropped half-way it leaves a part of a
/// practice register: erase the tablet then.
pub async fn begin(
    session: Session,
    cipher: AppCipher,
    name: &str,
    size: DemoSize,
    told: impl Fn(u64, u64),
) -> Result<(), SessionError> {
    let founding = Founding {
        register_name: name.to_owned(),
        // The names of the invented teachers follow from their numbers alone.
        person: teacher(&[0; 32]).1,
        passphrase: Passphrase::typed(PASSPHRASE),
        practice: true,
    };
    prefs::write(Pref::Practice, "1");
    // The recovery sheet of a practice register is of no use: whoever reads the screen can open it.
    drop(session.found(cipher, founding).await?);
    if let Some(register) = session.register.get_untracked() {
        fill(register, size, told).await?;
    }
    session.enter();
    Ok(())
}

async fn fill(register: Register, size: DemoSize, told: impl Fn(u64, u64)) -> Result<(), SessionError> {
    let demo = Demo::new(size, clock::today(), register.secret());
    // The invented acts are of a tablet of their own: this one's counter has nothing to do with them.
    let device = DeviceId(random::bits().ok_or(SessionError::NoRandom)? as u64);
    let mut counter = 0_u32;
    let mut mint = || {
        counter += 1;
        Dot { device, counter, tag: counter.wrapping_mul(0x9e37_79b9) }
    };
    let all = size.pupils() as u64;
    register.put_files(demo.organisation(&mut mint), Vec::new()).await?;
    for from in (0..size.pupils()).step_by(BATCH) {
        told(from as u64, all);
        let to = (from + BATCH).min(size.pupils());
        register.put_files(demo.pupils(from..to, &mut mint), Vec::new()).await?;
    }
    if size == DemoSize::Practice {
        register.put_files(demo.cases(&mut mint), Vec::new()).await?;
        let team = |name: &&str| {
            let team = Team { name: (*name).to_owned(), ..Team::default() };
            let record = RecordKey::new(Team::TABLE.key, new_record());
            let command = Command::set(Act::PRACTICE, record, team.write());
            Order { file: register.card().county, kind: FileKind::County, command }
        };
        register.keep(demo::INSPECTION_TEAMS.iter().map(team).collect(), Vec::new()).await?;
    }
    told(all, all);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_passphrase_of_practice_is_one_that_the_vault_takes() {
        assert!(Passphrase::typed(PASSPHRASE).verdict().is_enough());
    }
}
