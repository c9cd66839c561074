//! 通报: five paragraphs for the period, in either language; each figure in them opens its children. Printed, or copied as text.
use super::href;
use super::tile::choice;
use crate::app::figures::Counted;
use crate::app::ledgers::file_stem;
use crate::app::register::use_register;
use crate::domain::date::Date;
use crate::i18n::pages::figures::{Figures as W, paragraph_word};
use crate::i18n::{Common, Lang, Word, dates, fill, t, use_language};
use crate::platform::clipboard;
use crate::report::bulletin::{Filling, Paragraph};
use crate::report::figure::{Choice, Figure, Split};
use crate::report::paper::{Block, Line, Paper, Place};
use crate::ui::kit::{Button, Icon, Look, use_toasts};
use crate::ui::paper::PaperPage;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

/// What fills a hole: its number, and the list that it opens.
fn filling(counted: &Counted, filling: Filling) -> (usize, String) {
    let parts = |split: Split| counted.parts(Figure::Suspects, split);
    let told = |count: usize, choice: &Choice| (count, href(choice));
    match filling {
        Filling::Count(figure) => told(counted.tally.count(figure), &choice(counted, figure)),
        Filling::Teams | Filling::Sources => {
            let split = if filling == Filling::Teams { Split::Team } else { Split::Source };
            let count = parts(split).iter().filter(|(part, _)| !part.is_empty()).count();
            let by = if filling == Filling::Teams { "team" } else { "source" };
            let days = format!("from={}&on={}", counted.period.from, counted.period.on);
            let known = if counted.known.is_some() { "&known=1" } else { "" };
            (count, format!("/figures?{days}{known}&of=suspects&by={by}"))
        }
        Filling::ToldToLeave => {
            let part = Some((Split::Reason, TOLD_TO_LEAVE.to_owned()));
            let count =
                parts(Split::Reason).iter().find(|(part, _)| part == TOLD_TO_LEAVE).map_or(0, |(_, n)| *n);
            told(count, &Choice { part, ..choice(counted, Figure::Suspects) })
        }
        Filling::Matter(matter) => {
            let count = matter.count(&counted.duty, &counted.files, counted.period, &counted.policy);
            (count, ["/duty?tab=", matter.tab()].concat())
        }
    }
}

/// 被学校劝退或变相劝退
const TOLD_TO_LEAVE: &str = "R18";

/// A template cut at its holes: text, and the number of the hole after it.
fn pieces(template: &str) -> Vec<(&str, Option<usize>)> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((number, tail)) = after.split_once('}') else { break };
        pieces.push((before, number.parse().ok()));
        rest = tail;
    }
    pieces.push((rest, None));
    pieces
}

/// The paragraphs as plain text.
fn paragraphs(counted: &Counted, lang: Lang) -> Vec<String> {
    let paragraph = |paragraph: Paragraph| {
        let counts: Vec<String> =
            paragraph.fillings().iter().map(|one| filling(counted, *one).0.to_string()).collect();
        let counts: Vec<&str> = counts.iter().map(String::as_str).collect();
        fill(paragraph_word(paragraph).text(lang), &counts)
    };
    Paragraph::ALL.into_iter().map(paragraph).collect()
}

fn days_of(counted: &Counted, lang: Lang) -> String {
    let [from, on] = [counted.period.from, counted.period.on].map(|day| dates::long(day, lang));
    fill(W::BulletinPeriod.text(lang), &[&from, &on])
}

/// The whole bulletin as plain text.
fn text(counted: &Counted, unit: &str, lang: Lang) -> String {
    let title = fill(W::BulletinTitle.text(lang), &[unit]);
    let head = [title, days_of(counted, lang)].into_iter();
    head.chain(paragraphs(counted, lang)).collect::<Vec<_>>().join("\n")
}

/// The bulletin as an official letter.
fn paper(counted: &Counted, unit: &str, lang: Lang, today: Date) -> Paper {
    let mut lines: Vec<Line> =
        paragraphs(counted, lang).into_iter().map(|text| Line::new(Place::Indent, text)).collect();
    lines.push(Line::default());
    lines.push(Line::new(Place::End, unit));
    lines.push(Line::new(Place::End, dates::long(today, lang)));
    Paper {
        key: "bulletin",
        title: fill(W::BulletinTitle.text(lang), &[unit]),
        under: vec![days_of(counted, lang)],
        letter: true,
        blocks: vec![Block::Lines(lines)],
        ..Paper::default()
    }
}

#[component]
pub fn Bulletin(counted: Arc<Counted>) -> impl IntoView {
    let (language, register, toasts) = (use_language(), use_register(), use_toasts());
    let unit = StoredValue::new(register.card().name);
    let counted = StoredValue::new(counted);
    let copy = Callback::new(move |()| {
        let text = counted.with_value(|counted| unit.with_value(|unit| text(counted, unit, language.now())));
        spawn_local(async move {
            match clipboard::copy(&text).await {
                true => toasts.say(language.now().pick(W::Copied.text(Lang::Zh), W::Copied.text(Lang::En))),
                false => toasts.fail(W::NotCopied.text(language.now())),
            }
        });
    });
    let paragraph = move |paragraph: Paragraph| {
        let template = language.say(paragraph_word(paragraph));
        let piece = |(text, hole): (&'static str, Option<usize>)| {
            let one = hole.and_then(|hole| paragraph.fillings().get(hole).copied());
            let link = one.map(|one| {
                let (count, to) = counted.with_value(|counted| filling(counted, one));
                let name = match one {
                    Filling::Count(figure) => figure.key(),
                    Filling::Matter(matter) => format!("{matter:?}").to_lowercase(),
                    other => format!("{other:?}").to_lowercase(),
                };
                view! { <a class="in-text" href=to data-name=name>{count}</a> }
            });
            view! { {text}{link} }
        };
        view! { <p data-name=format!("{paragraph:?}").to_lowercase()>{pieces(template).into_iter().map(piece).collect_view()}</p> }
    };
    let days = move || counted.with_value(|counted| days_of(counted, language.get()));
    let title = move || unit.with_value(|unit| language.say_with(W::BulletinTitle, &[unit]));
    let printing = RwSignal::new(false);
    let printed = move || {
        let papers = Memo::new(move |_| {
            let (lang, today) = (language.get(), register.today.get());
            Arc::new(vec![
                counted.with_value(|counted| unit.with_value(|unit| paper(counted, unit, lang, today))),
            ])
        });
        let on = counted.with_value(|counted| counted.period.on);
        let name = Signal::derive(move || file_stem(language.say(W::Bulletin), None, on));
        view! { <PaperPage papers name on_back=Callback::new(move |()| printing.set(false)) /> }
    };
    view! {
        <Show when=move || printing.get()>{printed}</Show>
        <div class="stack" hidden=move || printing.get()>
        <div class="row end no-print">
            <Button label=t(W::CopyText) look=Look::Plain on_press=copy name="copy" />
            <Button label=t(Common::Print) icon=Icon::Print look=Look::Plain on_press=Callback::new(move |()| printing.set(true)) name="print" />
        </div>
        <article class="bulletin">
            <h2>{title}</h2>
            <p class="bulletin-days">{days}</p>
            {move || Paragraph::ALL.into_iter().map(paragraph).collect_view()}
        </article>
        </div>
    }
    .into_any()
}
