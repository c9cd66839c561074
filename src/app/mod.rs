//! State and use-cases: what the pages read (signals of plain data) and what they ask for (`keep`). No DOM.
pub mod audit;
pub mod drafts;
pub mod exchange;
pub mod idle;
pub mod keeper;
pub mod keys;
pub mod layout;
pub mod lists;
pub mod people;
pub mod pin;
pub mod plan_draft;
pub mod presence;
pub mod record_draft;
pub mod register;
pub mod session;
pub mod visit_draft;
