//! Code lists: all of them with source and version, found by any of their words; and the county's own choices, added where a
//! list allows it.
use super::CountyFile;
use crate::app::register::Register;
use crate::domain::codes::{self, CodeList};
use crate::domain::id::RecordId;
use crate::domain::pinyin;
use crate::domain::policy::OwnCode;
use crate::domain::value::{Cell, Value, Values};
use crate::i18n::pages::{County as W, list_label};
use crate::i18n::{Lang, Word, fill, t, t_with, use_language};
use crate::ui::form::Editing;
use crate::ui::kit::{Button, Card, EmptyState, Icon, IconButton, Look, SearchBox, Status, Tone};
use crate::ui::query::use_query_step;
use leptos::prelude::*;

/// What is asked for of a choice: the code follows from the words.
const ASKED: &[&str] = &["zh", "en", "closed"];
const ASKED_NEW: &[&str] = &["zh", "en"];
const TABLE: &str = "own_code";

/// A new choice gets its record and its code from its words, so that two tablets that add the same one add one.
pub fn complete(register: Register, editing: &Editing, mut form: Values) -> (RecordId, Values) {
    if editing.table.key != TABLE || !editing.is_new {
        return (editing.record, form);
    }
    let own = OwnCode::read(&form);
    let record = register.secret().record_id(editing.file, TABLE, &[&own.list, own.zh.trim()]);
    form.insert("code".to_owned(), OwnCode::code_of(record).write());
    form.insert("closed".to_owned(), Value::Bool(false));
    (record, form)
}

#[component]
pub fn CodesTab(county: CountyFile) -> impl IntoView {
    let open = use_query_step("list");
    let search = RwSignal::new(String::new());
    move || match open.get() {
        none if none.is_empty() => view! { <Lists county search /> }.into_any(),
        key => match codes::list(&key) {
            Some(list) => view! { <OneList county list /> }.into_any(),
            None => view! { <EmptyState icon=Icon::Search title=t(W::Unknown) /> }.into_any(),
        },
    }
}

