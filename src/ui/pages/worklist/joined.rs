//! A file that was joined into another: both side by side, and parting them; and the note of it in the child's own file.
use super::compare::{Compare, watched};
use super::title::joined_text;
use crate::app::keeper::Order;
use crate::app::register::use_register;
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::i18n::pages::Worklist as W;
use crate::i18n::{Word, t, t_with};
use crate::register::command::Command;
use crate::register::joining;
use crate::ui::kit::{Banner, Button, Card, Icon, LinkButton, Look, Tone};
use crate::ui::saving::use_saver;
use leptos::prelude::*;

#[component]
pub fn JoinedPanel(file: FileId, into: FileId) -> impl IntoView {
    let saver = use_saver();
    let (one, other) = (watched(into), watched(file));
    let brought = Memo::new(move |_| {
        let (Some(into), Some(from)) = (one.get(), other.get()) else { return None };
        joining::brought(&from, &into)
    });
    // Joined, the two differ by nothing that could come over: then nothing came, or all is there already.
    let left = Memo::new(move |_| {
        let (Some(into), Some(from)) = (one.get(), other.get()) else { return false };
        joining::came(&from, &into)
    });
    let what = move || match (brought.get(), left.get()) {
        (Some(_), _) => W::PartTakesBack,
        (None, true) => W::PartLeaves,
        (None, false) => W::PartNothing,
    };
    let part = Callback::new(move |()| {
        let order = |file, command| Order { file, kind: FileKind::Pupil, command };
        let back = brought.get_untracked().map(|dot| order(into, Command::Undo { dot }));
        let orders = std::iter::once(order(file, Command::UnJoin)).chain(back).collect();
        saver.run(orders, W::Parted);
    });
    view! {
        <div class="page">
            <div class="page-head"><h1>{move || joined_text(saver.register, file, into, saver.language.get()).0}</h1></div>
            <p class="muted">{t(W::JoinedText)}</p>
            <Compare one other names=(W::Stays, W::LeftBehind) />
            <Card title=t(W::Part)>
                <p>{move || what().text(saver.language.get())}</p>
                <div class="row"><Button label=t(W::Part) icon=Icon::Undo look=Look::Soft large=true on_press=part name="part" /></div>
            </Card>
        </div>
    }
    .into_any()
}

/// In a child's file: that it was joined into another, or that another was joined into it.
#[component]
pub fn JoinedNote(id: FileId) -> impl IntoView {
    let register = use_register();
    let into = Memo::new(move |_| register.summaries.with(|all| all.get(&id)?.joined_into));
    let behind = Memo::new(move |_| {
        register.summaries.with(|all| {
            all.values().filter(|summary| !summary.deleted && summary.joined_into == Some(id)).count()
        })
    });
    let to_other = move || {
        let into = into.get()?;
        Some(view! {
            <Banner title=t(W::JoinedText) tone=Tone::Due name="joined-into">
                <LinkButton label=t(W::OpenOther) href=["/pupils/", &into.to_string()].concat() icon=Icon::File />
            </Banner>
        })
    };
    let to_parting =
        move || {
            (behind.get() > 0).then(|| view! {
            <Banner title=t_with(W::Behind, move || vec![behind.get().to_string()]) name="joined-here">
                <LinkButton label=t(W::LookOrPart) href="/worklist?kind=joined" icon=Icon::Conflict />
            </Banner>
        })
        };
    view! { {to_other}{to_parting} }.into_any()
}
