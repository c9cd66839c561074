//! Departments' lists in: files chosen, what each sheet is, what taking them in would do, and the taking in.
mod changes;
mod issues;
mod marked;
mod part;
mod sheet;
mod state;

use super::pick::PickFiles;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, t, t_with, use_language};
use crate::ui::kit::{Banner, Button, Card, Look, Progress, Tone};
use leptos::prelude::*;
use part::PartView;
use sheet::SheetView;
use state::Taking;

#[component]
pub fn TakeInLists() -> impl IntoView {
    let language = use_language();
    let taking = Taking::new();
    let busy = Signal::derive(move || taking.work.get().is_some());
    let reading = t_with(W::Reading, move || {
        taking.work.get().map(|work| vec![work.file, work.rows.to_string()]).unwrap_or_default()
    });
    let problems = move || {
        let one = |(file, problem): (String, state::Problem)| {
            let title = Signal::derive(move || problem.text(language.get()));
            view! { <Banner title=title text=file tone=Tone::Late /> }
        };
        taking.problems.get().into_iter().map(one).collect_view()
    };
    let sheets = move || taking.sheets.with(|sheets| (0..sheets.len()).collect::<Vec<_>>());
    let has_sheets = move || taking.sheets.with(|sheets| !sheets.is_empty());
    let parts =
        move || taking.parts.get().map(|parts| (0..parts.len()).collect::<Vec<_>>()).unwrap_or_default();
    let summary = move || language.say_with(W::ToTake, &[&taking.total().to_string()]);
    let foot = move || {
        match (taking.parts.get().is_some(), taking.total()) {
        (false, _) => ().into_any(),
        (true, 0) => view! { <span class="muted" role="status">{t(W::NothingNew)}</span> }.into_any(),
        (true, _) => view! {
            <span class="muted" role="status">{summary}</span>
            <Button label=t(W::TakeIn) look=Look::Primary large=true busy=taking.saving on_press=Callback::new(move |()| taking.take_in()) name="take-in" />
        }
        .into_any(),
    }
    };
    view! {
        <Card title=t(W::ListTitle)>
            <p class="muted">{t(W::ListText)}</p>
            <PickFiles label=t(W::ChooseFile) purpose=t(W::ListTitle) accept=".xlsx,.xls,.ods,.csv,.txt" many=true look=Look::Soft
                disabled=busy on_files=Callback::new(move |(files,)| taking.open(files)) />
            <Show when=move || busy.get()>
                <Progress label=reading done=Signal::stored(None) cancel=t(Common::Cancel) on_cancel=Callback::new(move |()| taking.cancel()) />
            </Show>
            <div role="alert" class="stack tight">{problems}</div>
            <div class="sheets-in"><For each=sheets key=|at| *at children=move |at| view! { <SheetView taking at /> } /></div>
            <For each=parts key=|at| *at children=move |at| view! { <PartView taking at /> } />
            <Show when=has_sheets>
                <div class="row end">
                    <Button label=t(W::PutAside) look=Look::Plain on_press=Callback::new(move |()| taking.put_aside()) />
                    {foot}
                </div>
            </Show>
        </Card>
    }
    .into_any()
}
