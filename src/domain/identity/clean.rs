//! A number's text as it should have been typed (domain.md §6.2): width, case, spaces and what stands behind it.
use crate::domain::compatibility::Compatible;
use std::borrow::Cow;

/// A number's text, cleaned, and what was done to it that the user should see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cleaned<'a> {
    pub text: Cow<'a, str>,
    /// What stood behind the number: `(父)`, a second number; empty where nothing did.
    pub trailing: String,
    /// A multiplication sign was read as X.
    pub times_sign: bool,
}

impl Cleaned<'_> {
    pub fn has_warning(&self) -> bool {
        self.times_sign || !self.trailing.is_empty()
    }
}

/// NFKC, capitals, × as X, no spaces (NBSP, U+3000, zero-width, tabs), quotes or `=`; text behind the number is split off.
/// Idempotent. Text that is clean already is borrowed.
pub fn normalise(text: &str) -> Cleaned<'_> {
    if text.bytes().all(|b| b.is_ascii_digit() || b.is_ascii_uppercase()) {
        return Cleaned { text: Cow::Borrowed(text), trailing: String::new(), times_sign: false };
    }
    let mut times_sign = false;
    let mut clean = pass(text, &mut times_sign);
    // What was stripped may bring together what NFKC joins; such text settles after a round or two.
    for _ in 0..8 {
        let next = pass(&clean, &mut times_sign);
        if next == clean {
            break;
        }
        clean = next;
    }
    let trailing = split(&mut clean);
    Cleaned { text: Cow::Owned(clean), trailing, times_sign }
}

fn pass(text: &str, times_sign: &mut bool) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| !is_noise(*c)).compatible().filter(|c| !is_noise(*c)) {
        out.push(match c {
            '×' | '✕' | '✖' | '⨯' | '╳' => {
                *times_sign = true;
                'X'
            }
            c => c.to_ascii_uppercase(),
        });
    }
    out
}

/// Marks that carry no meaning in a number: spaces, invisible characters, quotes, a formula's equals sign.
pub(super) fn is_noise(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || is_invisible(c)
        || matches!(c, '\'' | '"' | '`' | '´' | '‘' | '’' | '“' | '”' | '=' | '\u{2032}')
}

/// Zero-width and direction marks, soft hyphen, byte-order mark, variation selectors.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{00ad}'
        | '\u{fe00}'..='\u{fe0f}')
}

/// Cuts off what stands behind the shortest number there is: fifteen characters.
fn split(clean: &mut String) -> String {
    let behind =
        |c: char| matches!(c, '(' | '[' | '【' | '/' | '\\' | '、' | ',' | ';' | '。' | ':') || is_han(c);
    let at = clean.char_indices().skip(15).find(|(_, c)| behind(*c)).map(|(at, _)| at);
    at.map(|at| clean.split_off(at)).unwrap_or_default()
}

/// A Chinese character, extensions included.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}' | '〇')
}
