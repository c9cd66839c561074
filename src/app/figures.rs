//! Figures at the page: all of a period counted in slices, so that the page draws meanwhile; and what was known by a day, read
//! from the files once and kept while the register is open.
use crate::app::duty;
use crate::app::exchange::arrivals;
use crate::app::keeper::KeepError;
use crate::app::register::{Past, Register, Summaries, mark};
use crate::domain::date::{Clock, Date};
use crate::domain::id::FileId;
use crate::domain::policy::Policy;
use crate::platform::{clock, turn};
use crate::register::past::known_by;
use crate::register::summary::Summary;
use crate::report::duty::Duty;
use crate::report::figure::{Counting, Figure, Period, Split, Tally, World, groups};
use crate::report::periodic::Report;
use crate::report::teaching::{Shares, Span};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A slice of counting, in milliseconds: a frame has room for it four times slowed.
const SLICE: u64 = 8;
/// Files asked between two looks at the clock, and files read at once.
const STRIDE: usize = 64;

/// The figures of a period with everything they were counted from.
#[derive(Clone, Debug)]
pub struct Counted {
    pub period: Period,
    pub known: Option<Date>,
    pub tally: Tally,
    pub files: Arc<Summaries>,
    /// Rules and responsibility, as they stand in their own file.
    pub duty: Arc<Duty>,
    pub policy: Arc<Policy>,
    /// When they were counted.
    pub at: Clock,
}

#[derive(Clone, Debug)]
pub enum State {
    /// Files done and all.
    Counting(usize, usize),
    Ready(Arc<Counted>),
    Failed(Arc<KeepError>),
}

/// The figures that a page shows. The latest question is answered; an older one stops.
#[derive(Clone, Copy)]
pub struct Figures {
    register: Register,
    pub state: RwSignal<State>,
    question: StoredValue<u32>,
}

impl Figures {
    pub fn new(register: Register) -> Figures {
        Figures { register, state: RwSignal::new(State::Counting(0, 0)), question: StoredValue::new(0) }
    }

    /// Counts anew; `known`: only what this tablet knew by the end of that day.
    pub fn count(self, period: Period, known: Option<Date>) {
        self.question.update_value(|n| *n += 1);
        let question = self.question.get_value();
        spawn_local(async move {
            let is_asked = || self.question.try_get_value() == Some(question);
            let files = match known {
                None => Arc::new(self.register.summaries.with_untracked(Summaries::clone)),
                Some(day) => match past(self.register, day, |done, all| {
                    self.state.try_set(State::Counting(done, all));
                    is_asked()
                })
                .await
                {
                    Ok(Some(past)) => past.files,
                    Ok(None) => return,
                    Err(why) => return drop(self.state.try_set(State::Failed(Arc::new(why)))),
                },
            };
            if let Some(tally) = tally(self.register, &files, period, None, |done, all| {
                self.state.try_set(State::Counting(done, all));
                is_asked()
            })
            .await
            {
                let duty = match duty(self.register, known).await {
                    Ok(duty) => Arc::new(duty),
                    Err(why) => return drop(self.state.try_set(State::Failed(Arc::new(why)))),
                };
                let policy = self.register.policy.get_untracked();
                let counted = Counted { period, known, tally, files, duty, policy, at: clock::now() };
                if !is_asked() {
                    return;
                }
                self.state.try_set(State::Ready(Arc::new(counted)));
            }
        });
    }
}

impl Counted {
    /// A figure by part, the largest first.
    pub fn parts(&self, figure: Figure, split: Split) -> Vec<(String, usize)> {
        let groups = groups(self.tally.children(figure), split, &self.files, self.period);
        let mut parts: Vec<(String, usize)> =
            groups.into_iter().map(|(part, ids)| (part, ids.len())).collect();
        parts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        parts
    }
}

/// The report of a period from the files as they are now, a school's or the county's, in slices; `None`: stopped.
pub async fn report(
    register: Register,
    period: Period,
    school: Option<FileId>,
    goes_on: impl Fn() -> bool,
) -> Option<Report> {
    let files = register.summaries.with_untracked(Summaries::clone);
    let tally = tally(register, &files, period, school, |_, _| goes_on()).await?;
    goes_on().then(|| Report::from_tally(&tally, &files, period))
}

