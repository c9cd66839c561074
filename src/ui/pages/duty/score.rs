//! The year-end assessment: all schools with their totals, and one school's sheet with its evidence, points and deductions.
use super::items::Items;
use super::view::{View, YearChoice, item_name, joined};
use crate::app::duty::{close_sheet, proven_sheet, with_scores};
use crate::domain::id::FileId;
use crate::domain::records::duty_score::{Deduction, ScoreGiven};
use crate::i18n::pages::duty::{Duty as W, grade_word};
use crate::i18n::{Common, dates, t, t_with};
use crate::platform::turn::breathe;
use crate::report::duty::score::{Frozen, Grade, Line, Sheet, frozen, points_text, sheet};
use crate::ui::kit::{
    Banner, Button, Card, ConfirmDialog, EmptyState, Icon, IconButton, LinkButton, Look, Status, Tone,
};
use crate::ui::query::{Query, use_query_step};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

pub fn grade_tone(grade: Grade) -> Tone {
    match grade {
        Grade::Blocked | Grade::Failed => Tone::Late,
        Grade::Excellent | Grade::Passed => Tone::Good,
        Grade::Open => Tone::Due,
    }
}

/// The grade in a word; how many items wait where it is open.
pub fn grade_text(view: View, sheet: &Sheet) -> (String, Tone) {
    let grade = view.saver.register.policy.with(|policy| sheet.grade(policy));
    let text = match grade {
        Grade::Open => view.saver.language.say_with(W::Open, &[&sheet.open().to_string()]),
        grade => view.saver.language.say(grade_word(grade)).to_owned(),
    };
    (text, grade_tone(grade))
}

fn total_text(view: View, sheet: &Sheet) -> String {
    view.saver.language.say_with(W::TotalOf, &[&points_text(sheet.total()), &points_text(sheet.full())])
}

#[component]
pub fn ScoreTab(view: View) -> impl IntoView {
    let asked = use_query_step("school");
    let school = Memo::new(move |_| asked.get().parse::<FileId>().ok());
    move || match school.get() {
        Some(school) => view! { <SchoolSheet view school asked /> }.into_any(),
        None => view! { <Schools view asked /> }.into_any(),
    }
}

#[component]
fn Schools(view: View, asked: Query) -> impl IntoView {
    let schools = Memo::new(move |_| view.schools());
    // A school at a time: the page stays at hand however many pupils there are.
    let (sheets, turn) = (RwSignal::new(BTreeMap::<FileId, Sheet>::new()), StoredValue::new(0_u32));
    Effect::new(move |_| {
        view.saver.register.summaries.track();
        let ids: Vec<FileId> = schools.with(|all| all.iter().map(|(id, _)| *id).collect());
        let (duty, year) = (view.duty(), view.year.get());
        let mine = turn.try_update_value(|turn| {
            *turn += 1;
            *turn
        });
        spawn_local(async move {
            for id in ids {
                if turn.try_get_value() != mine {
                    return;
                }
                let one = untrack(|| with_scores(view.saver.register, &duty, year, &[id], sheet));
                sheets.try_update(|all| all.extend(one.into_iter().map(|sheet| (id, sheet))));
                breathe().await;
            }
        });
    });
    let rows = move || {
        let (duty, year) = (view.duty(), view.year.get());
        let row = |(id, name): &(FileId, String)| {
            let (id, closed) = (*id, frozen(&duty, *id, year));
            let now = || sheets.with(|all| all.get(&id).cloned());
            let shown = closed.as_ref().map(|closed| closed.sheet.clone()).or_else(now);
            let total = shown.as_ref().map(|sheet| total_text(view, sheet)).unwrap_or_default();
            let grade = shown.as_ref().map(|sheet| grade_text(view, sheet));
            let grade = grade.map(|(word, tone)| view! { <Status label=word tone=tone /> });
            let done = closed.is_some().then(|| view! { <Status label=t(W::Closed) icon=Icon::Lock /> });
            view! {
                <li><button type="button" class="setting as-link" on:click=move |_| asked.set(&id.to_string())>
                    <span class="setting-name">{name.clone()}</span>
                    <span class="setting-value"><strong>{total}</strong>{done}{grade}</span>
                </button></li>
            }
        };
        schools.with(|schools| schools.iter().map(row).collect_view())
    };
    let is_empty = Memo::new(move |_| schools.with(Vec::is_empty));
    view! {
        <div class="row apart"><YearChoice view /><p class="muted">{t(W::ScoreText)}</p></div>
        <Show when=move || is_empty.get()><EmptyState icon=Icon::School title=t(W::NoSchools) /></Show>
        <Show when=move || !is_empty.get()><Card title=t(W::Score)><ul class="settings">{rows}</ul></Card></Show>
        <Items view />
    }
    .into_any()
}

