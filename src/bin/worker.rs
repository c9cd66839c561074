//! The worker's module: key derivation and spreadsheets, off the main thread.
fn main() {}
