//! What a term summary and the guardian's feedback take from the records: shown beside what the form holds, in what the two differ, and
//! taken over anew by one button. What was typed stays.
use super::super::Open;
use crate::domain::codes;
use crate::domain::field::Table;
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::fields::{field_label, section_label};
use crate::i18n::pages::TermWords as W;
use crate::i18n::{Lang, Word, fill, t};
use crate::report::term::{Area, Figures, figures};
use crate::ui::kit::{Button, Card, Icon, Look, Status, Tone};
use leptos::prelude::*;

/// The records' figures for the term that the values name (tracked).
fn now(child: Open, values: &Values) -> Option<Figures> {
    let term = values.get("term").and_then(Value::as_text)?;
    let (file, summary) = (child.file()?, child.summary()?);
    let (today, register) = (child.register.today.get(), child.register);
    let calendar = register.calendar.get();
    register.policy.with(|policy| figures(&file, &summary, term, today, policy, &calendar))
}

/// What a new record begins with.
pub(super) fn begin(child: Open, table: &Table, values: &Values) -> Values {
    match table.key {
        "term_summary" | "feedback" => {
            untrack(|| now(child, values)).map(|found| found.values(table.key)).unwrap_or_default()
        }
        _ => Values::new(),
    }
}

#[component]
pub fn Computed(child: Open, table: &'static Table, values: RwSignal<Values>) -> impl IntoView {
    if !matches!(table.key, "term_summary" | "feedback") {
        return ().into_any();
    }
    let found = Memo::new(move |_| values.with(|values| now(child, values)));
    let differs = Memo::new(move |_| {
        let found = found.get();
        found.is_some_and(|found| values.with(|values| !found.differences(table.key, values).is_empty()))
    });
    let take = Callback::new(move |()| {
        if let Some(found) = found.get_untracked() {
            values.update(|values| values.extend(found.values(table.key)));
        }
    });
    let rows = move || {
        let (Some(found), lang) = (found.get(), child.language.get()) else { return Vec::new() };
        let row = |(field, now): (&'static str, u32)| {
            let held = values.with(|values| values.get(field).and_then(Value::as_int));
            let same = held == Some(i64::from(now));
            let held = held.map_or_else(|| "—".to_owned(), |held| held.to_string());
            let mark = (!same).then(|| view! { <Status label=t(W::Differs) tone=Tone::Due /> });
            view! {
                <tr data-name=field>
                    <th scope="row">{field_label(table.key, field, lang)}</th>
                    <td class="count">{held}</td><td class="count">{now}</td><td>{mark}</td>
                </tr>
            }
        };
        found.fields(table.key).into_iter().map(row).collect::<Vec<_>>()
    };
    let more = move || {
        let found = found.get()?;
        (table.key == "term_summary").then(|| more(&found, child.language.get()))
    };
    let title = Signal::derive(move || section_label("computed", child.language.get()));
    view! {
        <Card title=title name="computed">
            <Show when=move || found.with(Option::is_some) fallback=move || view! { <p class="muted">{t(W::NoTerm)}</p> }>
                <table class="report-table">
                    <thead><tr><th></th><th scope="col">{t(W::Here)}</th><th scope="col">{t(W::Records)}</th><td></td></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
                {more}
                <div class="row apart" role="status">
                    <Show when=move || differs.get() fallback=move || view! { <p class="muted small">{t(W::Agrees)}</p> }>
                        <p class="small">{t(W::DiffersText)}</p>
                        <Button label=t(W::Again) icon=Icon::Undo look=Look::Soft on_press=take name="compute-again" />
                    </Show>
                </div>
            </Show>
        </Card>
    }
    .into_any()
}

/// Why visits were missed, and the areas before and after.
fn more(found: &Figures, lang: Lang) -> AnyView {
    let cause = |(why, count): (&String, &u32)| {
        let why = match why.is_empty() {
            true => W::NoReason.text(lang).to_owned(),
            false => code_text(&codes::MISSED_REASON, why, lang),
        };
        fill(W::Times.text(lang), &[&why, &count.to_string()])
    };
    let causes: Vec<String> = found.missed.iter().map(cause).collect();
    let causes = (!causes.is_empty())
        .then(|| view! { <p class="small">{fill(W::Missed.text(lang), &[&causes.join(lang.pick("、", "; "))])}</p> });
    let percent = |of: Option<u32>| of.map_or_else(|| "—".to_owned(), |percent| format!("{percent}%"));
    let area = |area: &Area| {
        view! {
            <tr>
                <th scope="row">{code_text(&codes::DOMAIN, &area.area, lang)}</th>
                <td class="count">{percent(area.before)}</td><td class="count">{percent(area.after)}</td>
            </tr>
        }
    };
    let areas = (!found.areas.is_empty()).then(|| {
        view! {
            <table class="report-table">
                <caption class="chart-caption">{W::Areas.text(lang)}</caption>
                <thead><tr><th></th><th scope="col">{W::Before.text(lang)}</th><th scope="col">{W::After.text(lang)}</th></tr></thead>
                <tbody>{found.areas.iter().map(area).collect_view()}</tbody>
            </table>
        }
    });
    view! { {causes}{areas} }.into_any()
}
