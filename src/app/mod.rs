//! State and use-cases: what the pages read (signals of plain data) and what they ask for (`keep`). No DOM.
pub mod keeper;
pub mod layout;
#[cfg(not(target_arch = "wasm32"))]
pub mod register;
#[cfg(not(target_arch = "wasm32"))]
pub mod session;
