//! Where two texts differ, character by character. Pure.

/// A run of characters, and whether the other text has them too.
pub type Run = (String, bool);

/// Longer texts are marked as a whole: nobody compares a page letter by letter.
const LONGEST: usize = 120;

/// Both texts as runs of what they share and what they do not.
pub fn marks(one: &str, other: &str) -> (Vec<Run>, Vec<Run>) {
    let (a, b): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    if a.len() > LONGEST || b.len() > LONGEST {
        let whole = |text: &str| vec![(text.to_owned(), one == other)];
        return (whole(one), whole(other));
    }
    let lengths = common_lengths(&a, &b);
    let at = |i: usize, j: usize| lengths.get(i).and_then(|row| row.get(j)).copied().unwrap_or_default();
    let (mut i, mut j) = (0, 0);
    let (mut left, mut right) = (Vec::new(), Vec::new());
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        if x == y {
            push(&mut left, *x, true);
            push(&mut right, *y, true);
            (i, j) = (i + 1, j + 1);
        } else if at(i + 1, j) >= at(i, j + 1) {
            push(&mut left, *x, false);
            i += 1;
        } else {
            push(&mut right, *y, false);
            j += 1;
        }
    }
    a.iter().skip(i).for_each(|c| push(&mut left, *c, false));
    b.iter().skip(j).for_each(|c| push(&mut right, *c, false));
    (left, right)
}

/// `[i][j]`: how many characters the texts share in order, from `i` and `j` on.
fn common_lengths(a: &[char], b: &[char]) -> Vec<Vec<usize>> {
    let mut rows: Vec<Vec<usize>> = vec![vec![0; b.len() + 1]];
    for x in a.iter().rev() {
        let mut row = vec![0];
        for (back, y) in b.iter().rev().enumerate() {
            // Rows are built from their end: entry `back` is the one after this character.
            let below = rows.last().map(Vec::as_slice).unwrap_or_default();
            let after = |n: usize| below.get(b.len() - n).copied().unwrap_or_default();
            let next = row.last().copied().unwrap_or_default();
            row.push(if x == y { after(back) + 1 } else { next.max(after(back + 1)) });
        }
        row.reverse();
        rows.push(row);
    }
    rows.reverse();
    rows
}

fn push(runs: &mut Vec<Run>, c: char, same: bool) {
    match runs.last_mut().filter(|(_, was)| *was == same) {
        Some((text, _)) => text.push(c),
        None => runs.push((c.to_string(), same)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(runs: &[Run]) -> String {
        runs.iter().map(|(text, same)| if *same { text.clone() } else { format!("[{text}]") }).collect()
    }

    #[test]
    fn what_differs_is_marked_and_nothing_else() {
        for (one, other, left, right) in [
            ("林小满", "林晓满", "林[小]满", "林[晓]满"),
            ("13812345678", "13812354678", "138123[4]5678", "1381235[4]678"),
            ("石门村", "下石门村", "石门村", "[下]石门村"),
            ("同一", "同一", "同一", "同一"),
            ("", "甲", "", "[甲]"),
        ] {
            let (a, b) = marks(one, other);
            assert_eq!((shown(&a).as_str(), shown(&b).as_str()), (left, right));
        }
    }

    #[test]
    fn both_texts_come_back_whole() {
        let texts = ["", "a", "abcabba", "cbabac", "青禾县石门镇", "石门镇下石门村"];
        for (one, other) in texts.iter().flat_map(|one| texts.iter().map(move |other| (one, other))) {
            let (a, b) = marks(one, other);
            let whole = |runs: &[Run]| runs.iter().map(|(text, _)| text.as_str()).collect::<String>();
            let same = |runs: &[Run]| {
                runs.iter().filter(|(_, same)| *same).map(|(text, _)| text.as_str()).collect::<String>()
            };
            assert_eq!((whole(&a).as_str(), whole(&b).as_str()), (*one, *other));
            assert_eq!(same(&a), same(&b));
        }
    }
}
