//! A list of any length that keeps only the rows in sight (and a few beyond) in the page.
//!
//! Rows have one height, given in rem so that larger text gets higher rows; the style makes them higher in a narrow pane. A row's key is any number that the caller
//! knows it by. Arrow keys, Home, End and the page keys move; Enter opens. The scroll position lives with the caller,
//! so that a list that was left comes back to where it was. A list of many columns has a head, as high as a row, that stays
//! in sight, and a width of its own; its rows bring their own cells.
use super::watch::watch_size;
use leptos::ev::KeyboardEvent;
use leptos::html;
use leptos::prelude::*;
use std::ops::Range;
use std::sync::Arc;

const BEYOND: usize = 6;

/// Draws the row of a key.
pub type RowView = Callback<(u128,), AnyView>;

/// The rows to keep in the page for a scroll position: those in sight and `beyond` more on each side.
pub fn window_of(scroll: f64, view: f64, row: f64, count: usize, beyond: usize) -> Range<usize> {
    if row < 1.0 || view <= 0.0 {
        return 0..0;
    }
    let first = (scroll.max(0.0) / row) as usize;
    let seen = (view / row) as usize + 2;
    let start = first.saturating_sub(beyond).min(count);
    start..first.saturating_add(seen).saturating_add(beyond).min(count)
}

/// The scroll position that brings a row into sight, moved as little as possible.
fn reveal(at: usize, scroll: f64, view: f64, row: f64) -> f64 {
    let top = at as f64 * row;
    if top < scroll { top } else { scroll.max(top + row - view) }
}

#[component]
pub fn VirtualList(
    #[prop(into)] rows: Signal<Arc<[u128]>>,
    #[prop(into)] view_row: RowView,
    /// A row's height in rem.
    #[prop(default = 4.5)]
    row_rem: f64,
    /// The open row.
    #[prop(optional, into)]
    selected: Signal<Option<u128>>,
    #[prop(into)] on_open: Callback<(u128,)>,
    /// Where the list is scrolled to, in pixels; kept by the caller.
    scroll: RwSignal<f64>,
    #[prop(into)] label: Signal<String>,
    /// Headings, one a column; the rows then hold elements with `role="gridcell"`.
    #[prop(optional, into)]
    head: Option<ViewFn>,
    /// The width of the columns together, in rem.
    #[prop(optional, into)]
    width_rem: Option<Signal<f64>>,
) -> impl IntoView {
    let node = NodeRef::<html::Div>::new();
    let probe = NodeRef::<html::Div>::new();
    let is_table = head.is_some();
    let sizes = RwSignal::new((0.0_f64, 0.0_f64)); // of the view, of a row
    let focused = RwSignal::new(0_usize);
    let scroll_to = move |top: f64| {
        if let Some(list) = node.get_untracked() {
            list.set_scroll_top(top as i32);
        }
    };
    Effect::new(move || {
        let (Some(list), Some(ruler)) = (node.get(), probe.get()) else { return };
        let (seen, measured) = (list.clone(), ruler.clone());
        watch_size(&[&list, &ruler], move || {
            let now = (f64::from(seen.client_height()), f64::from(measured.offset_height()));
            let was = sizes.try_get_untracked().unwrap_or_default();
            if now.0 > 0.0 && now != was {
                sizes.try_set(now);
                request_animation_frame(move || scroll_to(scroll.try_get_untracked().unwrap_or_default()));
            }
        });
    });
    let scrolled = move |_| {
        // A hidden list reports 0: that is no place that anybody scrolled to.
        if let Some(list) = node.get_untracked().filter(|list| list.client_height() > 0) {
            scroll.set(f64::from(list.scroll_top()));
        }
    };
    // The caller may send the list elsewhere, as to the top for a new search.
    Effect::new(move || {
        let wanted = scroll.get();
        let seen = node.get_untracked().filter(|list| list.client_height() > 0);
        if seen.is_some_and(|list| (f64::from(list.scroll_top()) - wanted).abs() > 1.0) {
            scroll_to(wanted);
        }
    });
    let shown = Memo::new(move |_| {
        let (view, row) = sizes.get();
        window_of(scroll.get(), view, row, rows.with(|rows| rows.len()), BEYOND)
    });
    let in_sight = move || {
        let range = shown.get();
        rows.with(|rows| range.filter_map(|at| Some((at, *rows.get(at)?))).collect::<Vec<_>>())
    };
    let go = move |at: usize| {
        focused.set(at);
        let (view, row) = sizes.get_untracked();
        let behind_head = if is_table { row } else { 0.0 };
        scroll_to(reveal(at, scroll.get_untracked(), view - behind_head, row));
    };
    let key = move |event: KeyboardEvent| {
        let last = rows.with_untracked(|rows| rows.len()).saturating_sub(1);
        let now = focused.get_untracked().min(last);
        let (view, row) = sizes.get_untracked();
        let page = ((view / row.max(1.0)) as usize).max(1);
        match event.key().as_str() {
            "ArrowDown" => go((now + 1).min(last)),
            "ArrowUp" => go(now.saturating_sub(1)),
            "PageDown" => go((now + page).min(last)),
            "PageUp" => go(now.saturating_sub(page)),
            "Home" => go(0),
            "End" => go(last),
            "Enter" | " " => {
                if let Some(key) = rows.with_untracked(|rows| rows.get(now).copied()) {
                    on_open.run((key,));
                }
            }
            _ => return,
        }
        event.prevent_default();
    };
    let height = move || pixels(rows.with(|rows| rows.len()) as f64 * sizes.get().1);
    let row = move |(at, key): (usize, u128)| {
        let is_open = move || selected.get() == Some(key);
        let tapped = move |_| {
            focused.set(at);
            on_open.run((key,));
        };
        view! {
            <div
                class="vlist-row"
                class:focused=move || focused.get() == at
                role="row"
                id=move || row_id(at)
                aria-rowindex=(at + 1).to_string()
                aria-selected=move || if is_open() { "true" } else { "false" }
                style:height=move || pixels(sizes.get().1)
                style:transform=move || ["translateY(", &pixels(at as f64 * sizes.get().1), ")"].concat()
                on:click=tapped
            >
                {match is_table {
                    true => view_row.run((key,)),
                    false => view! { <div role="gridcell" class="line">{view_row.run((key,))}</div> }.into_any(),
                }}
            </div>
        }
        .into_any()
    };
    let width = move || width_rem.map(|width| rem(width.get()));
    let head = head.map(|head| view! { <div class="vlist-head" role="row" style:height=row_height(row_rem) style:width=width>{head.run()}</div> });
    view! {
        <div
            class="vlist"
            class:table-list=is_table
            node_ref=node
            role="grid"
            tabindex="0"
            aria-label=move || label.get()
            aria-rowcount=move || rows.with(|rows| rows.len()).to_string()
            aria-activedescendant=move || row_id(focused.get())
            on:scroll=scrolled
            on:keydown=key
        >
            <div class="unseen" aria-hidden="true"><div node_ref=probe style:height=row_height(row_rem)></div></div>
            {head}
            <div class="vlist-space" role="rowgroup" style:height=height style:width=width>
                <For each=in_sight key=|(at, key)| (*at, *key) children=row />
            </div>
        </div>
    }
    .into_any()
}

