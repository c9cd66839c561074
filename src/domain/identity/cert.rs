//! 残疾人证号: the holder's identity number, a digit for the type and one for the grade; B and a digit more after a
//! re-issue (domain.md §3.4).
use super::{IdFault, IdNumber};
use std::fmt;

#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct CertNumber {
    pub id: IdNumber,
    kind: u8,
    grade: u8,
    /// How often it was issued anew, 1–9; 0 for the first issue.
    pub reissue: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CertFault {
    Empty,
    /// Characters found; 20 or 22 expected.
    Length(usize),
    Id(IdFault),
    /// 1–7 expected.
    Type(char),
    /// 1–4 expected.
    Grade(char),
    /// `B1` … `B9` expected in the last two places.
    Reissue,
}

const DIGITS: [&str; 8] = ["", "1", "2", "3", "4", "5", "6", "7"];

impl CertNumber {
    /// Reads a text that [`normalise`](super::normalise) has cleaned.
    pub fn parse(text: &str) -> Result<CertNumber, CertFault> {
        if text.is_empty() {
            return Err(CertFault::Empty);
        }
        let (Some(id), Some(rest)) = (text.get(..18), text.get(18..)) else {
            return Err(CertFault::Length(text.chars().count()));
        };
        let mut rest = rest.chars();
        let (Some(kind), Some(grade)) = (rest.next(), rest.next()) else {
            return Err(CertFault::Length(text.chars().count()));
        };
        let reissue = match (rest.next(), rest.next(), rest.next()) {
            (None, ..) => 0,
            (Some('B'), Some(count @ '1'..='9'), None) => count as u8 - b'0',
            (Some(_), Some(_), None) => return Err(CertFault::Reissue),
            _ => return Err(CertFault::Length(text.chars().count())),
        };
        let id = IdNumber::parse(id).map_err(CertFault::Id)?;
        match (kind, grade) {
            ('1'..='7', '1'..='4') => {
                Ok(CertNumber { id, kind: kind as u8 - b'0', grade: grade as u8 - b'0', reissue })
            }
            ('1'..='7', _) => Err(CertFault::Grade(grade)),
            _ => Err(CertFault::Type(kind)),
        }
    }

    /// The code of `disability_type`, 1–7.
    pub fn disability_type(self) -> &'static str {
        DIGITS.get(usize::from(self.kind)).copied().unwrap_or_default()
    }

    /// The code of `disability_grade`, 1–4.
    pub fn disability_grade(self) -> &'static str {
        DIGITS.get(usize::from(self.grade)).copied().unwrap_or_default()
    }
}

impl fmt::Display for CertNumber {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        write!(f, "{}{}{}", self.id, self.kind, self.grade)?;
        match self.reissue {
            0 => Ok(()),
            count => write!(f, "B{count}"),
        }
    }
}

/// Masked: a debug print must not leak a child's number or health.
impl fmt::Debug for CertNumber {
    fn fmt(&self, f: &mut fmt::Formatter) -> fmt::Result {
        f.write_str(&super::mask::cert(&self.to_string()))
    }
}
