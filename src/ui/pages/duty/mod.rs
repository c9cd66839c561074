//! 责任: groups, documents, the leaders' agenda, duty letters, the year-end assessment, the red line. Tab and school year stand in
//! the address.
mod agenda;
mod chain;
mod documents;
mod due;
mod groups;
mod items;
mod letters;
pub mod print;
mod red_line;
mod scans;
mod score;
mod view;

pub use self::chain::ChainCard;
pub use self::due::DutyDue;

use self::agenda::AgendaTab;
use self::documents::DocumentsTab;
use self::groups::GroupsTab;
use self::letters::LettersTab;
use self::red_line::RedLineTab;
use self::score::ScoreTab;
use self::view::View;
use crate::app::duty::keep_signed;
use crate::i18n::pages::{Pupils, duty::Duty as W};
use crate::i18n::{t, t_with};
use crate::ui::form::{Editing, RecordEditor};
use crate::ui::kit::{Banner, LinkButton, Tab, Tabs, Tone};
use crate::ui::query::use_query;
use crate::ui::route::Route;
use crate::ui::words::keep_error;
use leptos::prelude::*;

const TABS: [(&str, W); 6] = [
    ("groups", W::Groups),
    ("documents", W::Documents),
    ("agenda", W::Agenda),
    ("letters", W::Letters),
    ("score", W::Score),
    ("red", W::RedLine),
];

#[component]
pub fn DutyPage() -> impl IntoView {
    let view = View::new();
    let language = view.saver.language;
    let tab = use_query("tab");
    let current = Memo::new(move |_| {
        let asked = tab.get();
        TABS.iter().map(|(key, _)| *key).find(|key| *key == asked).unwrap_or("groups")
    });
    let red = Memo::new(move |_| {
        view.file.duty.with(|duty| duty.red_lines.iter().filter(|one| one.stands).count())
    });
    let tabs = Signal::derive(move || {
        let tab = |(key, word): &(&str, W)| Tab {
            key: (*key).to_owned(),
            label: language.say(*word).to_owned(),
            count: Some(red.get()).filter(|count| *key == "red" && *count > 0),
        };
        TABS.iter().map(tab).collect::<Vec<_>>()
    });
    let go = Callback::new(move |(key,): (String,)| tab.set(&key));
    let panel = move || match current.get() {
        "documents" => view! { <DocumentsTab view /> }.into_any(),
        "agenda" => view! { <AgendaTab view /> }.into_any(),
        "letters" => view! { <LettersTab view /> }.into_any(),
        "score" => view! { <ScoreTab view /> }.into_any(),
        "red" => view! { <RedLineTab view /> }.into_any(),
        _ => view! { <GroupsTab view /> }.into_any(),
    };
    let failed = move || {
        view.file.failed.get().map(|why| {
            let text = keep_error(&why, language.get());
            view! { <Banner title=t(Pupils::CannotRead) text=text tone=Tone::Late /> }
        })
    };
    let differing = Memo::new(move |_| view.file.duty.with(|duty| duty.conflicts));
    // What stands as it was made, and what was handed out, is not deleted.
    let removable = Signal::derive(move || {
        view.editing.with(|now: &Option<Editing>| now.as_ref().is_some_and(|now| !now.is_new))
    });
    view! {
        <div class="page duty">
            <h1>{t(W::Title)}</h1>
            <Tabs tabs=tabs current=Signal::derive(move || current.get().to_owned()) on_change=go label=t(W::Title) />
            {failed}
            <Show when=move || differing.get() != 0>
                <Banner title=t_with(W::Conflicts, move || vec![differing.get().to_string()]) tone=Tone::Due>
                    <LinkButton label=t(Route::Worklist.word()) href=Route::Worklist.path() />
                </Banner>
            </Show>
            <div id=move || ["panel-", current.get()].concat() role="tabpanel" aria-labelledby=move || ["tab-", current.get()].concat() class="stack">{panel}</div>
            <RecordEditor editing=view.editing refs=view.refs removable=removable keep=|register, order| Box::pin(keep_signed(register, order)) />
        </div>
    }
    .into_any()
}
