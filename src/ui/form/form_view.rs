//! A table as a form. A problem shows once its field was left, or when the page asks for all.
use super::control::{control, is_group, is_wide};
use super::draft::{Slot, is_asked};
use super::refs::Refs;
use crate::domain::check::{self, Flaw, Weight};
use crate::domain::field::{Field, Kind, Table};
use crate::domain::value::Values;
use crate::i18n::Word;
use crate::i18n::fields::{field_hint, section_label};
use crate::i18n::form::FormWord;
use crate::i18n::problems::problem_text;
use crate::i18n::{Language, use_language};
use crate::ui::kit::{Fault, Field as Frame, Grade, Mark, next_id};
use leptos::ev::FocusEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use std::collections::BTreeSet;

/// What all fields of one form share.
#[derive(Clone, Copy)]
struct Form {
    table: &'static Table,
    draft: RwSignal<Values>,
    problems: Signal<Vec<Flaw>>,
    /// The fields that were left once.
    left: RwSignal<BTreeSet<String>>,
    show_all: Signal<bool>,
    refs: Refs,
    language: Language,
    on_show: Callback<(&'static Field,)>,
    custom: Option<Callback<(Slot,), Option<AnyView>>>,
}

#[component]
pub fn FormView(
    table: &'static Table,
    draft: RwSignal<Values>,
    /// These fields alone, in the table's order.
    #[prop(optional, into)]
    only: Option<&'static [&'static str]>,
    #[prop(into)] problems: Signal<Vec<Flaw>>,
    refs: Refs,
    /// Somebody wants to see an identity number in full: the page records it.
    #[prop(into)]
    on_show: Callback<(&'static Field,)>,
    /// Every problem is shown, whether its field was left or not: after a first try to save.
    #[prop(optional, into)]
    show_all: Signal<bool>,
    /// The page's own control for a field; `None` leaves it to the form. Pictures have no control but the page's.
    #[prop(optional, into)]
    custom: Option<Callback<(Slot,), Option<AnyView>>>,
    /// The form's id, for [`super::focus_first`].
    #[prop(optional, into)]
    id: Option<String>,
) -> impl IntoView {
    let language = use_language();
    let left = RwSignal::new(BTreeSet::new());
    let form = Form { table, draft, problems, left, show_all, refs, language, on_show, custom };
    let shown = |field: &Field| only.is_none_or(|only| only.contains(&field.key));
    let sections: Vec<_> = table
        .sections()
        .into_iter()
        .map(|(section, fields)| {
            (section, fields.into_iter().filter(|field| shown(field)).collect::<Vec<_>>())
        })
        .filter(|(_, fields)| !fields.is_empty())
        .collect();
    let headed = sections.len() > 1;
    let section = |(section, fields)| section_view(form, section, fields, headed);
    view! {
        <div class="form" id=id.unwrap_or_else(|| next_id("form")) on:focusout=move |event| note_left(&event, left)>
            {sections.into_iter().map(section).collect_view()}
        </div>
    }
    .into_any()
}

fn section_view(form: Form, section: &'static str, fields: Vec<&'static Field>, headed: bool) -> AnyView {
    let heading = headed.then(|| {
        let language = form.language;
        let label = Signal::derive(move || section_label(section, language.get()));
        view! { <legend class="form-legend">{label}</legend> }
    });
    // A section in which nothing is asked now is not there.
    let asked = fields.clone();
    let any = Memo::new(move |_| {
        form.draft.try_with(|values| asked.iter().any(|field| is_asked(field, values))).unwrap_or(false)
    });
    view! {
        <fieldset class="form-section" hidden=move || !any.get()>
            {heading}
            <div class="form-grid">{fields.into_iter().map(|field| field_view(form, field)).collect_view()}</div>
        </fieldset>
    }
    .into_any()
}

fn field_view(form: Form, field: &'static Field) -> AnyView {
    let asked = Memo::new(move |_| form.draft.try_with(|values| is_asked(field, values)).unwrap_or(false));
    let view = move || match asked.get() {
        true => framed(form, field),
        false => ().into_any(),
    };
    view.into_any()
}

fn framed(form: Form, field: &'static Field) -> AnyView {
    let Form { table, draft, language, .. } = form;
    let slot = Slot::new(table, field, draft, form.refs, language);
    let inner = form.custom.and_then(|custom| custom.run((slot,)));
    let is_custom = inner.is_some();
    let inner = match inner {
        Some(view) => view,
        None if matches!(field.kind, Kind::Media) => return ().into_any(),
        None => ().into_any(),
    };
    let needed =
        Memo::new(move |_| draft.try_with(|values| check::is_needed(field, values)).unwrap_or(false));
    let mark = Signal::derive(move || {
        needed.get().then(|| Mark { text: FormWord::Required.text(language.get()).to_owned(), needed: true })
    });
    let hint = Signal::derive(move || field_hint(table.key, field.key, language.get()).to_owned());
    let fault = fault_of(form, field);
    let group = is_custom || is_group(slot);
    view! {
        <Frame label=slot.label() hint=hint fault=fault mark=mark group=group full=is_wide(slot) name=field.key.to_owned()>
            {if is_custom { inner } else { control(slot, form.on_show) }}
        </Frame>
    }
    .into_any()
}

/// The gravest problem of the field, where it is to be shown.
fn fault_of(form: Form, field: &'static Field) -> Signal<Option<Fault>> {
    let Form { table, problems, left, show_all, language, .. } = form;
    let visible = move || show_all.get() || left.try_with(|left| left.contains(field.key)).unwrap_or(false);
    let fault = Memo::new(move |_| {
        let gravest = |flaws: &Vec<Flaw>| {
            let of_field = flaws.iter().filter(|flaw| flaw.field == field.key);
            of_field.max_by_key(|flaw| flaw.problem.weight()).cloned()
        };
        let flaw = visible().then(|| problems.with(gravest)).flatten()?;
        let grade = match flaw.problem.weight() {
            Weight::Note => Grade::Note,
            Weight::Gap => Grade::Gap,
            Weight::Error => Grade::Error,
        };
        Some(Fault { text: problem_text(&flaw.problem, table.key, language.get()), grade })
    });
    fault.into()
}

/// Notes the field that the focus leaves, unless it goes on within it.
fn note_left(event: &FocusEvent, left: RwSignal<BTreeSet<String>>) {
    let key_of = |target: Option<leptos::web_sys::EventTarget>| {
        let element = target?.dyn_into::<leptos::web_sys::Element>().ok()?;
        // The selector is well formed; an element outside has no such ancestor.
        element.closest("[data-field]").ok().flatten()?.get_attribute("data-field")
    };
    let (from, to) = (key_of(event.target()), key_of(event.related_target()));
    if let Some(key) = from.filter(|from| to.as_ref() != Some(from)) {
        let known = left.try_with_untracked(|left| left.contains(&key)).unwrap_or(true);
        if !known {
            let _gone = left.try_update(|left| left.insert(key));
        }
    }
}
