//! Files that cannot be read say why, and harm nothing.
use super::*;

#[test]
fn what_cannot_be_read_says_why() {
    let whole = bytes(ROSTER);
    let cases: Vec<(&str, Vec<u8>, Unread)> = vec![
        ("nothing", vec![], Unread::Empty),
        ("white space", b" \r\n\r\n".to_vec(), Unread::Empty),
        ("no cells", bytes("lists/empty.xlsx"), Unread::Empty),
        ("protected", bytes("lists/protected.xlsx"), Unread::Protected),
        ("protected ods", bytes("lists/protected.ods"), Unread::Protected),
        ("cut off", whole[..whole.len() / 2].to_vec(), Unread::Damaged(Format::Xlsx)),
        ("web page", bytes("lists/web-page.xls"), Unread::NotASheet(Looks::WebPage)),
        ("pdf", b"%PDF-1.7\n".to_vec(), Unread::NotASheet(Looks::Pdf)),
        ("picture", b"\x89PNG\r\n\x1a\n".to_vec(), Unread::NotASheet(Looks::Picture)),
        ("rar", b"Rar!\x1a\x07\x00".to_vec(), Unread::NotASheet(Looks::Archive)),
        ("binary", vec![7, 0, 1, 2, 3], Unread::NotASheet(Looks::Unknown)),
        ("endless", bytes("lists/endless.ods"), Unread::TooManyCells { limit: LIMITS.cells }),
        ("far corner", bytes("lists/far-corner.xlsx"), Unread::TooManyCells { limit: LIMITS.cells }),
    ];
    for (name, bytes, expected) in cases {
        assert_eq!(read(name, &bytes).map(|book| book.format), Err(expected), "{name}");
    }
}

/// Where a record of an XLS begins, by its kind and the length of its data: the first of them from a place on.
fn record(bytes: &[u8], kind: u16, length: u16, from: usize) -> usize {
    let head = [kind.to_le_bytes(), length.to_le_bytes()].concat();
    from + bytes[from..].windows(4).position(|window| window == head).unwrap()
}

/// What made the parser of XLS take memory without end, and ended the program.
#[test]
fn an_xls_that_claims_more_than_it_holds_is_bounded() {
    let whole = bytes("lists/roster.xls");
    let expected = read("whole", &whole).unwrap();
    let number = |bytes: &[u8], at: usize| u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap());
    // A sheet that claims all rows, or to end before it begins: only its cells count.
    for (first, last) in [(0_u32, u32::MAX), (7, 3), (u32::MAX, 0)] {
        let mut claims = whole.clone();
        let size = record(&claims, 0x0200, 14, 0) + 4;
        claims[size..size + 4].copy_from_slice(&first.to_le_bytes());
        claims[size + 4..size + 8].copy_from_slice(&last.to_le_bytes());
        let book = read("claims", &claims).unwrap();
        assert_eq!(book.sheets[0].rows(), expected.sheets[0].rows(), "{first} to {last}");
    }
    // Two cells at far corners are a range of four thousand million.
    let mut corners = whole.clone();
    let one = record(&corners, 0x00fd, 10, 0);
    let other = record(&corners, 0x00fd, 10, one + 4);
    corners[one + 4..one + 8].copy_from_slice(&[0; 4]);
    corners[other + 4..other + 8].copy_from_slice(&[0xff; 4]);
    assert_eq!(
        read("corners", &corners).map(|book| book.format),
        Err(Unread::TooManyCells { limit: LIMITS.cells })
    );
    // Every chain of the container that leads back to itself.
    let table = 512 + 512 * number(&whole, 76) as usize;
    for start in [48, 60, 68] {
        let first = number(&whole, start);
        if first >= 0xffff_fffa {
            continue;
        }
        let mut circle = whole.clone();
        let entry = table + 4 * first as usize;
        circle[entry..entry + 4].copy_from_slice(&first.to_le_bytes());
        assert!(read("circle", &circle).is_err(), "{start}");
    }
    let mut tables = whole.clone();
    tables[68..72].copy_from_slice(&0_u32.to_le_bytes());
    assert!(read("tables", &tables).is_err(), "a table of tables without end");
}

#[test]
fn a_file_that_is_or_unpacks_too_large_is_refused_before_it_is_unpacked() {
    let bomb = bytes("lists/unpacks-to-9-mb.xlsx");
    let limits = Limits { unpacked: 8 << 20, ..LIMITS };
    assert!(
        matches!(read_within("bomb", &bomb, limits, &mut |_| {}), Err(Unread::Unpacks { bytes, .. }) if bytes > 9 << 20)
    );
    let limits = Limits { bytes: 1000, ..LIMITS };
    let size = bomb.len() as u64;
    assert_eq!(
        read_within("big", &bomb, limits, &mut |_| {}),
        Err(Unread::TooLarge { bytes: size, limit: 1000 })
    );
    // A part that unpacks to more than its entry declares is cut off, never followed.
    let mut liar = bytes("lists/roster.ods");
    let central = liar.windows(11).rposition(|window| window == b"content.xml").unwrap() - 46;
    liar[central + 24..central + 28].copy_from_slice(&10_u32.to_le_bytes());
    assert_eq!(read("liar", &liar).map(|book| book.format), Err(Unread::Damaged(Format::Ods)));
}
