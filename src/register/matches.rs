//! What people decided about likenesses between rows of department lists: are they one child? Pure.
//!
//! A decision is keyed by what the two rows say of the child (the *pair*, a text that the comparison makes), so it holds when
//! the next list comes. A weak likeness needs two people: the second one's word must be the first one's, by another author.
use crate::domain::codes::MATCH_VERDICT;
use crate::domain::id::FileId;
use crate::domain::records::decisions::Match;
use crate::domain::value::Value;
use crate::register::change::{RecordKey, Sets};
use crate::register::clock::Hlc;
use crate::register::derived_id::Secret;
use crate::register::file::File;
use std::collections::BTreeMap;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Same,
    Other,
    Later,
}

impl Verdict {
    pub const fn code(self) -> &'static str {
        match self {
            Verdict::Same => "SAME",
            Verdict::Other => "OTHER",
            Verdict::Later => "LATER",
        }
    }

    fn of(code: &str) -> Option<Verdict> {
        let known = MATCH_VERDICT.find(code)?;
        [Verdict::Same, Verdict::Other, Verdict::Later]
            .into_iter()
            .find(|verdict| verdict.code() == known.code)
    }
}

/// One person's word: what, who, when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    pub verdict: Verdict,
    pub by: FileId,
    pub at: Hlc,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Decided {
    pub first: Word,
    /// Of another person than the first.
    pub second: Option<Word>,
    /// Two tablets said different things: nobody's word holds until one of them is chosen.
    pub contested: bool,
}

impl Decided {
    /// The verdict that holds; `needs_two` where the likeness is weak.
    pub fn settled(&self, needs_two: bool) -> Option<Verdict> {
        let agreed = self.second.is_some_and(|second| second.verdict == self.first.verdict);
        let holds = !self.contested && (!needs_two || agreed || self.first.verdict == Verdict::Later);
        holds.then_some(self.first.verdict)
    }
}

/// The key of a pair's record: two tablets that decide the same pair write into one record.
pub fn key(secret: &Secret, file: FileId, pair: &str) -> RecordKey {
    RecordKey::new(Match::TABLE.key, secret.record_id(file, Match::TABLE.key, &[pair]))
}

/// Every decision of the file, by pair.
pub fn decided(file: &File) -> BTreeMap<String, Decided> {
    let one = |(id, record): (crate::domain::id::RecordId, &crate::register::tree::Record)| {
        let values = Match::read(&record.values);
        let word = |field: &str, code: &str| {
            let change = file.changes().get(*record.live(field).first()?)?;
            Some(Word { verdict: Verdict::of(code)?, by: change.by, at: change.at })
        };
        let first = word("verdict", &values.verdict)?;
        let second = word("second", &values.second).filter(|second| second.by != first.by);
        let key = RecordKey::new(Match::TABLE.key, id);
        let mut said = record.live("verdict").iter().filter_map(|at| file.value_at(*at, &key, "verdict"));
        let contested = said.next().is_some_and(|one| said.any(|other| other != one));
        Some((values.pair, Decided { first, second, contested }))
    };
    file.table(Match::TABLE.key).filter_map(one).collect()
}

/// What `me` saying this of these pairs sets: my word, or the second word where another person has said the same.
pub fn say(
    file: Option<&File>,
    secret: &Secret,
    id: FileId,
    pairs: &[String],
    verdict: Verdict,
    me: FileId,
) -> Sets {
    let known = file.map(decided).unwrap_or_default();
    let mut sets = Sets::new();
    for pair in pairs {
        let code = Value::from(verdict.code());
        let fields = match known.get(pair) {
            Some(held) if held.first.verdict == verdict && held.first.by != me && !held.contested => {
                [("second".to_owned(), code)].into()
            }
            // A new word stands alone: whoever agreed with the old one has not seen it.
            _ => [
                ("pair".to_owned(), Value::from(pair.as_str())),
                ("verdict".to_owned(), code),
                ("second".to_owned(), Value::Null),
            ]
            .into(),
        };
        sets.insert(key(secret, id, pair), fields);
    }
    sets
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::date::Date;
    use crate::domain::field::FileKind;
    use crate::register::apply::apply;
    use crate::register::change::{Act, DeviceId, Dot};
    use crate::register::command::{Command, Ctx};
    use crate::register::merge::merge;

    const SECRET: Secret = Secret([7; 32]);
    const ID: FileId = FileId(70);

    fn after(file: &File, n: u32, by: u128, verdict: Verdict) -> File {
        let ctx = Ctx {
            wall: u64::from(n),
            today: Date::default(),
            now: Default::default(),
            dot: Dot { device: DeviceId(by as u64), counter: n, tag: 0 },
            by: FileId(by),
        };
        let sets = say(Some(file), &SECRET, ID, &["a/b".to_owned()], verdict, FileId(by));
        file.clone().with(apply(file, Command::Set { act: Act::MATCH, sets }, &ctx).unwrap()).unwrap()
    }

    fn settled(file: &File) -> (Option<Verdict>, Option<Verdict>) {
        let held = decided(file)["a/b"];
        (held.settled(false), held.settled(true))
    }

    #[test]
    fn a_strong_likeness_needs_one_word_and_a_weak_one_a_second_persons() {
        let empty = File::new(ID, FileKind::County);
        let one = after(&empty, 1, 1, Verdict::Same);
        assert_eq!(settled(&one), (Some(Verdict::Same), None));
        let both = after(&one, 2, 2, Verdict::Same);
        assert_eq!(settled(&both), (Some(Verdict::Same), Some(Verdict::Same)));
        let doubted = after(&both, 3, 3, Verdict::Other);
        assert_eq!(settled(&doubted), (Some(Verdict::Other), None), "a new word stands alone");
        assert_eq!(
            settled(&after(&doubted, 4, 3, Verdict::Later)),
            (Some(Verdict::Later), Some(Verdict::Later))
        );
    }

    #[test]
    fn words_of_two_tablets_that_differ_settle_nothing_until_one_is_said_again() {
        let empty = File::new(ID, FileKind::County);
        let (one, other) = (after(&empty, 1, 1, Verdict::Same), after(&empty, 1, 2, Verdict::Other));
        let both = merge(ID, Some(&one), other.to_pack()).unwrap().file;
        assert_eq!(settled(&both), (None, None));
        assert_eq!(settled(&after(&both, 2, 1, Verdict::Same)), (Some(Verdict::Same), None));
    }
}
