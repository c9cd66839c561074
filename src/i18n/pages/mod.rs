//! Words of the pages, one file an area.
mod gate;
mod help;
mod nav;
mod pupils;
mod safe;
mod settings;
mod today;
mod transfer;
mod visit;

pub use gate::Gate;
pub use help::{Help, HelpTopic};
pub use nav::Nav;
pub use pupils::Pupils;
pub use safe::{Practice, ReadyCheck, Restoring, Safe, SelfCheck, Tablet};
pub use settings::Settings;
pub use today::Today;
pub use transfer::Transfer;
pub use visit::VisitPage;
