//! Taking departments' lists in: opened at the worker's desk, seen beside the register, taken in as one save.
//!
//! 1. [`open`] each file and take its [`batch::sheets_of`]; 2. a person corrects what a sheet or a column means;
//! 3. [`batch::preview`], the very plans that are taken in; 4. a person chooses; 5. [`take_in`], which
//!    [`exchange::undo`](crate::app::exchange::undo) takes back.
pub mod batch;
pub mod keeping;
pub mod marks;

use crate::app::exchange::undo::{self, Imported};
use crate::app::keeper::{KeepError, Order, Saved};
use crate::app::register::Register;
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::lists::compare::job::{Question, Reply};
use crate::lists::issue::Place;
use crate::lists::job::{Answer, Ask};
use crate::lists::mapping::Memory;
use crate::lists::read::Unread;
use crate::lists::roster::RosterRow;
use crate::lists::rows::{CarersRow, FindingRow};
use crate::lists::schools::SchoolRow;
use crate::lists::sheet::LIMITS;
use crate::lists::take_in::placements::Placed;
use crate::lists::take_in::roster::Namesake;
use crate::lists::take_in::suspects::{Comparison, Suspect};
use crate::lists::take_in::{self, Directory, FieldChange, Files, Item, TakeIn};
use crate::lists::taking::Taken;
use crate::platform::clock;
use crate::platform::worker::{Desk, DeskError, Tool};
use crate::vault::{Area, Put};
use js_sys::Uint8Array;
use leptos::prelude::WithUntracked;
use std::rc::Rc;

/// Where the tablet keeps what was decided about departments' headings.
const MEMORIES: &str = "list_headings";

/// A file of this many bytes is refused before it is read into memory.
pub fn too_large(file: &str, bytes: u64) -> Option<Answer> {
    let why = Unread::TooLarge { bytes, limit: LIMITS.bytes };
    (bytes > LIMITS.bytes).then(|| Answer::Unread { file: file.to_owned(), why })
}

/// Opens a file at the desk, which keeps it until [`Ask::Close`] or until the desk is stopped. `progress` is told how many
/// rows are read.
pub async fn open(
    desk: &Desk,
    file: String,
    bytes: Uint8Array,
    memories: Vec<Memory>,
    progress: Rc<dyn Fn(u32)>,
) -> Result<Answer, DeskError> {
    match too_large(&file, u64::from(bytes.length())) {
        Some(refused) => Ok(refused),
        None => put_to(desk, &Ask::Open { file, memories }, bytes, progress).await,
    }
}

/// Asks about the files that are open.
pub async fn ask(desk: &Desk, question: &Ask) -> Result<Answer, DeskError> {
    put_to(desk, question, Uint8Array::new_with_length(0), Rc::new(|_| {})).await
}

/// Asks about lists that are compared; `chunk` is what [`Question::Load`] loads.
pub async fn question(desk: &Desk, question: Question, chunk: &[u8]) -> Result<Reply, DeskError> {
    match put_to(desk, &Ask::Compare(question), Uint8Array::from(chunk), Rc::new(|_| {})).await? {
        Answer::Compared(reply) => Ok(reply),
        _ => Err(DeskError::OtherVersion),
    }
}

async fn put_to(
    desk: &Desk,
    question: &Ask,
    bytes: Uint8Array,
    progress: Rc<dyn Fn(u32)>,
) -> Result<Answer, DeskError> {
    let question = postcard::to_allocvec(question).map_err(|_| DeskError::OtherVersion)?;
    let answer = desk.hand_over(Tool::Lists, &question, bytes, progress).await?;
    postcard::from_bytes(&answer).map_err(|_| DeskError::OtherVersion)
}

/// What was decided about departments' headings on this tablet.
pub async fn memories(register: Register) -> Result<Vec<Memory>, KeepError> {
    let kept = register.vault().read(Area::Meta, MEMORIES).await?;
    // A form of another version is forgotten: headings are proposed afresh.
    Ok(kept.and_then(|bytes| postcard::from_bytes(&bytes).ok()).unwrap_or_default())
}

/// Keeps a decision in the place of an earlier one about the same department and kind of list.
pub async fn remember(register: Register, memory: Memory) -> Result<(), KeepError> {
    let mut all = memories(register).await?;
    all.retain(|kept| (kept.kind, &kept.unit) != (memory.kind, &memory.unit));
    all.push(memory);
    let Ok(bytes) = postcard::to_allocvec(&all) else { return Ok(()) };
    Ok(register.vault().commit(vec![Put::value(Area::Meta, MEMORIES, bytes)], clock::wall()).await?)
}

/// The list of schools beside the register.
pub async fn plan_schools(register: Register, taken: &Taken<SchoolRow>) -> Result<TakeIn, KeepError> {
    let (directory, secret) = (directory(register), register.secret());
    let files = files(register, take_in::schools::needs(taken, &directory, &secret)).await?;
    Ok(take_in::schools::plan(taken, &directory, &files, &secret, clock::today()))
}

