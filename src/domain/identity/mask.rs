//! Numbers and names as they are shown when nobody asked for them in full (design.md §5). Works on any text, well formed
//! or not: what is no number of its kind is masked more, never less.

/// `370299********0018`: region and the last four stay.
pub fn id(text: &str) -> String {
    keep(text, 6, 4, 18)
}

/// `G370299********0018`
pub fn roll(text: &str) -> String {
    keep(text, 7, 4, 19)
}

/// `370299********0018**`: type and grade are health, and hidden with the date.
pub fn cert(text: &str) -> String {
    let id_part: String = text.chars().take(18).collect();
    let rest = text.chars().skip(18).map(|_| '*');
    id(&id_part).chars().chain(rest).collect()
}

/// `138****5678`; a fixed line keeps its last two digits.
pub fn phone(text: &str) -> String {
    match text.chars().count() {
        11 if text.starts_with('1') => keep(text, 3, 4, 11),
        count => keep(text, 0, 2, count.max(7)),
    }
}

/// `张*`, `欧阳**` as `欧***`: the first character stays.
pub fn name(text: &str) -> String {
    let count = text.chars().count();
    keep(text, 1, 0, count.max(2))
}

/// Stars for all but the first `head` and last `tail` characters of a text at least `full` long; for all of a shorter one.
fn keep(text: &str, head: usize, tail: usize, full: usize) -> String {
    let count = text.chars().count();
    let (head, tail) = if count < full { (0, 0) } else { (head, tail) };
    text.chars().enumerate().map(|(at, c)| if at < head || at + tail >= count { c } else { '*' }).collect()
}
