//! The form renderer: any field table as a form, as a page to read, and as a comparison of before and after.
//!
//! Nothing here knows a single field: controls, labels, marks and words follow from the table. A page gives the draft, the
//! problems found in it ([`check_draft`]), and what ids stand for ([`Refs`]).
mod control;
mod diff;
mod draft;
mod form_view;
mod lines;
mod number;
mod picker;
mod problems;
mod ratings;
mod record_editor;
mod record_view;
mod refs;
mod register_refs;
pub mod show;

pub use control::code_choices;
pub use diff::{DiffRow, DiffView, diff_rows};
pub use draft::{Slot, check_draft, is_asked, tidy};
pub use form_view::FormView;
pub use problems::{FormProblems, focus_field, focus_first};
pub use record_editor::{Editing, RecordEditor};
pub use record_view::RecordView;
pub use refs::{Refs, term_choices};
pub use register_refs::{register_options, register_refs};
