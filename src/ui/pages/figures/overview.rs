//! The figures of the founding report and who is left out, with four charts: from suspicion to return, placements, months, parts.
use super::charts::{Part, bars, columns};
use super::href;
use super::planned::PlannedCard;
use super::tile::{Explanation, choice, tile};
use crate::app::figures::Counted;
use crate::app::ledgers::own_table;
use crate::app::register::use_register;
use crate::domain::calendar::Month;
use crate::i18n::pages::figures::{Figures as W, Name, definition, figure_word, part_text, split_word};
use crate::i18n::{Common, Lang, Word, dates, t, use_language};
use crate::interchange::xlsx::table::Entry;
use crate::platform::browser;
use crate::report::figure::{Choice as Chosen, Figure, Period, Split};
use crate::report::flow::Flow;
use crate::ui::kit::{Button, Card, Choice, Icon, Look, Select};
use crate::ui::query::use_query;
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use std::sync::Arc;

const LARGE: [Figure; 4] = [Figure::Suspects, Figure::NotReal, Figure::Back, Figure::Registered];
/// Each with whether it is a part of the one above.
const FUNNEL: [(Figure, bool); 9] = [
    (Figure::Suspects, false),
    (Figure::NotReal, true),
    (Figure::Unchecked, true),
    (Figure::Real, false),
    (Figure::Returned, true),
    (Figure::Placed, true),
    (Figure::Excused, true),
    (Figure::StillOut, true),
    (Figure::Registered, false),
];
const PLACEMENTS: [(Figure, bool); 10] = [
    (Figure::HomeTaught, false),
    (Figure::HomeOrdinary, true),
    (Figure::HomeSpecial, true),
    (Figure::OrdinaryClass, false),
    (Figure::SpecialClass, false),
    (Figure::SpecialSchool, false),
    (Figure::Remote, false),
    (Figure::Institution, false),
    (Figure::Awaiting, false),
    (Figure::Exempt, false),
];
const CARE: [Figure; 5] =
    [Figure::Poor, Figure::TwoCarers, Figure::CarerGap, Figure::CarerOverload, Figure::CarerSilent];
const LEFT_OUT: [Figure; 7] = [
    Figure::NoPlan,
    Figure::NoCarer,
    Figure::NoPlacement,
    Figure::NoVisit,
    Figure::Unregistered,
    Figure::Uncounselled,
    Figure::StillOut,
];
/// What may be divided by everything that is known of a case, and what by place alone.
const DIVIDED: [Figure; 18] = [
    Figure::Suspects,
    Figure::NotReal,
    Figure::Unchecked,
    Figure::Real,
    Figure::Returned,
    Figure::Placed,
    Figure::Registered,
    Figure::StillOut,
    Figure::HomeTaught,
    Figure::OrdinaryClass,
    Figure::SpecialSchool,
    Figure::Uncounselled,
    Figure::Poor,
    Figure::CarerGap,
    Figure::CarerSilent,
    Figure::NoPlan,
    Figure::NoPlacement,
    Figure::NoVisit,
];

#[component]
pub fn Overview(counted: Arc<Counted>) -> impl IntoView {
    let language = use_language();
    let explained = RwSignal::new(None::<Figure>);
    let tiles = {
        let counted = counted.clone();
        move |figures: &[Figure]| {
            figures.iter().map(|figure| tile(&counted, *figure, explained)).collect::<Vec<_>>()
        }
    };
    let chart = {
        let counted = counted.clone();
        move |title: W, rows: &'static [(Figure, bool)]| {
            let counted = counted.clone();
            move || {
                let lang = language.get();
                let part = |(figure, inner): &(Figure, bool)| Part {
                    label: figure_word(*figure).text(lang).to_owned(),
                    count: counted.tally.count(*figure),
                    href: href(&choice(&counted, *figure)),
                    inner: *inner,
                };
                bars(title.text(lang).to_owned(), rows.iter().map(part).collect())
            }
        }
    };
    let (large, care, left_out) = (tiles(&LARGE), tiles(&CARE), tiles(&LEFT_OUT));
    let (funnel, placements) = (chart(W::Funnel, &FUNNEL), chart(W::Placements, &PLACEMENTS));
    let (months, parts) = (counted.clone(), counted.clone());
    let register = use_register();
    let figures = StoredValue::new(counted.clone());
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads = [W::FigureHead, W::Count, W::MeaningHead].map(|word| word.text(lang).to_owned()).to_vec();
        let row = |figure: Figure| {
            let count = figures.with_value(|counted| counted.tally.count(figure));
            let [name, meaning] = [figure_word(figure).text(lang), definition(figure).text(lang)];
            vec![Entry::Text(name.to_owned()), Entry::Number(count as i64), Entry::Text(meaning.to_owned())]
        };
        let rows = Figure::ALL.into_iter().map(row).collect();
        own_table(register, W::Overview.text(lang), heads, rows, lang)
    });
    view! {
        <div class="row end no-print"><WorkbookButton table name="export-figures" /><Button label=t(Common::Print) icon=Icon::Print look=Look::Plain on_press=Callback::new(|()| browser::print()) name="print" /></div>
        <div class="figures large">{large}</div>
        <div class="figure-cards">
            <Card title=t(W::Funnel)>{funnel}</Card>
            <Card title=t(W::Placements)>{placements}</Card>
        </div>
        <Card title=t(W::Months)><Months counted=months /></Card>
        <PlannedCard planned=counted.tally.planned.clone() files=counted.files.clone() period=counted.period />
        <Card title=t(W::Parts)><Parts counted=parts /></Card>
        <Card title=t(W::Care)><div class="figures">{care}</div></Card>
        <Card title=t(W::LeftOut)><div class="figures">{left_out}</div></Card>
        <Explanation explained counted />
    }
    .into_any()
}

