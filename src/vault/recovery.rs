//! The recovery code: 130 random bits that open a slot of their own, printed once: `7K3M-Q9XT-…`, seven groups of four.
//!
//! Written in Crockford's base 32 (no I, L, O, U); the last two symbols are a checksum, so that a slip of the pen is told
//! apart from a wrong sheet. Pure; randomness comes in.
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

const SYMBOLS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const RANDOM: usize = 26;
const CHECK: usize = 2;
const GROUP: usize = 4;

/// As printed, with hyphens. Wiped when dropped.
pub struct RecoveryCode(Zeroizing<String>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RecoveryError {
    /// This many symbols, where 28 are expected.
    Length { found: usize, expected: usize },
    /// No such symbol in any code.
    Symbol { found: char, at: usize },
    /// The symbols do not belong together: one is misread.
    Checksum,
}

fn check(symbols: &[u8]) -> [u8; CHECK] {
    let digest = Sha256::digest([b"baoxue recovery ", symbols].concat());
    let [a, b, ..] = <[u8; 32]>::from(digest);
    [symbol(a), symbol(b)]
}

fn symbol(byte: u8) -> u8 {
    SYMBOLS.get(usize::from(byte & 31)).copied().unwrap_or(b'0')
}

impl RecoveryCode {
    /// From 26 random bytes, five bits each.
    pub fn from_random(random: &[u8; RANDOM]) -> Self {
        let mut symbols: Zeroizing<Vec<u8>> =
            Zeroizing::new(random.iter().map(|byte| symbol(*byte)).collect());
        let check = check(&symbols);
        symbols.extend_from_slice(&check);
        let mut text = String::with_capacity(symbols.len() * 5 / 4);
        for (i, symbol) in symbols.iter().enumerate() {
            if i > 0 && i % GROUP == 0 {
                text.push('-');
            }
            text.push(char::from(*symbol));
        }
        RecoveryCode(Zeroizing::new(text))
    }

    /// For the printed sheet.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What goes into the key derivation: the symbols without hyphens.
    pub fn secret(&self) -> Zeroizing<Vec<u8>> {
        Zeroizing::new(self.0.bytes().filter(|b| *b != b'-').collect())
    }

    /// Reads what a person typed: case, spaces and hyphens do not matter, O is 0, I and L are 1.
    pub fn read(typed: &str) -> Result<Self, RecoveryError> {
        let mut symbols = Zeroizing::new(Vec::with_capacity(RANDOM + CHECK));
        for (at, c) in typed.chars().enumerate() {
            let folded = match c.to_ascii_uppercase() {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            };
            match u8::try_from(folded) {
                Ok(byte) if SYMBOLS.contains(&byte) => symbols.push(byte),
                _ if c.is_whitespace() || matches!(c, '-' | '–' | '—' | '－' | '_' | '.') => (),
                _ => return Err(RecoveryError::Symbol { found: c, at }),
            }
        }
        let (random, given) = symbols.split_at_checked(RANDOM).unwrap_or((&symbols, &[]));
        if random.len() + given.len() != RANDOM + CHECK {
            return Err(RecoveryError::Length { found: symbols.len(), expected: RANDOM + CHECK });
        }
        if check(random) != given {
            return Err(RecoveryError::Checksum);
        }
        let mut bits = [0u8; RANDOM];
        for (bit, found) in bits.iter_mut().zip(random) {
            *bit = SYMBOLS.iter().position(|s| s == found).and_then(|at| u8::try_from(at).ok()).unwrap_or(0);
        }
        Ok(Self::from_random(&bits))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> RecoveryCode {
        let mut random = [0u8; RANDOM];
        for (i, byte) in random.iter_mut().enumerate() {
            *byte = (i * 37 + 5) as u8;
        }
        RecoveryCode::from_random(&random)
    }

    #[test]
    fn a_printed_code_reads_back_however_it_is_typed() {
        let code = sample();
        let shown = code.as_str().to_owned();
        assert_eq!(shown.len(), 34, "{shown}");
        for typed in [
            shown.clone(),
            shown.to_lowercase(),
            shown.replace('-', ""),
            shown.replace('-', " "),
            shown.replace('0', "o").replace('1', "l"),
            format!("  {shown}\n"),
        ] {
            assert_eq!(
                RecoveryCode::read(&typed).map(|c| c.as_str().to_owned()),
                Ok(shown.clone()),
                "{typed}"
            );
        }
    }

    #[test]
    fn a_slip_of_the_pen_is_noticed() {
        let shown = sample().as_str().replace('-', "");
        assert_eq!(RecoveryCode::read("7K3M").err(), Some(RecoveryError::Length { found: 4, expected: 28 }));
        assert_eq!(
            RecoveryCode::read(&format!("{shown}0")).err(),
            Some(RecoveryError::Length { found: 29, expected: 28 })
        );
        assert_eq!(RecoveryCode::read("7K3U").err(), Some(RecoveryError::Symbol { found: 'U', at: 3 }));
        let mut noticed = 0;
        for at in 0..shown.len() {
            let mut bytes = shown.clone().into_bytes();
            bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
            let typed = String::from_utf8(bytes).unwrap();
            noticed += usize::from(RecoveryCode::read(&typed).err() == Some(RecoveryError::Checksum));
        }
        assert_eq!(noticed, shown.len());
    }
}
