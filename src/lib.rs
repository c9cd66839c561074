//! 保学 (Baoxue): the case register of a county's children, on a tablet, with no server.
//!
//! The map of the house, from the ground up; a floor may use only those above it in this list:
//!
//! 1. [`domain`]      PURE  the field's words: records, code lists, identity, calendar, policy
//! 2. [`register`]    PURE  files, changes, merge, commands, summaries, tasks
//! 3. [`lists`], [`report`], [`interchange`]  PURE  department lists, figures, files in and out
//! 4. [`vault`], [`platform`]  keys and storage; thin browser edges
//! 5. [`app`]         state and use-cases
//! 6. [`i18n`], [`ui`]  every word a user reads; pages
pub mod app;
pub mod domain;
pub mod i18n;
pub mod interchange;
pub mod lists;
pub mod platform;
pub mod register;
pub mod report;
pub mod ui;
pub mod vault;