fn row_id(at: usize) -> String {
    ["row-", at.to_string().as_str()].concat()
}

fn pixels(size: f64) -> String {
    [(size as i64).to_string().as_str(), "px"].concat()
}

fn rem(size: f64) -> String {
    [size.to_string().as_str(), "rem"].concat()
}

/// A row's height; the style adds to it where words need more lines.
fn row_height(size: f64) -> String {
    ["calc(", &rem(size), " + var(--row-more, 0rem))"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_rows_in_sight_and_a_few_beyond_are_kept() {
        for (scroll, view, row, count, expected) in [
            (0.0, 720.0, 72.0, 20_000, 0..15),
            (720.0, 720.0, 72.0, 20_000, 7..25),
            (1_439_280.0, 720.0, 72.0, 20_000, 19_987..20_000),
            (9_999.0, 720.0, 72.0, 5, 5..5),
            (-40.0, 720.0, 72.0, 3, 0..3),
            (0.0, 0.0, 72.0, 100, 0..0),
            (0.0, 720.0, 0.0, 100, 0..0),
        ] {
            assert_eq!(window_of(scroll, view, row, count, 3), expected, "{scroll} {count}");
        }
    }

    #[test]
    fn a_row_comes_into_sight_by_the_shortest_way() {
        for (at, scroll, expected) in [(0, 500.0, 0.0), (5, 0.0, 0.0), (10, 0.0, 100.0), (25, 2000.0, 2000.0)]
        {
            assert_eq!(reveal(at, scroll, 1000.0, 100.0), expected, "{at}");
        }
    }
}
