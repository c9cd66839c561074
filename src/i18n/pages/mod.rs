//! Words of the pages, one file an area.
mod case_file;
mod case_list;
mod cases;
pub mod changes;
mod child;
pub mod compare;
mod county;
pub mod duty;
pub mod duty_paper;
pub mod figures;
mod gate;
mod help;
pub mod ledgers;
mod nav;
mod organisation;
mod people;
mod pupils;
mod record;
mod safe;
mod settings;
mod teaching;
mod today;
mod transfer;
mod visit;
mod worklist;

pub use case_file::{Case, Deed, Sheet, deed};
pub use case_list::Cases;
pub use cases::{
    absence_text, all_missing_text, bar_text, case_task_text, missing_text, proof_text, state_text,
};
pub use child::Child;
pub use county::{County, list_label, source_text};
pub use gate::{Gate, Lock, Risk, Secret, Trouble};
pub use help::{Help, HelpTopic};
pub use ledgers::Ledgers;
pub use nav::Nav;
pub use organisation::Organisation;
pub use people::People;
pub use pupils::Pupils;
pub use record::Record;
pub use safe::{Practice, ReadyCheck, Restoring, Safe, SelfCheck, Tablet};
pub use settings::Settings;
pub use teaching::Teaching;
pub use today::Today;
pub use transfer::Transfer;
pub use visit::VisitPage;
pub use worklist::Worklist;
