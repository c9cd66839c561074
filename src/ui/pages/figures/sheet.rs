//! One report: its lines with the children behind each, whether the flow adds up, the comment, submission; for the printer and as a
//! workbook too. Submitted it shows what was frozen, never what the files say now.
use super::changes::Changes;
use super::note::Note;
use super::reports::days_text;
use crate::app::figures;
use crate::app::ledgers::file_stem;
use crate::app::register::{SaveStatus, use_register};
use crate::app::reports::{self, About, Submitted, last, latest};
use crate::domain::codes;
use crate::domain::id::FileId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::Ledgers;
use crate::i18n::pages::figures::{Figures as W, line_text};
use crate::i18n::{Common, dates, t, t_with, use_language};
use crate::interchange::xlsx::table::{Entry, Table};
use crate::report::paper::{Block, Line as Words, Place};
use crate::report::periodic::{Line, Report};
use crate::ui::kit::{
    Banner, Button, Card, ConfirmDialog, Dialog, Field, Icon, Look, Skeleton, TextArea, Tone,
};
use crate::ui::paper::{PaperPage, table_paper};
use crate::ui::saving::use_saver;
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;

#[component]
pub fn Sheet(about: About, sent: Memo<Arc<Vec<Submitted>>>) -> impl IntoView {
    let (register, language, saver) = (use_register(), use_language(), use_saver());
    let held = Memo::new(move |_| sent.with(|all| latest(all, about).cloned()));
    // A correction begins from the files as they are now.
    let anew = RwSignal::new(false);
    let computed = RwSignal::new(Arc::new(Report::default()));
    let turn = StoredValue::new(0_u32);
    // Nobody submits figures that are being overtaken.
    let is_overtaken = RwSignal::new(true);
    Effect::new(move || {
        register.summaries.track();
        is_overtaken.set(true);
        turn.update_value(|n| *n += 1);
        let mine = turn.get_value();
        spawn_local(async move {
            let goes_on = || turn.try_get_value() == Some(mine);
            if let Some(report) = figures::report(register, about.period, about.school, goes_on).await {
                computed.try_set(Arc::new(report));
                is_overtaken.try_set(false);
            }
        });
    });
    let report = Memo::new(move |_| match held.get().filter(|_| !anew.get()) {
        Some(held) => held.report,
        None => computed.get(),
    });
    let is_counting = Memo::new(move |_| report.with(|report| report.lines.is_empty()));
    let is_unsettled = Memo::new(move |_| {
        is_overtaken.get() || register.status.with(|status| *status == SaveStatus::Saving)
    });
    let is_frozen = Memo::new(move |_| held.with(Option::is_some) && !anew.get());
    let (asked, busy) = (RwSignal::new(false), RwSignal::new(false));
    let note = Note::new(saver, about);
    let submit = Callback::new(move |()| {
        asked.set(false);
        busy.set(true);
        let version = held.with_untracked(|held| held.as_ref().map_or(1, |held| held.version + 1));
        let (report, words) = (report.get_untracked(), note.text.get_untracked());
        spawn_local(async move {
            match reports::submit(register, about, version, &report, words).await {
                Ok(()) => {
                    anew.try_set(false);
                    note.end();
                    saver.say(W::Submitted);
                }
                Err(why) => saver.fail(&why),
            }
            busy.try_set(false);
        });
    });
    let name = move || {
        let lang = language.get();
        let kind = code_text(&codes::REPORT_KIND, about.kind.code(), lang);
        let of = about.school.map(|id| register.name_of(id));
        [kind, of.unwrap_or_else(|| register.card().name)].join(" · ")
    };
    let standing = move || match held.get().filter(|_| is_frozen.get()) {
        Some(held) => {
            let on = held.on.map(|on| dates::long(on, language.get())).unwrap_or_default();
            let line = language.say_with(W::SentLine, &[&on, &held.version.to_string()]);
            [language.say(W::Frozen), " · ", &register.name_of(held.by), " ", &line].concat()
        }
        None => language.say(W::Draft).to_owned(),
    };
    let adds_up = Memo::new(move |_| report.with(|report| report.adds_up()));
    let opened = RwSignal::new(None::<Line>);
    let row = move |line: Line| {
        let key = line.key.clone();
        let label = move || line_text(&key, language.get());
        let count = line.count;
        let (name, key) = (line.key.clone(), line.clone());
        view! {
            <tr data-name=name><th scope="row">{label}</th>
                <td><button type="button" class="report-count" on:click=move |_| opened.set(Some(key.clone()))>{count}</button></td></tr>
        }
    };
    let export = Callback::new(move |()| {
        let lang = language.now();
        let table = table(&report.get(), name(), days_text(about.period, lang), lang);
        Table { title: code_text(&codes::REPORT_KIND, about.kind.code(), lang), ..table }
    });
    let printing = RwSignal::new(false);
    let paper = move || {
        let papers = Memo::new(move |_| {
            let lang = language.get();
            let mut paper = report.with(|report| {
                table_paper("report", table(report, name(), days_text(about.period, lang), lang), lang)
            });
            paper.under = vec![days_text(about.period, lang), standing()];
            paper.about = vec![
                language.say_with(Ledgers::Unit, &[&register.card().name]),
                language.say_with(Ledgers::MadeOn, &[&dates::long(register.today.get(), lang)]),
            ];
            let flow = language.say(if adds_up.get() { W::FlowHolds } else { W::FlowBroken }).to_owned();
            let note =
                held.get().filter(|_| is_frozen.get()).map_or_else(|| note.text.get(), |held| held.note);
            let note = [language.say(W::Note), lang.pick("：", ": "), &note].concat();
            let words = [flow, note].map(|text| Words::new(Place::Start, text)).to_vec();
            let signs = paper.blocks.pop();
            paper.blocks.pop();
            paper.blocks.extend([Some(Block::Lines(words)), signs].into_iter().flatten());
            Arc::new(vec![paper])
        });
        let kind = Signal::derive(move || {
            file_stem(
                &code_text(&codes::REPORT_KIND, about.kind.code(), language.get()),
                None,
                about.period.on,
            )
        });
        view! { <PaperPage papers name=kind on_back=Callback::new(move |()| printing.set(false)) /> }
    };
    let comment =
        move || held.get().filter(|_| is_frozen.get()).map(|held| held.note).filter(|note| !note.is_empty());
    view! {
        <Show when=move || printing.get()>{paper}</Show>
        <div class="stack" hidden=move || printing.get()>
        <Card title=Signal::derive(name) name="report">
            <p>{move || days_text(about.period, language.get())}</p>
            <p class="muted" data-name="standing">{standing}</p>
            <Show when=move || is_counting.get()><Skeleton lines=6 /></Show>
            <Show when=move || adds_up.get() fallback=move || view! { <Banner title=t(W::FlowBroken) tone=Tone::Late /> }>
                <p class="muted small">{t(W::FlowHolds)}</p>
            </Show>
            <table class="report-table"><tbody>{move || report.get().lines.iter().cloned().map(row).collect_view()}</tbody></table>
            {move || comment().map(|note| view! { <p>{t(W::Note)}"："{note}</p> })}
            <div class="no-print stack">
                <Show when=move || !is_frozen.get()>
                    <Field label=t(W::Note) hint=t(W::Nil) name="note"><TextArea value=note.text on_input=Callback::new(move |(text,)| note.text.set(text)) on_change=Callback::new(move |()| note.seal()) /></Field>
                </Show>
                <div class="row end">
                    <Button label=t(Common::Print) icon=Icon::Print look=Look::Plain on_press=Callback::new(move |()| printing.set(true)) disabled=is_counting name="print" />
                    <WorkbookButton table=export disabled=is_counting name="export-report" />
                    <Show when=move || is_frozen.get()>
                        <Button label=t(W::NewVersion) look=Look::Soft on_press=Callback::new(move |()| anew.set(true)) name="new-version" />
                    </Show>
                    <Show when=move || !is_frozen.get()>
                        <Button label=t(W::Submit) look=Look::Primary icon=Icon::Send busy disabled=is_unsettled on_press=Callback::new(move |()| asked.set(true)) name="submit-report" />
                    </Show>
                </div>
            </div>
        </Card>
        {move || {
            let before = sent.with(|all| last(all, about).cloned());
            view! { <Changes before report=report.get() about /> }
        }}
        </div>
        <ConfirmDialog open=asked title=t(W::SubmitTitle) text=t(W::SubmitText) confirm=t(W::Submit) cancel=t(Common::Cancel) on_confirm=submit on_cancel=Callback::new(move |()| asked.set(false)) />
        <LineChildren opened />
    }
    .into_any()
}

