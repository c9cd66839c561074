//! Phone numbers: mobile 11 digits, or a fixed line with its area code.
use super::{Read, shown, text};
use crate::domain::identity::Phone;
use crate::lists::issue::Fault;
use crate::lists::sheet::Cell;

/// Reads one phone number; of several the first, said as a fault. What is no number is left out and said.
pub fn read(cell: Cell<'_>) -> Read<String> {
    if cell == Cell::Error {
        return Read::fault(Fault::CellError);
    }
    let written = shown(cell);
    if text::says_nothing(&written) {
        return Read::nothing();
    }
    if let Some(number) = sound(&written) {
        return Read::sound(number);
    }
    let parts = written.split(['/', '、', ',', ';', ' ', ',', ';', '或']);
    match parts.filter_map(sound).next() {
        Some(first) => Read::sound(first).with(Fault::SeveralInOne),
        None => Read::fault(Fault::NotAPhone),
    }
}

fn sound(written: &str) -> Option<String> {
    Phone::parse(written).ok().map(|phone| phone.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phones_as_lists_write_them() {
        let cases: &[(Cell, Option<&str>, &[Fault])] = &[
            (Cell::Text("13496907085"), Some("13496907085"), &[]),
            (Cell::Number(13496907085.0), Some("13496907085"), &[]),
            (Cell::Text("134 9690 7085"), Some("13496907085"), &[]),
            (Cell::Text("134-9690-7085"), Some("13496907085"), &[]),
            (Cell::Text("+86 13496907085"), Some("13496907085"), &[]),
            (Cell::Text("１３４９６９０７０８５"), Some("13496907085"), &[]),
            (Cell::Text("0532-88812345"), Some("0532-88812345"), &[]),
            (Cell::Text("13496907085/15531581551"), Some("13496907085"), &[Fault::SeveralInOne]),
            (Cell::Text("无"), None, &[]),
            (Cell::Empty, None, &[]),
            (Cell::Text("1349690708"), None, &[Fault::NotAPhone]),
            (Cell::Text("问村委"), None, &[Fault::NotAPhone]),
            (Cell::Error, None, &[Fault::CellError]),
        ];
        for (cell, value, faults) in cases {
            let expected = Read { value: value.map(str::to_owned), faults: faults.to_vec() };
            assert_eq!(read(*cell), expected, "{cell:?}");
        }
    }
}
