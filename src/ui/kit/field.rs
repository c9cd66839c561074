//! The frame of an input: label, mark, hint and fault, tied to it by id for those who hear the page.
use super::icon::{Icon, icon};
use super::parts::next_id;
use leptos::context::Provider;
use leptos::prelude::*;

/// How much a fault weighs: a note, something still missing, something that cannot be saved.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grade {
    Note,
    Gap,
    #[default]
    Error,
}

/// What is wrong with a field, in the reader's words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fault {
    pub text: String,
    pub grade: Grade,
}

/// A word beside the label, such as "required"; a needed one stands out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Mark {
    pub text: String,
    pub needed: bool,
}

/// What an input inside a [`Field`] ties itself to.
#[derive(Clone)]
pub struct FieldIds {
    pub control: String,
    pub label: String,
    pub described: Signal<Option<String>>,
    pub invalid: Signal<bool>,
}

impl FieldIds {
    /// Those of the field around, or of none.
    pub fn here() -> FieldIds {
        use_context::<FieldIds>().unwrap_or_else(|| FieldIds {
            control: next_id("c"),
            label: String::new(),
            described: Signal::stored(None),
            invalid: Signal::stored(false),
        })
    }
    pub fn invalid(&self) -> impl Fn() -> Option<&'static str> + Copy + Send + Sync + use<> {
        let invalid = self.invalid;
        move || invalid.get().then_some("true")
    }
    pub fn labelled(&self) -> Option<String> {
        (!self.label.is_empty()).then(|| self.label.clone())
    }
}

#[component]
pub fn Field(
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Signal<String>,
    #[prop(optional, into)] fault: Signal<Option<Fault>>,
    #[prop(optional, into)] mark: Signal<Option<Mark>>,
    /// Several controls under one label (chips, ratings): a group, not one input.
    #[prop(optional)]
    group: bool,
    /// Over both columns of a form.
    #[prop(optional)]
    full: bool,
    /// The field's key, for tests and for jumping to what is missing.
    #[prop(optional, into)]
    name: Option<String>,
    children: Children,
) -> impl IntoView {
    let (control, label_id, hint_id, fault_id) = (next_id("c"), next_id("l"), next_id("h"), next_id("e"));
    let described = {
        let (hint_id, fault_id) = (hint_id.clone(), fault_id.clone());
        Signal::derive(move || {
            let hinted = hint.with(|hint| !hint.is_empty());
            match (hinted, fault.with(Option::is_some)) {
                (false, false) => None,
                (true, false) => Some(hint_id.clone()),
                (false, true) => Some(fault_id.clone()),
                (true, true) => Some([hint_id.as_str(), fault_id.as_str()].join(" ")),
            }
        })
    };
    let invalid = Signal::derive(move || {
        fault.with(|fault| fault.as_ref().is_some_and(|fault| fault.grade == Grade::Error))
    });
    let ids = FieldIds { control: control.clone(), label: label_id.clone(), described, invalid };
    let words = view! {
        <span>{label}</span>
        {move || mark.get().map(|mark| view! {
            <span class="field-mark" class:needed=mark.needed>{mark.text}</span>
        })}
    };
    let heading = match group {
        true => view! { <div class="field-label" id=label_id.clone()>{words}</div> }.into_any(),
        false => {
            view! { <label class="field-label" id=label_id.clone() for=control>{words}</label> }.into_any()
        }
    };
    let hint_line = move || {
        let id = hint_id.clone();
        hint.with(|hint| !hint.is_empty()).then(|| view! { <p class="field-hint" id=id>{hint}</p> })
    };
    let fault_line = move || {
        let id = fault_id.clone();
        fault.get().map(|fault| {
            let (weight, sign) = match fault.grade {
                Grade::Note => ("note", Icon::Info),
                Grade::Gap => ("gap", Icon::Pen),
                Grade::Error => ("error", Icon::Warning),
            };
            view! { <p class="field-error" id=id data-weight=weight>{icon(sign)}<span>{fault.text}</span></p> }
        })
    };
    let inner = view! { <Provider value=ids>{children()}</Provider> };
    view! {
        <div
            class="field"
            class:full=full
            data-field=name
            role=group.then_some("group")
            aria-labelledby=group.then_some(label_id)
        >
            {heading}
            {inner}
            {hint_line}
            <div aria-live="polite">{fault_line}</div>
        </div>
    }
    .into_any()
}
