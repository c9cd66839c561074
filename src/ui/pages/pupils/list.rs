//! The list: a search that answers as one types, with what was typed marked; the filters; the rows, as many as one can see.
use super::Roll;
use super::filters::Filters;
use super::place::use_place;
use crate::app::ledgers::pupil_table;
use crate::app::register::{Register, use_register};
use crate::domain::date::Date;
use crate::domain::id::FileId;
use crate::i18n::pages::{Nav, Pupils as W};
use crate::i18n::{Lang, dates, t, t_with, use_language};
use crate::register::search::filter::{Filter, Standing, Trait, chosen};
use crate::register::search::marks::marks;
use crate::register::summary::PupilSummary;
use crate::register::tasks::Urgency;
use crate::ui::kit::{
    Button, EmptyState, Icon, LinkButton, Look, RowView, SearchBox, Status, VirtualList, icon,
};
use crate::ui::pages::today::chip;
use crate::ui::workbook::WorkbookButton;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos_router::hooks::use_navigate;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the workbook of the list holds of each child.
const COLUMNS: [&str; 14] = [
    "n",
    "town",
    "village",
    "school",
    "grade",
    "class",
    "name",
    "sex",
    "birth",
    "id_no",
    "guardian",
    "phone",
    "placement",
    "teachers",
];

/// More hits than these nobody reads; everybody types on.
const MOST_HITS: usize = 500;

#[component]
pub fn PupilList(roll: Roll) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let place = use_place();
    let navigate = StoredValue::new_local(use_navigate());
    let filtered: Memo<Arc<[u128]>> = Memo::new(move |_| {
        let filter = roll.filter.get();
        roll.pupils.with(|all| chosen(all, &filter).into_iter().map(|pupil| pupil.id.0).collect())
    });
    let allowed = Memo::new(move |_| filtered.with(|ids| ids.iter().copied().collect::<BTreeSet<u128>>()));
    let is_searching = Memo::new(move |_| place.search.with(|text| !text.trim().is_empty()));
    let hits = Memo::new(move |_| {
        roll.pupils.track();
        place.search.with(|text| register.find(text, MOST_HITS).ids)
    });
    let rows: Memo<Arc<[u128]>> = Memo::new(move |_| match is_searching.get() {
        false => filtered.get(),
        // The search knows those in sight; a deleted file is looked for by its name.
        true if roll.filter.with(|filter| filter.deleted) => {
            let typed = place.search.get();
            let named =
                |id: &u128| roll.of(FileId(*id)).is_some_and(|pupil| !marks(&pupil.name, &typed).is_empty());
            filtered.with(|ids| ids.iter().copied().filter(named).collect())
        }
        true => allowed
            .with(|allowed| hits.get().iter().map(|id| id.0).filter(|id| allowed.contains(id)).collect()),
    });
    let outside = Memo::new(move |_| match is_searching.get() {
        true => hits.with(Vec::len).saturating_sub(rows.with(|rows| rows.len())),
        false => 0,
    });
    let search = Callback::new(move |(text,): (String,)| {
        place.scroll.set(0.0);
        place.search.set(text);
    });
    let go = Callback::new(move |(id,): (u128,)| {
        let to = place.href(FileId(id), "");
        navigate.with_value(|navigate| navigate(&to, Default::default()));
    });
    // From the search box: Enter opens the first, the arrow down goes to the list.
    let key = move |event: KeyboardEvent| {
        let in_box = event
            .target()
            .and_then(|target| target.dyn_into::<leptos::web_sys::Element>().ok())
            .is_some_and(|target| target.get_attribute("data-name").as_deref() == Some("search"));
        if !in_box || event.is_composing() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                if let Some(first) = rows.with_untracked(|rows| rows.first().copied()) {
                    go.run((first,));
                }
            }
            "ArrowDown" => {
                let list = document().query_selector(".split-list .vlist").ok().flatten();
                if let Some(list) = list.and_then(|list| list.dyn_into::<leptos::web_sys::HtmlElement>().ok())
                {
                    event.prevent_default();
                    // A list that is hidden does not take the focus.
                    let _unfocused = list.focus();
                }
            }
            _ => {}
        }
    };
    let clear = Callback::new(move |()| {
        let sort = roll.filter.get_untracked().sort;
        roll.refine.run((Filter { sort, ..Filter::default() },));
    });
    let row: RowView = Callback::new(move |(id,): (u128,)| row(register, roll, place.search, FileId(id)));
    let empty = move || {
        let is_new = roll.pupils.with(|all| all.is_empty());
        let (title, text) = if is_new { (W::Empty, W::EmptyText) } else { (W::NotFound, W::NotFoundText) };
        view! {
            <EmptyState icon=Icon::People title=t(title) text=t(text)>
                {(!is_new && roll.filter.with_untracked(Filter::narrows) > 0).then(|| view! { <Button label=t(W::ClearFilters) on_press=clear /> })}
            </EmptyState>
        }
    };
    let table = Callback::new(move |()| {
        let members: Vec<FileId> = rows.with_untracked(|rows| rows.iter().map(|id| FileId(*id)).collect());
        pupil_table(register, &members, &COLUMNS, language.say(W::List), language.now())
    });
    view! {
        <div class="list-head" on:keydown=key>
            <h1 class="unseen">{t(Nav::Pupils)}</h1>
            <SearchBox value=place.search on_search=search label=t(W::SearchLabel) placeholder=t(W::SearchHint) clear_label=t(W::Clear) />
            <div class="row apart tight">
                <span class="muted" role="status">{t_with(W::Count, move || vec![rows.with(|rows| rows.len()).to_string()])}</span>
                <WorkbookButton table disabled=Signal::derive(move || rows.with(|rows| rows.is_empty())) name="export-pupils" />
                <LinkButton label=t(W::New) icon=Icon::Plus look=Look::Soft href="/pupils/new" />
            </div>
            <Filters roll clear />
            <Show when=move || { outside.get() > 0 }>
                <Button label=t_with(W::OutsideFilters, move || vec![outside.get().to_string()]) look=Look::Plain on_press=clear />
            </Show>
        </div>
        <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=empty>
            <VirtualList rows=rows view_row=row selected=Signal::derive(move || roll.open.get().map(|id| id.0)) on_open=go scroll=place.scroll label=t(W::List) row_rem=4.75 />
        </Show>
    }
}