/// The children behind a line: as they stood in it when it was frozen.
#[component]
fn LineChildren(opened: RwSignal<Option<Line>>) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let title =
        t_with(W::ChildrenOf, move || {
            vec![opened.with(|line| {
                line.as_ref().map_or("", |line| line_text(&line.key, language.get())).to_owned()
            })]
        });
    let body = move || {
        let Some(line) = opened.get() else { return ().into_any() };
        let child = |id: FileId| {
            let to = ["/pupils/", id.to_string().as_str()].concat();
            view! { <li><a href=to>{register.name_of(id)}</a></li> }
        };
        let count = language.say_with(W::Children, &[&line.files.len().to_string()]);
        view! { <p class="muted">{count}</p><ul class="line-children">{line.files.into_iter().map(child).collect_view()}</ul> }
            .into_any()
    };
    view! {
        <Dialog open=Signal::derive(move || opened.with(Option::is_some)) title close_label=t(Common::Close) on_close=Callback::new(move |()| opened.set(None)) wide=true name="line-children">{body}</Dialog>
    }
}

fn table(report: &Report, title: String, days: String, lang: crate::i18n::Lang) -> Table {
    let row = |line: &Line| {
        vec![Entry::Text(line_text(&line.key, lang).to_owned()), Entry::Number(line.count as i64)]
    };
    let word = |word: W| crate::i18n::Word::text(word, lang).to_owned();
    Table {
        sheet: word(W::Reports),
        title,
        about: vec![days],
        headings: vec![word(W::Line), word(W::Count)],
        rows: report.lines.iter().map(row).collect(),
        fixed: 0,
    }
}
