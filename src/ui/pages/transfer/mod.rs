//! Transfer: lists taken in after a preview, the register out and another tablet's in, the fingerprint to compare.
mod lists;
mod pick;
mod undo;

use crate::app::exchange;
use crate::app::register::use_register;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, t, use_language};
use crate::platform::files;
use crate::ui::kit::{Button, Card, ConfirmDialog, Icon, Look, use_toasts};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use lists::TakeInLists;
use undo::UndoImport;

#[component]
pub fn TransferPage() -> impl IntoView {
    view! {
        <div class="page">
            <h1>{t(W::Title)}</h1>
            <UndoImport />
            <TakeInLists />
            <ExportCard />
            <MergeCard />
            <FingerprintCard />
        </div>
    }
}

#[component]
fn ExportCard() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let asking = RwSignal::new(false);
    let export = Callback::new(move |()| {
        asking.set(false);
        spawn_local(async move {
            match exchange::export(register).await {
                Ok(parts) => {
                    let day = register.today.get_untracked();
                    files::save(&format!("baoxue-{day}.json"), &parts);
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    view! {
        <Card title=t(W::ExportTitle)>
            <p>{t(W::ExportText)}</p>
            <Button label=t(Common::Export) icon=Icon::Export on_press=Callback::new(move |()| asking.set(true)) />
            <ConfirmDialog open=asking title=t(W::ExportWarn) text=t(W::ExportText) confirm=t(Common::Export) cancel=t(Common::Cancel) on_confirm=export on_cancel=Callback::new(move |()| asking.set(false)) />
        </Card>
    }
}

#[component]
fn MergeCard() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let input = NodeRef::<leptos::html::Input>::new();
    let problem = RwSignal::new(String::new());
    let preview = RwSignal::new_local(None::<exchange::Merging>);
    let picked = move |event: leptos::ev::Event| {
        problem.set(String::new());
        preview.set(None);
        let Some(file) = files::picked(&event).into_iter().next() else { return };
        spawn_local(async move {
            let lang = language.now();
            let Some(bytes) = files::bytes(&file).await else {
                return problem
                    .set(crate::i18n::fill(crate::i18n::Word::text(W::Unreadable, lang), &[&file.name()]));
            };
            match exchange::look(register, &bytes).await {
                Ok(found) => preview.set(Some(found)),
                Err(why) => problem.set(crate::ui::words::look_error(&why, lang)),
            }
        });
    };
    let merge = Callback::new(move |()| {
        let Some(found) = preview.get_untracked() else { return };
        spawn_local(async move {
            match exchange::take_in(register, found).await {
                Ok(()) => {
                    preview.try_set(None);
                    toasts.say(crate::i18n::Word::text(W::Merged, language.now()));
                }
                Err(why) => toasts.fail(keep_error(&why, language.now())),
            }
        });
    });
    let shown = move || {
        preview.get().map(|found| {
        let numbers = [(W::Fresh, found.new), (W::Changed, found.changed), (W::Unchanged, found.unchanged), (W::Conflicts, found.conflicts)];
        let text = move || numbers.iter().map(|(word, n)| language.say_with(*word, &[&n.to_string()])).collect::<Vec<_>>().join(language.get().pick("，", ", "));
        let nothing = found.files.is_empty();
        view! {
            <p class="number" role="status">{text}</p>
            <div class="row end">
                {match nothing {
                    true => view! { <span class="muted">{t(W::NothingNew)}</span> }.into_any(),
                    false => view! { <Button label=t(W::Merge) look=Look::Primary large=true on_press=merge /> }.into_any(),
                }}
            </div>
        }
    })
    };
    view! {
        <Card title=t(W::ImportTitle)>
            <p>{t(W::ImportText)}</p>
            <input node_ref=input type="file" accept=".json" class="unseen" aria-label=t(W::ImportTitle) on:change=picked />
            <Button label=t(Common::Import) icon=Icon::Import on_press=Callback::new(move |()| { if let Some(input) = input.get_untracked() { input.click(); } }) />
            <p role="alert">{problem}</p>
            {shown}
        </Card>
    }
}

#[component]
fn FingerprintCard() -> impl IntoView {
    let register = use_register();
    let print = move || {
        register.summaries.with(|all| {
            crate::register::fingerprint::of_register(all.values().map(|s| (s.id, s.fingerprint)))
        })
    };
    view! {
        <Card title=t(W::Fingerprint)>
            <p class="number"><strong>{print}</strong></p>
            <p class="muted">{t(W::FingerprintText)}</p>
        </Card>
    }
}
