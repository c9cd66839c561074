//! A bare tablet joins a register by a sealed file: the same register, secret and county, a replica of its own, and all files
//! of the text, as one act. A tablet that stops in between is bare still, or has joined.
use crate::app::exchange::arrivals;
use crate::app::exchange::look::{self, Look, LookError};
use crate::app::keeper::{self, Keeper, Surroundings};
use crate::app::layout::RegisterCard;
use crate::app::people::staff_order;
use crate::app::register::{Here, new_file};
use crate::app::session::{AppCipher, AppVault, Session, SessionError};
use crate::app::trust;
use crate::domain::id::FileId;
use crate::platform::clock;
use crate::platform::worker::Desk;
use crate::register::summary::{Content, Summary};
use crate::vault::{self, FirstPerson, Passphrase, RecoveryCode, VaultError};

/// Who joins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Who {
    /// A member of staff whom the register knows.
    Known(FileId, String),
    New(String),
}

impl Who {
    pub fn name(&self) -> &str {
        match self {
            Who::Known(_, name) | Who::New(name) => name,
        }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum JoinError {
    Look(LookError),
    Session(SessionError),
    /// The text holds no joining card: it was not sealed for that.
    NoCard,
}

impl From<LookError> for JoinError {
    fn from(error: LookError) -> Self {
        JoinError::Look(error)
    }
}

impl<E: Into<SessionError>> From<E> for JoinError {
    fn from(error: E) -> Self {
        JoinError::Session(error.into())
    }
}

/// The people of the text who may be the one who joins, by name.
pub fn staff_of(look: &Look) -> Vec<(FileId, String)> {
    let mut staff: Vec<(FileId, String)> = look
        .plan
        .files
        .iter()
        .map(|planned| Summary::of(&planned.file))
        .filter(|summary| summary.is_listed() && matches!(summary.content, Content::Staff(_)))
        .map(|summary| (summary.id, summary.name))
        .collect();
    staff.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
    staff
}

/// Makes this tablet one of the register; the recovery code is for paper. The session's register is set, its screen is not.
pub async fn join(
    session: Session,
    cipher: AppCipher,
    desk: &Desk,
    look: Look,
    who: Who,
    passphrase: &Passphrase,
    progress: &dyn Fn(u64, u64),
) -> Result<RecoveryCode, JoinError> {
    let header = &look.plan.header;
    let found = look.plan.join().ok_or(JoinError::NoCard)?;
    let card = RegisterCard {
        id: header.register.0,
        secret: found.secret.0,
        name: found.name.clone(),
        county: found.county,
        practice: header.practice,
    };
    let media = look::media(desk, &look.new_media, progress).await?;
    let believed = trust::put(&trust::at_first_sight(&look.keys));
    let mut files = look.plan.into_writes();
    let arrived = arrivals::first(&files, Here.today())?;
    let mut device = look::new_device()?;
    let me = match &who {
        Who::Known(me, _) => *me,
        Who::New(name) => {
            let me = new_file();
            let (begun, next) = keeper::first_files(vec![staff_order(me, name)], device, me, &Here)?;
            device = next;
            files.extend(begun);
            me
        }
    };
    let recovery = vault::new_recovery_code(&cipher).map_err(VaultError::from)?;
    let first = FirstPerson { staff: me, label: who.name(), passphrase };
    let mut puts =
        Keeper::<crate::app::session::AppStore, AppCipher>::first_values(&card, device, &files, media)?;
    puts.extend(believed);
    puts.extend(arrived);
    let made = AppVault::create_with(session.store()?, cipher, first, &recovery, puts, clock::wall()).await?;
    session.begin_with(made, me).await?;
    Ok(recovery)
}