/// A list that was found, and the words of its choices that were.
type Found = (&'static CodeList, Vec<String>);

#[component]
fn Lists(county: CountyFile, search: RwSignal<String>) -> impl IntoView {
    let language = use_language();
    let open = use_query_step("list");
    let found = Memo::new(move |_| {
        let (text, lang) = (search.get(), language.get());
        county.policy.with(|policy| find(text.trim(), &policy.own_codes, lang))
    });
    let own = move |list: &CodeList| county.policy.with(|policy| policy.codes_of(list).count());
    let row = move |(list, hits): Found| {
        let lang = language.get();
        let count = fill(W::Choices.text(lang), &[&list.codes.len().to_string()]);
        let of_county =
            Some(own(list)).filter(|n| *n > 0).map(|n| fill(W::OwnCount.text(lang), &[&n.to_string()]));
        let more = match hits.is_empty() {
            true => [list.source, " · ", &fill(W::Version.text(lang), &[list.version])].concat(),
            false => hits.join(lang.pick("、", ", ")),
        };
        let key = list.key;
        let go = move |_| open.set(key);
        view! {
            <li>
                <button type="button" class="setting as-link" on:click=go>
                    <span class="setting-main"><span class="setting-name">{list_label(list, lang)}</span><span class="setting-source">{more}</span></span>
                    <span class="setting-value"><span class="muted small">{count}</span>{of_county.map(|label| view! { <Status label=label tone=Tone::Accent icon=Icon::Pen /> })}</span>
                </button>
            </li>
        }
    };
    view! {
        <SearchBox value=search on_search=Callback::new(move |(text,): (String,)| search.set(text)) label=t(W::FindCode) placeholder=t(W::FindCodeHint) clear_label=t(crate::i18n::pages::Pupils::Clear) />
        <Show when=move || found.with(Vec::is_empty)><EmptyState icon=Icon::Search title=t(W::NothingFound) /></Show>
        <ul class="settings sheet">{move || found.get().into_iter().map(row).collect_view()}</ul>
    }
    .into_any()
}

/// The lists whose name or choices hold the text: as words, as the first letters of their pinyin, as a code.
fn find(text: &str, own: &[OwnCode], lang: Lang) -> Vec<Found> {
    if text.is_empty() {
        return codes::ALL.iter().map(|list| (*list, Vec::new())).collect();
    }
    let low = text.to_lowercase();
    let says = |word: &str| {
        let reading =
            || [pinyin::initials(word), pinyin::full(word)].iter().any(|reading| reading.contains(&low));
        word.to_lowercase().contains(&low) || reading()
    };
    let found = codes::ALL.iter().filter_map(|list| {
        let standard = list.codes.iter().map(|code| (code.code, code.zh, code.en));
        let own = own
            .iter()
            .filter(|own| own.list == list.key)
            .map(|own| (own.code.as_str(), own.zh.as_str(), own.en.as_str()));
        let hit = |(code, zh, en): &(&str, &str, &str)| code.to_lowercase() == low || says(zh) || says(en);
        let hits: Vec<String> =
            standard.chain(own).filter(hit).map(|(_, zh, en)| lang.pick(zh, en).to_owned()).take(6).collect();
        let named = Lang::ALL.into_iter().any(|lang| says(list_label(list, lang)));
        (named || !hits.is_empty()).then_some((*list, hits))
    });
    found.collect()
}

#[component]
fn OneList(county: CountyFile, list: &'static CodeList) -> impl IntoView {
    let language = use_language();
    let open = use_query_step("list");
    let own = Memo::new(move |_| {
        let read = |(id, values): (RecordId, Values)| (id, OwnCode::read(&values));
        let all = county.records(TABLE).into_iter().map(read);
        all.filter(|(_, own)| own.list == list.key).collect::<Vec<_>>()
    });
    let add = Callback::new(move |()| {
        let start = Values::from([("list".to_owned(), Value::from(list.key))]);
        county.edit(TABLE, RecordId(0), start, Some(ASKED_NEW));
    });
    let own_row = move |(id, own): (RecordId, OwnCode)| {
        let lang = language.get();
        let label = fill(W::ChangeIt.text(lang), &[&own.zh]);
        let (word, tone) = if own.closed { (W::Closed, Tone::Plain) } else { (W::Own, Tone::Accent) };
        let edit = Callback::new(move |()| county.edit(TABLE, id, Values::new(), Some(ASKED)));
        view! {
            <tr class="own"><td class="number">{own.code}</td><td>{own.zh}</td><td>{own.en}</td>
            <td><div class="row tight nowrap"><Status label=t(word) tone=tone icon=Icon::Pen /><IconButton icon=Icon::Pen label=label on_press=edit /></div></td></tr>
        }
    };
    let standard = list.codes.iter().map(|code| {
        view! { <tr><td class="number">{code.code}</td><td>{code.zh}</td><td>{code.en}</td><td></td></tr> }
    });
    let about = t_with(W::Version, move || vec![list.version.to_owned()]);
    let rule = if list.is_open() { W::Open } else { W::Standard };
    view! {
        <div class="row"><Button label=t(W::BackToLists) icon=Icon::Left look=Look::Plain on_press=Callback::new(move |()| open.set("")) /></div>
        <Card title=Signal::derive(move || list_label(list, language.get()))>
            <p class="muted">{list.source}" · "{about}" · "{t(rule)}</p>
            {list.is_open().then(|| view! { <div class="row"><Button label=t(W::AddChoice) icon=Icon::Plus look=Look::Soft on_press=add name="add-code" /></div> })}
            <div class="table-box">
                <table class="table">
                    <thead><tr><th scope="col">{t(W::Code)}</th><th scope="col">{t(W::Chinese)}</th><th scope="col">{t(W::English)}</th><th scope="col"><span class="unseen">{t(W::Own)}</span></th></tr></thead>
                    <tbody>{move || own.get().into_iter().map(own_row).collect_view()}{standard.collect_view()}</tbody>
                </table>
            </div>
        </Card>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_is_found_by_its_name_and_by_any_of_its_choices() {
        let own = [OwnCode {
            list: "missed_reason".into(),
            code: "X8FNA8".into(),
            zh: "大雪封山".into(),
            en: "Snowed in".into(),
            closed: false,
        }];
        let keys =
            |text: &str| find(text, &own, Lang::Zh).into_iter().map(|(list, _)| list.key).collect::<Vec<_>>();
        assert_eq!(keys("").len(), codes::ALL.len());
        for text in ["大雪", "dxfs", "x8fna8", "snowed", "未送教"] {
            assert!(keys(text).contains(&"missed_reason"), "{text}");
        }
        assert_eq!(keys("xingbie"), ["sex"]);
        assert_eq!(keys("no such thing"), [""; 0]);
        let hits = find("学生生病", &own, Lang::En);
        assert_eq!(hits.first().map(|(_, hits)| hits.clone()), Some(vec!["Pupil ill".to_owned()]));
    }
}
