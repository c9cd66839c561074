//! Before and after, field by field: for the history and for conflicts.
use super::refs::Refs;
use super::show::{NameOf, plain, show_value};
use crate::domain::field::{Field, Sensitivity};
use crate::domain::records;
use crate::domain::value::Value;
use crate::i18n::fields::table_label;
use crate::i18n::form::FormWord;
use crate::i18n::refusals::any_field_label;
use crate::i18n::{Lang, Word, t, use_language};
use crate::register::change::{BY, FROM};
use crate::register::history::FieldChange;
use crate::ui::kit::{Icon, icon};
use leptos::prelude::*;

/// One field in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffRow {
    /// The table's name where the row before is of another record; empty otherwise.
    pub heading: String,
    pub label: String,
    pub before: String,
    pub after: String,
}

/// The changes in words; health and assessment only where `private` says so, identity numbers masked.
pub fn diff_rows(changes: &[FieldChange], private: bool, lang: Lang, name_of: NameOf) -> Vec<DiffRow> {
    let mut last = None;
    let row = |change: &FieldChange| {
        let table = change.record.table.as_ref();
        let field = records::table(table).and_then(|table| table.field(&change.field));
        let (before, after) = both(field, change, private, lang, name_of);
        let is_new = last.as_ref() != Some(&change.record);
        last = Some(change.record.clone());
        DiffRow {
            heading: if is_new { table_label(table, lang) } else { String::new() },
            label: any_field_label(table, &change.field, lang),
            before,
            after,
        }
    };
    // Where a joining brought a record from is told by the joining itself.
    changes.iter().filter(|change| !matches!(change.field.as_str(), FROM | BY)).map(row).collect()
}

fn both(
    field: Option<&Field>,
    change: &FieldChange,
    private: bool,
    lang: Lang,
    name_of: NameOf,
) -> (String, String) {
    let blank = |value: &Value, text: String| match value.is_blank() {
        true => FormWord::WasBlank.text(lang).to_owned(),
        false => text,
    };
    let Some(field) = field else {
        return (
            blank(&change.before, plain(&change.before, lang)),
            blank(&change.after, plain(&change.after, lang)),
        );
    };
    let say = |value: &Value| match field.sensitivity == Sensitivity::Private && !private {
        true => blank(value, FormWord::NotShown.text(lang).to_owned()),
        false => blank(value, show_value(field, value, lang, name_of)),
    };
    let (before, after) = (say(&change.before), say(&change.after));
    // Two numbers that look alike behind their stars are still two.
    match field.sensitivity == Sensitivity::Masked && before == after && change.before != change.after {
        true => (before, [after.as_str(), FormWord::NumberChanged.text(lang)].concat()),
        false => (before, after),
    }
}

#[component]
pub fn DiffView(
    #[prop(into)] changes: Signal<Vec<FieldChange>>,
    refs: Refs,
    /// Health, assessment and committee results are shown: on the child's own page only.
    #[prop(optional)]
    private: bool,
) -> impl IntoView {
    let language = use_language();
    let rows = Memo::new(move |_| {
        let name_of = |kind, id: &str| refs.name(kind, id);
        changes.with(|changes| diff_rows(changes, private, language.get(), &name_of))
    });
    let row = move |row: DiffRow| {
        let heading = (!row.heading.is_empty()).then(|| view! { <p class="part-name">{row.heading}</p> });
        // What was blank before is said to those who hear the page, and left out of sight.
        let added = row.before == FormWord::WasBlank.text(language.get());
        view! {
            {heading}
            <div class="diff-row" class:added=added>
                <span class="diff-name">{row.label}</span>
                <del class="diff-before" class:unseen=added aria-label=move || [t(FormWord::Before).get(), " ", &row.before].concat()>{row.before.clone()}</del>
                <span class="diff-arrow" hidden=added>{icon(Icon::Right)}</span>
                <ins class="diff-after" aria-label=move || [t(FormWord::After).get(), " ", &row.after].concat()>{row.after.clone()}</ins>
            </div>
        }
        .into_any()
    };
    let body = move || match rows.get() {
        none if none.is_empty() => {
            view! { <p class="field-hint">{t(FormWord::NothingDiffers)}</p> }.into_any()
        }
        rows => rows.into_iter().map(row).collect_view().into_any(),
    };
    view! { <div class="diff">{body}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::RecordId;
    use crate::register::change::{DELETED, RecordKey};

    fn change(table: &'static str, field: &str, before: Value, after: Value) -> FieldChange {
        FieldChange { record: RecordKey::new(table, RecordId(1)), field: field.to_owned(), before, after }
    }

    #[test]
    fn each_change_reads_as_before_and_after() {
        let id = |last: &str| Value::Text(["3702992012090100", last].concat());
        let changes = [
            change("visit", "date", Value::Null, "2026-03-09".into()),
            change("visit", "rating", Value::Int(1), Value::Int(2)),
            change("visit", DELETED, Value::Null, true.into()),
            change("visit", "weather", "雨".into(), Value::Null),
            change("guardian", "id_no", id("13"), id("21")),
        ];
        let rows = |private| diff_rows(&changes, private, Lang::Zh, &|_, _| None);
        let brief: Vec<_> = rows(true).into_iter().map(|r| (r.heading, r.label, r.before, r.after)).collect();
        let expected = [
            ("送教记录", "日期", "（空）", "2026年3月9日"),
            ("", "总体完成度", "1 大量协助下完成", "2 少量提示下完成"),
            ("", "是否删除", "（空）", "是"),
            ("", "weather", "雨", "（空）"),
            ("监护人", "身份证件号码", "370299********0013", "370299********0021"),
        ]
        .map(|(h, l, b, a)| (h.to_owned(), l.to_owned(), b.to_owned(), a.to_owned()));
        assert_eq!(brief, expected);
        assert_eq!(rows(false).get(1).map(|row| row.after.clone()), Some("（未显示）".to_owned()));
    }

    #[test]
    fn numbers_alike_behind_their_stars_are_still_told_apart() {
        let (a, b) = ("370299201209010013", "370299201109010013");
        let rows =
            diff_rows(&[change("guardian", "id_no", a.into(), b.into())], true, Lang::Zh, &|_, _| None);
        assert_eq!(rows.first().map(|row| row.after.as_str()), Some("370299********0013（号码有改动）"));
    }
}