/// The roster beside the register, and beside a list of schools that is to be taken in with it. Also who on it may be the
/// person at the tablet, whose own file names no school yet; with `mine`, the school of one of these, that person is the teacher.
pub async fn plan_roster(
    register: Register,
    taken: &Taken<RosterRow>,
    schools: Option<&TakeIn>,
    mine: Option<FileId>,
) -> Result<(TakeIn, Vec<Namesake>), KeepError> {
    let (mut directory, secret) = (directory(register), register.secret());
    if let Some(schools) = schools {
        directory = directory.with_schools(schools);
    }
    let me = register.summaries.with_untracked(|all| all.get(&register.me()).cloned());
    let me = me.filter(|me| me.is_listed() && me.staff().is_some_and(|staff| staff.school.is_none()));
    let namesakes =
        me.as_ref().map(|me| take_in::roster::namesakes(taken, &directory, &me.name)).unwrap_or_default();
    let is_mine = |school: &FileId| namesakes.iter().any(|one| one.school == *school);
    if let (Some(me), Some(school)) = (me, mine.filter(is_mine)) {
        directory = directory.with_teacher(school, &me.name, me.id);
    }
    let files = files(register, take_in::roster::needs(taken, &directory, &secret)).await?;
    Ok((take_in::roster::plan(taken, &directory, &files, &secret, clock::today()), namesakes))
}

/// The cases that suspects of a comparison become; take in what only adds.
pub async fn plan_suspects(
    register: Register,
    suspects: &[Suspect],
    comparison: &Comparison,
) -> Result<TakeIn, KeepError> {
    let (directory, secret) = (directory(register), register.secret());
    let files = files(register, take_in::suspects::needs(suspects, &directory, &secret)).await?;
    Ok(take_in::suspects::plan(suspects, comparison, &directory, &files, &secret, clock::today()))
}

/// The placements that the school roll tells of, from its day. Take in what only adds.
pub async fn plan_placements(register: Register, placed: &[Placed], from: Date) -> Result<TakeIn, KeepError> {
    let (directory, secret) = (directory(register), register.secret());
    let files = files(register, take_in::placements::needs(placed, &directory, &secret)).await?;
    Ok(take_in::placements::plan(placed, from, &directory, &files, &secret, clock::today()))
}

/// The findings of the inspection teams beside the cases; `list` names them. Take in what only adds.
pub async fn plan_findings(
    register: Register,
    rows: &[(Place, FindingRow)],
    as_of: Option<Date>,
    list: &str,
) -> Result<TakeIn, KeepError> {
    let (directory, secret) = (directory(register), register.secret());
    let files = files(register, take_in::findings::needs(rows, &directory, &secret)).await?;
    Ok(take_in::findings::plan(rows, as_of, list, &directory, &files, &secret, clock::today()))
}

/// The ledger of carers beside the pupils' files. Take in what only adds.
pub async fn plan_carers(
    register: Register,
    rows: &[(Place, CarersRow)],
    as_of: Option<Date>,
) -> Result<TakeIn, KeepError> {
    let (directory, secret) = (directory(register), register.secret());
    let files = files(register, take_in::carers::needs(rows, &directory, &secret)).await?;
    Ok(take_in::carers::plan(rows, as_of, &directory, &files, &secret, clock::today()))
}

/// Takes the lists in as one save, in this order: new files whole, and of changed ones the fields that `accept` says yes to.
/// Afterwards the state before is on offer.
pub async fn take_in(
    register: Register,
    plans: &[&TakeIn],
    accept: impl Fn(&Item, &FieldChange) -> bool,
) -> Result<Saved, KeepError> {
    let commands = plans.iter().flat_map(|plan| plan.commands(&accept));
    let orders: Vec<Order> = commands.map(|(file, kind, command)| Order { file, kind, command }).collect();
    let mut ids: Vec<FileId> = orders.iter().map(|order| order.file).collect();
    ids.sort_unstable();
    ids.dedup();
    let before = undo::snapshot(register, &ids).await?;
    let saved = register.keep(orders, Vec::new()).await?;
    undo::offer(register, Imported::Lists, before, Vec::new()).await?;
    Ok(saved)
}

fn directory(register: Register) -> Directory {
    register.summaries.with_untracked(|all| Directory::of(all.values().map(AsRef::as_ref)))
}

async fn files(register: Register, mut ids: Vec<FileId>) -> Result<Files, KeepError> {
    register.summaries.with_untracked(|all| ids.retain(|id| all.contains_key(id)));
    let files = register.keeper().lock().await.files(&ids).await?;
    Ok(files.into_iter().map(|file| (file.id, file)).collect())
}
