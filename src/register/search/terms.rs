//! What was typed, taken apart: numbers, and everything else as characters and letters.
use super::spelling::{bit_of, is_head};
use crate::domain::identity::{fold_name, normalise};

/// The longest term that is looked at, in bytes: 15 characters of a name and some.
const MAX_TERM: usize = 96;
/// Digits of a telephone without its area code.
const SHORTEST_NUMBER: usize = 7;
/// Between the numbers of one file.
pub const SEPARATOR: u8 = 0x1f;

/// One term of what was typed.
pub enum Term {
    /// Three digits or more, one X among them allowed.
    Digits(Vec<u8>),
    Letters {
        text: Vec<u8>,
        wanted: u64,
        latin: bool,
    },
}

/// The terms of a text: all of it as one number, if it is one; else what spaces part, eight at most.
pub fn terms_of(text: &str) -> Vec<Term> {
    let joined: String = text.split_whitespace().collect();
    let whole = digits_of(&joined);
    if is_number(&whole) && joined.chars().count() <= whole.len() + 1 {
        return vec![Term::Digits(whole.into_bytes())];
    }
    text.split_whitespace().filter_map(term).take(8).collect()
}

fn term(text: &str) -> Option<Term> {
    let digits = digits_of(text);
    if is_number(&digits) {
        return Some(Term::Digits(digits.into_bytes()));
    }
    let folded = fold_name(text).replace('ü', "v");
    let chars = folded.chars().scan(0, |bytes, c| {
        *bytes += c.len_utf8();
        (*bytes <= MAX_TERM).then_some(c)
    });
    let text: String = chars.filter(|c| !matches!(c, ';' | ',')).collect();
    let wanted =
        text.chars().filter(|c| is_head(*c)).fold(bit_of(text.chars().next()?), |bits, c| bits | bit_of(c));
    let latin = text.bytes().all(|b| b.is_ascii());
    Some(Term::Letters { text: text.into_bytes(), wanted, latin })
}

/// Three characters or more, digits but for one X: that of an identity number, which a certificate's number goes beyond.
fn is_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (3..=MAX_TERM).contains(&text.len())
        && (digits == text.len() || (digits + 1 == text.len() && text.contains('X')))
}

/// A number as it is kept: cleaned, without the letter of a roll number, hyphens or brackets.
pub fn digits_of(number: &str) -> String {
    let cleaned = normalise(number);
    let text = cleaned.text.strip_prefix(['G', 'J', 'L']).unwrap_or(&cleaned.text);
    text.chars().filter(|c| !matches!(c, '-' | '(' | ')' | '+')).collect()
}

/// Whether digits stand among a file's numbers; `Some(true)` where they are one of them whole.
pub fn find_digits(numbers: &[u8], digits: &[u8]) -> Option<bool> {
    let (head, tail) = digits.split_first_chunk::<3>()?;
    let wanted = u32::from_be_bytes([0, head[0], head[1], head[2]]);
    let (mut run, mut found) = (0_u32, None);
    for (at, byte) in numbers.iter().enumerate() {
        run = (run << 8 | u32::from(*byte)) & 0x00ff_ffff;
        if run == wanted
            && let Some(rest) = numbers.get(at + 1..).and_then(|rest| rest.strip_prefix(tail))
        {
            let ends = |byte: Option<&u8>| byte.is_none_or(|byte| *byte == SEPARATOR);
            let begins = at.checked_sub(3).is_none_or(|before| ends(numbers.get(before)));
            if begins && ends(rest.first()) {
                return Some(true);
            }
            found = Some(false);
            // Nothing so short is a whole number.
            if digits.len() < SHORTEST_NUMBER {
                break;
            }
        }
    }
    found
}

/// A bit for each run of three digits.
pub fn filter_of_digits(digits: &[u8]) -> u64 {
    digits.windows(3).fold(0, |filter, run| {
        let value = run.iter().fold(0_u32, |value, b| value * 11 + u32::from(*b & 0x0f));
        filter | 1 << (value.wrapping_mul(0x9e37_79b1) >> 26)
    })
}
