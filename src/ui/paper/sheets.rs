//! The pages of a print: first one endless column out of sight, measured; then the pages, each with its foot.
use super::blocks::{Pictures, units_view};
use super::measure::{Look, look};
use crate::app::register::{Register, use_register};
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::{Lang, Word, dates, fill, use_language};
use crate::platform::{clock, photo};
use crate::report::paper::layout::{Laid, Leaf, units};
use crate::report::paper::{Block, Paper};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Rounds of cutting what is higher than a page.
const ROUNDS: u32 = 12;

type Papers = Arc<Vec<Paper>>;

#[component]
pub fn Sheets(
    #[prop(into)] papers: Signal<Papers>,
    /// The number of pages; 0 while they are laid out.
    pages: RwSignal<usize>,
) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let pictures: Pictures = RwSignal::new(BTreeMap::new());
    let column = RwSignal::new(None::<Papers>);
    let laid = RwSignal::new(None::<(Papers, Arc<Laid>)>);
    let under = NodeRef::<leptos::html::Div>::new();
    let (round, turn) = (StoredValue::new(0_u32), StoredValue::new(0_u32));
    Effect::new(move || {
        pages.set(0);
        round.set_value(0);
        turn.update_value(|n| *n += 1);
        column.set(Some(papers.get()));
    });
    Effect::new(move || {
        let Some(drawn) = column.get() else { return };
        let mine = turn.get_value();
        request_animation_frame(move || {
            // What was made anew meanwhile is measured in its own turn.
            let is_mine = turn.try_get_value() == Some(mine);
            let Some(under) = under.try_get_untracked().flatten().filter(|_| is_mine) else { return };
            let n = round.get_value();
            match look(&under, &drawn, n < ROUNDS) {
                Look::Again(cut) => {
                    round.set_value(n + 1);
                    column.try_set(Some(Arc::new(cut)));
                }
                Look::Done(papers, places) => {
                    let count = places.leaves.len();
                    let papers = Arc::new(papers);
                    laid.try_set(Some((papers.clone(), Arc::new(places))));
                    column.try_set(None);
                    spawn_local(async move {
                        load(register, &papers, pictures).await;
                        // Nobody prints while a picture is missing, or what is being made anew.
                        if turn.try_get_value() == Some(mine) {
                            pages.try_set(count);
                        }
                    });
                }
            }
        });
    });
    on_cleanup(move || {
        let held = pictures.try_update(std::mem::take).unwrap_or_default();
        held.into_values().flatten().for_each(|address| photo::release(&address));
    });
    let galleys = move || {
        column.get().map(|papers| {
            let one = |paper: &Paper| {
                let all = units(paper);
                view! { <section class=class_of("galley", paper)>{units_view(paper, &all, pictures)}</section> }
            };
            papers.iter().map(one).collect_view()
        })
    };
    let leaves = move || {
        let (papers, laid) = laid.get()?;
        let lang = language.get();
        let foot = Foot::now(register, lang);
        let leaf = |leaf: &Leaf| {
            let paper = papers.get(leaf.paper)?;
            let all = units(paper);
            let units = all.get(leaf.units.clone())?;
            Some(leaf_view(paper, leaf, laid.total, units_view(paper, units, pictures), &foot))
        };
        Some(laid.leaves.iter().filter_map(leaf).collect_view())
    };
    view! {
        <div class="galleys no-print" aria-hidden="true" node_ref=under>{galleys}</div>
        <div class="leaves" aria-busy=move || (pages.get() == 0).to_string()>{leaves}</div>
    }
    .into_any()
}

fn class_of(base: &str, paper: &Paper) -> String {
    let mut class = ["paper ", base].concat();
    if paper.across {
        class.push_str(" across");
    }
    if paper.letter {
        class.push_str(" official");
    }
    class
}

/// What every page says at its foot.
struct Foot {
    lang: Lang,
    made: String,
    practice: Option<&'static str>,
}

impl Foot {
    fn now(register: Register, lang: Lang) -> Foot {
        let at = [dates::long(clock::today(), lang), clock::now().to_string()].join(" ");
        let who = untrack(|| register.name_of(register.me()));
        Foot {
            lang,
            made: fill(W::Made.text(lang), &[&at, &who]),
            practice: register.card().practice.then(|| W::Practice.text(lang)),
        }
    }
}

fn leaf_view(paper: &Paper, leaf: &Leaf, total: usize, body: AnyView, foot: &Foot) -> AnyView {
    let number =
        leaf.page.map(|page| fill(W::PageOf.text(foot.lang), &[&page.to_string(), &total.to_string()]));
    let mark = foot
        .practice
        .map(|words| view! { <div class="leaf-mark" aria-hidden="true"><span>{words}</span></div> });
    view! {
        <article class=class_of("leaf", paper) data-name=paper.key>
            {mark}
            {body}
            <footer class="leaf-foot"><span>{foot.made.clone()}</span><span>{number}</span><span>{foot.practice}</span></footer>
        </article>
    }
    .into_any()
}

/// Reads the pictures that are not there yet.
async fn load(register: Register, papers: &Papers, pictures: Pictures) {
    let blocks = papers.iter().flat_map(|paper| &paper.blocks);
    let wanted: BTreeSet<String> = blocks
        .filter_map(|block| match block {
            Block::Picture(picture) => Some(picture.media.clone()),
            _ => None,
        })
        // A place to glue one holds none.
        .filter(|media| !media.is_empty())
        .filter(|media| pictures.try_with_untracked(|all| !all.contains_key(media)) == Some(true))
        .collect();
    for media in wanted {
        let bytes = register.media(&media).await.ok().flatten();
        let address = bytes.and_then(|bytes| photo::address(&bytes));
        let unused = address.clone();
        if pictures.try_update(|all| all.insert(media, address)).is_none() {
            unused.iter().for_each(|address| photo::release(address));
        }
    }
}
