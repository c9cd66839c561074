//! The register, or a caseload of it, as a file: plain or sealed, with its pictures or without.
//!
//! The text goes out file by file and the pictures one by one; what is finished becomes part of a Blob. Every export is an act:
//! it stands in the county's history before the file exists.
use crate::app::exchange::stream::{Out, Text};
use crate::app::exchange::undo;
use crate::app::keeper::{KeepError, Order};
use crate::app::register::{Register, Summaries, new_record};
use crate::app::session::AppCipher;
use crate::app::trust;
use crate::domain::calendar::SchoolYear;
use crate::domain::date::Date;
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RegisterId};
use crate::domain::records::organisation::Handover;
use crate::interchange::caseload::References;
use crate::interchange::json::{ExportKind, Header, JoinCard, Scope, VERSION};
use crate::interchange::package::{PackageWriter, TEXT, TooLarge};
use crate::platform::{clock, turn};
use crate::register::change::{Act, RecordKey};
use crate::register::clock::Hlc;
use crate::register::command::Command;
use crate::register::file::File;
use crate::vault::Passphrase;
use crate::vault::sealed_file::SealedError;
use leptos::prelude::{GetUntracked, WithUntracked};
use std::cell::Cell;
use std::collections::BTreeMap;
use web_sys::Blob;

/// Files read at once.
const CHUNK: usize = 64;

/// Whose files go out. Schools, staff and the county that they name go along.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whose {
    #[default]
    Everyones,
    /// Pupils taught by whoever is at the tablet.
    Mine,
    School(FileId),
    Teacher(FileId),
    /// Pupils whose case an inspection team has, by its name: the open ones, and those that were closed in this school year, so
    /// that the team learns of it.
    Team(String),
}

pub struct Wish {
    pub whose: Whose,
    pub photos: bool,
    /// `None`: readable by whoever has the file.
    pub seal: Option<Passphrase>,
}

/// A file that was made, to be saved by the browser.
#[derive(Clone, Debug)]
pub struct Made {
    pub blob: Blob,
    /// Holds no word of a person.
    pub name: String,
    pub files: usize,
    pub photos: usize,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportError {
    Keep(KeepError),
    Sealed(SealedError),
    /// More than one package holds.
    TooLarge,
    /// A person stopped it.
    Cancelled,
    /// The browser would not make the file.
    NoRoom,
}

impl From<KeepError> for ExportError {
    fn from(error: KeepError) -> Self {
        ExportError::Keep(error)
    }
}

impl From<SealedError> for ExportError {
    fn from(error: SealedError) -> Self {
        ExportError::Sealed(error)
    }
}

impl From<TooLarge> for ExportError {
    fn from(_: TooLarge) -> Self {
        ExportError::TooLarge
    }
}

/// The pupils of a caseload; two files of one child stay together.
pub fn pupils_of(all: &Summaries, whose: &Whose, me: FileId, today: Date) -> Vec<FileId> {
    let year = SchoolYear::of(today).first_day();
    let taught_by =
        |pupil: &crate::register::summary::PupilSummary, teacher: FileId| pupil.teachers.contains(&teacher);
    let pupils = all.values().filter_map(|summary| Some((summary, summary.pupil()?)));
    let mut ids: Vec<FileId> = pupils
        .filter(|(_, pupil)| match whose {
            Whose::Everyones => true,
            Whose::Mine => taught_by(pupil, me),
            Whose::School(school) => pupil.school == Some(*school),
            Whose::Teacher(teacher) => taught_by(pupil, *teacher),
            Whose::Team(team) => pupil.cases.iter().any(|case| {
                case.team == *team && (case.is_open(today) || case.closed_on.is_some_and(|on| on >= year))
            }),
        })
        .map(|(summary, _)| summary.id)
        .collect();
    let joined = all.values().filter(|s| s.joined_into.is_some_and(|into| ids.contains(&into))).map(|s| s.id);
    let joined: Vec<FileId> = joined.collect();
    ids.extend(joined);
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// How far an export is: done and all, in files and pictures.
pub struct Watch<'a> {
    pub progress: &'a dyn Fn(u64, u64),
    pub stop: &'a Cell<bool>,
}

impl Watch<'_> {
    async fn step(&self, done: usize, all: usize) -> Result<(), ExportError> {
        (self.progress)(done as u64, all as u64);
        turn::breathe().await;
        match self.stop.get() {
            true => Err(ExportError::Cancelled),
            false => Ok(()),
        }
    }
}

