//! Two pupils who look alike: side by side, and the one question.
use super::compare::{Compare, watched};
use super::join::JoinChoice;
use super::title::likeness_text;
use crate::app::keeper::Order;
use crate::i18n::pages::Worklist as W;
use crate::i18n::{Common, t};
use crate::register::lookalike::{self, Pair};
use crate::ui::kit::{Button, Card, Field, Icon, Look, Status, TextInput, Tone};
use crate::ui::saving::use_saver;
use leptos::prelude::*;

/// How far the answer has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Answer {
    Open,
    Same,
    Other,
}

#[component]
pub fn AlikePanel(pair: Pair) -> impl IntoView {
    let saver = use_saver();
    let answer = RwSignal::new(Answer::Open);
    let (one, other) = (watched(pair.one), watched(pair.other));
    let reason = RwSignal::new(String::new());
    let why = pair.why;
    let ids = (pair.one, pair.other);
    let apart = Callback::new(move |()| {
        let today = saver.register.today.get_untracked();
        let (file, kind, command) = lookalike::tell_apart(ids.0, ids.1, today, &reason.get_untracked());
        saver.run(vec![Order { file, kind, command }], W::ToldApart);
    });
    let name = move || saver.register.name_of(ids.0);
    view! {
        <div class="page">
            <div class="page-head">
                <h1>{name}"："{t(W::Question)}</h1>
                <Status label=Signal::derive(move || likeness_text(why, saver.language.get()).to_owned()) tone=Tone::Due icon=Icon::People />
            </div>
            <Compare one other />
            <Show when=move || answer.get() == Answer::Open>
                <div class="row">
                    <Button label=t(W::SameChild) look=Look::Primary large=true on_press=Callback::new(move |()| answer.set(Answer::Same)) />
                    <Button label=t(W::OtherChild) large=true on_press=Callback::new(move |()| answer.set(Answer::Other)) />
                </div>
            </Show>
            <Show when=move || answer.get() == Answer::Same>
                <JoinChoice one other on_back=Callback::new(move |()| answer.set(Answer::Open)) />
            </Show>
            <Show when=move || answer.get() == Answer::Other>
                <Card title=t(W::OtherChild)>
                    <Field label=t(W::WhyApart) hint=t(W::WhyApartHint)>
                        <TextInput value=reason on_input=Callback::new(move |(text,): (String,)| reason.set(text)) max_chars=100 />
                    </Field>
                    <div class="row">
                        <Button label=t(W::Confirm) look=Look::Primary large=true on_press=apart />
                        <Button label=t(Common::Back) look=Look::Plain on_press=Callback::new(move |()| answer.set(Answer::Open)) />
                    </div>
                </Card>
            </Show>
        </div>
    }
    .into_any()
}
