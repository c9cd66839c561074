//! Telephone numbers: eleven-digit mobiles, fixed lines with or without their area code.
use super::normalise;
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Phone {
    digits: [u8; 12],
    len: u8,
    pub kind: PhoneKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PhoneKind {
    Mobile,
    /// With its area code of this many digits.
    Fixed {
        area: u8,
    },
    /// A fixed line of the same area: seven or eight digits.
    Local,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhoneFault {
    Empty,
    Charset(char),
    /// Digits found.
    Length(usize),
    /// Eleven digits that no network has.
    UnknownPrefix,
    Masked,
    Scientific,
}

impl Phone {
    /// Reads a number as people write it: width, spaces, hyphens, brackets, +86 and a spreadsheet's `.0` are forgiven.
    pub fn parse(text: &str) -> Result<Phone, PhoneFault> {
        let cleaned = normalise(text);
        let text: &str = &cleaned.text;
        let text = text.strip_suffix(".0").unwrap_or(text);
        let text = text.strip_prefix("+86").or_else(|| text.strip_prefix("0086")).unwrap_or(text);
        if text.contains('*') {
            return Err(PhoneFault::Masked);
        }
        if text.contains("E+") {
            return Err(PhoneFault::Scientific);
        }
        let mut digits = [0_u8; 12];
        let mut len = 0_usize;
        for c in text.chars().filter(|c| !matches!(c, '-' | '(' | ')' | '‐' | '–' | '—')) {
            let digit = u8::try_from(c).ok().filter(u8::is_ascii_digit).ok_or(PhoneFault::Charset(c))?;
            if let Some(slot) = digits.get_mut(len) {
                *slot = digit;
            }
            len += 1;
        }
        // Beijing and nine more cities have two digits behind the 0, all others three.
        let kind = match (&digits, len) {
            (_, 0) => return Err(PhoneFault::Empty),
            ([b'1', b'3'..=b'9', ..], 11) => PhoneKind::Mobile,
            ([b'0', b'1' | b'2', ..], 10 | 11) => PhoneKind::Fixed { area: 3 },
            ([b'0', b'3'..=b'9', ..], 11 | 12) => PhoneKind::Fixed { area: 4 },
            ([b'2'..=b'9', ..], 7 | 8) => PhoneKind::Local,
            (_, 11) => return Err(PhoneFault::UnknownPrefix),
            (_, found) => return Err(PhoneFault::Length(found)),
        };
        Ok(Phone { digits, len: len as u8, kind })
    }

    /// The digits alone, as stored and searched.
    pub fn digits(&self) -> &str {
        self.digits
            .get(..usize::from(self.len))
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .unwrap_or_default()
    }
}

/// `13812345678`, `0532-88886666`.
impl fmt::Display for Phone {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        let cut = match self.kind {
            PhoneKind::Fixed { area } => usize::from(area),
            _ => return f.write_str(self.digits()),
        };
        let (area, line) = self.digits().split_at_checked(cut).unwrap_or_default();
        write!(f, "{area}-{line}")
    }
}

/// Masked, as every print that nobody asked for.
impl fmt::Debug for Phone {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&super::mask::phone(self.digits()))
    }
}
