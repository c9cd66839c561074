//! Joining two files of one child: which goes on, and beforehand what will happen.
use super::compare::{counts_text, holds};
use crate::app::keeper::Order;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::i18n::fields::field_label;
use crate::i18n::pages::Worklist as W;
use crate::i18n::{Common, Lang, Word, fill, t};
use crate::register::command::Command;
use crate::register::file::File;
use crate::register::history::FieldChange;
use crate::register::joining::{self, Joining};
use crate::ui::form::{DiffView, register_refs};
use crate::ui::kit::{Button, Card, Choice, ChoiceChips, Field, Look};
use crate::ui::saving::{Saver, use_saver};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cmp::Ordering;
use std::sync::Arc;

type Watched = Memo<Option<Arc<File>>>;

#[component]
pub fn JoinChoice(one: Watched, other: Watched, on_back: Callback<()>) -> impl IntoView {
    let saver = use_saver();
    let language = saver.language;
    let busy = RwSignal::new(false);
    // The fuller one is proposed; the person decides.
    let fuller = move || {
        let count =
            |file: Watched| file.with(|file| file.as_ref().map(|file| holds(file)).unwrap_or_default());
        match count(one).cmp(&count(other)) {
            Ordering::Less => "other",
            Ordering::Equal => "",
            Ordering::Greater => "one",
        }
    };
    let stays = RwSignal::new(if untrack(fuller) == "other" { "other" } else { "one" }.to_owned());
    let options = Signal::derive(move || {
        let choice = |value: &str, word: W| {
            let mark = if fuller() == value {
                ["（", language.say(W::Suggested), "）"].concat()
            } else {
                String::new()
            };
            Choice::new(value, [language.say(word), &mark].concat())
        };
        vec![choice("one", W::KeepOne), choice("other", W::KeepOther)]
    });
    let pick = Callback::new(move |(chosen,): (Vec<String>,)| {
        if let Some(chosen) = chosen.into_iter().next() {
            stays.set(chosen);
        }
    });
    let files = move || {
        let (a, b) = (one.get()?, other.get()?);
        Some(if stays.get() == "one" { (b, a) } else { (a, b) })
    };
    let plan =
        Memo::new(move |_| files().map(|(from, into)| joining::plan(&from, &into)).unwrap_or_default());
    let differing = Signal::derive(move || plan.get().differing);
    let join = Callback::new(move |()| {
        let Some((from, into)) = untrack(files) else { return };
        busy.set(true);
        let orders = orders(saver, &plan.get_untracked(), &from, &into);
        spawn_local(async move {
            // Both answers are said on the page; on success the item is gone from the list.
            let _said = saver.keep(orders, W::JoinedNow).await;
            busy.try_set(false);
        });
    });
    view! {
        <Card title=t(W::SameChild) name="join">
            <Field label=t(W::WhichStays) group=true>
                <ChoiceChips options=options chosen=Signal::derive(move || vec![stays.get()]) on_change=pick />
            </Field>
            <ul class="will">
                {move || plan.with(|plan| will(plan, language.get())).into_iter().map(|line| view! { <li>{line}</li> }).collect_view()}
                <li>{t(W::WillHide)}</li>
            </ul>
            <Show when=move || differing.with(|differing| !differing.is_empty())>
                <p class="muted">{t(W::WillKeep)}</p>
                <Differing changes=differing />
            </Show>
            <div class="row">
                <Button label=t(W::Join) look=Look::Primary large=true busy=busy on_press=join name="join-files" />
                <Button label=t(Common::Back) look=Look::Plain on_press=on_back />
            </div>
        </Card>
    }
    .into_any()
}

/// What will happen, line by line.
fn will(plan: &Joining, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    if !plan.records.is_empty() {
        lines.push(fill(W::WillBring.text(lang), &[&counts_text(&plan.records, lang)]));
    }
    if !plan.filled.is_empty() {
        let label = |change: &FieldChange| field_label(&change.record.table, &change.field, lang);
        let names: Vec<String> = plan.filled.iter().map(label).collect();
        lines.push(fill(W::WillFill.text(lang), &[&names.join(lang.pick("、", ", "))]));
    }
    if lines.is_empty() {
        lines.push(W::NothingComes.text(lang).to_owned());
    }
    lines
}

/// Where both hold something: what stays, what is left in the other file.
#[component]
fn Differing(changes: Signal<Vec<FieldChange>>) -> impl IntoView {
    let saver = use_saver();
    // The comparison reads "before → now": what is left behind stands first, what goes on second.
    let turned = Signal::derive(move || {
        let turn = |change: FieldChange| FieldChange { before: change.after, after: change.before, ..change };
        changes.get().into_iter().map(turn).collect::<Vec<_>>()
    });
    view! { <DiffView changes=turned refs=register_refs(saver.register, saver.language) /> }
}

/// The content into the file that goes on, the other into it, and whatever was joined into the other along with it.
fn orders(saver: Saver, plan: &Joining, from: &File, into: &File) -> Vec<Order> {
    let order = |file: FileId, command: Command| Order { file, kind: FileKind::Pupil, command };
    let behind: Vec<FileId> = saver.register.summaries.with_untracked(|all| {
        all.values()
            .filter(|summary| summary.joined_into == Some(from.id))
            .map(|summary| summary.id)
            .collect()
    });
    let content = plan.command().map(|command| order(into.id, command));
    let joins = std::iter::once(from.id).chain(behind).map(|id| order(id, Command::Join { into: into.id }));
    content.into_iter().chain(joins).collect()
}
