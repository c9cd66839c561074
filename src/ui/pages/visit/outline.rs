//! What is still missing, each a way to its field; and the bar with the one button that saves, always under the thumb.
use super::Form;
use super::found::Discard;
use super::parts::{ask_text, label_of};
use super::review::{Review, save};
use crate::app::visit_draft::Ask;
use crate::i18n::Lang;
use crate::i18n::pages::VisitPage as W;
use crate::ui::kit::{Button, Icon, Look, icon};
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;

/// The list beside the form, on a wide screen.
#[component]
pub fn Outline(form: Form) -> impl IntoView {
    view! {
        <nav class="visit-outline" aria-label=move || form.language.say(W::MissingTitle)>
            <MissingList form />
        </nav>
    }
    .into_any()
}

/// One line a field: its name and, for what is wrong rather than empty, why.
#[component]
pub fn MissingList(form: Form) -> impl IntoView {
    let lines = move || {
        let lang = form.language.get();
        let line = |ask: Ask| {
            let key = ask.field();
            view! {
                <li><button type="button" class="missing-item" on:click=move |_| form.jump(key)>
                    {icon(Icon::Pen)}<span>{line_text(&ask, form, lang)}</span>
                </button></li>
            }
        };
        form.missing.get().into_iter().map(line).collect_view()
    };
    view! { <ul class="missing">{lines}</ul> }.into_any()
}

fn line_text(ask: &Ask, form: Form, lang: Lang) -> String {
    let label = label_of(ask.field(), lang);
    match ask {
        Ask::Flaw(flaw) if !flaw.refuses() => label,
        _ => [label.as_str(), lang.pick("：", ": "), &ask_text(ask, form.register, lang)].concat(),
    }
}

#[component]
pub fn Bar(form: Form, handing: RwSignal<bool>) -> impl IntoView {
    let language = form.language;
    let navigate = StoredValue::new_local(use_navigate());
    let busy = RwSignal::new(false);
    let done = form.draft.flag("done");
    let count = Memo::new(move |_| form.missing.with(Vec::len));
    let first = Memo::new(move |_| form.missing.with(|missing| missing.first().map(Ask::field)));
    let go = Callback::new(move |()| {
        let go = navigate.try_with_value(Clone::clone);
        if let Some(go) = go {
            save(form, busy, move || go("/", Default::default()));
        }
    });
    // A visit that was not held is saved at once: there is nothing to look over.
    let press = Callback::new(move |()| {
        form.tried.set(true);
        match (count.get_untracked(), done.get_untracked()) {
            (0, Some(false)) => go.run(()),
            _ => form.reviewing.set(true),
        }
    });
    let progress = move || match (count.get(), first.get()) {
        (0, _) => language.say(W::Complete).to_owned(),
        (n, Some(key)) => language.say_with(W::Missing, &[&n.to_string(), &label_of(key, language.get())]),
        (n, None) => language.say_with(W::Missing, &[&n.to_string(), ""]),
    };
    let label = Signal::derive(move || {
        language.say(if done.get() == Some(false) { W::SaveVisit } else { W::LookOver }).to_owned()
    });
    let sealed =
        move || form.draft.sealed.get().map(|at| language.say_with(W::DraftKept, &[&at.to_string()]));
    let jump = move |_| {
        if let Some(key) = first.get_untracked() {
            form.jump(key);
        }
    };
    view! {
        <div class="visit-bar" data-name="visit-bar">
            <button type="button" class="visit-progress" data-complete=move || (count.get() == 0).then_some("true") on:click=jump>
                {move || icon(if count.get() == 0 { Icon::Check } else { Icon::Down })}
                <span>{progress}</span>
            </button>
            // Nothing inside a button is told by itself.
            <span class="unseen" role="status">{progress}</span>
            <span class="muted small" data-name="draft-sealed">{sealed}</span>
            <Discard draft=form.draft />
            <Button label=label look=Look::Primary large=true icon=Icon::Check busy=busy on_press=press name="look-over" />
        </div>
        <Review form busy on_save=go handing />
    }
    .into_any()
}
