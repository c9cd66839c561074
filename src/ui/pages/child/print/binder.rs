//! The whole binder of a child (一人一档): cover, contents, every paper in the order of the forms, pages numbered through; scanned papers
//! last. A form of which there is nothing is left out.
use super::forms::FORMS;
use super::source::Source;
use crate::domain::codes;
use crate::domain::records::documents::Document;
use crate::domain::records::placement::Placement;
use crate::i18n::codes::code_text;
use crate::i18n::dates;
use crate::i18n::pages::paper::Paper as W;
use crate::report::paper::layout::CONTENTS;
use crate::report::paper::{Block, Cell, Grid, Line, Paper, Picture, Place};
use crate::ui::pages::child::pictures::stored_of;

/// One paper with the day that the contents name.
struct Entry {
    paper: Paper,
    day: String,
    note: String,
}

pub fn papers(source: &Source) -> Vec<Paper> {
    let entries = entries(source);
    let row = |(n, entry): (usize, &Entry)| {
        let number = (n + 1).to_string();
        vec![
            Cell::centre(number),
            Cell::value(entry.paper.title.clone()),
            Cell::centre(entry.day.clone()),
            Cell::centre(""),
            Cell::value(entry.note.clone()),
        ]
    };
    let heads = [W::ContentsNo, W::ContentsTitle, W::ContentsDay, W::ContentsPage, W::ContentsNote];
    let head = heads.map(|word| Cell::label(source.say(word))).to_vec();
    let rows = entries.iter().enumerate().map(row).collect();
    let list = Grid { widths: vec![9, 35, 21, 12, 23], head: vec![head], rows, small: false };
    let contents = Paper {
        key: CONTENTS,
        title: source.say(W::Contents),
        blocks: vec![Block::Grid(list)],
        ..Paper::default()
    };
    [cover(source), contents].into_iter().chain(entries.into_iter().map(|entry| entry.paper)).collect()
}

fn cover(source: &Source) -> Paper {
    let lang = source.lang;
    let page = source.pupil();
    let placements = source.file.table("placement").map(|(_, record)| Placement::read(&record.values));
    let now =
        placements.filter(|one| one.from.is_some_and(|from| from <= source.today)).max_by_key(|one| one.from);
    let mode = now.map(|one| one.mode).unwrap_or_default();
    let title = if mode == "HOME" { W::HomeBinder } else { W::CareBinder };
    let teachers = [page.main_teacher, page.second_teacher].into_iter().flatten();
    let teachers: Vec<String> = teachers.map(|id| (source.name_of)(id)).collect();
    let id = source.file.id.to_string();
    let short: String = id.chars().take(8).collect();
    let row = |word: W, text: String| vec![Cell::label(source.say(word)), Cell::value(text)];
    let rows = vec![
        row(W::Pupil, page.name.clone()),
        row(W::Sex, code_text(&codes::SEX, &page.sex, lang)),
        row(W::Birth, source.day(page.birth)),
        row(W::IdNo, source.number(&page.id_no)),
        row(W::School, source.school(&page)),
        row(W::Placement, code_text(&codes::PLACEMENT_MODE, &mode, lang)),
        row(W::Teachers, teachers.join(lang.pick("、", ", "))),
        row(W::FileNo, short.to_uppercase()),
    ];
    let line = |text: String| Line::new(Place::Centre, text);
    let blank = || line(String::new());
    Paper {
        key: "cover",
        title: source.say(title),
        under: vec![source.say(W::BinderKind)],
        unnumbered: true,
        letter: true,
        blocks: vec![
            Block::Lines(vec![blank(), blank()]),
            Block::Grid(Grid { widths: vec![32, 68], rows, ..Grid::default() }),
            Block::Lines(vec![
                blank(),
                blank(),
                line(source.unit.clone()),
                line(source.fill(W::MadeOn, &[&dates::long(source.today, lang)])),
            ]),
        ],
        ..Paper::default()
    }
}

fn entries(source: &Source) -> Vec<Entry> {
    let mut entries = Vec::new();
    for form in FORMS {
        if form.is_of_file() {
            let papers = form.bare(source);
            entries.extend(papers.into_iter().map(|paper| Entry {
                paper,
                day: source.day(Some(source.today)),
                note: String::new(),
            }));
            continue;
        }
        for (day, id) in form.records(source.file) {
            let note = |paper: &Paper| {
                paper.under.first().filter(|_| paper.key == "visit").cloned().unwrap_or_default()
            };
            let entry = |paper: Paper| Entry { day: source.day(day), note: note(&paper), paper };
            entries.extend(form.of(source, id).into_iter().map(entry));
        }
    }
    entries.extend(scanned(source));
    entries
}

/// Papers of the file that were photographed, two pictures a page.
fn scanned(source: &Source) -> Vec<Entry> {
    let mut all: Vec<_> =
        source.file.table("document").map(|(id, record)| (Document::read(&record.values), id)).collect();
    all.sort_by_key(|(paper, id)| (paper.date, *id));
    let entry = |(document, id): (Document, crate::domain::id::RecordId)| {
        let day = source.day(document.date);
        let facts = source.join([document.number, document.issuer, day.clone()]);
        let photos = stored_of(source.file, id).into_iter();
        let mut blocks =
            vec![Block::Lines(vec![Line::new(Place::Centre, facts), Line::new(Place::Start, document.note)])];
        blocks.extend(
            photos.map(|photo| Block::Picture(Picture { media: photo.media, caption: photo.caption })),
        );
        let paper = Paper { key: "document", title: document.title, blocks, ..Paper::default() };
        Entry { paper, day, note: String::new() }
    };
    all.into_iter().map(entry).collect()
}