/// The file of rules and responsibility; empty before anything is written in it.
async fn duty(register: Register, known: Option<Date>) -> Result<Duty, KeepError> {
    let file = match register.file(duty::file_id(register)).await {
        Ok(file) => file,
        Err(KeepError::NoSuchFile(_)) => return Ok(Duty::default()),
        Err(why) => return Err(why),
    };
    let then = match known {
        None => Some((*file).clone()),
        Some(day) => known_by(&file, day, clock::zone(), &arrivals::held(register).await?),
    };
    Ok(then.map(|file| Duty::of(&file)).unwrap_or_default())
}

/// Counts in slices; `told` hears how far it is and says whether to go on.
async fn tally(
    register: Register,
    files: &Summaries,
    period: Period,
    school: Option<FileId>,
    told: impl Fn(usize, usize) -> bool,
) -> Option<Tally> {
    let (policy, calendar) = (register.policy.get_untracked(), register.calendar.get_untracked());
    let world = World::of(files, period, &policy);
    let span = Span { from: period.from, to: period.on, today: period.on };
    let mut counting = Counting::new(&world, school, Shares::of(span, &policy, &calendar));
    let mut begun = clock::wall();
    while counting.step(&world, STRIDE) {
        if clock::wall().saturating_sub(begun) >= SLICE {
            turn::breathe().await;
            let (done, all) = counting.progress();
            if !told(done, all) {
                return None;
            }
            begun = clock::wall();
        }
    }
    Some(counting.tally)
}

/// The summaries as known at the end of a day: kept while no file changes (a batch of another tablet notes its day with its files),
/// or made from the files. `None`: stopped.
async fn past(
    register: Register,
    day: Date,
    told: impl Fn(usize, usize) -> bool,
) -> Result<Option<Past>, KeepError> {
    let (of, ids) =
        register.summaries.with_untracked(|all| (mark(all), all.keys().copied().collect::<Vec<FileId>>()));
    if let Some(kept) = register.past.get_untracked().filter(|past| past.day == day && past.of == of) {
        return Ok(Some(kept));
    }
    let arrivals = arrivals::held(register).await?;
    let (mut done, mut files) = (0, BTreeMap::new());
    for some in ids.chunks(STRIDE) {
        let read = register.keeper().lock().await.files(some).await?;
        let mut begun = clock::wall();
        for file in read {
            if let Some(then) = known_by(&file, day, clock::zone(), &arrivals) {
                files.insert(file.id, Arc::new(Summary::of(&then)));
            }
            if clock::wall().saturating_sub(begun) >= SLICE {
                turn::breathe().await;
                begun = clock::wall();
            }
        }
        done += some.len();
        if !told(done, ids.len()) {
            return Ok(None);
        }
    }
    let past = Past { day, of, files: Arc::new(files) };
    register.past.set(Some(past.clone()));
    Ok(Some(past))
}

/// Makes what was known by a day, for a page that shows children of it; again when a file changed (tracked).
pub fn recall(register: Register, day: Date) {
    let of = register.summaries.with(mark);
    let is_kept = |past: &Past| past.day == day && past.of == of;
    if register.past.with_untracked(|past| !past.as_ref().is_some_and(is_kept)) {
        spawn_local(async move {
            // Files that cannot be read leave the list empty; the page of figures says why.
            let _told = past(register, day, |_, _| true).await;
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::summary::Content;

    #[test]
    fn what_was_known_is_made_again_when_a_file_changed_or_came() {
        let file = |id, fingerprint| {
            let summary =
                Summary { fingerprint, ..Summary::invented(id, "pupil", "林小满", Content::Other) };
            (summary.id, Arc::new(summary))
        };
        let marks = [
            vec![],
            vec![file(1, 7)],
            vec![file(1, 8)],
            vec![file(1, 7), file(2, 9)],
            vec![file(1, 7), file(2, 0)],
        ];
        let marks: Vec<u64> = marks.into_iter().map(|files| mark(&files.into_iter().collect())).collect();
        for (at, one) in marks.iter().enumerate() {
            assert!(!marks[at + 1..].contains(one), "{marks:?}");
        }
        assert_eq!(mark(&[file(1, 7)].into()), marks[1], "the same files, the same mark");
    }
}
