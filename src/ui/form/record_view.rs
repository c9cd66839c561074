//! A record to read: every field with its words, blanks as a dash, identity numbers masked until somebody asks.
use super::control::word;
use super::refs::Refs;
use super::show::{plain, show_in_full, show_value};
use crate::domain::field::{Field, Kind, Sensitivity, Table};
use crate::domain::value::{Value, Values};
use crate::i18n::fields::{field_label, section_label};
use crate::i18n::form::FormWord;
use crate::i18n::{Common, Language, t_with, use_language};
use crate::ui::kit::{Icon, IconButton, Strokes};
use leptos::prelude::*;

#[derive(Clone, Copy)]
struct Reading {
    table: &'static Table,
    values: Signal<Values>,
    refs: Refs,
    language: Language,
    on_show: Callback<(&'static Field,)>,
    brief: bool,
}

#[component]
pub fn RecordView(
    table: &'static Table,
    #[prop(into)] values: Signal<Values>,
    refs: Refs,
    /// Somebody saw an identity number in full: the page records it.
    #[prop(into)]
    on_show: Callback<(&'static Field,)>,
    /// Health, assessment and committee results are shown: on the child's own page only.
    #[prop(optional)]
    private: bool,
    /// Leaves out what is blank.
    #[prop(optional)]
    brief: bool,
    /// These fields alone, in the table's order.
    #[prop(optional, into)]
    only: Option<&'static [&'static str]>,
) -> impl IntoView {
    let reading = Reading { table, values, refs, language: use_language(), on_show, brief };
    let shown = move |field: &Field| {
        only.is_none_or(|only| only.contains(&field.key))
            && (private || field.sensitivity != Sensitivity::Private)
            && field.kind != Kind::Media
    };
    let sections: Vec<_> = table
        .sections()
        .into_iter()
        .map(|(section, fields)| {
            (section, fields.into_iter().filter(|field| shown(field)).collect::<Vec<_>>())
        })
        .filter(|(_, fields)| !fields.is_empty())
        .collect();
    let headed = sections.len() > 1;
    let left_out = Memo::new(move |_| match private || only.is_some() {
        true => 0,
        false => values.with(|values| private_held(table, values)),
    });
    let left_out_words = t_with(FormWord::PrivateLeftOut, move || vec![left_out.get().to_string()]);
    let newer = only.is_none().then(|| newer_fields(reading));
    view! {
        <div class="form" data-record=table.key>
            {sections.into_iter().map(|(section, fields)| section_view(reading, section, fields, headed)).collect_view()}
            {newer}
            <Show when=move || { left_out.get() > 0 }><p class="field-hint">{left_out_words}</p></Show>
        </div>
    }
    .into_any()
}

fn section_view(
    reading: Reading,
    section: &'static str,
    fields: Vec<&'static Field>,
    headed: bool,
) -> AnyView {
    let held = fields.clone();
    let is_empty = Memo::new(move |_| {
        let blank =
            |values: &Values| held.iter().all(|field| values.get(field.key).is_none_or(Value::is_blank));
        reading.brief && reading.values.with(blank)
    });
    let heading = headed.then(|| {
        let label = Signal::derive(move || section_label(section, reading.language.get()));
        view! { <h3>{label}</h3> }
    });
    view! {
        <section class="form-section" hidden=move || is_empty.get()>
            {heading}
            <dl class="facts two">{fields.into_iter().map(|field| fact(reading, field)).collect_view()}</dl>
        </section>
    }
    .into_any()
}

fn fact(reading: Reading, field: &'static Field) -> AnyView {
    let Reading { table, values, language, brief, .. } = reading;
    let value = Memo::new(move |_| values.with(|values| values.get(field.key).cloned().unwrap_or_default()));
    let is_blank = Memo::new(move |_| value.with(Value::is_blank));
    let label = move || field_label(table.key, field.key, language.get());
    let wide = matches!(field.kind, Kind::LongText | Kind::Ratings | Kind::Strokes | Kind::Lines);
    let shown = move || match (is_blank.get(), field.sensitivity, field.kind) {
        (true, ..) => view! { <span class="blank">{crate::i18n::t(Common::Nothing)}</span> }.into_any(),
        (false, Sensitivity::Masked, _) => masked(reading, field, value),
        (false, _, Kind::Strokes) => {
            let path =
                Signal::derive(move || value.with(|value| value.as_text().unwrap_or_default().to_owned()));
            view! { <Strokes path=path label=word(FormWord::Signed) /> }.into_any()
        }
        (false, ..) => {
            let text = move || {
                let name_of = |kind, id: &str| reading.refs.name(kind, id);
                value.with(|value| show_value(field, value, language.get(), &name_of))
            };
            view! { <span>{text}</span> }.into_any()
        }
    };
    view! {
        <div class="fact" class:full=wide data-field=field.key hidden=move || brief && is_blank.get()>
            <dt>{label}</dt>
            <dd>{shown}</dd>
        </div>
    }
    .into_any()
}

fn masked(reading: Reading, field: &'static Field, value: Memo<Value>) -> AnyView {
    let open = RwSignal::new(false);
    let text = move || {
        let lang = reading.language.get();
        value.with(|value| match open.get() {
            true => show_in_full(field, value, lang, &|_, _| None),
            false => show_value(field, value, lang, &|_, _| None),
        })
    };
    let press = move || {
        let opens = !open.get_untracked();
        if opens {
            reading.on_show.run((field,));
        }
        let _gone = open.try_set(opens);
    };
    let button = move || match open.get() {
        true => view! { <IconButton icon=Icon::EyeOff label=word(FormWord::HideNumber) on_press=press /> }
            .into_any(),
        false => {
            view! { <IconButton icon=Icon::Eye label=word(FormWord::ShowNumber) on_press=press /> }.into_any()
        }
    };
    view! { <span class="masked"><code>{text}</code>{button}</span> }.into_any()
}

/// How many private fields hold something.
fn private_held(table: &Table, values: &Values) -> usize {
    let is_private =
        |key: &String| table.field(key).is_some_and(|field| field.sensitivity == Sensitivity::Private);
    values.iter().filter(|(key, value)| is_private(key) && !value.is_blank()).count()
}

/// What the record holds in fields of a newer version: kept, and in sight. The register's own marks (`~…`) are not.
fn newer_fields(reading: Reading) -> AnyView {
    let Reading { table, values, language, .. } = reading;
    let held = Memo::new(move |_| values.with(|values| newer(table, values)));
    let heading = word(FormWord::NewerFields);
    let facts = move || {
        let lang = language.get();
        let fact = |(key, value): (String, Value)| {
            view! { <div class="fact"><dt>{key}</dt><dd>{plain(&value, lang)}</dd></div> }
        };
        held.get().into_iter().map(fact).collect_view()
    };
    view! {
        <Show when=move || held.with(|held| !held.is_empty())>
            <section class="form-section"><h3>{heading}</h3><dl class="facts two">{facts}</dl></section>
        </Show>
    }
    .into_any()
}

fn newer(table: &Table, values: &Values) -> Vec<(String, Value)> {
    let unknown = |key: &str| !key.starts_with('~') && table.field(key).is_none();
    let held = values.iter().filter(|(key, value)| unknown(key) && !value.is_blank());
    held.map(|(key, value)| (key.clone(), value.clone())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;

    #[test]
    fn newer_fields_are_found_and_the_registers_marks_are_not() {
        let table = records::table("visit").unwrap();
        let values = Values::from([
            ("date".into(), "2026-03-09".into()),
            ("weather".into(), "雨".into()),
            ("empty".into(), "".into()),
            ("~deleted".into(), true.into()),
            ("rating".into(), Value::Int(2)),
        ]);
        assert_eq!(newer(table, &values), [("weather".to_owned(), Value::from("雨"))]);
        assert_eq!(private_held(table, &values), 1);
    }
}
