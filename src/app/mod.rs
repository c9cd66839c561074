//! State and use-cases: what the pages read (signals of plain data) and what they ask for (`keep`). No DOM.
pub mod backup;
pub mod erase;
pub mod exchange;
pub mod keeper;
pub mod keys;
pub mod layout;
pub mod lists;
pub mod practice;
pub mod ready;
pub mod register;
pub mod selfcheck;
pub mod session;
pub mod visit_draft;
