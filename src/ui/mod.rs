//! (being built)
pub fn mount() {}
