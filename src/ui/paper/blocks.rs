//! The parts of a paper as they stand on a page. Everything is text; widths are attributes, for the page's policy allows no styles
//! in markup. Each unit carries a mark by which its place is measured.
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::t;
use crate::report::paper::layout::Unit;
use crate::report::paper::{Block, Cell, Grid, Line, Look, Paper, Picture, Place, Sign};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// The addresses of pictures by the hash of their bytes; `None`: not on this tablet.
pub type Pictures = RwSignal<BTreeMap<String, Option<String>>>;

/// These units of a paper, the rows of one table together under its heads.
pub fn units_view(paper: &Paper, units: &[Unit], pictures: Pictures) -> AnyView {
    let mut views: Vec<AnyView> = Vec::new();
    let mut rest = units;
    while let Some((first, tail)) = rest.split_first() {
        rest = tail;
        match *first {
            Unit::Title => views.push(title(paper)),
            Unit::Row(block, from) => {
                let is_same = |unit: &&Unit| matches!(unit, Unit::Row(of, _) if *of == block);
                let more = tail.iter().take_while(is_same).count();
                rest = tail.get(more..).unwrap_or_default();
                if let Some(Block::Grid(grid)) = paper.blocks.get(block) {
                    let rows = grid.rows.get(from..=from + more).unwrap_or_default();
                    views.push(table(grid, rows));
                }
            }
            Unit::Heading(block) => {
                if let Some(Block::Heading(text)) = paper.blocks.get(block) {
                    views.push(view! { <h2 data-unit="">{text.clone()}</h2> }.into_any());
                }
            }
            Unit::Line(block, at) => {
                if let Some(Block::Lines(lines)) = paper.blocks.get(block) {
                    views.extend(lines.get(at).map(line));
                }
            }
            Unit::Signs(block) => {
                if let Some(Block::Signs(signs)) = paper.blocks.get(block) {
                    views.push(sign_places(signs));
                }
            }
            Unit::Picture(block) => {
                if let Some(Block::Picture(picture)) = paper.blocks.get(block) {
                    views.push(picture_view(picture, pictures));
                }
            }
        }
    }
    views.into_any()
}

fn title(paper: &Paper) -> AnyView {
    let under =
        paper.under.iter().map(|line| view! { <p class="paper-under">{line.clone()}</p> }).collect_view();
    let about = (!paper.about.is_empty()).then(|| {
        let part = |words: &String| view! { <span>{words.clone()}</span> };
        view! { <p class="paper-about">{paper.about.iter().map(part).collect_view()}</p> }
    });
    view! { <header data-unit=""><h1>{paper.title.clone()}</h1>{under}{about}</header> }.into_any()
}

fn line(line: &Line) -> AnyView {
    let place = match line.place {
        Place::Start => "start",
        Place::Indent => "indent",
        Place::End => "end",
        Place::Centre => "centre",
    };
    view! { <p class="paper-line" data-place=place data-unit="">{line.text.clone()}</p> }.into_any()
}

fn cell(cell: &Cell) -> AnyView {
    let span = (cell.span > 1).then(|| cell.span.to_string());
    let text = cell.text.clone();
    match cell.look {
        Look::Label => view! { <th colspan=span>{text}</th> }.into_any(),
        Look::Value => view! { <td colspan=span>{text}</td> }.into_any(),
        Look::Centre => view! { <td colspan=span class="centre">{text}</td> }.into_any(),
        Look::Room => view! { <td colspan=span class="room">{text}</td> }.into_any(),
        Look::Strokes => view! { <td colspan=span>{strokes(&cell.text)}</td> }.into_any(),
    }
}

fn table(grid: &Grid, rows: &[Vec<Cell>]) -> AnyView {
    let column = |width: &u16| leptos::html::col().attr("width", format!("{width}%"));
    let row = |cells: &Vec<Cell>| view! { <tr data-unit="">{cells.iter().map(cell).collect_view()}</tr> };
    let head_row = |cells: &Vec<Cell>| view! { <tr>{cells.iter().map(cell).collect_view()}</tr> };
    let head = (!grid.head.is_empty())
        .then(|| view! { <thead>{grid.head.iter().map(head_row).collect_view()}</thead> });
    view! {
        <table class="paper-grid" class:small=grid.small>
            <colgroup>{grid.widths.iter().map(column).collect_view()}</colgroup>
            {head}
            <tbody>{rows.iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// A pen's strokes drawn; an empty place where nobody signed.
fn strokes(path: &str) -> AnyView {
    if path.is_empty() {
        return ().into_any();
    }
    view! { <svg class="paper-strokes" viewBox="0 0 1000 400" role="img" aria-label=t(W::SignedByHand)><path d=path.to_owned() /></svg> }
        .into_any()
}

fn sign_places(signs: &[Sign]) -> AnyView {
    let one = |sign: &Sign| {
        let lines = sign.lines.iter().map(|line| view! { <p>{line.clone()}</p> }).collect_view();
        view! { <div><dt>{sign.label.clone()}</dt><dd>{strokes(&sign.strokes)}<div class="grow"></div>{lines}</dd></div> }
    };
    view! { <dl class="paper-signs" data-count=signs.len().to_string() data-unit="">{signs.iter().map(one).collect_view()}</dl> }
        .into_any()
}

fn picture_view(picture: &Picture, pictures: Pictures) -> AnyView {
    let (media, caption) = (picture.media.clone(), picture.caption.clone());
    let alt = caption.clone();
    let shown = move || match pictures.with(|all| all.get(&media).cloned()) {
        Some(Some(address)) => view! { <img src=address alt=alt.clone() /> }.into_any(),
        Some(None) => view! { <p class="paper-lost">{t(W::PictureLost)}</p> }.into_any(),
        None => ().into_any(),
    };
    view! { <figure class="paper-picture" data-unit="">{shown}<figcaption>{caption}</figcaption></figure> }
        .into_any()
}
