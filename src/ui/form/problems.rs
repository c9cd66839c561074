//! All problems of a form in one place, each leading to its field.
use crate::domain::check::{Flaw, Weight};
use crate::domain::field::Table;
use crate::i18n::fields::field_label;
use crate::i18n::form::FormWord;
use crate::i18n::problems::problem_text;
use crate::i18n::{Word, fill, t_with, use_language};
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::HtmlElement;

/// Where a field's focus goes, in the order of preference that the document has.
const CONTROLS: &str = "input, select, textarea, button, canvas";

/// What is still wrong, each line a way to its field. Nothing where nothing is.
#[component]
pub fn FormProblems(
    table: &'static Table,
    #[prop(into)] problems: Signal<Vec<Flaw>>,
    /// The id given to the form.
    #[prop(into)]
    form: String,
) -> impl IntoView {
    let language = use_language();
    let count = Memo::new(move |_| problems.with(|flaws| flaws.iter().filter(|flaw| is_due(flaw)).count()));
    let title = t_with(FormWord::ProblemsTitle, move || vec![count.get().to_string()]);
    let form = StoredValue::new(form);
    let line = move |flaw: Flaw| {
        let lang = language.get();
        let (label, problem) =
            (field_label(table.key, flaw.field, lang), problem_text(&flaw.problem, table.key, lang));
        let text = fill(FormWord::ProblemLine.text(lang), &[&label, &problem]);
        let go = move |_| focus_field(&form.get_value(), flaw.field);
        view! { <li><button type="button" class="link" on:click=go>{text}</button></li> }
    };
    let lines = move || problems.get().into_iter().filter(is_due).map(line).collect_view();
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="banner warn" role="alert" data-name="form-problems">
                <p>{title}</p>
                <ul>{lines}</ul>
            </div>
        </Show>
    }
    .into_any()
}

fn is_due(flaw: &Flaw) -> bool {
    flaw.problem.weight() >= Weight::Gap
}

/// Takes the reader to the first field that keeps the record from being saved, or that is still missing.
pub fn focus_first(form: &str, problems: &[Flaw]) {
    let first =
        problems.iter().find(|flaw| flaw.refuses()).or_else(|| problems.iter().find(|flaw| is_due(flaw)));
    if let Some(flaw) = first {
        focus_field(form, flaw.field);
    }
}

/// Takes the reader to a field of the form with this id.
pub fn focus_field(form: &str, key: &str) {
    let selector = ["[data-field=\"", key, "\"]"].concat();
    let Some(form) = document().get_element_by_id(form) else { return };
    // A field's key is a plain word, so the selector is well formed; a field that is not asked is not there.
    let Some(field) = form.query_selector(&selector).ok().flatten() else { return };
    field.scroll_into_view();
    let control = field.query_selector(CONTROLS).ok().flatten();
    if let Some(control) = control.and_then(|control| control.dyn_into::<HtmlElement>().ok()) {
        // What cannot take the focus has been scrolled to.
        let _unfocused = control.focus();
    }
}
