//! What was found that is not as it should be: where, what stands there, what is expected. Words are for i18n.
use crate::lists::sheet::column_name;
use serde::{Deserialize, Serialize};

/// A file and one of its sheets, as a person would name them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub file: String,
    pub sheet: String,
}

/// A place in the files taken in; `source` counts in the list's own sources, row and column from 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    pub source: u32,
    pub row: u32,
    /// `None`: the whole row.
    pub column: Option<u32>,
}

impl Place {
    pub fn row(source: u32, row: u32) -> Place {
        Place { source, row, column: None }
    }

    pub fn at(self, column: u32) -> Place {
        Place { column: Some(column), ..self }
    }

    /// As a spreadsheet names it: `D12`, or `12` for a whole row.
    pub fn name(self) -> String {
        let row = self.row + 1;
        self.column.map_or_else(|| row.to_string(), |column| format!("{}{row}", column_name(column)))
    }
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issue {
    pub place: Place,
    /// The column's key in its list ([`crate::lists::columns`]); empty for a whole row or sheet.
    pub field: String,
    pub fault: Fault,
    pub weight: Weight,
    /// What stands in the cell, as it is shown there. Personal: never in a log.
    pub found: String,
}

/// What an issue means for its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Weight {
    /// The value was put right, and its meaning is not in doubt.
    Mended,
    /// The row is taken; the value is in doubt or left out.
    Doubt,
    /// The row is not taken until this is put right in the file.
    Refused,
}

/// What is wrong. What was expected follows from the fault; where it does not, the fault carries it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Fault {
    // Numbers of persons.
    /// A number of 16 digits or more stored as a number: its last digits are lost, even if they look right.
    Rounded,
    /// `3.70E+17`: the digits are gone.
    Scientific,
    CheckDigit {
        expected: char,
    },
    /// Not 18 characters.
    Length {
        found: usize,
    },
    /// 15 digits: cut off, or another person's old number.
    Fifteen,
    /// No such day in the calendar within the number.
    ImpossibleDate,
    /// `3702**********0013`
    Masked,
    /// `×` or `*` for the final X.
    CrossForX,
    /// Full-width digits, spaces, an apostrophe or unseen characters were taken out.
    Cleaned,
    /// Something stands behind the value: `370…(父)`.
    TrailingText,
    /// The number was ruined and was read from the first 18 characters of the disability certificate.
    FromCertificate,
    /// The number was ruined or missing and was read from the G roll number.
    FromRollNumber,
    /// The certificate's first 18 characters are another person's number.
    CertificateDiffers,
    /// Another column says otherwise than the number; the number is believed.
    DiffersFromNumber {
        expected: String,
    },
    // Cells.
    /// The list needs this value.
    Missing,
    /// `张三/李四` in a cell for one.
    SeveralInOne,
    /// Not a name of 2–15 characters.
    NotAName,
    NotAPhone,
    NotADate,
    /// The day is missing; the month is kept.
    MonthOnly,
    /// `12-9-1`, read as 2012.
    TwoDigitYear,
    NotANumber,
    OutOfRange {
        min: i64,
        max: i64,
    },
    /// No word or code of the list (its key) is like this.
    UnknownCode {
        list: String,
    },
    /// `#REF!` and its like.
    CellError,
    // Rows.
    /// The same row stands at another place too; one is taken.
    SameRow {
        other: Place,
    },
    /// The same number stands at another place with other details; the fuller row is taken.
    SameNumber {
        other: Place,
        /// Keys of the columns that differ.
        fields: Vec<String>,
    },
    /// The same number stands at another place with another name: it links no one until a person chooses.
    NumberOfTwo {
        other: Place,
    },
    // Sheets.
    NoHeadings,
    MissingColumn,
    // Beside the register.
    /// The school is not on the register: take in the list of schools first.
    SchoolNotKnown,
    /// The school is of another type there.
    SchoolTypeDiffers {
        expected: String,
    },
    /// A pupil of another name has this number there.
    NumberOfAnother,
    /// The child has another placement there that began on that day or later: a person decides.
    PlacementDiffers,
}

impl Fault {
    /// What the fault means where the row cannot do without the value; elsewhere it is a doubt at most.
    pub fn weight(&self) -> Weight {
        use Fault::*;
        match self {
            Cleaned
            | CrossForX
            | TrailingText
            | FromCertificate
            | FromRollNumber
            | TwoDigitYear
            | SameRow { .. } => Weight::Mended,
            DiffersFromNumber { .. }
            | CertificateDiffers
            | SeveralInOne
            | NotAPhone
            | NotADate
            | MonthOnly => Weight::Doubt,
            NotANumber
            | OutOfRange { .. }
            | UnknownCode { .. }
            | CellError
            | SameNumber { .. }
            | NumberOfTwo { .. } => Weight::Doubt,
            SchoolTypeDiffers { .. } | PlacementDiffers => Weight::Doubt,
            Rounded | Scientific | CheckDigit { .. } | Length { .. } | Fifteen | ImpossibleDate | Masked => {
                Weight::Refused
            }
            Missing | NotAName | NoHeadings | MissingColumn | SchoolNotKnown | NumberOfAnother => {
                Weight::Refused
            }
        }
    }
}

/// What became of the rows below the headings that hold anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    pub read: u32,
    pub taken: u32,
    /// Totals, notes, repeated headings and titles.
    pub dropped: u32,
    pub duplicate: u32,
    /// Rows with an issue that refuses them.
    pub invalid: u32,
}

impl Counts {
    pub fn add_up(self) -> bool {
        self.read == self.taken + self.dropped + self.duplicate + self.invalid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_named_as_a_spreadsheet_names_them() {
        assert_eq!(Place::row(0, 11).at(3).name(), "D12");
        assert_eq!(Place::row(0, 0).name(), "1");
    }
}
