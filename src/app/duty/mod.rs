//! The county's duty file: where it is, how pages follow it, and the acts that are signed or leave the tablet.
//!
//! One file of the kind county with an id derived from the register's secret, so that all tablets of a county write into the same
//! one. It goes with the whole register and with no caseload.
pub mod departments;

use crate::app::cases::{signed, standing};
use crate::app::keeper::{KeepError, Media, Order, Saved};
use crate::app::register::{Loaded, Register, Summaries, new_record};
use crate::app::trust;
use crate::app::visit_draft::content_hash;
use crate::domain::calendar::{Month, SchoolYear};
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records;
use crate::domain::records::duty::DutyScan;
use crate::domain::records::duty_score::ScoreSheet;
use crate::domain::value::Values;
use crate::register::change::{Act, RecordKey, Sets};
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::summary::SchoolSummary;
use crate::report::duty::Duty;
use crate::report::duty::red_line::Trace;
use crate::report::duty::score::{Frozen, Input, freeze, pupils_by_school, sheet};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub fn file_id(register: Register) -> FileId {
    register.secret().file_id(FileKind::County, &["duty"])
}

/// The duty file as pages follow it.
#[derive(Clone, Copy)]
pub struct DutyFile {
    pub id: FileId,
    pub loaded: RwSignal<Loaded>,
    pub file: Memo<Option<Arc<File>>>,
    pub duty: Memo<Arc<Duty>>,
    pub failed: Memo<Option<Arc<KeepError>>>,
}

/// Reads the file and reads it again whenever it changes; before anything is written it is empty.
pub fn watch(register: Register) -> DutyFile {
    let id = file_id(register);
    let loaded = register.watch(move || Some(id));
    let file = Memo::new(move |_| match loaded.get() {
        Loaded::Ready(file) => Some(file),
        Loaded::Loading | Loaded::Failed(_) => None,
    });
    let duty = Memo::new(move |_| Arc::new(file.get().map(|file| Duty::of(&file)).unwrap_or_default()));
    let failed = Memo::new(move |_| match loaded.get() {
        Loaded::Failed(why) if !matches!(*why, KeepError::NoSuchFile(_)) => Some(why),
        _ => None,
    });
    DutyFile { id, loaded, file, duty, failed }
}

/// An order that sets records of the duty file.
pub fn order(register: Register, act: Act, sets: Sets) -> Order {
    Order { file: file_id(register), kind: FileKind::County, command: Command::Set { act, sets } }
}

/// The values with the unlocked slot's signature over all of them.
async fn sealed(register: Register, id: RecordId, values: Values) -> Result<Values, KeepError> {
    Ok(signed(&register.vault(), file_id(register), id, register.me(), values).await?)
}

/// Keeps an order of the duty file with every record signed that asks for it.
pub async fn keep_signed(register: Register, order: Order) -> Result<Saved, KeepError> {
    let Command::Set { act, sets } = order.command.clone() else {
        return register.keep(vec![order], Vec::new()).await;
    };
    let mut done = Sets::new();
    for (key, values) in sets {
        let asks = records::table(&key.table).is_some_and(|table| table.field("signature").is_some());
        let values = if asks { sealed(register, key.id, values).await? } else { values };
        done.insert(key, values);
    }
    let order = Order { command: Command::Set { act, sets: done }, ..order };
    // The key goes along, so that other tablets can prove it.
    let orders = std::iter::once(order).chain(trust::own_order(register).await?).collect();
    register.keep(orders, Vec::new()).await
}

/// Whether the author's key signed a deed of a red line as it stands.
pub async fn proven(register: Register, trace: &Trace) -> Result<bool, KeepError> {
    let vault = register.vault();
    let found = standing(&vault, file_id(register), trace.key.id, trace.by, &trace.values).await?;
    Ok(found.is_proven())
}

/// Whether the person who closed a sheet signed it as it stands, and its lines still make its total.
pub async fn proven_sheet(register: Register, file: &File, frozen: &Frozen) -> Result<bool, KeepError> {
    let key = RecordKey::new(ScoreSheet::TABLE.key, frozen.id);
    let adds_up = frozen.record.total == Some(frozen.sheet.total());
    let record = file.record(&key).filter(|_| adds_up);
    let author =
        record.and_then(|record| Some((record, file.changes().get(*record.live("total").first()?)?.by)));
    let Some((record, by)) = author else { return Ok(false) };
    let vault = register.vault();
    Ok(standing(&vault, file.id, frozen.id, by, &record.values).await?.is_proven())
}

/// The months for which each school submitted its report.
pub type Filed = BTreeMap<FileId, BTreeSet<Month>>;

pub fn filed(files: &Summaries) -> Filed {
    let schools = files.values().filter_map(|file| Some((file.id, file.school()?)));
    let months = |school: &SchoolSummary| school.reports.iter().map(|report| Month::of(report.on)).collect();
    let filed = schools.filter(|(_, school)| !school.reports.is_empty());
    filed.map(|(id, school)| (id, months(school))).collect()
}

/// Does something with what the score sheets of these schools are computed from, each in turn (tracked).
pub fn with_scores<T>(
    register: Register,
    duty: &Duty,
    year: SchoolYear,
    schools: &[FileId],
    filed: &Filed,
    then: impl Fn(&Input) -> T,
) -> Vec<T> {
    let (policy, calendar, today) = (register.policy.get(), register.calendar.get(), register.today.get());
    register.summaries.with(|files| {
        let by_school = pupils_by_school(files, today.min(year.last_day()));
        let (policy, calendar) = (&policy, &calendar);
        let of = |school: &FileId| {
            let pupils = by_school.get(school).map(Vec::as_slice).unwrap_or_default();
            // Where nobody submits reports here, the assessor scores them.
            let none = BTreeSet::new();
            let reports = (!filed.is_empty()).then(|| filed.get(school).unwrap_or(&none));
            then(&Input { duty, pupils, policy, calendar, today, year, school: *school, reports })
        };
        schools.iter().map(of).collect()
    })
}

/// Closes a school's score sheet as it is now, signed.
pub async fn close_sheet(
    register: Register,
    duty: Arc<Duty>,
    year: SchoolYear,
    school: FileId,
    filed: &Filed,
) -> Result<Saved, KeepError> {
    let id = new_record();
    let frozen = untrack(|| {
        with_scores(register, &duty, year, &[school], filed, |input| freeze(input, &sheet(input), id))
    });
    let sets = frozen.into_iter().next().unwrap_or_default();
    keep_signed(register, order(register, Act::FREEZE, sets)).await
}

/// One photographed page, shrunk.
pub struct Page {
    pub picture: Vec<u8>,
    pub thumbnail: Vec<u8>,
}

/// Keeps pages of a record in one transaction with what names them.
pub async fn add_scans(register: Register, of: RecordId, pages: Vec<Page>) -> Result<Saved, KeepError> {
    let (mut sets, mut media) = (Sets::new(), Vec::new());
    for page in pages {
        let [picture, thumbnail] =
            [page.picture, page.thumbnail].map(|bytes| Media { hash: content_hash(&bytes), bytes });
        let scan = DutyScan {
            of: of.to_string(),
            media: picture.hash.clone(),
            thumbnail: thumbnail.hash.clone(),
            taken: Some(register.today.get_untracked()),
        };
        sets.insert(RecordKey::new(DutyScan::TABLE.key, new_record()), scan.write());
        media.extend([picture, thumbnail]);
    }
    register.keep(vec![order(register, Act::ADD_PHOTO, sets)], media).await
}
