//! Every form of every child of the practice register, filled and blank, in both languages, and the binders.
use super::source::Source;
use super::{binder, forms::FORMS};
use crate::domain::date::Date;
use crate::i18n::Lang;
use crate::register::change::{DeviceId, Dot};
use crate::register::demo::{DemoSize, demo};
use crate::register::derived_id::Secret;
use crate::register::file::File;
use crate::report::paper::{Block, Paper};

const TODAY: &str = "2026-04-15";

fn pupils() -> Vec<File> {
    let mut counter = 0;
    let mut mint = || {
        counter += 1;
        Dot { device: DeviceId(0xd0), counter, tag: counter.wrapping_mul(2_654_435_761) }
    };
    let today: Date = TODAY.parse().unwrap();
    let files = demo(DemoSize::Practice, today, &Secret([7; 32]), &mut mint);
    files.into_iter().filter(|file| file.kind == "pupil").collect()
}

fn source(file: &File, lang: Lang) -> Source<'_> {
    Source {
        file,
        lang,
        today: TODAY.parse().unwrap(),
        unit: "青禾县".into(),
        whole: false,
        blank: false,
        nobody: false,
        name_of: &|_| "某某".to_owned(),
    }
}

/// Every word of a paper, strokes left out.
fn words(paper: &Paper) -> String {
    let mut all = vec![paper.title.clone()];
    all.extend(paper.under.iter().chain(&paper.about).cloned());
    for block in &paper.blocks {
        match block {
            Block::Heading(text) => all.push(text.clone()),
            Block::Lines(lines) => all.extend(lines.iter().map(|line| line.text.clone())),
            Block::Grid(grid) => {
                all.extend(grid.head.iter().chain(&grid.rows).flatten().map(|cell| cell.text.clone()))
            }
            Block::Signs(signs) => all.extend(signs.iter().map(|sign| sign.label.clone())),
            Block::Picture(picture) => all.push(picture.caption.clone()),
        }
    }
    all.join("\n")
}

/// Rows fill their columns, whatever spans them.
fn is_square(paper: &Paper) -> bool {
    paper.blocks.iter().all(|block| match block {
        Block::Grid(grid) => {
            let fills = |row: &Vec<crate::report::paper::Cell>| {
                row.iter().map(|cell| usize::from(cell.span)).sum::<usize>() == grid.widths.len()
            };
            grid.head.iter().chain(&grid.rows).all(fills)
        }
        _ => true,
    })
}

#[test]
fn binders_hold_every_record_once_and_no_whole_number() {
    for file in pupils() {
        let source = source(&file, Lang::Zh);
        let papers = binder::papers(&source);
        let page = source.pupil();
        let [cover, contents, rest @ ..] = papers.as_slice() else {
            panic!("a binder has a cover and contents")
        };
        assert!(cover.unnumbered && words(cover).contains(&page.name));
        let Some(Block::Grid(list)) = contents.blocks.first() else { panic!("contents are a table") };
        let titles: Vec<&str> = list.rows.iter().map(|row| row[1].text.as_str()).collect();
        assert_eq!(titles, rest.iter().map(|paper| paper.title.as_str()).collect::<Vec<_>>());
        for form in FORMS.iter().filter(|form| !form.is_of_file() && form.table != "notice") {
            let printed = rest.iter().filter(|paper| paper.key == form.table).count();
            assert_eq!(printed, file.table(form.table).count(), "{}", form.table);
        }
        for paper in &papers {
            assert!(is_square(paper), "{}: {:?}", paper.key, paper.blocks);
            assert!(page.id_no.is_empty() || !words(paper).contains(&page.id_no), "{}", paper.key);
        }
        let whole = binder::papers(&Source { whole: true, ..source.clone() });
        assert!(whole.iter().any(|paper| words(paper).contains(&page.id_no)));
    }
}

#[test]
fn a_blank_form_holds_the_child_and_nothing_of_its_records_and_for_nobody_not_even_the_child() {
    for file in pupils().into_iter().take(6) {
        for (lang, form) in Lang::ALL.into_iter().flat_map(|lang| FORMS.iter().map(move |form| (lang, form)))
        {
            let filled = source(&file, lang);
            let name = filled.pupil().name;
            let blank = form.bare(&Source { blank: true, ..filled.clone() });
            assert!(blank.iter().any(|paper| words(paper).contains(&name)), "{} {lang:?}", form.table);
            let nobody = form.bare(&Source { blank: true, nobody: true, ..filled.clone() });
            for paper in &nobody {
                assert!(!words(paper).contains(&name) && is_square(paper), "{} {lang:?}", form.table);
                assert!(!paper.title.is_empty());
            }
            // One ticks rather than writes where there are few choices.
            if matches!(form.table, "visit" | "feedback" | "check") {
                assert!(nobody.iter().any(|paper| words(paper).contains('□')), "{}", form.table);
            }
        }
    }
}
