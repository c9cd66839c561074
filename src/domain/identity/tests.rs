//! Tables of domain.md §3.6 and §6.2, and properties of the numbers.
use super::*;
use proptest::prelude::*;

fn read(text: &str) -> Result<IdNumber, IdFault> {
    IdNumber::parse(&normalise(text).text)
}

#[test]
fn numbers_of_the_dossier_are_told_valid_with_birth_and_sex() {
    for (text, birth, sex) in [
        ("11010519491231002X", "1949-12-31", Sex::Female),
        ("440524188001010014", "1880-01-01", Sex::Male),
        ("370299201209010013", "2012-09-01", Sex::Male),
        ("370299201209010021", "2012-09-01", Sex::Female),
        ("37029920120901003X", "2012-09-01", Sex::Male),
        ("37029920120901003x", "2012-09-01", Sex::Male),
        ("３７０２９９２０１２０９０１００１３", "2012-09-01", Sex::Male),
        ("３７０２９９２０１２０９０１００３ｘ", "2012-09-01", Sex::Male),
        (" 370299 20120901\u{a0}0013\u{200b}\t", "2012-09-01", Sex::Male),
        ("'370299201209010013", "2012-09-01", Sex::Male),
        ("=\"370299201209010013\"", "2012-09-01", Sex::Male),
        ("\u{feff}370299\u{3000}201209010013", "2012-09-01", Sex::Male),
    ] {
        let number = read(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!((number.birth().to_string().as_str(), number.sex()), (birth, sex), "{text}");
    }
}

#[test]
fn faults_are_named() {
    use IdFault::*;
    let rounded = |from, to| RoundedBySpreadsheet(Rounded { from, to });
    for (text, fault) in [
        ("", Empty),
        ("　", Empty),
        ("370299201209010012", CheckDigit { found: '2', expected: '3' }),
        ("370299201302290013", ImpossibleDate { year: 2013, month: 2, day: 29 }),
        ("370299201209010000", rounded(370299201209010000, 370299201209010999)),
        ("370299201209009984", rounded(370299201209009952, 370299201209010016)),
        ("370299201209010000.0", rounded(370299201209009984 - 32, 370299201209009984 + 32 + 999)),
        ("370299120901001", FifteenDigits),
        ("3.70299E+17", Scientific),
        ("3.70E+17", Scientific),
        ("3702**********0013", Masked),
        ("3702＊＊＊＊＊＊＊＊＊＊0013", Masked),
        ("370299XXXXXXXX0013", Masked),
        ("37029920120901001", Length(17)),
        ("3702992012090100133", Length(19)),
        ("37029920120901O013", Charset { at: 15, found: 'O' }),
        ("3702992012090100X3", Charset { at: 17, found: 'X' }),
        ("无", Length(1)),
    ] {
        assert_eq!(read(text), Err(fault), "{text}");
    }
}

#[test]
fn a_rounded_number_covers_what_it_was() {
    let child = read("370299201209010013").unwrap();
    for text in ["370299201209010000", "370299201209009984", "370299201209010000.00"] {
        let Err(IdFault::RoundedBySpreadsheet(rounded)) = read(text) else { panic!("{text}") };
        assert!(rounded.covers(child), "{text}");
        assert!(!rounded.covers(read("37029920120901003X").unwrap()));
    }
    let Some(IdFault::RoundedBySpreadsheet(cell)) = IdNumber::rounded_cell(370_299_201_209_010_013.0) else {
        panic!()
    };
    assert!(cell.covers(child));
    assert_eq!(IdNumber::rounded_cell(41153.0), None);
    assert_eq!(IdNumber::rounded_cell(f64::NAN), None);
}

#[test]
fn what_stands_behind_a_number_is_split_off_and_a_times_sign_is_warned_of() {
    let cleaned = normalise("370299201209010013（父）");
    assert_eq!((cleaned.text.as_ref(), cleaned.trailing.as_str()), ("370299201209010013", "(父)"));
    let cleaned = normalise("370299201209010013/370299201209010021");
    assert_eq!(
        (cleaned.text.as_ref(), cleaned.trailing.as_str()),
        ("370299201209010013", "/370299201209010021")
    );
    let cleaned = normalise("37029920120901003×");
    assert_eq!(
        (cleaned.text.as_ref(), cleaned.times_sign, cleaned.has_warning()),
        ("37029920120901003X", true, true)
    );
    assert!(matches!(normalise("370299201209010013").text, std::borrow::Cow::Borrowed(_)));
}

#[test]
fn an_old_card_is_expanded_for_guardians_only() {
    assert_eq!(IdNumber::expand_guardian("110105491231002").unwrap().as_str(), "11010519491231002X");
    assert_eq!(read("110105491231002"), Err(IdFault::FifteenDigits));
    for (text, fault) in [
        ("11010549123100", IdFault::Length(14)),
        ("11010549123100A", IdFault::Charset { at: 15, found: 'A' }),
        ("110105491331002", IdFault::ImpossibleDate { year: 1949, month: 13, day: 31 }),
    ] {
        assert_eq!(IdNumber::expand_guardian(text), Err(fault), "{text}");
    }
}

#[test]
fn residence_permits_have_the_same_form() {
    for (region, kind) in [
        ("810000", IdKind::HongKong),
        ("820000", IdKind::Macau),
        ("830000", IdKind::Taiwan),
        ("370299", IdKind::Resident),
    ] {
        let first17 = format!("{region}20120901001");
        let check = char::from(check_digit(first17.as_bytes()).unwrap());
        let number = read(&format!("{first17}{check}")).unwrap();
        assert_eq!((number.kind(), number.region()), (kind, region));
    }
}

#[test]
fn roll_numbers() {
    let formal = RollNumber::parse("G370299201209010013").unwrap();
    assert_eq!((formal.kind(), formal.id()), (RollKind::WithId, read("370299201209010013").ok()));
    assert_eq!(RollNumber::parse("J370299201209010013").unwrap().kind(), RollKind::WithoutId);
    let temporary = RollNumber::parse("L370299201209019999").unwrap();
    assert_eq!((temporary.kind(), temporary.id()), (RollKind::Temporary, None));
    assert_eq!(temporary.birth().unwrap().to_string(), "2012-09-01");
    for (text, fault) in [
        ("", RollFault::Empty),
        ("370299201209010013", RollFault::Prefix('3')),
        ("G37029920120901001", RollFault::Length(18)),
        ("G370299201209010012", RollFault::Body(IdFault::CheckDigit { found: '2', expected: '3' })),
        ("L37029920120901001X", RollFault::Body(IdFault::Charset { at: 18, found: 'X' })),
        ("L370299201213019999", RollFault::Body(IdFault::ImpossibleDate { year: 2012, month: 13, day: 1 })),
        ("G370299********0013", RollFault::Body(IdFault::Masked)),
        ("G学籍号学籍号学", RollFault::Length(8)),
    ] {
        assert_eq!(RollNumber::parse(text), Err(fault), "{text}");
    }
    assert_eq!(RollNumber::parse(&normalise(" ｇ370299201209010013 ").text), Ok(formal));
}

#[test]
fn certificate_numbers() {
    for (text, kind, grade, reissue) in [
        ("37029920120901001341", "4", "1", 0),
        ("37029920120901003X72", "7", "2", 0),
        ("37029920120901001353B2", "5", "3", 2),
    ] {
        let cert = CertNumber::parse(text).unwrap();
        assert_eq!((cert.disability_type(), cert.disability_grade(), cert.reissue), (kind, grade, reissue));
        assert_eq!(cert.to_string(), text);
    }
    for (text, fault) in [
        ("", CertFault::Empty),
        ("370299201209010013", CertFault::Length(18)),
        ("3702992012090100134", CertFault::Length(19)),
        ("37029920120901001341B", CertFault::Length(21)),
        ("37029920120901001341C1", CertFault::Reissue),
        ("37029920120901001381", CertFault::Type('8')),
        ("37029920120901001345", CertFault::Grade('5')),
        ("37029920120901001241", CertFault::Id(IdFault::CheckDigit { found: '2', expected: '3' })),
        ("残疾人证", CertFault::Length(4)),
    ] {
        assert_eq!(CertNumber::parse(text), Err(fault), "{text}");
    }
}

#[test]
fn masks_hide_the_date_and_every_odd_text() {
    assert_eq!(mask::id("370299201209010013"), "370299********0013");
    assert_eq!(mask::id("37029920120901"), "**************");
    assert_eq!(mask::roll("G370299201209010013"), "G370299********0013");
    assert_eq!(mask::cert("37029920120901001341"), "370299********0013**");
    assert_eq!(mask::cert("37029920120901001341B1"), "370299********0013****");
    assert_eq!(mask::phone("13800005678"), "138****5678");
    assert_eq!(mask::phone("053288886666"), "**********66");
    assert_eq!((mask::name("张三").as_str(), mask::name("欧阳小明").as_str()), ("张*", "欧***"));
    assert_eq!(mask::name("张"), "*");
    assert_eq!(format!("{:?}", read("370299201209010013").unwrap()), "370299********0013");
}

#[test]
fn phones_as_people_write_them() {
    use PhoneKind::*;
    for (text, shown, kind) in [
        ("13812345678", "13812345678", Mobile),
        ("138 1234 5678", "13812345678", Mobile),
        ("+86 138-1234-5678", "13812345678", Mobile),
        ("１３８１２３４５６７８", "13812345678", Mobile),
        ("13812345678.0", "13812345678", Mobile),
        ("0532-88886666", "0532-88886666", Fixed { area: 4 }),
        ("(0532)88886666", "0532-88886666", Fixed { area: 4 }),
        ("01088886666", "010-88886666", Fixed { area: 3 }),
        ("05431234567", "0543-1234567", Fixed { area: 4 }),
        ("88886666", "88886666", Local),
    ] {
        let phone = Phone::parse(text).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
        assert_eq!((phone.to_string().as_str(), phone.kind), (shown, kind), "{text}");
    }
    for (text, fault) in [
        ("", PhoneFault::Empty),
        ("无", PhoneFault::Charset('无')),
        ("1381234567", PhoneFault::Length(10)),
        ("138123456789", PhoneFault::Length(12)),
        ("1234567890123456", PhoneFault::Length(16)),
        ("12345678901", PhoneFault::UnknownPrefix),
        ("138****5678", PhoneFault::Masked),
        ("1.38E+10", PhoneFault::Scientific),
    ] {
        assert_eq!(Phone::parse(text), Err(fault), "{text}");
    }
}

#[test]
fn names_are_written_one_way() {
    for (text, name) in [
        ("张三", "张三"),
        (" 张　三 ", "张三"),
        ("张\u{200b}三", "张三"),
        ("阿依古丽•买买提", "阿依古丽·买买提"),
        ("阿依古丽・买买提", "阿依古丽·买买提"),
        ("阿依古丽.买买提", "阿依古丽·买买提"),
        ("阿依古丽 · 买买提", "阿依古丽·买买提"),
        ("ＡＮＮＡ  Lee", "ANNA Lee"),
        ("⼭川", "山川"),
        ("·张三·", "张三"),
    ] {
        assert_eq!(normalise_name(text), name, "{text}");
    }
    assert!(matches!(normalise_name("张三"), std::borrow::Cow::Borrowed(_)));
    assert!(matches!(fold_name("张三"), std::borrow::Cow::Borrowed(_)));
}

#[test]
fn one_name_in_two_lists() {
    for (one, other, same) in [
        ("张三", "張三", true),
        ("刘国华", "劉國華", true),
        ("阿依古丽·买买提", "阿依古丽买买提", true),
        ("anna lee", "Anna Lee", true),
        ("张三", "张三丰", false),
        ("王芳", "王方", false),
        ("", "", true),
    ] {
        assert_eq!(same_name(one, other), same, "{one} {other}");
    }
}

#[test]
fn what_is_no_name() {
    for (text, fault) in [
        ("", NameFault::Empty),
        ("张", NameFault::Length(1)),
        ("张 三", NameFault::Space { at: 2 }),
        ("Lin  Mei", NameFault::Space { at: 4 }),
        (" Lin", NameFault::Space { at: 1 }),
        ("Lin ", NameFault::Space { at: 4 }),
        ("张3", NameFault::Charset { at: 2, found: '3' }),
        ("张\u{fffd}", NameFault::Charset { at: 2, found: '\u{fffd}' }),
        ("张\u{e123}", NameFault::PrivateUse { at: 2 }),
        ("·张三", NameFault::Charset { at: 1, found: '·' }),
    ] {
        assert_eq!(check_name(text), Err(fault), "{text}");
    }
    for good in ["张三", "阿依古丽·买买提", "𠮷野家", "䶮一", "Lin Mei", "Maria Fernanda da Silva"]
    {
        assert_eq!(check_name(good), Ok(()), "{good}");
    }
}

prop_compose! {
    fn valid_number()(days in 0_i64..60_000, sequence in 0_u32..1000) -> String {
        let birth: crate::domain::date::Date = "1900-01-01".parse().unwrap();
        let birth = birth.plus_days(days).to_string().replace('-', "");
        let first17 = format!("370299{birth}{sequence:03}");
        format!("{first17}{}", char::from(check_digit(first17.as_bytes()).unwrap()))
    }
}

proptest! {
    #[test]
    fn every_number_with_its_check_character_is_read_and_keeps_its_text(text in valid_number()) {
        let number = IdNumber::parse(&text).unwrap();
        prop_assert_eq!(number.as_str(), &text);
        prop_assert_eq!(format!("{:017}", number.key()), text.get(..17).unwrap());
        prop_assert_eq!(RollNumber::parse(&format!("G{text}")).unwrap().id(), Some(number));
        prop_assert_eq!(CertNumber::parse(&format!("{text}41")).unwrap().id, number);
    }

    #[test]
    fn any_one_wrong_digit_is_refused(text in valid_number(), at in 0_usize..18, other in 0_u8..10) {
        let other = char::from(b'0' + other);
        let wrong: String = text.chars().enumerate().map(|(i, c)| if i == at { other } else { c }).collect();
        prop_assume!(wrong != text);
        prop_assert!(IdNumber::parse(&wrong).is_err());
    }

    #[test]
    fn any_two_neighbours_exchanged_are_refused(text in valid_number(), at in 0_usize..17) {
        let mut chars: Vec<char> = text.chars().collect();
        chars.swap(at, at + 1);
        let wrong: String = chars.into_iter().collect();
        prop_assume!(wrong != text);
        prop_assert!(IdNumber::parse(&wrong).is_err());
    }

    #[test]
    fn cleaning_twice_is_cleaning_once(text in "\\PC{0,24}|[0-9xX×（() \u{a0}\u{301}'．]{0,24}") {
        let once = normalise(&text);
        let twice = normalise(&once.text);
        prop_assert_eq!(&twice.text, &once.text);
        prop_assert!(!twice.has_warning());
        let name = normalise_name(&text);
        prop_assert_eq!(normalise_name(&name), name.clone());
        let _ = (IdNumber::parse(&once.text), RollNumber::parse(&once.text), CertNumber::parse(&once.text));
        let _ = (Phone::parse(&text), check_name(&text), fold_name(&text), mask::cert(&text), mask::phone(&text));
    }

    #[test]
    fn a_float_of_a_number_is_known_as_rounded_and_covers_it(text in valid_number()) {
        prop_assume!(!text.ends_with('X'));
        let number = IdNumber::parse(&text).unwrap();
        let float = text.parse::<f64>().unwrap();
        let Some(IdFault::RoundedBySpreadsheet(cell)) = IdNumber::rounded_cell(float) else { panic!("{text}") };
        prop_assert!(cell.covers(number));
        // Its text either happens to be a valid number or is named, and then covers the true one.
        match IdNumber::parse(&format!("{}", float as u64)) {
            Ok(_) => {}
            Err(IdFault::RoundedBySpreadsheet(rounded)) => prop_assert!(rounded.covers(number)),
            Err(fault) => prop_assert!(false, "{:?}", fault),
        }
    }
}
