//! Names of persons: how lists differ in writing one, and what is no name. A name alone never makes two persons one.
use super::clean::{is_han, is_invisible};
use crate::domain::compatibility::Compatible;
use std::borrow::Cow;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NameFault {
    Empty,
    /// Characters found; 2–15 expected, of a name in other letters 2–40.
    Length(usize),
    /// Counted from 1.
    Space {
        at: usize,
    },
    /// A digit, a mark or a replacement character.
    Charset {
        at: usize,
        found: char,
    },
    /// A rare character that only one machine's font can show: to be typed anew.
    PrivateUse {
        at: usize,
    },
}

/// A name fit for the form (domain.md §4.1), as [`normalise_name`] leaves it.
pub fn check_name(text: &str) -> Result<(), NameFault> {
    let found = text.chars().count();
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_han(c));
    // A space parts the words of a name in other letters; between Chinese characters it is a slip.
    let parts = |at: usize| {
        let mut around = text.chars().skip(at.saturating_sub(2));
        is_letter(around.next()) && around.next() == Some(' ') && is_letter(around.next())
    };
    for (at, c) in text.chars().enumerate() {
        let at = at + 1;
        match c {
            '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..='\u{10fffd}' => return Err(NameFault::PrivateUse { at }),
            ' ' if at > 1 && parts(at) => {}
            c if c.is_whitespace() => return Err(NameFault::Space { at }),
            '·' if at > 1 && at < found => {}
            c if c.is_alphabetic() || is_han(c) => {}
            found => return Err(NameFault::Charset { at, found }),
        }
    }
    let longest = if text.chars().any(is_han) { 15 } else { 40 };
    match found {
        0 => Err(NameFault::Empty),
        found if (2..=longest).contains(&found) => Ok(()),
        found => Err(NameFault::Length(found)),
    }
}

/// One way of writing: NFKC, every dot between letters as ·, no spaces beside Chinese characters, one between others.
/// Borrowed where nothing changes. Idempotent. Keep what the list wrote beside it.
pub fn normalise_name(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}')) {
        return Cow::Borrowed(text);
    }
    let mut clean = name_pass(text);
    for _ in 0..8 {
        let next = name_pass(&clean);
        if next == clean {
            break;
        }
        clean = next;
    }
    match clean == text {
        true => Cow::Borrowed(text),
        false => Cow::Owned(clean),
    }
}

fn name_pass(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut space = false;
    for c in text.chars().filter(|c| !is_invisible(*c)).compatible() {
        let c = if is_dot(c) { '·' } else { c };
        if c.is_whitespace() {
            space = true;
            continue;
        }
        let tight = |c: char| is_han(c) || c == '·';
        if space && out.chars().next_back().is_some_and(|before| !tight(before)) && !tight(c) {
            out.push(' ');
        }
        space = false;
        // A doubled dot, or one before the first letter, says nothing.
        if c == '·' && (out.is_empty() || out.ends_with('·')) {
            continue;
        }
        out.push(c);
    }
    out.truncate(out.trim_end_matches('·').len());
    out
}

fn is_dot(c: char) -> bool {
    matches!(c, '·' | '•' | '・' | '･' | '.' | '。' | '‧' | '∙' | '⋅' | '●' | '᛫')
}

/// The name as it is compared: dots and spaces gone, small Latin letters, traditional and variant characters as their
/// common form. Borrowed where nothing changes.
pub fn fold_name(text: &str) -> Cow<'_, str> {
    let plain = |c: char| matches!(c, '\u{4e00}'..='\u{9fff}') && common(c) == c;
    if text.chars().all(plain) {
        return Cow::Borrowed(text);
    }
    let name = normalise_name(text);
    let letters = name.chars().filter(|c| *c != '·' && !c.is_whitespace());
    Cow::Owned(letters.map(common).flat_map(char::to_lowercase).collect())
}

/// Whether two lists can mean the same name.
pub fn same_name(one: &str, other: &str) -> bool {
    one == other || fold_name(one) == fold_name(other)
}

/// Pairs of a traditional or variant character and the one that rolls use; frequent in names.
const VARIANTS: &str = "張张陳陈劉刘楊杨趙赵黃黄吳吴孫孙馬马鄭郑謝谢許许鄧邓馮冯蕭萧葉叶蔣蒋蘇苏盧卢呂吕鍾钟賈贾鄒邹閻阎\
韓韩羅罗龍龙賀贺龔龚錢钱湯汤譚谭範范魯鲁韋韦萬万嚴严顧顾齊齐莊庄華华國国偉伟強强麗丽鳳凤蘭兰榮荣軍军\
寶宝貴贵玉玉慶庆東东愛爱學学興兴廣广雲云飛飞鵬鹏潔洁靜静瓊琼瑩莹瑤瑶豔艳艷艳銀银鑫鑫勝胜書书濤涛澤泽\
濱滨瀟潇瀾澜溫温淵渊漢汉煥焕燁烨爾尔環环瑋玮璣玑碩硕禮礼禎祯穎颖維维綠绿綺绮縈萦義义聖圣聰聪與与菓果\
藝艺衛卫諾诺謙谦贊赞輝辉遠远選选銘铭錦锦鎮镇鐵铁長长門门開开陽阳際际隆隆雋隽霽霁韻韵順顺風风駿骏鴻鸿\
黨党峯峰峩峨崑昆堃堃喆喆昇昇淸清靑青淨净凈净隣邻鄰邻秊年";

/// The common form of a variant character.
fn common(c: char) -> char {
    // Nearly every character of a name is common already: a bit a character says which may be in the table.
    if !table().contains(c) {
        return c;
    }
    table().lookup(c)
}

struct Table {
    bits: [u64; 1024],
    pairs: Vec<(char, char)>,
}

impl Table {
    fn contains(&self, c: char) -> bool {
        let code = c as usize;
        self.bits.get(code / 64).is_some_and(|word| word >> (code % 64) & 1 == 1)
    }
    fn lookup(&self, c: char) -> char {
        self.pairs
            .binary_search_by_key(&c, |pair| pair.0)
            .ok()
            .and_then(|at| self.pairs.get(at))
            .map_or(c, |pair| pair.1)
    }
}

fn table() -> &'static Table {
    static TABLE: std::sync::OnceLock<Table> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let mut table = Table { bits: [0; 1024], pairs: Vec::new() };
        let mut chars = VARIANTS.chars();
        while let (Some(variant), Some(common)) = (chars.next(), chars.next()) {
            if variant == common {
                continue;
            }
            if let Some(word) = table.bits.get_mut(variant as usize / 64) {
                *word |= 1 << (variant as usize % 64);
            }
            table.pairs.push((variant, common));
        }
        table.pairs.sort_unstable();
        table
    })
}