/// Open cases at the end of each month, and the flow through the month in words that add up.
#[component]
fn Months(counted: Arc<Counted>) -> impl IntoView {
    let language = use_language();
    move || {
        let lang = language.get();
        let of = |month: Month, figure: Figure| {
            let period = Period {
                from: month.first_day().max(counted.period.from),
                on: month.last_day().min(counted.period.on),
            };
            href(&Chosen { known: counted.known, ..Chosen::new(figure, period) })
        };
        let part = |(month, flow): &(Month, Flow)| Part {
            label: short(*month, lang),
            count: flow.closing.len(),
            href: of(*month, Figure::Closing),
            inner: false,
        };
        let row = |(month, flow): &(Month, Flow)| {
            let cell = |figure: Figure, ids: &[crate::domain::id::FileId]| {
                view! { <td><a href=of(*month, figure)>{ids.len()}</a></td> }
            };
            view! {
                <tr>
                    <th scope="row">{dates::month(&month.to_string(), lang)}</th>
                    {cell(Figure::Opening, &flow.opening)}{cell(Figure::New, &flow.new)}{cell(Figure::Reopened, &flow.reopened)}
                    {cell(Figure::Closed, &flow.closed)}{cell(Figure::Closing, &flow.closing)}
                </tr>
            }
        };
        let head = [Name::Opening, Name::New, Name::Reopened, Name::Closed, Name::Closing];
        let months = &counted.tally.months;
        view! {
            {columns(W::Months.text(lang).to_owned(), months.iter().map(part).collect())}
            <table class="flow-table">
                <thead><tr><td></td>{head.map(|word| view! { <th scope="col">{word.text(lang)}</th> })}</tr></thead>
                <tbody>{months.iter().map(row).collect_view()}</tbody>
            </table>
        }
    }
}

fn short(month: Month, lang: Lang) -> String {
    match lang {
        Lang::Zh => format!("{}月", month.month()),
        Lang::En => dates::month(&month.to_string(), lang).split(' ').next().unwrap_or_default().to_owned(),
    }
}

/// One figure by town, school, list, reason, group or team.
#[component]
fn Parts(counted: Arc<Counted>) -> impl IntoView {
    let (language, register) = (use_language(), use_register());
    let (of, by) = (use_query("of"), use_query("by"));
    let figure = Memo::new(move |_| Figure::of(&of.get()).unwrap_or(Figure::Suspects));
    let split = Memo::new(move |_| Split::of(&by.get()).unwrap_or(Split::Town));
    let figures = Signal::derive(move || {
        DIVIDED.map(|figure| Choice::new(figure.key(), language.say(figure_word(figure)))).to_vec()
    });
    let splits = Signal::derive(move || {
        Split::ALL.map(|split| Choice::new(split.key(), language.say(split_word(split)))).to_vec()
    });
    let chart = move || {
        let (figure, split, lang) = (figure.get(), split.get(), language.get());
        let name = |id: &str| id.parse().map(|id| register.name_of(id)).unwrap_or_default();
        let part = |(part, count): (String, usize)| {
            let chosen = Chosen { part: Some((split, split.part_key(&part))), ..choice(&counted, figure) };
            Part { label: part_text(split, &part, lang, name), count, href: href(&chosen), inner: false }
        };
        bars(language.say(W::Parts).to_owned(), counted.parts(figure, split).into_iter().map(part).collect())
    };
    view! {
        <div class="row tight no-print">
            <Select options=figures value=Signal::derive(move || figure.get().key()) label=t(W::Of) on_change=Callback::new(move |(key,): (String,)| of.set(&key)) />
            <Select options=splits value=Signal::derive(move || split.get().key()) label=t(W::By) on_change=Callback::new(move |(key,): (String,)| by.set(&key)) />
        </div>
        {chart}
    }
    .into_any()
}
