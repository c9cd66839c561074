//! Files of department lists, opened and understood: chosen or dropped, read with progress, each sheet's kind and columns
//! proposed and corrected. What is done with them then is the page's own matter.
pub mod issues;
pub mod marked;
pub mod opening;
pub mod pick;
pub mod sheet;

use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, t, t_with, use_language};
use crate::ui::kit::{Banner, Look, Progress, Tone};
use leptos::prelude::*;
use opening::{Opening, Problem};
use pick::PickFiles;
use sheet::SheetView;

/// Choosing the files, what is being read, what could not be, and every sheet with what it is taken for.
#[component]
pub fn OpenLists(
    opening: Opening,
    /// What a person who hears the page is told that the files are for.
    #[prop(into)]
    purpose: Signal<String>,
) -> impl IntoView {
    let language = use_language();
    let busy = Signal::derive(move || opening.work.get().is_some());
    let reading = t_with(W::Reading, move || {
        opening.work.get().map(|work| vec![work.file, work.rows.to_string()]).unwrap_or_default()
    });
    let problems = move || {
        let one = |(file, problem): (String, Problem)| {
            let title = Signal::derive(move || problem.text(language.get()));
            view! { <Banner title=title text=file tone=Tone::Late /> }
        };
        opening.problems.get().into_iter().map(one).collect_view()
    };
    let sheets = move || opening.sheets.with(|sheets| (0..sheets.len()).collect::<Vec<_>>());
    view! {
        <PickFiles label=t(W::ChooseFile) purpose accept=".xlsx,.xls,.ods,.csv,.txt" many=true look=Look::Soft
            disabled=busy on_files=Callback::new(move |(files,)| opening.open(files)) />
        <Show when=move || busy.get()>
            <Progress label=reading done=Signal::stored(None) cancel=t(Common::Cancel) on_cancel=Callback::new(move |()| opening.cancel()) />
        </Show>
        <div role="alert" class="stack tight">{problems}</div>
        <div class="sheets-in"><For each=sheets key=|at| *at children=move |at| view! { <SheetView opening at /> } /></div>
    }
    .into_any()
}
