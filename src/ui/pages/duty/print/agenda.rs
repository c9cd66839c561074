//! The agenda sheet of a meeting: topic, who was there, minutes, decisions with owner and day.
use super::super::view::View;
use crate::domain::id::RecordId;
use crate::domain::records::duty::DutyTask;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Word, dates};
use leptos::prelude::*;

pub fn sheet_of(view: View, id: &str) -> Vec<AnyView> {
    let Ok(id) = id.parse::<RecordId>() else { return Vec::new() };
    let (lang, duty) = (view.lang(), view.duty());
    let Some((_, item)) = duty.agenda.iter().find(|(of, _)| *of == id) else { return Vec::new() };
    let held = item.held_on.map(|day| dates::long(day, lang)).unwrap_or_default();
    let row = |word: P, text: String| {
        view! { <tr><th scope="row">{word.text(lang)}</th><td class="lines" colspan="3">{text}</td></tr> }
    };
    let task = |task: &DutyTask| {
        let owner = task.owner.map(|id| view.saver.register.name_of(id)).unwrap_or_default();
        let owner = if owner.is_empty() { task.other_owner.clone() } else { owner };
        let done = task.done_on.map(|day| dates::long(day, lang)).unwrap_or_default();
        let done = [done, task.result.clone()].join(" ");
        let due = task.due.map(|day| dates::long(day, lang)).unwrap_or_default();
        view! { <tr><td>{task.what.clone()}</td><td>{owner}</td><td>{due}</td><td>{done}</td></tr> }
    };
    let tasks = duty
        .tasks
        .iter()
        .filter(|(_, task)| task.agenda == Some(id))
        .map(|(_, one)| task(one))
        .collect_view();
    let head = |word: P| view! { <th scope="col">{word.text(lang)}</th> };
    let sign = |word: P| view! { <div><dt>{word.text(lang)}</dt><dd>{P::DateLine.text(lang)}</dd></div> };
    let page = view! {
        <article class="sheet duty-form" data-name="agenda">
            <h1>{P::AgendaTitle.text(lang)}</h1>
            <table>
                <tbody>
                    {row(P::Month, dates::month(&item.month, lang))}
                    {row(P::Topic, item.topic.clone())}
                    {row(P::Meeting, item.meeting.clone())}
                    {row(P::HeldOn, held)}
                    {row(P::Chair, item.chair.clone())}
                    {row(P::Present, item.present.join(lang.pick("、", ", ")))}
                    {row(P::Minutes, item.minutes.clone())}
                </tbody>
            </table>
            <table class="after"><thead><tr>{head(P::Task)}{head(P::Owner)}{head(P::Due)}{head(P::Done)}</tr></thead><tbody>{tasks}</tbody></table>
            <dl class="signs">{sign(P::Chair)}{sign(P::Recorder)}</dl>
        </article>
    };
    vec![page.into_any()]
}
