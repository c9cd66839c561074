//! Records that stand once they are made: a submitted report, a closed score sheet, a red line and its steps. They are neither rewritten nor deleted;
//! what becomes of a red line is a step of its own. Undoing one's own slip is a change that every tablet shows.
use crate::register::change::{Act, Change, RecordKey};
use crate::register::command::Refused;
use crate::register::file::File;

const TABLES: [&str; 5] = ["score_sheet", "score_line", "red_line", "red_step", "report"];

/// Refuses a change that touches what stands.
pub fn guard(before: &File, change: &Change) -> Result<(), Refused> {
    if change.act == Act::UNDO || change.act == Act::SETTLE || change.act == Act::BRING_BACK {
        return Ok(());
    }
    let stood = |key: &&RecordKey| TABLES.contains(&key.table.as_ref()) && before.record(key).is_some();
    match change.sets.keys().find(stood) {
        Some(key) => Err(Refused::Stands(key.clone())),
        None => Ok(()),
    }
}