#[component]
fn SchoolSheet(view: View, school: FileId, asked: Query) -> impl IntoView {
    let (register, language) = (view.saver.register, view.saver.language);
    let now = Memo::new(move |_| {
        let duty = view.duty();
        with_scores(register, &duty, view.year.get(), &[school], sheet).into_iter().next().unwrap_or_default()
    });
    let closed: Memo<Option<Frozen>> =
        Memo::new(move |_| view.file.duty.with(|duty| frozen(duty, school, view.year.get())));
    let (current, closing) = (RwSignal::new(false), RwSignal::new(false));
    let proven = RwSignal::new(None::<bool>);
    Effect::new(move |_| {
        let (Some(frozen), Some(file)) = (closed.get(), view.file.file.get()) else { return };
        spawn_local(async move {
            // What cannot be read is not proven.
            proven.try_set(Some(proven_sheet(register, &file, &frozen).await.unwrap_or(false)));
        });
    });
    let is_closed = Memo::new(move |_| closed.with(Option::is_some) && !current.get());
    let shown = Memo::new(move |_| match (is_closed.get(), closed.get()) {
        (true, Some(frozen)) => frozen.sheet,
        _ => now.get(),
    });
    let grade = Memo::new(move |_| grade_text(view, &shown.get()));
    let state = move || {
        let (word, tone) = grade.get();
        view! { <Status label=word tone=tone /> }
    };
    let veto = move || {
        let count = shown.get().vetoes;
        (count > 0).then(|| {
            let title = language.say_with(W::BlockedTitle, &[&count.to_string()]);
            view! {
                <Banner title=title text=t(W::BlockedText) tone=Tone::Late name="veto">
                    <LinkButton label=t(W::SeeRedLine) href="/duty?tab=red" />
                </Banner>
            }
        })
    };
    let closed_note = move || {
        let frozen = closed.get()?;
        let (lang, total) = (language.get(), frozen.sheet.total());
        let day = frozen.record.frozen_on.map(|day| dates::long(day, lang)).unwrap_or_default();
        let title =
            language.say_with(W::ClosedOn, &[&day, &points_text(total), &points_text(frozen.sheet.full())]);
        let live = now.get().total();
        let text = match live == total {
            true => language.say(W::ClosedSame).to_owned(),
            false => {
                language.say_with(W::ClosedDiffers, &[&points_text(live), &points_text((live - total).abs())])
            }
        };
        let label = Signal::derive(move || {
            language.say(if current.get() { W::ShowClosed } else { W::ShowNow }).to_owned()
        });
        let switch = Callback::new(move |()| current.update(|now| *now = !*now));
        let proof = move || {
            proven.get().map(|holds| match holds {
                true => view! { <Status label=t(W::Proven) tone=Tone::Good /> },
                false => view! { <Status label=t(W::NotProven) tone=Tone::Due /> },
            })
        };
        Some(view! {
            <Banner title=title text=text tone=Tone::Info name="closed">{proof}<Button label=label look=Look::Plain on_press=switch /></Banner>
        })
    };
    let rows = move || {
        let fixed = is_closed.get();
        shown.get().lines.iter().map(|line| line_row(view, school, line, fixed)).collect_view()
    };
    let close = Callback::new(move |()| {
        closing.set(false);
        let (duty, year) = (view.file.duty.get_untracked(), view.year.get_untracked());
        spawn_local(async move {
            match close_sheet(register, duty, year, school).await {
                Ok(saved) => view.saver.offer_undo(saved, W::Closed),
                Err(why) => view.saver.fail(&why),
            }
        });
    });
    let print = Signal::derive(move || format!("/duty/print/score/{school}?year={}", view.year.get()));
    view! {
        <div class="row apart">
            <Button label=t(W::BackToSchools) icon=Icon::Left look=Look::Plain on_press=Callback::new(move |()| asked.set("")) />
            <YearChoice view />
        </div>
        <div class="page-head"><h2 class="grow">{move || register.name_of(school)}</h2>{state}</div>
        {veto}
        {closed_note}
        <div class="table-box"><table class="table score">
            <thead><tr>
                <th scope="col">{t(W::Item)}</th><th scope="col" class="count">{t(W::Full)}</th><th scope="col">{t(W::Evidence)}</th>
                <th scope="col" class="count">{t(W::Points)}</th><td></td>
            </tr></thead>
            <tbody>{rows}</tbody>
            <tfoot><tr><th scope="row">{t(W::Total)}</th><td class="count" colspan="3"><strong data-name="total">{move || total_text(view, &shown.get())}</strong></td><td></td></tr></tfoot>
        </table></div>
        <div class="row end">
            <LinkButton label=t(W::Print) icon=Icon::Print look=Look::Soft href=print />
            <Button label=t(W::Close) icon=Icon::Lock look=Look::Primary disabled=Signal::derive(move || now.with(|now| now.open() > 0) || is_closed.get()) on_press=Callback::new(move |()| closing.set(true)) name="close-sheet" />
        </div>
        <ConfirmDialog open=closing title=t(W::CloseTitle) text=t(W::CloseText) confirm=t(W::Close) cancel=t(Common::Cancel)
            on_confirm=close on_cancel=Callback::new(move |()| closing.set(false)) />
    }
    .into_any()
}

