//! The tools of the journeys: a server, a tablet, its network log.

pub mod disk;
pub mod engine;
pub mod netlog;
pub mod pdf;
pub mod process;
pub mod profile;
pub mod site;
pub mod tablet;

pub use site::Host;
pub use tablet::{End, LANDSCAPE, PORTRAIT, Tablet};

/// What a step of a journey gives: a value, or the reason in words.
pub type Step<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// Fails the journey with a sentence unless the condition holds.
pub fn ensure(holds: bool, sentence: impl Into<String>) -> Step {
    if holds { Ok(()) } else { Err(sentence.into().into()) }
}
