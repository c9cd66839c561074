//! Where the units of papers stand in one endless column of the page's width, measured in the browser; from that the pages.
use crate::report::paper::Paper;
use crate::report::paper::layout::{Extent, Laid, Unit, cut, fill_contents, lay, pages, units};
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::Element;
use std::collections::BTreeMap;

/// One millimetre in the browser's measure.
const MM: f64 = 96.0 / 25.4;

/// The room between the margins in millimetres, as style/components/paper.css has it, less a line: a printer's letters may run a
/// hair wider than the screen's.
pub fn room(paper: &Paper) -> f64 {
    let height = if paper.across { 210.0 - 15.0 - 18.0 } else { 297.0 - 20.0 - 20.0 };
    (height - 4.0) * MM
}

/// What a look at the column came to.
pub enum Look {
    /// Something is higher than a page and was cut: draw the column again.
    Again(Vec<Paper>),
    Done(Vec<Paper>, Laid),
}

/// Reads the column under `under`: a `.galley` for each paper.
pub fn look(under: &Element, papers: &[Paper], may_cut: bool) -> Look {
    let Ok(galleys) = under.query_selector_all(".galley") else {
        return Look::Done(Vec::new(), Laid::default());
    };
    let mut all = papers.to_vec();
    let mut pages_of = Vec::with_capacity(papers.len());
    let mut is_cut = false;
    for (at, paper) in papers.iter().enumerate() {
        let list = units(paper);
        let extents =
            galleys.get(at as u32).map(|node| extents(node.unchecked_into(), &list)).unwrap_or_default();
        let room = room(paper);
        if may_cut {
            // From the last on: what is cut moves only what follows.
            for (unit, place) in list.iter().zip(&extents).rev() {
                let free = room - place.heads;
                let height = place.bottom - place.top;
                let share = (free * 0.96) / height;
                if height > free && all.get_mut(at).is_some_and(|paper| cut(paper, *unit, share)) {
                    is_cut = true;
                }
            }
        }
        pages_of.push(pages(&list, &extents, room));
    }
    if is_cut {
        return Look::Again(all);
    }
    let laid = lay(&all, pages_of);
    fill_contents(&mut all, &laid);
    Look::Done(all, laid)
}

fn extents(galley: Element, list: &[Unit]) -> Vec<Extent> {
    let Ok(found) = galley.query_selector_all("[data-unit]") else { return Vec::new() };
    // By table: how high its heads are, and where they begin.
    let mut heads: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
    let place = |(at, unit): (usize, &Unit)| {
        let element: Element = found.get(at as u32)?.unchecked_into();
        let frame = element.get_bounding_client_rect();
        let (top, bottom) = (frame.top(), frame.bottom());
        let Unit::Row(block, row) = *unit else { return Some(Extent { top, bottom, heads: 0.0 }) };
        let (high, begin) = *heads.entry(block).or_insert_with(|| {
            let head = element.closest("table").ok().flatten();
            let head = head.and_then(|table| table.query_selector("thead").ok().flatten());
            head.map_or((0.0, top), |head| {
                let frame = head.get_bounding_client_rect();
                (frame.height(), frame.top())
            })
        });
        Some(if row == 0 {
            Extent { top: begin, bottom, heads: 0.0 }
        } else {
            Extent { top, bottom, heads: high }
        })
    };
    list.iter().enumerate().map_while(place).collect()
}
