//! Names in toneless pinyin: what is typed to find a child on a keyboard without Chinese.
//!
//! Readings come from the `pinyin` crate's data, packed by `build.rs`. ü is written v; all readings of a common character
//! are known, and a surname's own reading comes first (单 shan, 曾 zeng, 尉迟 yuchi).

static TABLE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/readings.bin"));
static LINES: &str = include_str!(concat!(env!("OUT_DIR"), "/readings.txt"));

/// Characters read otherwise as a surname, with that reading.
const SURNAMES: &[(char, &str)] = &[
    ('单', "shan"),
    ('單', "shan"),
    ('曾', "zeng"),
    ('解', "xie"),
    ('仇', "qiu"),
    ('区', "ou"),
    ('區', "ou"),
    ('查', "zha"),
    ('朴', "piao"),
    ('任', "ren"),
    ('盖', "ge"),
    ('员', "yun"),
    ('尉', "wei"),
    ('翟', "zhai"),
    ('乐', "yue"),
    ('华', "hua"),
    ('缪', "miao"),
    ('黑', "he"),
    ('盛', "sheng"),
    ('折', "she"),
    ('葛', "ge"),
    ('种', "chong"),
    ('晁', "chao"),
    ('覃', "qin"),
    ('逄', "pang"),
    ('冼', "xian"),
    ('洗', "xian"),
    ('宿', "su"),
    ('隗', "wei"),
    ('召', "shao"),
    ('祭', "zhai"),
    ('秘', "bi"),
    ('繁', "po"),
    ('薄', "bo"),
    ('柏', "bai"),
    ('牟', "mu"),
    ('车', "che"),
    ('石', "shi"),
    ('沈', "shen"),
    ('宁', "ning"),
    ('应', "ying"),
    ('乜', "nie"),
    ('炅', "gui"),
    ('佴', "nai"),
    ('於', "yu"),
    ('谌', "chen"),
    ('么', "yao"),
    ('能', "nai"),
    ('适', "kuo"),
    ('难', "ning"),
    ('都', "du"),
    ('哈', "ha"),
    ('那', "na"),
    ('钭', "tou"),
    ('撒', "sa"),
    ('万', "wan"),
    ('贾', "jia"),
    ('郗', "chi"),
    ('郇', "xun"),
    ('卜', "bu"),
    ('曲', "qu"),
    ('句', "gou"),
    ('燕', "yan"),
    ('相', "xiang"),
    ('过', "guo"),
    ('干', "gan"),
    ('褚', "chu"),
    ('缴', "jiao"),
];

/// Surnames of two characters that are read otherwise than character by character.
const COMPOUND: &[(&str, [&str; 2])] = &[
    ("尉迟", ["yu", "chi"]),
    ("长孙", ["zhang", "sun"]),
    ("万俟", ["mo", "qi"]),
    ("澹台", ["tan", "tai"]),
    ("单于", ["chan", "yu"]),
    ("令狐", ["ling", "hu"]),
    ("宰父", ["zai", "fu"]),
    ("皇甫", ["huang", "fu"]),
    ("夏侯", ["xia", "hou"]),
    ("呼延", ["hu", "yan"]),
];

/// Rare characters outside the table that stand in names all the same.
const BEYOND: &[(char, &str)] = &[
    ('䶮', "yan"),
    ('㛃', "jie"),
    ('㻌', "qin"),
    ('𠮷', "ji"),
    ('𬀩', "wei"),
    ('𬭎', "hong"),
    ('𣲗', "wei"),
];

/// The toneless readings of a character, most usual first; none for what is no Chinese character.
pub fn readings(c: char) -> impl Iterator<Item = &'static str> + Clone {
    line(c).split(',').filter(|reading| !reading.is_empty())
}

fn line(c: char) -> &'static str {
    let at = (c as usize).checked_sub(0x4e00).and_then(|at| TABLE.get(at * 2..at * 2 + 2));
    match at {
        Some(&[low, high]) => {
            lines().get(usize::from(u16::from_le_bytes([low, high]))).copied().unwrap_or_default()
        }
        _ => BEYOND.iter().find(|(beyond, _)| *beyond == c).map_or("", |(_, reading)| reading),
    }
}

fn lines() -> &'static [&'static str] {
    static SPLIT: std::sync::OnceLock<Vec<&'static str>> = std::sync::OnceLock::new();
    SPLIT.get_or_init(|| LINES.split('\n').collect())
}

/// The reading of the character at `at` (counted in characters) that this name takes at that place.
fn own_reading(name: &str, at: usize) -> Option<&'static str> {
    if at < 2
        && let Some((_, pair)) = COMPOUND.iter().find(|(surname, _)| name.starts_with(surname))
    {
        return pair.get(at).copied();
    }
    let first = name.chars().next().filter(|_| at == 0)?;
    SURNAMES.iter().find(|(surname, _)| *surname == first).map(|(_, reading)| *reading)
}

