//! State and use-cases: what the pages read (signals of plain data) and what they ask for (`dispatch`). No DOM.
pub mod layout;