/// Makes the file.
pub async fn export(
    register: Register,
    cipher: &AppCipher,
    wish: Wish,
    watch: Watch<'_>,
) -> Result<Made, ExportError> {
    let (whole, today) = (wish.whose == Whose::Everyones, register.today.get_untracked());
    let ids = match whole {
        true => register.summaries.with_untracked(|all| all.keys().copied().collect()),
        false => register.summaries.with_untracked(|all| pupils_of(all, &wish.whose, register.me(), today)),
    };
    say_so(register, &wish, ids.len()).await?;
    undo::withdraw(register).await?;
    let mut out = Out::begin(cipher, wish.seal.as_ref()).await?;
    let mut references = References::default();
    let text = Text::begin(&header(register, whole, wish.seal.is_some()), wish.seal.is_some());
    let mut text = text.ok_or(ExportError::NoRoom)?;
    let mut waiting: Vec<Vec<u8>> = Vec::new();
    let chosen = match whole {
        true => None,
        false => {
            // Wherever a child is found, a team notes the school that takes it in.
            let schools = matches!(wish.whose, Whose::Team(_));
            Some(caseload(register, ids.clone(), schools, &mut references).await?)
        }
    };
    let count = chosen.as_ref().map_or(ids.len(), BTreeMap::len);
    let mut done = 0;
    let mut rest = chosen.map(|files| files.into_values().collect::<Vec<_>>());
    for some in 0..count.div_ceil(CHUNK) {
        let files = match &mut rest {
            Some(files) => files.drain(..CHUNK.min(files.len())).collect(),
            None => read(register, ids.iter().skip(some * CHUNK).take(CHUNK).copied().collect()).await?,
        };
        for file in &files {
            references.gather(file);
            text.writer.file(file);
        }
        done += files.len();
        // A package says before its text how long it is: the text waits for its end.
        match wish.photos {
            true => waiting.extend(text.take()),
            false => {
                for part in text.take() {
                    out.push(&part).await?;
                }
            }
        }
        watch.step(done, count).await?;
    }
    let end = text.finish();
    let mut photos = 0;
    match wish.photos {
        false => {
            for part in end {
                out.push(&part).await?;
            }
        }
        true => {
            waiting.extend(end);
            photos = package(register, &mut out, waiting, &references, &watch).await?;
        }
    }
    let blob = out.finish().await?;
    let ending = match (wish.seal.is_some(), wish.photos) {
        (true, _) => "sealed",
        (false, true) => "zip",
        (false, false) => "json",
    };
    let name = format!("baoxue-{}.{ending}", register.today.get_untracked());
    Ok(Made { blob, name, files: count, photos })
}

/// The act, in the county's history.
async fn say_so(register: Register, wish: &Wish, files: usize) -> Result<(), KeepError> {
    let said = Handover {
        on: Some(register.today.get_untracked()),
        whole: Some(wish.whose == Whose::Everyones),
        sealed: Some(wish.seal.is_some()),
        photos: Some(wish.photos),
        files: i64::try_from(files).ok(),
        team: match &wish.whose {
            Whose::Team(team) => team.clone(),
            _ => String::new(),
        },
    };
    let record = RecordKey::new(Handover::TABLE.key, new_record());
    let command = Command::set(Act::EXPORT, record, said.write());
    let order = Order { file: register.card().county, kind: FileKind::County, command };
    // What was signed here is proven there by the key that goes along.
    let orders = std::iter::once(order).chain(trust::own_order(register).await?).collect();
    register.keep(orders, Vec::new()).await.map(|_| ())
}

fn header(register: Register, whole: bool, sealed: bool) -> Header {
    let card = register.card();
    let join = sealed.then(|| JoinCard {
        secret: register.secret(),
        name: card.name.clone(),
        county: card.county,
        extra: Default::default(),
    });
    Header {
        version: VERSION,
        kind: ExportKind::Mergeable,
        register: RegisterId(card.id),
        scope: if whole { Scope::Whole } else { Scope::Caseload },
        made_at: Hlc { ms: clock::wall(), n: 0 },
        made_by: Some(register.me()),
        practice: card.practice,
        join,
        extra: Default::default(),
    }
}

async fn read(register: Register, ids: Vec<FileId>) -> Result<Vec<File>, KeepError> {
    register.keeper().lock().await.files(&ids).await
}

/// The chosen pupils' files and whatever they name, in the order of ids.
async fn caseload(
    register: Register,
    pupils: Vec<FileId>,
    schools: bool,
    references: &mut References,
) -> Result<BTreeMap<FileId, File>, KeepError> {
    let mut files: BTreeMap<FileId, File> =
        read(register, pupils).await?.into_iter().map(|file| (file.id, file)).collect();
    files.values().for_each(|file| references.gather(file));
    references.files.extend([register.card().county, register.me()]);
    if schools {
        references.files.extend(register.summaries.with_untracked(|all| {
            all.values().filter(|s| s.is_listed() && s.school().is_some()).map(|s| s.id).collect::<Vec<_>>()
        }));
    }
    // A teacher's file names a school; nothing names children in turn.
    for _ in 0..2 {
        let more: Vec<FileId> = register.summaries.with_untracked(|all| {
            let wanted = references.files.iter().filter(|id| !files.contains_key(id));
            wanted.filter(|id| all.get(id).is_some_and(|s| s.pupil().is_none())).copied().collect()
        });
        for file in read(register, more).await? {
            references.gather(&file);
            files.insert(file.id, file);
        }
    }
    Ok(files)
}

