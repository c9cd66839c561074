//! The register: files made of changes, their merge, the commands that make changes, and what is derived from files.
//!
//! A file (卷) *is* its set of changes. A change never changes; it names the changes it had seen. The file's records are a
//! pure fold of that set, so two copies of a file merge by union, whatever the order, as often as one likes. Pure.
pub mod apply;
#[cfg(test)]
mod apply_tests;
pub mod arrival;
pub mod breach;
pub mod case;
pub mod causal;
pub mod change;
pub mod check;
pub mod clock;
pub mod command;
pub mod demo;
pub mod derived_id;
pub mod facts;
pub mod file;
pub mod fingerprint;
pub mod history;
pub mod joining;
pub mod lookalike;
pub mod matches;
pub mod merge;
pub mod past;
pub mod search;
pub mod signing;
pub mod standing;
pub mod summary;
pub mod tasks;
pub mod timeline;
pub mod tree;
pub mod worklist;
