//! The frame of a form: who and what at the head; save, go back and discard at the foot, always in sight. Going back keeps
//! the draft; discarding asks.
use super::super::Open;
use super::saving::Sending;
use super::sealing::Sealing;
use crate::i18n::pages::Child as W;
use crate::i18n::{Common, t, t_with};
use crate::ui::kit::{Banner, Button, ConfirmDialog, Icon, Look, Tone};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// What a form does, for its frame.
#[derive(Clone, Copy)]
pub struct Deeds {
    pub sealing: Sealing,
    /// Checks and saves; `true`: although something is still missing.
    pub save: Callback<(bool,)>,
    pub delete: Option<Callback<()>>,
    /// What the frame asks before the deletion: the record's name.
    pub kind: Signal<String>,
    /// What is still missing, once a save was tried; saving is then possible all the same.
    pub gaps: Signal<usize>,
    /// A draft of an earlier time was found.
    pub found: Signal<bool>,
    pub sending: Sending,
}

#[component]
pub fn Frame(
    child: Open,
    #[prop(into)] title: Signal<String>,
    deeds: Deeds,
    children: Children,
) -> impl IntoView {
    let navigate = StoredValue::new_local(use_navigate());
    let (discarding, deleting) = (RwSignal::new(false), RwSignal::new(false));
    let Deeds { sealing, save, delete, kind, gaps, found, sending } = deeds;
    let Sending { busy, failure, back, .. } = sending;
    let go = move || navigate.with_value(|navigate| navigate(&back.get_value(), Default::default()));
    let leave = Callback::new(move |()| {
        if sealing.is_dirty() {
            sealing.seal();
            child.toasts.say(crate::i18n::Word::text(W::DraftKept, child.language.now()));
        }
        go();
    });
    let discard = Callback::new(move |()| {
        sealing.end();
        go();
    });
    let ask_discard = Callback::new(move |()| match untrack(|| sealing.is_dirty()) {
        true => discarding.set(true),
        false => discard.run(()),
    });
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        save.run((false,));
    };
    view! {
        <form class="page narrow edit-page" on:submit=submit novalidate=true>
            <div class="page-head">
                <Button label=t(Common::Back) icon=Icon::Left look=Look::Plain on_press=leave name="back" />
                <div class="grow">
                    <h1>{title}</h1>
                    <p><a href=move || child.place.href(child.id, "")>{move || child.name()}</a></p>
                </div>
            </div>
            <Show when=move || found.get()><p class="muted" role="status">{t(W::DraftFound)}</p></Show>
            {children()}
            <div class="form-foot no-print">
                <Show when=move || !failure.get().is_empty()><Banner title=failure tone=Tone::Late name="not-saved" /></Show>
                <div class="row apart">
                    <div class="row tight">
                        <Button label=t(W::Discard) look=Look::Plain on_press=ask_discard name="discard" />
                        {delete.map(|_| view! { <Button label=t(Common::Delete) icon=Icon::Trash look=Look::Plain on_press=Callback::new(move |()| deleting.set(true)) name="delete" /> })}
                    </div>
                    <div class="row tight">
                        <Show when=move || { gaps.get() > 0 }>
                            <span class="muted small" role="status">{t_with(W::StillMissing, move || vec![gaps.get().to_string()])}</span>
                            <Button label=t(W::SaveAnyway) busy=busy on_press=Callback::new(move |()| save.run((true,))) name="save-anyway" />
                        </Show>
                        <Button label=t(Common::Save) look=Look::Primary large=true submit=true busy=busy icon=Icon::Check name="save" />
                    </div>
                </div>
            </div>
            <ConfirmDialog open=discarding title=t(W::DiscardTitle) text=t(W::DiscardText) confirm=t(W::Discard) cancel=t(Common::KeepEditing)
                danger=true on_confirm=discard on_cancel=Callback::new(move |()| discarding.set(false)) />
            {delete.map(|delete| view! {
                <ConfirmDialog open=deleting title=t_with(W::DeleteTitle, move || vec![kind.get()]) text=t(W::DeleteText) confirm=t(Common::Delete) cancel=t(Common::Cancel)
                    danger=true on_confirm=Callback::new(move |()| { deleting.set(false); delete.run(()); }) on_cancel=Callback::new(move |()| deleting.set(false)) />
            })}
        </form>
    }
    .into_any()
}
