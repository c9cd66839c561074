//! The pages, one file or folder an area.
pub mod cases;
pub mod changes;
pub mod child;
pub mod compare;
pub mod gate;
pub mod guardian;
pub mod help;
pub mod ledgers;
pub mod organisation;
pub mod people;
pub mod pupils;
pub mod safe;
pub mod settings;
pub mod today;
pub mod transfer;
pub mod visit;
pub mod worklist;
