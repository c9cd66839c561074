//! Views kept under a name: ledger, filter and columns together, sealed on this tablet.
use super::state::{Panel, View};
use crate::app::ledgers;
use crate::i18n::pages::Ledgers as W;
use crate::i18n::{Common, t, t_with};
use crate::report::ledger::SavedView;
use crate::ui::kit::{Button, Dialog, Field, Icon, IconButton, Look, TextInput};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

const NAME_CHARS: usize = 30;

#[component]
pub fn SavedDialog(view: View) -> impl IntoView {
    let views = RwSignal::new(Vec::<SavedView>::new());
    let name = RwSignal::new(String::new());
    let is_open = Signal::derive(move || view.panel.get() == Some(Panel::Saved));
    spawn_local(async move {
        match ledgers::views(view.register).await {
            Ok(found) => {
                views.try_set(found);
            }
            Err(why) => view.toasts.fail(keep_error(&why, view.language.now())),
        }
    });
    let keep = move |next: Vec<SavedView>, word: W| {
        spawn_local(async move {
            match ledgers::keep_views(view.register, &next).await {
                Ok(()) => {
                    views.try_set(next);
                    name.try_set(String::new());
                    view.toasts.say(view.language.say(word));
                }
                Err(why) => view.toasts.fail(keep_error(&why, view.language.now())),
            }
        });
    };
    let save = Callback::new(move |()| {
        let typed = name.get_untracked().trim().to_owned();
        if typed.is_empty() {
            return;
        }
        let mut next = views.get_untracked();
        next.retain(|kept| kept.name != typed);
        let (ledger, filter) =
            (view.ledger.get_untracked().key.to_owned(), view.filter.with_untracked(|f| f.write()));
        next.push(SavedView { name: typed, ledger, filter });
        keep(next, W::SavedOk);
    });
    let line = move |kept: SavedView| {
        let (open, gone, named) = (kept.clone(), kept.name.clone(), kept.name.clone());
        let choose = Callback::new(move |()| {
            view.go_to(&open.ledger, &open.filter);
            view.panel.set(None);
        });
        let remove = Callback::new(move |()| {
            let mut next = views.get_untracked();
            next.retain(|other| other.name != gone);
            keep(next, W::SavedRemoved);
        });
        view! {
            <li class="row apart tight">
                <Button label=kept.name icon=Icon::List look=Look::Plain on_press=choose />
                <IconButton icon=Icon::Trash label=t_with(W::RemoveSaved, move || vec![named.clone()]) on_press=remove />
            </li>
        }
    };
    view! {
        <Dialog open=is_open title=t(W::Saved) close_label=t(Common::Close) on_close=Callback::new(move |()| view.panel.set(None)) name="saved-dialog">
            <ul class="stack tight plain-list">{move || views.get().into_iter().map(line).collect_view()}</ul>
            <Field label=t(W::SaveName) hint=t(W::SaveHint)>
                <TextInput value=name on_input=Callback::new(move |(text,)| name.set(text)) max_chars=NAME_CHARS />
            </Field>
            <div class="row end">
                <Button label=t(W::SaveThis) look=Look::Primary disabled=Signal::derive(move || name.with(|name| name.trim().is_empty())) on_press=save name="save-view" />
            </div>
        </Dialog>
    }
}
