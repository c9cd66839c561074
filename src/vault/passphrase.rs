//! Passphrases: generated ones (four words of two syllables, 64 bits), and a floor for a person's own.
//!
//! What is typed is folded first (NFKC, lower case, no separators), so `Shan-Hu mi guo` opens what `shanhu miguo` closed.
//! Pure; randomness comes in.
use super::syllables::SYLLABLES;
use crate::domain::compatibility::Compatible;
use zeroize::Zeroizing;

/// Bits below which an own passphrase is refused. At Argon2id with 64 MiB and t=3 a guess costs a processor about 0.2 s:
/// 2^43 guesses, the average, are some fifty thousand processor-years.
pub const FLOOR_BITS: u32 = 44;

/// A folded passphrase, wiped when dropped.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    pub fn typed(text: &str) -> Self {
        let folded =
            text.chars().compatible().flat_map(char::to_lowercase).filter(|c| !is_separator(*c)).collect();
        Passphrase(Zeroizing::new(folded))
    }

    pub fn secret(&self) -> &[u8] {
        self.0.as_bytes()
    }

    /// Whether it may close a slot.
    pub fn verdict(&self) -> Verdict {
        verdict(&self.0)
    }
}

/// Four words from eight random bytes, to be shown and typed again: `shan-hu mi-guo tian-shi bei-lin`.
pub fn generate(random: &[u8; 8]) -> Zeroizing<String> {
    let mut text = Zeroizing::new(String::with_capacity(64));
    for (i, byte) in random.iter().enumerate() {
        if i > 0 {
            text.push(if i % 2 == 0 { ' ' } else { '-' });
        }
        text.push_str(SYLLABLES.get(usize::from(*byte)).copied().unwrap_or_default());
    }
    text
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Good enough, by a cautious estimate.
    Enough { bits: u32 },
    /// Too easily guessed: longer, or less regular.
    Weak { bits: u32, floor: u32 },
    /// Digits only: a date or a telephone number is among the first guesses.
    DigitsOnly,
}

impl Verdict {
    pub fn is_enough(self) -> bool {
        matches!(self, Verdict::Enough { .. })
    }
}

fn is_separator(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '-' | '_' | '.' | ',' | '\'' | '·' | '、' | '，' | '。' | '’' | '–' | '—')
}

/// Pieces that guessers try first; each counts as one word of a small list, however long.
const COMMON: &[&str] = &[
    "password",
    "passwd",
    "qwertyuiop",
    "qwerty",
    "asdfghjkl",
    "asdf",
    "zxcvbnm",
    "zxcv",
    "1qaz2wsx",
    "iloveyou",
    "woaini",
    "woaiwo",
    "admin",
    "letmein",
    "welcome",
    "baoxue",
    "laoshi",
    "xuexiao",
    "songjiao",
    "tebang",
    "zhongguo",
    "china",
    "beijing",
    "shandong",
    "mima",
    "nihao",
    "hello",
    "teacher",
    "school",
    "5201314",
    "520",
    "1314",
    "888",
    "666",
    "123",
    "abc",
    "保学",
    "老师",
    "学校",
    "送教",
    "密码",
    "中国",
    "我爱你",
];
const COMMON_TENTHS: u32 = 60;

/// Tenths of a bit that one character adds, by its kind: letters as in running text, not as in noise.
fn tenths(c: char) -> u32 {
    match c {
        'a'..='z' => 25,
        '0'..='9' => 27,
        c if c.is_ascii() => 40,
        c if c.is_alphabetic() => 65,
        _ => 50,
    }
}

fn class(c: char) -> u8 {
    match c {
        'a'..='z' => 0,
        '0'..='9' => 1,
        c if c.is_ascii() => 2,
        _ => 3,
    }
}

/// Cuts common pieces out; returns what is left, with a gap in each place, and how many there were.
fn without_common(text: &str) -> (String, u32) {
    let mut left = text.to_owned();
    let mut cut = 0;
    for piece in COMMON {
        let count = left.matches(piece).count();
        if count > 0 {
            left = left.replace(piece, "\0");
            // The same piece again adds next to nothing.
            cut += COMMON_TENTHS + 10 * (u32::try_from(count).unwrap_or(u32::MAX).min(8) - 1);
        }
    }
    (left, cut)
}

