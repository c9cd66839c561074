//! Words of the pages, one file an area.
mod gate;
mod help;
mod nav;
mod people;
mod pupils;
mod settings;
mod today;
mod transfer;
mod visit;

pub use gate::{Gate, Lock, Risk, Secret, Trouble};
pub use help::Help;
pub use nav::Nav;
pub use people::People;
pub use pupils::Pupils;
pub use settings::Settings;
pub use today::Today;
pub use transfer::Transfer;
pub use visit::VisitPage;
