//! What can go wrong with files out and in, in the reader's words: what it is, and what to do.
use crate::app::exchange::export::ExportError;
use crate::app::exchange::join::JoinError;
use crate::app::exchange::look::LookError;
use crate::domain::field::FileKind;
use crate::i18n::interchange::describe;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Lang, Word, fill};
use crate::interchange::job::Unread;
use crate::interchange::package::PackageFault;
use crate::lists::issue::Counts;
use crate::ui::words::{desk_error, keep_error, session_error};
use crate::vault::sealed_file::SealedError;

/// Files of a kind, as a list or a register counts them.
pub fn kind_text(kind: &str, lang: Lang) -> String {
    let word = match FileKind::from_key(kind) {
        Some(FileKind::Pupil) => W::OfPupils,
        Some(FileKind::School) => W::OfSchools,
        Some(FileKind::Staff) => W::OfStaff,
        Some(FileKind::County) => W::OfCounty,
        None => return kind.to_owned(),
    };
    word.text(lang).to_owned()
}

/// Only what is there is named: `读到 52 行：采用 52`.
pub fn counts_text(counts: Counts, lang: Lang) -> String {
    let some = [
        (W::RowsTaken, counts.taken),
        (W::RowsDropped, counts.dropped),
        (W::RowsDuplicate, counts.duplicate),
        (W::RowsInvalid, counts.invalid),
    ];
    let say = |(word, n): &(W, u32)| fill(word.text(lang), &[&n.to_string()]);
    let parts: Vec<String> = some.iter().filter(|(_, n)| *n > 0).map(say).collect();
    let rows = counts.read.to_string();
    fill(W::Counts.text(lang), &[&rows, &parts.join(lang.pick("，", ", "))])
}

pub fn look_error(error: &LookError, lang: Lang) -> String {
    let word = match error {
        LookError::Keep(why) => return keep_error(why, lang),
        LookError::Unread(Unread::Text(issue)) => return describe(issue, lang),
        LookError::Unread(Unread::Package(fault)) => return package_fault(fault, lang),
        LookError::Sealed(why) => return sealed_error(why, lang),
        LookError::Desk(why) => return desk_error(*why, lang).to_owned(),
        LookError::Unreadable => W::Unreadable,
        LookError::TooLarge => W::FileTooLarge,
        LookError::Backup => W::IsBackup,
        LookError::Moved => W::Moved,
        LookError::NoRandom => W::NoRandom,
    };
    word.text(lang).to_owned()
}

pub fn sealed_error(error: &SealedError, lang: Lang) -> String {
    let word = match error {
        SealedError::NotSealed => W::NotSealed,
        SealedError::NewerVersion(_) => W::SealedNewer,
        SealedError::Truncated => W::SealedTruncated,
        SealedError::WrongPassphrase => W::SealedWrong,
        SealedError::Altered => W::SealedAltered,
        SealedError::Weak(_) => W::SealWeak,
        SealedError::Kdf(crate::vault::kdf::KdfError::TooWeak { .. }) => W::SealedAltered,
        SealedError::Kdf(_) => W::SealedKdf,
        SealedError::Cipher(why) => return fill(W::SealedCipher.text(lang), &[&why.name]),
    };
    word.text(lang).to_owned()
}

fn package_fault(fault: &PackageFault, lang: Lang) -> String {
    match fault {
        PackageFault::Damaged => W::PackageDamaged.text(lang).to_owned(),
        PackageFault::NoRegister => W::PackageNoRegister.text(lang).to_owned(),
        PackageFault::TooLarge { limit } => {
            fill(W::PackageTooLarge.text(lang), &[&(limit >> 20).to_string()])
        }
        PackageFault::Altered { name } => {
            let name: String = name.chars().take(12).collect();
            fill(W::PackageAltered.text(lang), &[&name])
        }
    }
}

pub fn export_error(error: &ExportError, lang: Lang) -> String {
    match error {
        ExportError::Keep(why) => keep_error(why, lang),
        ExportError::Sealed(why) => sealed_error(why, lang),
        ExportError::TooLarge => W::ExportTooLarge.text(lang).to_owned(),
        ExportError::Cancelled => W::ExportCancelled.text(lang).to_owned(),
        ExportError::NoRoom => W::ExportNoRoom.text(lang).to_owned(),
    }
}

pub fn join_error(error: &JoinError, lang: Lang) -> String {
    match error {
        JoinError::Look(why) => look_error(why, lang),
        JoinError::Session(why) => session_error(why, lang),
        JoinError::NoCard => W::NoCard.text(lang).to_owned(),
    }
}
