//! Words of the pages, one file an area.
mod child;
mod county;
mod gate;
mod help;
mod nav;
mod organisation;
mod people;
mod pupils;
mod record;
mod settings;
mod today;
mod transfer;
mod visit;

pub use child::Child;
pub use county::{County, list_label, source_text};
pub use gate::{Gate, Lock, Risk, Secret, Trouble};
pub use help::Help;
pub use nav::Nav;
pub use organisation::Organisation;
pub use people::People;
pub use pupils::Pupils;
pub use record::Record;
pub use settings::Settings;
pub use today::Today;
pub use transfer::Transfer;
pub use visit::VisitPage;
