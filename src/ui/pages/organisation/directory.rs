//! The list of schools or of staff: search as one types, filters in the address, a new one.
use super::root_table;
use super::rows::{Row, rows_of};
use crate::app::ledgers::own_table;
use crate::app::register::{new_file, use_register};
use crate::domain::field::FileKind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::value::Values;
use crate::i18n::pages::{Organisation as W, Pupils};
use crate::i18n::{Word, t, t_with, use_language};
use crate::interchange::xlsx::table::Entry;
use crate::register::change::Act;
use crate::ui::form::{Editing, RecordEditor, register_refs};
use crate::ui::kit::{
    Button, Choice, EmptyState, Icon, Look, RowView, SearchBox, Select, SplitView, Tab, Tabs, VirtualList,
};
use crate::ui::query::use_query;
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The words of one of the two lists.
struct Words {
    path: &'static str,
    title: W,
    find: W,
    hint: W,
    count: W,
    new: W,
    none: W,
    none_text: W,
    choose: W,
    icon: Icon,
    /// The heads of the workbook.
    heads: [W; 4],
    /// The two filters: the name in the address, the label, the entry for all.
    filters: [(&'static str, W, W); 2],
}

const SCHOOLS: Words = Words {
    path: "/schools",
    title: W::Schools,
    find: W::FindSchool,
    hint: W::FindSchoolHint,
    count: W::CountSchools,
    new: W::NewSchool,
    none: W::NoSchools,
    none_text: W::NoSchoolsText,
    choose: W::ChooseSchool,
    icon: Icon::School,
    heads: [W::Name, W::Kind, W::Town, W::Principal],
    filters: [("kind", W::Kind, W::AllKinds), ("town", W::Town, W::AllTowns)],
};

const STAFF: Words = Words {
    path: "/staff",
    title: W::Staff,
    find: W::FindStaff,
    hint: W::FindStaffHint,
    count: W::CountStaff,
    new: W::NewStaff,
    none: W::NoStaff,
    none_text: W::NoStaffText,
    choose: W::ChooseStaff,
    icon: Icon::People,
    heads: [W::Name, W::Duty, W::School, W::Taught],
    filters: [("duty", W::Duty, W::AllDuties), ("school", W::School, W::AllSchools)],
};

#[component]
pub fn Directory(kind: FileKind) -> impl IntoView {
    let words: &'static Words = if kind == FileKind::School { &SCHOOLS } else { &STAFF };
    let (register, language, location) = (use_register(), use_language(), use_location());
    let navigate = StoredValue::new_local(use_navigate());
    let (search, scroll) = (RwSignal::new(String::new()), RwSignal::new(0.0));
    let editing = RwSignal::new(None::<Editing>);
    let [first, second] = words.filters.map(|(key, ..)| use_query(key));
    let all = Memo::new(move |_| {
        Arc::new(register.summaries.with(|all| rows_of(kind, all, register.today.get(), language.get())))
    });
    let keep = move |row: &&Row| {
        let chosen = |filter: String, has: &[String]| filter.is_empty() || has.contains(&filter);
        chosen(first.get(), &row.first.iter().map(|(value, _)| value.clone()).collect::<Vec<_>>())
            && chosen(second.get(), &row.second.iter().map(|(value, _)| value.clone()).collect::<Vec<_>>())
    };
    let rows: Memo<Arc<[u128]>> = Memo::new(move |_| {
        let text = search.get().trim().to_lowercase();
        all.with(|all| {
            let found = all.iter().filter(keep).filter(|row| text.is_empty() || row.hay.contains(&text));
            found.map(|row| row.id.0).collect()
        })
    });
    let by_id = Memo::new(move |_| {
        Arc::new(
            all.with(|all| all.iter().map(|row| (row.id.0, row.clone())).collect::<BTreeMap<u128, Row>>()),
        )
    });
    let row: RowView = Callback::new(move |(id,): (u128,)| {
        let row = Memo::new(move |_| by_id.with(|rows| rows.get(&id).cloned().unwrap_or_default()));
        view! {
            <div class="line-main"><div class="line-title">{move || row.get().name}</div><div class="line-more">{move || row.get().more}</div></div>
            <div class="line-end small">{move || row.get().end}</div>
        }
        .into_any()
    });
    let open = Memo::new(move |_| {
        let rest = location.pathname.get().strip_prefix(words.path)?.trim_start_matches('/').to_owned();
        rest.parse::<FileId>().ok()
    });
    let go = move |path: String| {
        let search = location.search.get_untracked();
        let query =
            if search.is_empty() { String::new() } else { ["?", search.trim_start_matches('?')].concat() };
        navigate.with_value(|go| go(&[path, query].concat(), Default::default()));
    };
    let open_row = Callback::new(move |(id,): (u128,)| go(format!("{}/{}", words.path, FileId(id))));
    let add = Callback::new(move |()| {
        let Some(table) = root_table(kind) else { return };
        let start = Editing::add(new_file(), kind, table, RecordId(0));
        editing.set(Some(Editing { act: Act::NEW_FILE, prefilled: Values::new(), ..start }));
    });
    let added = Callback::new(move |(id,): (FileId,)| go(format!("{}/{id}", words.path)));
    let switch = Callback::new(move |(key,): (String,)| {
        navigate.with_value(|go| go(&["/", &key].concat(), Default::default()))
    });
    let tabs = Signal::derive(move || {
        let tab = |key: &str, word: W| Tab {
            key: key.to_owned(),
            label: language.say(word).to_owned(),
            count: None,
        };
        vec![tab("schools", W::Schools), tab("staff", W::Staff)]
    });
    let filter = move |at: usize| {
        let (_, label, every) = *words.filters.get(at)?;
        let query = if at == 0 { first } else { second };
        let options = Memo::new(move |_| {
            let of = |row: &Row| if at == 0 { row.first.clone() } else { row.second.clone() };
            let all: BTreeMap<String, String> = all.with(|all| all.iter().flat_map(of).collect());
            let mut options: Vec<Choice> =
                all.into_iter().map(|(value, label)| Choice::new(value, label)).collect();
            options.sort_by(|a, b| a.label.cmp(&b.label));
            options
        });
        Some(view! {
            <Select options=options value=Signal::derive(move || query.get()) blank=t(every) label=t(label)
                on_change=Callback::new(move |(value,): (String,)| { scroll.set(0.0); query.set(&value); }) />
        })
    };
    let key = words.path.trim_start_matches('/');
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads = words.heads.map(|word| word.text(lang).to_owned()).to_vec();
        let entries = |id: &u128| {
            by_id.with_untracked(|all| {
                let row = all.get(id).cloned().unwrap_or_default();
                let labels = |pairs: &[(String, String)]| {
                    let labels: Vec<&str> = pairs.iter().map(|(_, label)| label.as_str()).collect();
                    labels.join(lang.pick("、", ", "))
                };
                [row.name.clone(), labels(&row.first), labels(&row.second), row.end].map(Entry::Text).to_vec()
            })
        };
        let rows = rows.with_untracked(|rows| rows.iter().map(entries).collect());
        own_table(register, words.title.text(lang), heads, rows, lang)
    });
    let is_empty = move || all.with(|all| all.is_empty());
    let list = move || {
        view! {
            <div class="list-head">
                <h1 class="unseen">{t(words.title)}</h1>
                <Tabs tabs=tabs current=Signal::stored(key.to_owned()) on_change=switch label=t(W::Both) />
                <SearchBox value=search on_search=Callback::new(move |(text,): (String,)| { scroll.set(0.0); search.set(text); }) label=t(words.find) placeholder=t(words.hint) clear_label=t(Pupils::Clear) />
                <div class="row tight filters">{filter(0)}{filter(1)}</div>
                <div class="row apart">
                    <span class="muted" role="status">{t_with(words.count, move || vec![rows.with(|rows| rows.len()).to_string()])}</span>
                    <WorkbookButton table disabled=Signal::derive(move || rows.with(|rows| rows.is_empty())) name="export-directory" />
                    <Button label=t(words.new) icon=Icon::Plus look=Look::Soft on_press=add name="add-file" />
                </div>
            </div>
            <div class="list-panel" role="tabpanel" id=["panel-", key].concat() aria-labelledby=["tab-", key].concat()>
            <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! {
                <EmptyState icon=words.icon title=Signal::derive(move || language.say(if is_empty() { words.none } else { W::NotFound }).to_owned())
                    text=Signal::derive(move || if is_empty() { language.say(words.none_text).to_owned() } else { String::new() }) />
            }>
                <VirtualList rows=rows view_row=row selected=Signal::derive(move || open.get().map(|id| id.0)) on_open=open_row scroll=scroll label=t(words.find) />
            </Show>
            </div>
        }
    };
    view! {
        <SplitView open=Signal::derive(move || open.get().is_some()) list=list back_label=t(W::BackToList) on_back=Callback::new(move |()| go(words.path.to_owned()))>
            <Show when=move || open.get().is_none()><EmptyState icon=words.icon title=t(words.choose) /></Show>
            <Outlet />
        </SplitView>
        <RecordEditor editing refs=register_refs(register, language) on_saved=added />
    }
    .into_any()
}
