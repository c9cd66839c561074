//! A child's identity number as a list has it: whole and valid, ruined, or not there.
use crate::domain::date::Date;
use crate::domain::identity::{IdNumber, check_digit};
use serde::{Deserialize, Serialize};
use std::fmt;

/// A whole, valid number, packed: its seventeen digits before the check character, which follows from them.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Whole(u64);

impl From<IdNumber> for Whole {
    fn from(number: IdNumber) -> Whole {
        Whole(number.key())
    }
}

impl Whole {
    pub fn parse(text: &str) -> Option<Whole> {
        IdNumber::parse(text).ok().map(Whole::from)
    }

    /// The seventeen digits as one integer.
    pub fn key(self) -> u64 {
        self.0
    }

    pub fn birth(self) -> Option<Date> {
        let day = self.0 / 1_000 % 100_000_000;
        Date::new((day / 10_000) as i32, (day / 100 % 100) as u8, (day % 100) as u8)
    }

    /// 1 male, 2 female (GB/T 2261.1).
    pub fn sex(self) -> u8 {
        if self.0 % 2 == 1 { 1 } else { 2 }
    }

    /// The eighteen characters.
    pub fn text(self) -> [u8; 18] {
        let mut text = [b'0'; 18];
        let mut rest = self.0;
        for slot in text.iter_mut().take(17).rev() {
            *slot = b'0' + (rest % 10) as u8;
            rest /= 10;
        }
        let check = text.first_chunk::<17>().and_then(|digits| check_digit(digits));
        text[17] = check.unwrap_or(b'?');
        text
    }
}

impl fmt::Display for Whole {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(std::str::from_utf8(&self.text()).unwrap_or_default())
    }
}

/// Masked: a debug print must not leak a child's number.
impl fmt::Debug for Whole {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&crate::domain::identity::mask::id(&self.to_string()))
    }
}

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Number {
    #[default]
    None,
    Whole(Whole),
    /// It keys no one, but what is left of it may speak for a match that a person confirms.
    Ruined(Ruined),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Ruin {
    /// Stored as a number: the last digits are lost.
    Rounded,
    Scientific,
    CheckDigit,
    Length,
    Fifteen,
    ImpossibleDate,
    Masked,
    /// Characters that no number has, or a formula's error.
    Characters,
    /// Whole, but another name stands with it on the same list.
    Shared,
}

#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Ruined {
    pub why: Ruin,
    /// What stands there, cleaned.
    pub text: String,
    /// The least and the greatest number that it can have been, as eighteen digits; 0 where too little is left.
    pub range: (u64, u64),
}

impl fmt::Debug for Ruined {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{:?}({})", self.why, crate::domain::identity::mask::id(&self.text))
    }
}

/// What a ruined number says about a whole one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Left {
    /// It cannot have been that one.
    Contradicts,
    /// It says nothing either way.
    Silent,
    /// One character is wrong, missing or too much, or two stand the wrong way round.
    OneSlip,
    /// The first fifteen digits are the same, or every digit that can be seen.
    Head,
}

/// How many digits are left of a rounded number.
const HEAD: usize = 15;

impl Ruined {
    pub fn new(why: Ruin, text: String) -> Ruined {
        let head = match why {
            Ruin::Scientific | Ruin::Masked | Ruin::Characters => None,
            // Cut short or typed wrong: where is not known, so nothing is sure to be a head but of the full length.
            _ if text.len() < HEAD => None,
            _ => text.get(..HEAD).and_then(|head| head.parse::<u64>().ok()),
        };
        Ruined { why, text, range: head.map_or((0, 0), |head| (head * 1_000, head * 1_000 + 999)) }
    }

    /// A number that a spreadsheet or a 64-bit float rounded, as the eighteen digits that it shows now.
    pub fn rounded(text: String, value: u64) -> Ruined {
        // Floats of this size stand this far apart, and a float's shortest digits lie as far from it again. A number cut to
        // fifteen digits ends in 000, and where its float was written out, near it.
        let near = 1 << value.checked_ilog2().unwrap_or_default().saturating_sub(52);
        let cut = value.saturating_add(500) / 1_000 * 1_000;
        let (least, most) = match value.abs_diff(cut) <= near {
            true => (value.min(cut), cut.saturating_add(999)),
            false => (value, value.saturating_add(near)),
        };
        Ruined { why: Ruin::Rounded, text, range: (least.saturating_sub(near), most) }
    }

    /// The birth date in what is left, where the digits of it are sure to be right.
    pub fn birth(&self) -> Option<Date> {
        let born = |value: u64| Whole(value / 10).birth();
        let sure =
            matches!(self.why, Ruin::Rounded | Ruin::Shared) && born(self.range.0) == born(self.range.1);
        sure.then(|| born(self.range.1)).flatten()
    }

