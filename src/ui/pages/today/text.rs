//! Tasks in words: what is to be done, why, how urgent, and where it is done.
use crate::i18n::pages::{Today, absence_text, case_task_text};
use crate::i18n::{Lang, Word, dates, fill};
use crate::register::tasks::{Behind, Urgency, What};
use crate::ui::kit::Tone;

/// What is to be done, and why, in the reader's words.
pub fn task_text(what: &What, lang: Lang) -> (String, String) {
    let say = |word: Today, args: &[&str]| fill(word.text(lang), args);
    let plain = |text: String| (text, String::new());
    match what {
        What::Visit(why) => {
            let per_week = why.per_week.to_string();
            let mut parts = Vec::new();
            if let Some((_, on)) = why.booked {
                parts.push(say(Today::Booked, &[&dates::short(on, lang)]));
            }
            parts.push(match why.days_since {
                Some(0) => say(Today::VisitToday, &[]),
                Some(days) => say(Today::VisitLast, &[&days.to_string()]),
                None => say(Today::VisitNever, &[]),
            });
            let rule = if why.own_norm { Today::OwnRule } else { Today::Rule };
            parts.push(say(rule, &[&per_week, &why.done_this_week.to_string()]));
            if why.owed > 0 {
                parts.push(say(Today::Owed, &[&why.owed.to_string()]));
            }
            (say(Today::Visit, &[]), parts.join(lang.pick("；", "; ")))
        }
        What::WritePlan { .. } => plain(say(Today::WritePlan, &[])),
        What::ReviewPlan { on, .. } => plain(say(Today::ReviewPlan, &[&dates::short(*on, lang)])),
        What::Counsel { every_days, .. } => plain(say(Today::Counsel, &[&every_days.to_string()])),
        What::PlanCounselling { .. } => plain(say(Today::PlanCounselling, &[])),
        What::CounselBehind { child, parents } => {
            let part = |word: Today, of: &Behind| {
                say(word, &[&of.planned.to_string(), &of.due.to_string(), &of.done.to_string()])
            };
            let parts = [(Today::TalksChild, child), (Today::TalksParents, parents)];
            let parts = parts.into_iter().filter(|(_, of)| of.lacking() > 0);
            let why: Vec<String> = parts.map(|(word, of)| part(word, of)).collect();
            (say(Today::CounselBehind, &[]), why.join(lang.pick("；", "; ")))
        }
        What::FindCarers { has } => plain(say(Today::FindCarers, &[&has.to_string()])),
        What::ContactFamily { person, every_days, .. } => {
            plain(say(Today::Contact, &[person, &every_days.to_string()]))
        }
        What::Measure { what, who, .. } => (say(Today::Measure, &[what]), say(Today::MeasureBy, &[who])),
        What::ReviewOwnPlan { last, .. } => plain(say(Today::ReviewOwnPlan, &[&dates::short(*last, lang)])),
        What::AskConsent => plain(say(Today::AskConsent, &[])),
        What::BreakEnds { on, .. } => plain(say(Today::BreakEnds, &[&dates::short(*on, lang)])),
        What::Absence(task) => absence_text(task, lang),
        What::Case(task) => case_task_text(task, lang),
        What::FillGaps { count } => plain(say(Today::FillGaps, &[&count.to_string()])),
        What::SettleConflict { count } => plain(say(Today::Conflict, &[&count.to_string()])),
        What::MendFlaws { count } => plain(say(Today::Flaws, &[&count.to_string()])),
    }
}

pub fn chip(urgency: Urgency) -> (Today, Tone) {
    match urgency {
        Urgency::Overdue => (Today::Overdue, Tone::Late),
        Urgency::Today => (Today::DueToday, Tone::Due),
        Urgency::ThisWeek => (Today::ThisWeek, Tone::Accent),
        Urgency::Later => (Today::Later, Tone::Plain),
    }
}