/// What a line's points rest on, in words.
pub fn evidence_text(view: View, line: &Line) -> String {
    let say = |word: W, args: &[&str]| view.saver.language.say_with(word, args);
    let name =
        crate::i18n::codes::code_text(&crate::domain::codes::SCORE_EVIDENCE, &line.evidence, view.lang());
    let counted = match line.counted {
        Some(counted) if counted.due == 0 => say(W::NothingToCount, &[]),
        Some(counted) => say(W::Counted, &[&counted.done.to_string(), &counted.due.to_string()]),
        None if line.given.is_none() => say(W::ByHand, &[]),
        None => String::new(),
    };
    [name, counted].join(" ").trim().to_owned()
}

/// What the assessor gave and took off, with the reasons.
pub fn reasons_text(view: View, line: &Line) -> String {
    let say = |word: W, args: &[&str]| view.saver.language.say_with(word, args);
    let given = line.given.iter().map(|(_, points, why)| say(W::Given, &[&points.to_string(), why]));
    let taken = line.deductions.iter().map(|(_, points, why)| say(W::Taken, &[&points.to_string(), why]));
    joined(&given.chain(taken).collect::<Vec<_>>())
}

fn line_row(view: View, school: FileId, line: &Line, fixed: bool) -> AnyView {
    let (item, points, name) = (line.item, line.points, item_name(view, &line.name));
    let year = view.year.get().to_string();
    let given = line.given.as_ref().map(|(id, ..)| *id);
    let score = line.base().map_or_else(|| "—".to_owned(), |_| points_text(line.score()));
    let start = ScoreGiven {
        school: Some(school),
        year: year.clone(),
        item: Some(item),
        points: Some(points),
        ..ScoreGiven::default()
    };
    let give = Callback::new(move |()| {
        view.edit_only("score_given", given, start.write(), Some(&["points", "reason"]));
    });
    let today = view.saver.register.today;
    let off =
        Deduction { school: Some(school), year, item: Some(item), points: Some(1), ..Deduction::default() };
    let deduct = Callback::new(move |()| {
        let start = Deduction { date: Some(today.get_untracked()), ..off.clone() };
        view.edit_only("deduction", None, start.write(), Some(&["points", "reason", "date"]));
    });
    let label = |word: W| {
        t_with(word, {
            let name = name.clone();
            move || vec![name.clone()]
        })
    };
    let (give_label, off_label) = (label(W::GivePoints), label(W::Deduct));
    let taken: Vec<_> = line
        .deductions
        .iter()
        .filter(|_| !fixed)
        .map(|(id, _, why)| view.pencil("deduction", *id, why))
        .collect();
    let acts = (!fixed).then(|| {
        view! {
            <IconButton icon=Icon::Pen label=give_label on_press=give />
            <IconButton icon=Icon::Minus label=off_label on_press=deduct />
            {taken}
        }
    });
    let weight =
        (line.weight != 100).then(|| view.saver.language.say_with(W::WeightOf, &[&line.weight.to_string()]));
    view! {
        <tr>
            <th scope="row">{item_name(view, &line.name)}<div class="muted small">{weight}</div></th>
            <td class="count">{points_text(line.full())}</td>
            <td>{evidence_text(view, line)}<div class="muted small">{reasons_text(view, line)}</div></td>
            <td class="count"><strong>{score}</strong></td>
            <td class="score-acts"><span class="row tight">{acts}</span></td>
        </tr>
    }
    .into_any()
}
