//! The last look before saving, the save itself, and the visit in a few plain words for the guardian.
use super::Form;
use super::outline::MissingList;
use super::parts::hint_text;
use crate::app::register::new_record;
use crate::app::visit_draft;
use crate::domain::id::FileId;
use crate::domain::records::visit::Visit;
use crate::domain::value::{Cell, Value};
use crate::i18n::fields::field_label;
use crate::i18n::pages::{Nav, VisitPage as W};
use crate::i18n::{Common, Lang, Word, dates, fill, t, t_with};
use crate::platform::clock;
use crate::ui::form::show::show_value;
use crate::ui::kit::{Banner, Button, Dialog, Icon, Look, Strokes, Tone};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the last look leaves out: it stands in other words, or goes without saying.
const UNSAID: &[&str] = &["done", "booking", "strokes", "late_entry", "reviewer", "reviewed_on", "goals"];

#[component]
pub fn Review(
    form: Form,
    busy: RwSignal<bool>,
    on_save: Callback<()>,
    handing: RwSignal<bool>,
) -> impl IntoView {
    let open = form.reviewing;
    let incomplete = Memo::new(move |_| form.missing.with(|missing| !missing.is_empty()));
    let foot = move || {
        view! {
            <Button label=t(Common::KeepEditing) on_press=Callback::new(move |()| open.set(false)) />
            <Button label=t(W::SaveVisit) look=Look::Primary large=true icon=Icon::Check busy=busy disabled=incomplete on_press=on_save name="save" />
        }
    };
    view! {
        <Dialog open=Signal::derive(move || open.get() && !handing.get()) title=t(W::ReviewTitle) close_label=t(Common::KeepEditing)
            on_close=Callback::new(move |()| open.set(false)) foot=foot wide=true name="review">
            <Show when=move || incomplete.get()>
                <Banner title=t(W::MissingTitle) tone=Tone::Due><MissingList form /></Banner>
            </Show>
            {move || form.hints.get().into_iter().map(|hint| {
                let text = hint_text(&hint, form.language.get());
                view! { <p class="field-error" data-weight="note">{text}</p> }
            }).collect_view()}
            <dl class="facts">{move || facts(form)}</dl>
            <p class="muted">{t_with(W::PhotoCount, move || vec![form.draft.photos.with(Vec::len).to_string()])}</p>
            <Show when=move || !form.draft.get("strokes").is_blank()>
                <Strokes path=form.draft.text("strokes") label=form.label("strokes") />
            </Show>
        </Dialog>
    }
    .into_any()
}

fn facts(form: Form) -> Vec<AnyView> {
    let (lang, register) = (form.language.get(), form.register);
    let name_of = |_, id: &str| {
        id.parse::<FileId>().ok().map(|id| register.name_of(id)).filter(|name| !name.is_empty())
    };
    form.draft.values.with(|values| {
        let shown = Visit::TABLE.fields.iter().filter(|field| !UNSAID.contains(&field.key));
        shown
            .filter_map(|field| {
                let value = values.get(field.key).filter(|value| !value.is_blank())?;
                let text = show_value(field, value, lang, &name_of);
                let label = field_label("visit", field.key, lang);
                Some(view! { <div class="fact"><dt>{label}</dt><dd>{text}</dd></div> }.into_any())
            })
            .collect()
    })
}

/// Saves; what is on the screen stays there until the transaction is durable. `then` leads on.
pub fn save(form: Form, busy: RwSignal<bool>, then: impl FnOnce() + 'static) {
    if busy.get_untracked() {
        return;
    }
    busy.set(true);
    let (draft, register, language, toasts) = (form.draft, form.register, form.language, form.toasts);
    let summary = register.summaries.with_untracked(|all| all.get(&draft.id).cloned());
    let pupil = summary.as_ref().and_then(|summary| summary.pupil()).cloned().unwrap_or_default();
    let (policy, today) = (register.policy.get_untracked(), register.today.get_untracked());
    let now = untrack(|| draft.now());
    let (orders, media) = visit_draft::orders(draft.id, &pupil, &now, &policy, today, new_record());
    spawn_local(async move {
        match register.keep(orders, media).await {
            Ok(saved) => {
                if let Err(why) = draft.end().await {
                    toasts.fail(keep_error(&why, language.now()));
                }
                let lang = language.now();
                let undo = Callback::new(move |()| {
                    let changes = saved.changes.clone();
                    spawn_local(async move {
                        match register.undo(changes).await {
                            Ok(_) => toasts.say(W::Undone.text(language.now())),
                            Err(why) => toasts.fail(keep_error(&why, language.now())),
                        }
                    });
                });
                let said = fill(Nav::SavedAt.text(lang), &[&clock::now().to_string()]);
                let said = [W::Saved.text(lang), lang.pick("，", ". "), &said].concat();
                toasts.offer(said, Common::Undo.text(lang), undo);
                then();
            }
            Err(why) => toasts.fail(keep_error(&why, language.now())),
        }
        busy.try_set(false);
    });
}

/// The visit in a few plain words: what the guardian reads before signing.
pub fn spoken(form: Form, lang: Lang) -> Vec<(String, String)> {
    let visit = form.draft.values.with(Visit::read);
    let label = |key| field_label("visit", key, lang);
    let time = |at: Option<crate::domain::date::Clock>| at.map(|at| at.to_string()).unwrap_or_default();
    let date = visit.date.map(|date| dates::long(date, lang)).unwrap_or_default();
    let when = [date, time(visit.start), "–".to_owned(), time(visit.end)];
    let [date, start, dash, end] = when;
    let teachers: Vec<String> = visit.teachers.iter().map(|id| form.register.name_of(*id)).collect();
    let guidance = Visit::TABLE
        .field("guidance")
        .map(|field| show_value(field, &visit.guidance.write(), lang, &|_, _| None));
    let next = visit.next_date.map(|date| dates::short(date, lang)).unwrap_or_default();
    let lines = [
        (label("date"), [date.as_str(), " ", &start, &dash, &end].concat()),
        (label("teachers"), teachers.join(lang.pick("、", ", "))),
        (label("content"), visit.content),
        (label("performance"), visit.performance),
        (label("guidance"), guidance.filter(|_| visit.guidance.write() != Value::Null).unwrap_or_default()),
        (label("homework"), visit.homework),
        (label("next_date"), next),
    ];
    lines.into_iter().filter(|(_, text)| !text.trim().is_empty()).collect()
}
