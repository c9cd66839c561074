//! Children found as one types, case by case.
use super::*;
use crate::domain::pinyin;
use proptest::prelude::*;

fn index() -> Index {
    let mut index = Index::default();
    let rows: &[(&str, &[&str], &[&str], &[&str])] = &[
        (
            "张小明",
            &["张大山"],
            &["370299201209010013", "G370299201209010013", "13812345678"],
            &["上黄泥村", "石桥镇"],
        ),
        ("张晓梅", &[], &["37029920120901003X", "37029920120901003X41"], &["下黄泥村", "石桥镇"]),
        ("单雄信", &["李梅"], &["370299201209010021", "0532-88886666"], &["前张屯村", "柳林镇"]),
        ("吕小张", &[], &[], &["前张屯村"]),
        ("阿依古丽·买买提", &[], &["L370299201209019999"], &[]),
        ("曾小明", &["曾国强", "张小明"], &[], &["城关街道"]),
    ];
    for (n, (name, other_names, numbers, texts)) in rows.iter().enumerate() {
        index.put(FileId(n as u128), Entry { name, other_names, numbers, texts });
    }
    index
}

fn found(index: &Index, text: &str) -> Vec<u128> {
    index.query(text, 50).ids.into_iter().map(|id| id.0).collect()
}

#[test]
fn children_are_found_by_what_is_typed_best_first() {
    let index = index();
    for (text, ids) in [
        ("张小明", &[0, 5][..]),
        ("张", &[0, 1, 3, 5, 2]),
        ("小明", &[5, 0]),
        ("zxm", &[5, 0, 1]),
        ("ZXM", &[5, 0, 1]),
        ("ｚｘｍ", &[5, 0, 1]),
        ("zhangxiaom", &[0, 1, 5]),
        ("zhxming", &[0, 5]),
        ("zhang xiao", &[0, 1, 3, 5]),
        ("张xm", &[0, 1, 5]),
        ("zxmei", &[1]),
        ("sxx", &[2]),
        ("dxx", &[2]),
        ("shan", &[2, 0]),
        ("lvxz", &[3]),
        ("lüxz", &[3]),
        ("luxiaozhang", &[3]),
        ("aygl", &[4]),
        ("阿依古丽买买提", &[4]),
        ("阿依古丽•买买提", &[4]),
        ("古丽", &[4]),
        ("張曉梅", &[]),
        ("張小明", &[0, 5]),
        ("0013", &[0]),
        ("003x", &[1]),
        ("370299201209010013", &[0]),
        ("G370299201209010013", &[0]),
        ("37029920120901003X41", &[1]),
        ("1234", &[0]),
        ("138 1234 5678", &[0]),
        ("0532-8888", &[2]),
        ("053288886666", &[2]),
        ("9999", &[4]),
        ("12", &[]),
        ("黄泥", &[0, 1]),
        ("石桥 xm", &[0, 1]),
        ("石桥 003", &[1]),
        ("hnc", &[0, 1]),
        ("没有的人", &[]),
        ("", &[]),
        ("   ", &[]),
        (";,;", &[]),
        ("zzzzzzzzzzzzzzzzzzzzzzzz", &[]),
    ] {
        assert_eq!(found(&index, text), ids, "{text:?}");
    }
}

#[test]
fn a_character_without_a_known_reading_does_not_stand_in_the_way() {
    let mut index = Index::default();
    index.put(FileId(7), Entry { name: "王瓼一", ..Entry::default() });
    for text in ["wangyi", "wy", "王瓼一", "王瓼y"] {
        assert_eq!(found(&index, text), [7], "{text}");
    }
}

#[test]
fn a_changed_file_is_found_by_what_it_is_now() {
    let mut index = index();
    index.put(FileId(0), Entry { name: "王芳", numbers: &["13900000001"], ..Entry::default() });
    assert_eq!(found(&index, "wf"), [0]);
    assert_eq!(found(&index, "张小明"), [5]);
    assert!(found(&index, "0013").is_empty() && found(&index, "上黄泥").is_empty());
    index.remove(FileId(0));
    index.remove(FileId(77));
    assert!(found(&index, "wf").is_empty());
    assert_eq!(index.len(), 5);
}

#[test]
fn many_changes_keep_the_index_small_and_right() {
    let mut index = index();
    for round in 0..1000_u32 {
        let name = if round % 2 == 0 { "张小明" } else { "赵一" };
        index.put(
            FileId(0),
            Entry { name, numbers: &["370299201209010013"], texts: &["上黄泥村"], ..Entry::default() },
        );
    }
    assert!(index.rows.len() <= 130, "{}", index.rows.len());
    assert_eq!(found(&index, "zy"), [0]);
    assert_eq!(found(&index, "上黄泥"), [0]);
    assert_eq!(found(&index, "0013"), [0]);
    assert_eq!(found(&index, "下黄泥"), [1]);
    assert_eq!(found(&index, "aygl"), [4]);
}

