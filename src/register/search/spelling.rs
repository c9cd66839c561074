//! How a name is laid out for searching: for each character itself and its readings, `张,zhang;小,xiao;明,ming;`, and how
//! typed text walks along it.
use crate::domain::identity::fold_name;
use crate::domain::pinyin;
use std::cmp::Ordering;

/// The filter's bit of a character: 26 for Latin letters, which are initials too, the others shared by all the rest.
pub fn bit_of(c: char) -> u64 {
    match c {
        'a'..='z' => 1 << (c as u32 - 'a' as u32),
        c => 1 << (26 + (c as u32).wrapping_mul(0x9e37_79b1) % 38),
    }
}

/// Characters, and letters that nearly always begin a syllable: where one is typed, it must be among the name's bits.
pub fn is_head(c: char) -> bool {
    !matches!(c, 'a' | 'e' | 'g' | 'h' | 'i' | 'n' | 'o' | 'r' | 'u' | 'v')
}

/// Appends a name's spelling; gives the bits of its characters and initials. Nothing for a blank name.
pub fn spell(text: &str, out: &mut Vec<u8>) -> u64 {
    let name = fold_name(text);
    let mut filter = 0;
    // Folding drops only what has no reading, so that the surname stays in front.
    for (at, c) in name.chars().enumerate().filter(|(_, c)| !matches!(c, ';' | ',')) {
        let mut bytes = [0; 4];
        out.extend_from_slice(c.encode_utf8(&mut bytes).as_bytes());
        filter |= bit_of(c);
        for reading in pinyin::readings_in(&name, at, c) {
            out.push(b',');
            out.extend_from_slice(reading.as_bytes());
            filter |= reading.chars().next().map_or(0, bit_of);
            filter |= reading.chars().filter(|c| is_head(*c)).fold(0, |bits, c| bits | bit_of(c));
        }
        out.push(b';');
    }
    filter
}

/// The order of two names: character by character, by reading, then by the character itself.
pub fn by_pinyin(one: &[u8], other: &[u8]) -> Ordering {
    let groups = |spelling| <[u8]>::split(spelling, |b| *b == b';').map(reading_and_character);
    groups(one).cmp(groups(other))
}

/// The beginning of that order in one word: the first reading (six letters at most) and its character. Words that differ
/// are in the order of [`by_pinyin`]; equal ones say nothing.
pub fn near_order(spelling: &[u8]) -> u64 {
    let (reading, character) =
        reading_and_character(spelling.split(|b| *b == b';').next().unwrap_or_default());
    let letter = |at: usize| match reading.get(at) {
        None => 0,
        Some(..b'a') => 1,
        Some(b @ b'a'..=b'z') => u64::from(b - b'a' + 2),
        Some(_) => 31,
    };
    let letters = (0..6).fold(0, |word, at| word << 5 | letter(at));
    let code =
        (0..4).fold(0, |word, at| word << 8 | u64::from(character.get(at).copied().unwrap_or_default()));
    letters << 32 | code
}

fn reading_and_character(group: &[u8]) -> (&[u8], &[u8]) {
    let mut forms = group.split(|b| *b == b',');
    let character = forms.next().unwrap_or_default();
    (forms.next().unwrap_or(character), character)
}

/// Whether typed text (folded, small letters) leads along a spelling from its first character: a character stands for
/// itself; letters stand for a reading, its initial (`zh` for two) or, at the end of what was typed, any beginning of it.
/// `Some(true)` where nothing of the name is left.
pub fn walk(spelling: &[u8], typed: &[u8]) -> Option<bool> {
    if typed.is_empty() {
        return Some(spelling.is_empty());
    }
    let end = spelling.iter().position(|b| *b == b';')?;
    let (group, rest) = (spelling.get(..end)?, spelling.get(end + 1..)?);
    let mut best = None;
    // A character that no table can read is passed over by letters, as pinyin of the name leaves it out.
    if !group.is_ascii() && !group.contains(&b',') && typed.first().is_some_and(u8::is_ascii_lowercase) {
        return walk(rest, typed);
    }
    for (n, form) in group.split(|b| *b == b',').enumerate() {
        let same = form
            .iter()
            .zip(typed)
            .take_while(|(f, t)| f == t || (**f == b'v' && **t == b'u' && n > 0))
            .count();
        if same == 0 {
            continue;
        }
        let whole = if same == form.len() || (n > 0 && same == typed.len()) { same } else { 0 };
        let double = if same >= 2 && form.get(1) == Some(&b'h') { 2 } else { 0 };
        // A reading may be typed whole, by its initial, or cut short where the typing ends.
        let steps = if n == 0 { [whole, 0, 0] } else { [whole, double, 1] };
        for (at, step) in steps.iter().enumerate() {
            let seen = steps.iter().take(at).any(|earlier| earlier == step);
            if *step == 0 || seen {
                continue;
            }
            match walk(rest, typed.get(*step..)?) {
                Some(true) => return Some(true),
                Some(false) => best = Some(false),
                None => {}
            }
        }
    }
    best
}
