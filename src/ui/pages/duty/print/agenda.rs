//! The agenda sheet of one meeting: topic, who was there, minutes, what was decided.
use super::super::view::View;
use crate::domain::id::RecordId;
use crate::domain::records::duty::DutyTask;
use crate::i18n::pages::duty_paper::DutyPaper as P;
use crate::i18n::{Word, dates};
use crate::report::paper::{Block, Cell, Grid, Paper};

pub fn sheet_of(view: View, id: &str) -> Vec<Paper> {
    let Ok(id) = id.parse::<RecordId>() else { return Vec::new() };
    let (lang, duty) = (view.lang(), view.duty());
    let Some((_, item)) = duty.agenda.iter().find(|(of, _)| *of == id) else { return Vec::new() };
    let say = |word: P| word.text(lang).to_owned();
    let day =
        |day: Option<crate::domain::date::Date>| day.map(|day| dates::long(day, lang)).unwrap_or_default();
    let row = |word: P, text: String| vec![Cell::label(say(word)), Cell::value(text)];
    let rows = vec![
        row(P::Month, dates::month(&item.month, lang)),
        row(P::Topic, item.topic.clone()),
        row(P::Meeting, item.meeting.clone()),
        row(P::HeldOn, day(item.held_on)),
        row(P::Chair, item.chair.clone()),
        row(P::Present, item.present.join(lang.pick("、", ", "))),
        row(P::Minutes, item.minutes.clone()),
    ];
    let task = |task: &DutyTask| {
        let owner = task.owner.map(|id| view.saver.register.name_of(id)).unwrap_or_default();
        let owner = if owner.is_empty() { task.other_owner.clone() } else { owner };
        let done = [day(task.done_on), task.result.clone()].join(" ");
        vec![task.what.clone(), owner, day(task.due), done]
    };
    let tasks: Vec<Vec<String>> =
        duty.tasks.iter().filter(|(_, task)| task.agenda == Some(id)).map(|(_, one)| task(one)).collect();
    let room = if tasks.is_empty() { 3 } else { 0 };
    let decided = Grid::table(&[40, 20, 18, 22], [P::Task, P::Owner, P::Due, P::Done].map(say), tasks);
    let paper = Paper {
        key: "agenda",
        title: say(P::AgendaTitle),
        about: super::about(view),
        blocks: vec![
            Block::Grid(Grid { widths: vec![18, 82], rows, ..Grid::default() }),
            Block::Heading(say(P::Task)),
            Block::Grid(decided.with_room(room)),
            Block::Signs(vec![super::sign(view, P::Chair), super::sign(view, P::Recorder)]),
        ],
        ..Paper::default()
    };
    vec![paper]
}
