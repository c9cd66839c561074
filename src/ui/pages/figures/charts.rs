//! Charts that are tables: each row has its words, its number as a link to its children, and a bar drawn beside them. So they read
//! aloud, print, and lose nothing without colour: parts that stand beside one another differ by pattern.
use crate::report::chart;
use crate::ui::kit::next_id;
use leptos::prelude::*;

/// One part of a chart.
pub struct Part {
    pub label: String,
    pub count: usize,
    pub href: String,
    /// Below another part, of which it is one.
    pub inner: bool,
}

const ROOM: f64 = 320.0;
const HIGH: f64 = 22.0;

/// Rows of bars.
pub fn bars(caption: String, parts: Vec<Part>) -> AnyView {
    let counts: Vec<usize> = parts.iter().map(|part| part.count).collect();
    let bars = chart::bars(&counts, HIGH, ROOM);
    let row = |(part, bar): (Part, chart::Bar)| {
        let class = if part.inner { "chart-bar inner" } else { "chart-bar" };
        view! {
            <tr class:inner=part.inner>
                <th scope="row"><a href=part.href.clone()>{part.label}</a></th>
                <td class="chart-count"><a href=part.href>{part.count}</a></td>
                <td class="chart-cell" aria-hidden="true">
                    <svg class="chart" viewBox=format!("0 0 {ROOM} {HIGH}") preserveAspectRatio="none">
                        <rect class=class x="0" y="4" width=bar.width height=HIGH - 8.0></rect>
                        {part.inner.then(|| hatch(bar.width))}
                    </svg>
                </td>
            </tr>
        }
    };
    view! {
        <table class="chart-table">
            <caption class="chart-caption">{caption}</caption>
            <tbody>{parts.into_iter().zip(bars).map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// Strokes across a bar.
fn hatch(width: f64) -> AnyView {
    let mut path = String::new();
    let mut x = 4.0;
    while x < width {
        path.push_str(&format!("M{x} 4v{}", HIGH - 8.0));
        x += 8.0;
    }
    view! { <path class="chart-hatch" d=path></path> }.into_any()
}

/// Columns side by side with their numbers above and their words below.
pub fn columns(label: String, parts: Vec<Part>) -> AnyView {
    const WIDE: f64 = 560.0;
    const TALL: f64 = 120.0;
    let counts: Vec<usize> = parts.iter().map(|part| part.count).collect();
    let columns = chart::columns(&counts, WIDE, TALL);
    let wide = (WIDE / counts.len().max(1) as f64 * 0.6).min(44.0);
    let title = next_id("chart");
    let labelled = title.clone();
    let column = |(part, (middle, height)): (Part, (f64, f64))| {
        let name = [part.label.as_str(), part.count.to_string().as_str()].join(" ");
        view! {
            <a href=part.href aria-label=name>
                <rect class="chart-room" x=middle - wide / 2.0 y="20" width=wide height=TALL></rect>
                <rect class="chart-bar" x=middle - wide / 2.0 y=20.0 + TALL - height width=wide height=height></rect>
                <text class="chart-number" x=middle y=14.0 + TALL - height text-anchor="middle">{part.count}</text>
                <text class="chart-word" x=middle y=TALL + 38.0 text-anchor="middle">{part.label}</text>
            </a>
        }
    };
    view! {
        <svg class="chart columns" viewBox=format!("0 0 {WIDE} {}", TALL + 46.0) role="group" aria-labelledby=labelled>
            <title id=title>{label}</title>
            <line class="chart-axis" x1="0" x2=WIDE y1=20.0 + TALL y2=20.0 + TALL></line>
            {parts.into_iter().zip(columns).map(column).collect_view()}
        </svg>
    }
    .into_any()
}
