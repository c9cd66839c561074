//! The product's own code, natively: what the worker's desk does with the same questions.
use crate::report::{Answer as Found, Measured};
use crate::{FILES, Told, folder};
use baoxue::lists::compare::job::{Question, Reply};
use baoxue::lists::compare::{Decisions, Settings};
use baoxue::lists::job::{Answer, Ask, Chosen, Desk};
use std::time::Instant;

/// Medians of so many rounds.
pub fn measure(rounds: usize) -> Told<Measured> {
    let mut files = Vec::new();
    for name in FILES {
        files.push((name, std::fs::read(folder().join(name))?));
    }
    let (mut read, mut taken, mut compared) = (Vec::new(), Vec::new(), Vec::new());
    let mut answer = None;
    for _ in 0..rounds {
        let mut desk = Desk::default();
        let start = Instant::now();
        let mut chosen: Vec<Chosen> = Vec::new();
        for (name, bytes) in &files {
            match desk.open((*name).to_owned(), bytes, &[], &mut |_| {}) {
                Answer::Opened(opened) => chosen.extend(opened.proposed()),
                other => return Err(format!("{name}: {other:?}").into()),
            }
        }
        read.push(start.elapsed());
        let start = Instant::now();
        for part in chosen {
            desk.answer(Ask::Take { kind: part.mapping.kind, parts: vec![part] }, &[], &mut |_| {});
        }
        taken.push(start.elapsed());
        let start = Instant::now();
        let reply = desk.answer(Ask::Compare(compare()), &[], &mut |_| {});
        compared.push(start.elapsed());
        let Answer::Compared(Reply::Compared(summary)) = reply else {
            return Err(format!("{reply:?}").into());
        };
        answer = Some(Found::of(&serde_json::to_value(summary.figures())?)?);
    }
    let ms = |times: Vec<std::time::Duration>| times.iter().map(|time| time.as_secs_f64() * 1000.0).collect();
    Ok(Measured {
        who: "保学, native".into(),
        version: env!("CARGO_PKG_VERSION").into(),
        read: ms(read),
        taken: ms(taken),
        compare: ms(compared),
        still: None,
        answer: answer.ok_or("no round was run")?,
    })
}

/// Exact links alone: what a program without proposals can do too.
pub fn compare() -> Question {
    Question::Compare { settings: Settings::default(), decisions: Decisions::default() }
}