/// Whether a run of at least three characters ends here that repeats what stood `lag` characters before.
fn repeats(chars: &[char], at: usize) -> bool {
    (1..=at.min(12)).any(|lag| {
        let run = lag.max(3);
        at + 1 >= run + lag
            && (0..run).all(|back| match (at.checked_sub(back), at.checked_sub(back + lag)) {
                (Some(here), Some(there)) => chars.get(here) == chars.get(there),
                _ => false,
            })
    })
}

fn verdict(text: &str) -> Verdict {
    if !text.is_empty() && text.chars().all(char::is_numeric) {
        return Verdict::DigitsOnly;
    }
    let (left, mut sum) = without_common(text);
    let chars: Vec<char> = left.chars().collect();
    let mut before: Option<(char, i64)> = None;
    for (at, c) in chars.iter().copied().enumerate() {
        if c == '\0' {
            before = None;
            continue;
        }
        let step = before.map(|(b, _)| i64::from(u32::from(c)) - i64::from(u32::from(b)));
        // aaa, abc, 987: the first two count, what follows the rule hardly.
        let ruled =
            matches!((step, before), (Some(step), Some((_, last))) if step == last && step.abs() <= 1);
        sum += match ruled || repeats(&chars, at) {
            true => 3,
            false => tenths(c),
        };
        if before.is_some_and(|(b, _)| class(b) != class(c)) {
            sum += 10;
        }
        before = Some((c, step.unwrap_or(i64::MAX)));
    }
    let bits = sum / 10;
    match bits >= FLOOR_BITS {
        true => Verdict::Enough { bits },
        false => Verdict::Weak { bits, floor: FLOOR_BITS },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_syllable_stands_once_and_is_typed_with_letters() {
        let mut seen = SYLLABLES.to_vec();
        seen.sort_unstable();
        seen.dedup();
        assert_eq!(seen.len(), 256);
        assert!(SYLLABLES.iter().all(|s| s.bytes().all(|b| b.is_ascii_lowercase())));
    }

    #[test]
    fn a_generated_passphrase_is_always_strong_enough_unless_it_repeats_itself() {
        let mut state = 12345u64;
        let mut weak = 0;
        for _ in 0..2000 {
            state = state.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let text = generate(&state.to_be_bytes());
            assert_eq!(text.split(' ').count(), 4, "{}", *text);
            weak += usize::from(!Passphrase::typed(&text).verdict().is_enough());
        }
        assert!(weak < 60, "{weak} of 2000 generated ones would be refused");
        assert!(!Passphrase::typed(&generate(&[3; 8])).verdict().is_enough());
    }

    #[test]
    fn what_is_typed_is_folded() {
        let want = Passphrase::typed("shanhumiguotianshibeilin");
        for typed in [
            "shan-hu mi-guo tian-shi bei-lin",
            "Shan Hu　MI-guo, tian'shi BEI·LIN ",
            "ｓｈａｎ－ｈｕ mi_guo tian.shi bei—lin",
        ] {
            assert_eq!(Passphrase::typed(typed).secret(), want.secret(), "{typed}");
        }
        assert_eq!(Passphrase::typed("山湖 米果").secret(), "山湖米果".as_bytes());
    }

    #[test]
    fn what_guessers_try_first_is_refused() {
        for weak in [
            "",
            "a",
            "password",
            "password123",
            "Password2024",
            "qwertyuiop123456",
            "woaini5201314",
            "zhangsan1985",
            "wangfang19900101",
            "abcdefghijklmnopqrstuvwxyz",
            "aaaaaaaaaaaaaaaaaaaaaaaaaa",
            "abababababababababababab",
            "baoxuebaoxuebaoxuebaoxue",
            "lijuan lijuan lijuan lijuan lijuan",
            "送教老师",
            "我爱你中国",
            "abc123!@#",
        ] {
            assert!(matches!(Passphrase::typed(weak).verdict(), Verdict::Weak { .. }), "{weak}");
        }
        for digits in ["123456", "37029919900101123456789012345", "１３８００１３８０００"] {
            assert_eq!(Passphrase::typed(digits).verdict(), Verdict::DigitsOnly, "{digits}");
        }
    }

    #[test]
    fn a_long_or_irregular_one_is_enough() {
        for good in [
            "the goat behind our kitchen sings",
            "xk9$mq2!vw7#ze",
            "huangniu shang shan chi cao bu huijia",
            "山羊昨晚爬上厨房屋顶",
        ] {
            let verdict = Passphrase::typed(good).verdict();
            assert!(verdict.is_enough(), "{good}: {verdict:?}");
        }
    }
}