#[test]
fn the_limit_keeps_the_best_and_the_total_counts_all() {
    let index = index();
    let hits = index.query("张", 2);
    assert_eq!((hits.total, hits.ids), (5, vec![FileId(0), FileId(1)]));
    assert_eq!(index.query("张", 0).ids, []);
}

prop_compose! {
    fn child()(name in "[张王单曾解尉欧陈吕仇行乐][一-龥]{1,3}", number in "370299[0-9]{11}[0-9X]", phone in "1[3-9][0-9]{9}")
        -> (String, String, String) { (name, number, phone) }
}

proptest! {
    #[test]
    fn every_child_is_found_by_name_initials_pinyin_and_any_four_digits(
        children in proptest::collection::vec(child(), 1..8), pick in any::<prop::sample::Index>(), at in 0_usize..14
    ) {
        let mut index = Index::default();
        for (n, (name, number, phone)) in children.iter().enumerate() {
            index.put(FileId(n as u128), Entry { name, numbers: &[number, phone], ..Entry::default() });
        }
        let picked = pick.index(children.len());
        let (name, number, phone) = &children[picked];
        let mut typed = vec![name.clone(), pinyin::full(name), number.clone(), phone.clone()];
        typed.extend(pinyin::initials_variants(name));
        typed.push(number.chars().skip(at).take(4).collect());
        typed.push(phone.chars().skip(at % 8).take(4).collect());
        typed.push(name.chars().take(1).chain(pinyin::initials(name).chars().skip(1)).collect());
        for text in typed {
            let hits = index.query(&text, usize::MAX);
            prop_assert!(hits.ids.contains(&FileId(picked as u128)), "{name} {number} by {text}");
        }
    }

    #[test]
    fn the_word_of_a_names_order_agrees_with_the_order(one in "[a-c一-丗张章䶮a0 ]{1,3}", other in "[a-c一-丗张章䶮b0 ]{1,3}") {
        let mut spellings = [Vec::new(), Vec::new()];
        for (text, spelling) in [one, other].iter().zip(&mut spellings) {
            spell(text, spelling);
        }
        let [one, other] = spellings;
        let near = near_order(&one).cmp(&near_order(&other));
        prop_assert!(near.is_eq() || near == by_pinyin(&one, &other));
    }

    #[test]
    fn whatever_is_typed_is_answered(text in "\\PC{0,40}") {
        let hits = index().query(&text, 3);
        prop_assert!(hits.ids.len() <= 3 && hits.total <= 6);
    }
}

/// Not a test of time: prints what a query of 20,000 children costs, for the README's figures.
#[test]
#[ignore = "a measurement, run by hand with --release --nocapture"]
fn measure_twenty_thousand() {
    let surnames: Vec<char> = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗单曾解仇".chars().collect();
    let given: Vec<char> =
        "小明晓梅国强雅博涵诗书一若军思沐玉宇馨皓瑞辰嘉艳安梓桐磊言婷慕曦".chars().collect();
    let villages: Vec<String> =
        (0..300).map(|n| format!("{}{}庄村", given[n % 30], surnames[n % 20])).collect();
    let mut index = Index::default();
    let began = std::time::Instant::now();
    let mut seed = 1_u64;
    let mut random = |below: usize| {
        seed = seed.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (seed >> 33) as usize % below
    };
    for n in 0..20_000_u128 {
        let name: String = [surnames[random(24)], given[random(30)], given[random(30)]].iter().collect();
        let guardian: String = [surnames[random(24)], given[random(30)]].iter().collect();
        let id = format!("370299201{}0{}0{}{:04}", random(10), 1 + random(9), 1 + random(9), random(10_000));
        let phone = format!("1{:010}", 3_000_000_000 + random(1_000_000_000) as u64);
        let village = &villages[random(300)];
        let entry = Entry {
            name: &name,
            other_names: &[&guardian],
            numbers: &[&id, &format!("G{id}"), &phone],
            texts: &[village, "石桥镇", "石桥第二中心小学"],
        };
        index.put(FileId(n), entry);
    }
    let bytes = index.spellings.len()
        + index.numbers.len()
        + index.rows.len() * size_of::<Row>()
        + index.names.len() * size_of::<NameSlot>()
        + index.texts.len() * 4;
    println!("built in {:?}, {} kB", began.elapsed(), bytes / 1024);
    for text in [
        "z",
        "zx",
        "zxm",
        "zhangxiaoming",
        "张",
        "张小",
        "小明",
        "201",
        "2012",
        "20120",
        "13812",
        "庄村",
        "sqxx",
        "zxm 石桥",
    ] {
        let began = std::time::Instant::now();
        let mut total = 0;
        for _ in 0..50 {
            total = index.query(text, 50).total;
        }
        println!("{text}: {total} hits, {:?}", began.elapsed() / 50);
    }
}