/// One child: the name, what tells namesakes apart, what is due, when last visited.
fn row(register: Register, roll: Roll, search: RwSignal<String>, id: FileId) -> AnyView {
    let language = use_language();
    let summary = register.summary(id);
    let standing = Memo::new(move |_| roll.of(id));
    let name = move || {
        let name = summary.get().map(|summary| summary.name.clone()).unwrap_or_default();
        marked(&name, &search.get())
    };
    let mark = move || {
        let name = summary.get().map(|summary| summary.name.clone()).unwrap_or_default();
        name.chars().next().map(String::from).unwrap_or_default()
    };
    let more = move || {
        let summary = summary.get();
        let pupil = summary.as_ref().and_then(|summary| summary.pupil())?;
        let typed = search.get();
        Some(marked(&second_line(pupil, &typed, language.get()), &typed))
    };
    let due = move || {
        let (urgency, _) = standing.get()?.due.filter(|(urgency, _)| *urgency <= Urgency::Today)?;
        let (word, tone) = chip(urgency);
        Some(view! { <Status label=t(word) tone=tone /> })
    };
    let visited = move || {
        let lang = language.get();
        standing.get().filter(is_visited).map(|pupil| last_visit(pupil.last_visit, language, lang))
    };
    let warned = move || {
        let safe = standing.get().is_none_or(|pupil| !pupil.traits.contains(&Trait::Safety));
        (!safe).then(|| {
            view! { <span class="row-safety" role="img" aria-label=t(W::Safety)>{icon(Icon::Warning)}</span> }
        })
    };
    view! {
        <span class="line-mark" aria-hidden="true">{mark}</span>
        <div class="line-main">
            <div class="line-title">{name}{warned}</div>
            <div class="line-more">{more}</div>
        </div>
        <div class="line-end">{due}<span class="small">{visited}</span></div>
    }
    .into_any()
}

/// Only of a child taught at home does the list say when somebody was there.
fn is_visited(pupil: &Standing) -> bool {
    pupil.mode == "HOME" || pupil.last_visit.is_some()
}

fn last_visit(date: Option<Date>, language: crate::i18n::Language, lang: Lang) -> String {
    match date {
        Some(date) => language.say_with(W::LastVisit, &[&dates::short(date, lang)]),
        None => language.say(W::NotVisited).to_owned(),
    }
}

/// Village and guardian; where a number was typed, the number that it stands in.
fn second_line(pupil: &PupilSummary, typed: &str, lang: Lang) -> String {
    let word = |word: W, number: &str| crate::i18n::fill(crate::i18n::Word::text(word, lang), &[number]);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    if digits.len() >= 3 {
        if let Some(guardian) = pupil.guardians.iter().find(|guardian| guardian.phone.contains(&digits)) {
            return word(W::ByPhone, &guardian.phone);
        }
        if [&pupil.id_no, &pupil.roll_no, &pupil.cert_no].iter().any(|number| number.contains(&digits)) {
            // Only what was typed is shown of it: the rest stays masked.
            return word(W::ByNumber, &["…", &digits, "…"].concat());
        }
    }
    let guardian = pupil.guardians.iter().find(|guardian| !marks(&guardian.name, typed).is_empty());
    let guardian = guardian.or(pupil.guardians.first()).map(|guardian| guardian.name.as_str());
    let parts = [Some(pupil.town.as_str()), Some(&pupil.village), guardian];
    parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// The text with what was typed marked in it.
fn marked(text: &str, typed: &str) -> Vec<AnyView> {
    let mut views = Vec::new();
    let mut from = 0;
    let plain = |part: &str| part.to_owned().into_any();
    for range in marks(text, typed) {
        views.push(plain(text.get(from..range.start).unwrap_or_default()));
        let part = text.get(range.clone()).unwrap_or_default().to_owned();
        views.push(view! { <mark>{part}</mark> }.into_any());
        from = range.end;
    }
    views.push(plain(text.get(from..).unwrap_or_default()));
    views
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::register::summary::GuardianBrief;

    #[test]
    fn a_row_says_what_the_child_was_found_by_and_shows_no_whole_number() {
        let guardian = |name: &str, phone: &str| GuardianBrief {
            name: name.into(),
            phone: phone.into(),
            ..Default::default()
        };
        let pupil = PupilSummary {
            id_no: "370299201209010013".into(),
            town: "石门镇".into(),
            village: "下石门村".into(),
            guardians: vec![guardian("王桂兰", "13800001234"), guardian("李大山", "")],
            ..Default::default()
        };
        for (typed, expected) in [
            ("", "石门镇 · 下石门村 · 王桂兰"),
            ("lds", "石门镇 · 下石门村 · 李大山"),
            ("0123", "电话 13800001234"),
            ("090100", "证号 …090100…"),
            ("12", "石门镇 · 下石门村 · 王桂兰"),
        ] {
            assert_eq!(second_line(&pupil, typed, Lang::Zh), expected, "{typed}");
        }
    }
}
