//! Papers on A4: makers give them as data ([`crate::report::paper`]), this lays them out on real pages, numbered, with who printed them
//! and when at the foot. What stands on the screen is what comes out of the printer, in every browser.
//!
//! | file | what |
//! |---|---|
//! | `blocks` | the parts of a paper |
//! | `measure` | where pages end |
//! | `sheets` | the pages |
//! | `table` | any table as a paper |
//! | `page` | the page of a print: back, whole or masked numbers, print |
mod blocks;
mod measure;
mod page;
mod sheets;
mod table;

pub use page::{Numbers, PaperPage};
pub use sheets::Sheets;
pub use table::{paper_table, table_paper};