/// The readings of the character `c` at place `at` of a name, the one it takes there first.
pub fn readings_in(name: &str, at: usize, c: char) -> impl Iterator<Item = &'static str> + Clone {
    let own = own_reading(name, at);
    own.into_iter().chain(readings(c).filter(move |reading| Some(*reading) != own))
}

/// Every reading of each character of a name, the one it takes in this name first. Latin letters stand for themselves,
/// small; all else (dots, spaces, unknown characters) is left out.
pub fn of_name(name: &str) -> impl Iterator<Item = impl Iterator<Item = &'static str> + Clone> {
    name.chars().enumerate().filter_map(move |(at, c)| {
        let own = own_reading(name, at);
        let letter = c.is_ascii_alphabetic().then(|| letter(c));
        let others = readings(c).filter(move |reading| Some(*reading) != own);
        (own.is_some() || letter.is_some() || !line(c).is_empty())
            .then(|| own.into_iter().chain(letter).chain(others))
    })
}

fn letter(c: char) -> &'static str {
    let at = usize::from((c.to_ascii_lowercase() as u8).saturating_sub(b'a'));
    "abcdefghijklmnopqrstuvwxyz".get(at..=at).unwrap_or_default()
}

/// `zhangxiaoming`: the name's own reading.
pub fn full(name: &str) -> String {
    of_name(name).filter_map(|mut readings| readings.next()).collect()
}

/// `zxm`: the initials of the name's own reading.
pub fn initials(name: &str) -> String {
    of_name(name).filter_map(|mut readings| readings.next()?.chars().next()).collect()
}

/// Every spelling of the initials that a reading allows, the name's own first; at most 32, so that a long name with many
/// readings stays small.
pub fn initials_variants(name: &str) -> Vec<String> {
    let mut variants = vec![String::new()];
    for readings in of_name(name) {
        let mut letters: Vec<char> = Vec::new();
        for letter in readings.filter_map(|reading| reading.chars().next()) {
            if !letters.contains(&letter) {
                letters.push(letter);
            }
        }
        let room = (32 / variants.len()).max(1);
        let grown = letters
            .iter()
            .take(room)
            .flat_map(|letter| variants.iter().map(move |start| format!("{start}{letter}")));
        variants = grown.collect();
    }
    variants
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_spelt_as_they_are_said() {
        for (name, spelt, short) in [
            ("张小明", "zhangxiaoming", "zxm"),
            ("单雄信", "shanxiongxin", "sxx"),
            ("曾志伟", "zengzhiwei", "zzw"),
            ("解晓东", "xiexiaodong", "xxd"),
            ("仇和", "qiuhe", "qh"),
            ("区志强", "ouzhiqiang", "ozq"),
            ("查良", "zhaliang", "zl"),
            ("朴树", "piaoshu", "ps"),
            ("尉迟恭", "yuchigong", "ycg"),
            ("长孙明", "zhangsunming", "zsm"),
            ("吕布", "lvbu", "lb"),
            ("阿依古丽·买买提", "ayigulimaimaiti", "ayglmmt"),
            ("Anna Lee", "annalee", "annalee"),
            ("玥喆", "yuezhe", "yz"),
            ("䶮一", "yanyi", "yy"),
            ("", "", ""),
            ("123", "", ""),
        ] {
            assert_eq!((full(name).as_str(), initials(name).as_str()), (spelt, short), "{name}");
        }
    }

    #[test]
    fn other_readings_are_known_too() {
        let variants = initials_variants("单曾");
        for short in ["sz", "dz", "sc", "dc"] {
            assert!(variants.iter().any(|variant| variant == short), "{short} in {variants:?}");
        }
        assert_eq!(variants.first(), Some(&initials("单曾")));
        assert!(initials_variants(&"行".repeat(40)).len() <= 32);
    }

    #[test]
    fn every_surname_reading_is_two_to_six_letters() {
        let compound = COMPOUND.iter().flat_map(|(_, pair)| pair);
        for reading in SURNAMES.iter().map(|(_, reading)| reading).chain(compound) {
            assert!(
                (2..=6).contains(&reading.len()) && reading.bytes().all(|b| b.is_ascii_lowercase()),
                "{reading}"
            );
        }
        let mut seen = std::collections::BTreeSet::new();
        assert!(SURNAMES.iter().all(|(surname, _)| seen.insert(surname)));
    }

    #[test]
    fn every_common_character_has_a_reading() {
        let missing = ('\u{4e00}'..='\u{9fa5}').filter(|c| readings(*c).next().is_none()).count();
        assert!(missing < 30, "{missing} of 20902");
        assert_eq!(readings('a').next(), None);
    }
}
