//! One sheet: what it is taken for, where its headings stand, which column holds what. Everything proposed can be corrected.
use super::opening::Opening;
use crate::app::lists::batch::{OpenSheet, TAKEN};
use crate::i18n::list_columns::column_label;
use crate::i18n::lists::kind_word;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Common, Word, t, use_language};
use crate::lists::columns::{LISTS, ListKind, Must};
use crate::lists::sheet::column_name;
use crate::ui::kit::{Choice, Field, Icon, Mark, Select, Status, Stepper, Tone, icon};
use leptos::prelude::*;

/// Rows in which headings may be said to stand.
const HEADING_ROWS: i64 = 200;

fn of_key(key: &str) -> Option<ListKind> {
    LISTS.iter().find(|list| list.key == key).map(|list| list.kind)
}

#[component]
pub fn SheetView(opening: Opening, at: usize) -> impl IntoView {
    let language = use_language();
    let sheet = Memo::new(move |_| opening.sheets.with(|sheets| sheets.get(at).cloned()));
    let kind = Memo::new(move |_| sheet.with(|sheet| sheet.as_ref().and_then(OpenSheet::kind)));
    let name = move || sheet.with(|sheet| sheet.as_ref().map(|s| s.file_name.clone())).unwrap_or_default();
    let about = move || {
        let (name, rows) = sheet
            .with(|sheet| sheet.as_ref().map(|s| (s.seen.name.clone(), s.seen.rows)))
            .unwrap_or_default();
        match name.is_empty() {
            true => language.say_with(W::Rows, &[&rows.to_string()]),
            false => language.say_with(W::SheetRows, &[&name, &rows.to_string()]),
        }
    };
    let kinds = Signal::derive(move || {
        let lang = language.get();
        LISTS.iter().map(|list| Choice::new(list.key, kind_word(list.kind).text(lang))).collect::<Vec<_>>()
    });
    let value = Signal::derive(move || kind.get().map(|kind| kind.list().key.to_owned()).unwrap_or_default());
    let choose = Callback::new(move |(key,): (String,)| opening.take_for(at, of_key(&key)));
    let missing = Memo::new(move |_| {
        sheet.with(|sheet| {
            sheet.as_ref().and_then(|s| s.mapping.as_ref()).map(|m| m.missing()).unwrap_or_default()
        })
    });
    let state = move || match (kind.get(), missing.with(Vec::is_empty)) {
        (None, _) => view! { <Status label=t(W::SheetLeftOut) /> }.into_any(),
        (Some(kind), _) if !opening.takes_all && !TAKEN.contains(&kind) => {
            view! { <Status label=t(W::NotYet) tone=Tone::Due /> }.into_any()
        }
        (Some(_), false) => view! { <Status label=t(W::ColumnsMissing) tone=Tone::Late /> }.into_any(),
        (Some(_), true) => view! { <Status label=t(W::Recognised) tone=Tone::Good /> }.into_any(),
    };
    let first = Signal::derive(move || {
        sheet.with(|sheet| sheet.as_ref().and_then(|s| s.mapping.as_ref()).map(|m| i64::from(m.first) + 1))
    });
    let move_headings = Callback::new(move |(row,): (Option<i64>,)| {
        if let Some(row) = row.and_then(|row| u32::try_from(row - 1).ok()) {
            opening.headings_at(at, row);
        }
    });
    view! {
        <div class="sheet-in">
            <div class="row apart">
                <div class="grow"><strong class="wrap">{name}</strong><div class="muted small">{about}</div></div>
                {state}
            </div>
            <Field label=t(W::SheetIs)>
                <Select options=kinds value on_change=choose blank=t(W::LeaveOut) />
            </Field>
            <Show when=move || kind.get().is_some()>
                <details class="fold">
                    <summary>{icon(Icon::Right)}<span>{t(W::Columns)}</span></summary>
                    <div class="stack">
                        <p class="muted small">{t(W::ColumnsText)}</p>
                        <Field label=t(W::HeadingRow)>
                            <Stepper value=first on_change=move_headings min=1 max=HEADING_ROWS less=t(W::RowUp) more=t(W::RowDown) />
                        </Field>
                        <div class="grid">{move || kind.get().map(|kind| columns(opening, at, kind, sheet))}</div>
                    </div>
                </details>
            </Show>
        </div>
    }
    .into_any()
}

/// One choice a column of the list: which of the sheet's columns holds it.
fn columns(opening: Opening, at: usize, kind: ListKind, sheet: Memo<Option<OpenSheet>>) -> AnyView {
    let language = use_language();
    let options = Signal::derive(move || {
        let found = sheet.with(|sheet| sheet.as_ref().map(|s| s.headings().to_vec())).unwrap_or_default();
        let choice = |(column, text): (u32, String)| {
            Choice::new(column.to_string(), [column_name(column).as_str(), " ", text.as_str()].concat())
        };
        found.into_iter().map(choice).collect::<Vec<_>>()
    });
    let needed =
        Signal::derive(move || Mark { text: language.say(Common::Required).to_owned(), needed: true });
    let one = move |key: &'static str, must: Must| {
        let value = Signal::derive(move || {
            let column = sheet.with(|sheet| sheet.as_ref()?.mapping.as_ref()?.column(key));
            column.map(|column| column.to_string()).unwrap_or_default()
        });
        let change = Callback::new(move |(text,): (String,)| opening.set_column(at, key, text.parse().ok()));
        let label = Signal::derive(move || column_label(kind, key, language.get()));
        let mark = Signal::derive(move || (must == Must::Have).then(|| needed.get()));
        view! { <Field label mark><Select options value on_change=change blank=t(W::NoColumn) /></Field> }
    };
    kind.list().columns.iter().map(|column| one(column.key, column.must)).collect_view().into_any()
}