/// Text and pictures as a package; gives how many pictures there were. Those that this tablet has not got are left out.
async fn package(
    register: Register,
    out: &mut Out<'_>,
    text: Vec<Vec<u8>>,
    references: &References,
    watch: &Watch<'_>,
) -> Result<usize, ExportError> {
    let mut package = PackageWriter::default();
    let parts: Vec<&[u8]> = text.iter().map(Vec::as_slice).collect();
    out.push(&package.entry(TEXT, &parts)?).await?;
    for part in &text {
        out.push(part).await?;
    }
    let (mut found, all) = (0, references.media.len());
    for (done, hash) in references.media.iter().enumerate() {
        if let Some(bytes) = register.media(hash).await? {
            out.push(&package.medium(hash, &bytes)?).await?;
            out.push(&bytes).await?;
            found += 1;
        }
        watch.step(done + 1, all).await?;
    }
    out.push(&package.finish()).await?;
    Ok(found)
}

#[cfg(test)]
#[cfg(not(target_arch = "wasm32"))]
mod tests {
    use super::*;
    use crate::domain::field::FileKind;
    use crate::register::summary::{CaseBrief, Content, PupilSummary, Summary};
    use std::sync::Arc;

    fn summaries(pupils: &[(u128, u128, &[u128], Option<u128>)]) -> Summaries {
        let one = |(id, school, teachers, joined): &(u128, u128, &[u128], Option<u128>)| {
            let mut summary = Summary::of(&File::new(FileId(*id), FileKind::Pupil));
            summary.joined_into = joined.map(FileId);
            summary.content = Content::Pupil(Box::new(PupilSummary {
                school: Some(FileId(*school)),
                teachers: teachers.iter().map(|id| FileId(*id)).collect(),
                ..PupilSummary::default()
            }));
            (summary.id, Arc::new(summary))
        };
        pupils.iter().map(one).collect()
    }

    #[test]
    fn a_caseload_is_of_one_teacher_or_school_and_two_files_of_a_child_stay_together() {
        let all = summaries(&[
            (1, 100, &[50, 51], None),
            (2, 100, &[51], None),
            (3, 101, &[50], None),
            (4, 101, &[], Some(1)),
        ]);
        let today = day("2026-03-11");
        let ids =
            |whose| pupils_of(&all, &whose, FileId(50), today).iter().map(|id| id.0).collect::<Vec<_>>();
        assert_eq!(ids(Whose::Everyones), [1, 2, 3, 4]);
        assert_eq!(ids(Whose::Mine), [1, 3, 4]);
        assert_eq!(ids(Whose::Teacher(FileId(51))), [1, 2, 4]);
        assert_eq!(ids(Whose::School(FileId(101))), [3, 4]);
        assert_eq!(ids(Whose::School(FileId(7))), []);
    }

    fn day(text: &str) -> Date {
        text.parse().unwrap()
    }

    #[test]
    fn a_team_gets_its_open_cases_and_hears_of_those_closed_this_year() {
        let case = |team: &str, state: &str, closed: Option<&str>| CaseBrief {
            team: team.into(),
            state: state.into(),
            closed_on: closed.map(day),
            ..CaseBrief::default()
        };
        let cases = [
            case("第1组", "CHECKING", None),
            case("第2组", "CHECKING", None),
            case("第1组", "CLOSED", Some("2026-01-05")),
            case("第1组", "CLOSED", Some("2025-05-05")),
            case("", "NEW", None),
        ];
        let mut all = summaries(&[
            (1, 0, &[], None),
            (2, 0, &[], None),
            (3, 0, &[], None),
            (4, 0, &[], None),
            (5, 0, &[], None),
        ]);
        for (summary, case) in all.values_mut().zip(cases) {
            if let Content::Pupil(pupil) = &mut Arc::make_mut(summary).content {
                pupil.cases = vec![case];
            }
        }
        let of = |team: &str| pupils_of(&all, &Whose::Team(team.into()), FileId(50), day("2026-03-11"));
        assert_eq!(of("第1组"), [FileId(1), FileId(3)]);
        assert_eq!(of("第2组"), [FileId(2)]);
        assert_eq!(of("第3组"), []);
    }
}