    /// What is left beside a whole number.
    pub fn beside(&self, whole: Whole) -> Left {
        // A final X was lost when the number became one.
        let (least, most) = (whole.key() * 10, whole.key() * 10 + 9);
        let left = self.range.1 != 0;
        let fits = left && least <= self.range.1 && self.range.0 <= most;
        match self.why {
            Ruin::Shared if self.text.as_bytes() == whole.text() => Left::Head,
            // One text in sixteen to sixty-four looks like a float and is a slip of the hand.
            Ruin::Rounded
                if !fits && !self.text.ends_with("000") && one_slip(self.text.as_bytes(), &whole.text()) =>
            {
                Left::OneSlip
            }
            Ruin::Rounded | Ruin::Shared if left => match fits {
                true => Left::Head,
                false => Left::Contradicts,
            },
            Ruin::Masked => masked(self.text.as_bytes(), &whole.text()),
            Ruin::Scientific | Ruin::Characters | Ruin::Rounded | Ruin::Shared => Left::Silent,
            Ruin::CheckDigit | Ruin::Length | Ruin::Fifteen | Ruin::ImpossibleDate => match fits {
                true => Left::Head,
                false if one_slip(self.text.as_bytes(), &whole.text()) => Left::OneSlip,
                false => Left::Silent,
            },
        }
    }
}

fn masked(seen: &[u8], whole: &[u8; 18]) -> Left {
    // A masked number of another length hides an unknown number of characters.
    if seen.len() != whole.len() {
        return Left::Silent;
    }
    let (mut shown, mut same) = (0, true);
    for (a, b) in seen.iter().zip(whole) {
        if a.is_ascii_digit() {
            shown += 1;
            same &= a == b;
        }
    }
    match (same, shown) {
        (false, _) => Left::Contradicts,
        (true, 10..) => Left::Head,
        (true, _) => Left::Silent,
    }
}

/// Whether one slip of the hand makes the one of the other.
fn one_slip(found: &[u8], whole: &[u8; 18]) -> bool {
    let same = found.iter().zip(whole).take_while(|(a, b)| a == b).count();
    let (a, b) = (found.get(same..).unwrap_or_default(), whole.get(same..).unwrap_or_default());
    let behind = |rest: &[u8], from: usize| rest.get(from..).map(<[u8]>::to_vec);
    match (a, b) {
        ([x, y, ..], [v, w, ..]) if x == w && y == v && behind(a, 2) == behind(b, 2) => true,
        ([_, ..], [_, ..]) if behind(a, 1) == behind(b, 1) => true,
        ([_, ..], _) if behind(a, 1).as_deref() == Some(b) => true,
        (_, [_, ..]) if behind(b, 1).as_deref() == Some(a) => true,
        _ => false,
    }
}

impl Number {
    pub fn whole(&self) -> Option<Whole> {
        match self {
            Number::Whole(whole) => Some(*whole),
            _ => None,
        }
    }

    /// As a person sees it; empty where there is none.
    pub fn shown(&self) -> String {
        match self {
            Number::None => String::new(),
            Number::Whole(whole) => whole.to_string(),
            Number::Ruined(ruined) => ruined.text.clone(),
        }
    }

    /// Another name stands with the number on the same list.
    pub fn block(&mut self) {
        if let Number::Whole(whole) = *self {
            *self = Number::Ruined(Ruined::new(Ruin::Shared, whole.to_string()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Whole {
        Whole::parse(text).unwrap()
    }

    #[test]
    fn a_whole_number_packs_and_unpacks() {
        for text in ["370299201209010013", "370299201209010021", "37029920120901003X", "11010519491231002X"] {
            let number = whole(text);
            assert_eq!(number.to_string(), text);
            assert_eq!(number.birth(), Some(IdNumber::parse(text).unwrap().birth()));
        }
        assert_eq!((whole("370299201209010013").sex(), whole("370299201209010021").sex()), (1, 2));
        assert_eq!(Whole::parse("370299201209010012"), None);
    }

    #[test]
    fn what_is_left_speaks_for_the_number_or_against_it() {
        let number = whole("370299201209010013");
        let other = whole("37029920120901003X");
        let slip = |text: &str| Ruined::new(Ruin::CheckDigit, text.to_owned());
        let rounded = |value: u64| Ruined::rounded(value.to_string(), value);
        let cases = [
            (slip("370299201209010012"), number, Left::Head),
            (slip("370299201209010113"), number, Left::Head),
            (slip("370299201201010013"), number, Left::OneSlip),
            (slip("370299202109010013"), number, Left::OneSlip),
            (slip("370299201210910013"), number, Left::Silent),
            (Ruined::new(Ruin::Length, "37029920120901013".into()), number, Left::Head),
            (Ruined::new(Ruin::Length, "3702992012901013".into()), number, Left::Silent),
            (Ruined::new(Ruin::Length, "37029901209010013".into()), number, Left::OneSlip),
            (Ruined::new(Ruin::Masked, "3702**********0013".into()), number, Left::Silent),
            (Ruined::new(Ruin::Masked, "370299********0013".into()), number, Left::Head),
            (Ruined::new(Ruin::Masked, "370299********0013".into()), other, Left::Contradicts),
            (Ruined::new(Ruin::Scientific, "3.70299E17".into()), number, Left::Silent),
            (rounded(370299201209010000), number, Left::Head),
            (rounded(370299201209010048), number, Left::Head),
            (rounded(370299201209009984), number, Left::Head),
            (rounded(370299201209011000), number, Left::Contradicts),
            (rounded(370299201209010100), number, Left::Contradicts),
            (rounded(370299201209009000), number, Left::Contradicts),
            (rounded(370299202109010013), number, Left::OneSlip),
            // Cut to fifteen digits, and then written out as the float of that.
            (rounded(370299201209014976), whole("370299201209015674"), Left::Head),
        ];
        for (ruined, number, left) in cases {
            assert_eq!(ruined.beside(number), left, "{}", ruined.text);
        }
    }
}
