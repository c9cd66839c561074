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
