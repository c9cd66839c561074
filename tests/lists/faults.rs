//! Every fault of domain.md §6.2, named at its cell.
use super::*;

#[test]
fn every_fault_of_the_dossier_is_named_at_its_cell() {
    use Fault::*;
    use Weight::*;
    let taken = roster("lists/faults.xlsx");
    assert!(taken.counts.add_up());
    let id = |fault, weight| vec![("id_number", fault, weight)];
    let cases = [
        (4, vec![]),
        (5, id(Cleaned, Mended)),
        (6, id(Cleaned, Mended)),
        (7, vec![]),
        (8, id(CrossForX, Mended)),
        (9, id(TrailingText, Mended)),
        (10, id(FromCertificate, Mended)),
        (11, id(Rounded, Doubt)),
        (12, id(Rounded, Doubt)),
        (13, id(Scientific, Doubt)),
        (14, id(Fifteen, Doubt)),
        (15, id(Masked, Doubt)),
        (17, id(ImpossibleDate, Doubt)),
        (18, vec![("name", Missing, Refused)]),
        (19, vec![("guardian", SeveralInOne, Doubt), ("phone", SeveralInOne, Doubt)]),
        (20, vec![]),
        (21, vec![]),
        (22, vec![]),
        (23, vec![]),
        (24, vec![]),
        (25, vec![("from", MonthOnly, Doubt)]),
        (26, vec![("from", TwoDigitYear, Mended)]),
        (27, vec![("from", NotADate, Doubt)]),
        (28, vec![]),
        (29, vec![("visits", OutOfRange { min: 1, max: 14 }, Doubt)]),
        (30, vec![("phone", NotAPhone, Doubt)]),
        (31, vec![("certificate", CertificateDiffers, Doubt)]),
        (34, vec![("address", CellError, Doubt)]),
    ];
    for (row, expected) in cases {
        let expected: Vec<_> = expected.into_iter().map(|(f, fault, w)| (f.to_owned(), fault, w)).collect();
        assert_eq!(issues(&taken, row), expected, "row {row}");
    }
    assert!(matches!(issues(&taken, 16)[..], [(_, CheckDigit { .. }, Doubt)]));
    assert!(matches!(issues(&taken, 32)[..], [(_, SameRow { .. }, Mended)]));
    assert!(
        matches!(&issues(&taken, 33)[..], [(_, SameNumber { fields, .. }, Doubt)] if fields == &["phone", "address"])
    );
    assert_eq!(issues(&taken, 35).iter().filter(|(_, fault, _)| *fault == Missing).count(), 3);
    let days: Vec<_> =
        taken.rows.iter().filter(|(p, _)| (19..=23).contains(&p.row)).map(|(_, row)| row.from).collect();
    assert!(days.iter().all(|day| day.unwrap().to_string() == "2025-09-01"), "{days:?}");
    let row =
        |row: u32| taken.rows.iter().find(|(place, _)| place.row + 1 == row).map(|(_, row)| row).unwrap();
    assert_eq!((row(28).visits, row(28).hours), (Some(2), Some(3)));
    assert_eq!(
        (row(19).guardian.as_deref(), row(19).phone.as_deref()),
        (Some("王建国"), Some("13800000015"))
    );
    assert!(row(10).certificate.as_ref().unwrap().starts_with(&row(10).id_number));
    // A child whose number is ruined is taken without it, with what is left of it.
    for ruined in (11..=17).filter(|row| *row != 10) {
        assert!(row(ruined).id_number.is_empty() && row(ruined).number_left.is_some(), "row {ruined}");
    }
}
