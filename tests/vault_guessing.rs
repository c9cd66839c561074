//! What it costs to guess a passphrase from a copied profile, for the parameters that a new slot gets: one derivation is measured
//! here, the rest is arithmetic that stands below. `cargo test --test vault_guessing -- --nocapture` prints it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a test target")]

use baoxue::vault::kdf::{FLOOR, KdfError, KdfParams, LADDER, derive};
use baoxue::vault::passphrase::FLOOR_BITS;
use std::time::Instant;

const YEAR: f64 = 365.25 * 86_400.0;
/// What the memory of one large graphics card moves in a second: each guess must move three times (two reads, a write) every
/// block of every pass, and no chip computes them faster than its memory gives them.
const CARD_BYTES: f64 = 3.35e12;
/// Drawn by the program: four words of two syllables; the sheet's code.
const GENERATED_BITS: u32 = 64;
const SHEET_BITS: u32 = 130;

fn years(bits: u32, guesses_a_second: f64) -> f64 {
    // On average half of all.
    2_f64.powi(bits as i32 - 1) / guesses_a_second / YEAR
}

#[test]
fn guessing_costs_what_the_readme_says() {
    println!("{:>9} {:>3} {:>9} {:>14} {:>16}", "memory", "t", "measured", "guesses/s", "guesses/s card");
    for (m_kib, t) in LADDER {
        let params = KdfParams { m_kib, t, p: 1, salt: *b"0123456789abcdef" };
        let times = (0..3).map(|n| {
            let from = Instant::now();
            derive(&params, format!("guess {n}").as_bytes()).unwrap();
            from.elapsed().as_secs_f64()
        });
        let best = times.fold(f64::MAX, f64::min);
        let card = CARD_BYTES / (3.0 * f64::from(m_kib) * 1024.0 * f64::from(t));
        println!(
            "{:>5} MiB {t:>3} {:>6.0} ms {:>14.1} {card:>16.0}",
            m_kib / 1024,
            best * 1000.0,
            1.0 / best
        );
        for (what, bits) in [
            ("the weakest own passphrase that is taken", FLOOR_BITS),
            ("a generated passphrase", GENERATED_BITS),
            ("the recovery sheet", SHEET_BITS),
        ] {
            println!(
                "      {what} ({bits} bits): {:.1e} years on one core, {:.1e} years on a thousand cards",
                years(bits, 1.0 / best),
                years(bits, card * 1000.0)
            );
        }
        // A step with less memory makes up for it: no rung lets a card try more than twice as many as the first.
        let first = CARD_BYTES / (3.0 * f64::from(LADDER[0].0) * 1024.0 * f64::from(LADDER[0].1));
        assert!(card < 2.0 * first, "{m_kib} KiB with {t} passes");
    }
    assert!(FLOOR_BITS >= 44);
}

#[test]
fn lowered_parameters_are_refused_before_any_work() {
    for (m_kib, t) in [(8, 1), (FLOOR.0 - 1, FLOOR.1), (FLOOR.0, FLOOR.1 - 1), (1024, 64), (u32::MAX, 1)] {
        let refused = derive(&KdfParams { m_kib, t, p: 1, salt: [0; 16] }, b"x");
        assert!(matches!(refused, Err(KdfError::TooWeak { .. } | KdfError::TooCostly { .. })), "{m_kib} {t}");
    }
}
