//! The assessments of a child over time: a table of areas by day, with a small chart in each row that loses nothing without colour.
use super::Open;
use crate::domain::codes;
use crate::i18n::codes::code_text;
use crate::i18n::pages::TermWords as W;
use crate::i18n::{Lang, Word, dates, t};
use crate::report::assessed::{Assessed, Series, series};
use crate::report::chart::line;
use crate::ui::kit::Card;
use leptos::prelude::*;

/// The latest assessments that a table holds.
const SHOWN: usize = 6;
const WIDE: f64 = 120.0;
const HIGH: f64 = 36.0;

#[component]
pub fn Progress(child: Open) -> impl IntoView {
    let all = Memo::new(move |_| child.file().map(|file| series(&file)).unwrap_or_default());
    let tables = move || {
        let lang = child.language.get();
        all.get().iter().map(|one| table(one, lang)).collect_view()
    };
    view! {
        <Show when=move || all.with(|all| !all.is_empty())>
            <Card title=t(W::Progress) name="progress">
                <p class="muted small">{t(W::ProgressText)}</p>
                {tables}
            </Card>
        </Show>
    }
    .into_any()
}

fn table(series: &Series, lang: Lang) -> AnyView {
    let skipped = series.all.len().saturating_sub(SHOWN);
    let shown: Vec<Assessed> = series.all.iter().skip(skipped).cloned().collect();
    let scale = code_text(&codes::SCALE, &series.scale, lang);
    let heads: Vec<_> =
        shown.iter().map(|one| view! { <th scope="col">{dates::short(one.on, lang)}</th> }).collect();
    let row = |area: &'static str| {
        let percents: Vec<Option<u32>> = shown.iter().map(|one| one.percent(area)).collect();
        let cell = |percent: &Option<u32>| {
            let text =
                percent.map_or_else(|| W::NotRated.text(lang).to_owned(), |percent| format!("{percent}%"));
            view! { <td class="count">{text}</td> }
        };
        view! {
            <tr>
                <th scope="row">{code_text(&codes::DOMAIN, area, lang)}</th>
                <td class="chart-cell" aria-hidden="true">{spark(&percents)}</td>
                {percents.iter().map(cell).collect_view()}
            </tr>
        }
    };
    view! {
        <div class="table-box">
            <table class="report-table progress-table">
                <caption class="chart-caption">{scale}</caption>
                <thead><tr><th scope="col">{W::Area.text(lang)}</th><th scope="col">{W::Trend.text(lang)}</th>{heads}</tr></thead>
                <tbody>{series.areas().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// A line from day to day between nothing and everything; what was not rated leaves a gap.
fn spark(percents: &[Option<u32>]) -> AnyView {
    let runs = line(percents, WIDE, HIGH);
    let path = |run: &Vec<(f64, f64)>| {
        let points: Vec<String> = run.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        view! { <polyline class="spark-line" points=points.join(" ")></polyline> }
    };
    let dots = runs.iter().flatten().map(|(x, y)| {
        view! { <circle class="spark-dot" cx=*x cy=*y r="3"></circle> }
    });
    view! {
        <svg class="chart spark" viewBox=format!("0 0 {WIDE} {HIGH}")>
            <line class="chart-axis" x1="0" x2=WIDE y1=HIGH - 1.0 y2=HIGH - 1.0></line>
            {runs.iter().map(path).collect_view()}
            {dots.collect_view()}
        </svg>
    }
    .into_any()
}
