//! 部门: what each department sent, for which day, what differs and what came of it; the minimal lists that go out to it, and the
//! log of what went.
mod out;

use self::out::{HandOut, Log};
use crate::app::comparing::{State, use_comparing};
use crate::app::duty::departments::{DEPARTMENTS, Department, Sent, cases, list_name, members, sent};
use crate::app::ledgers::own_table;
use crate::app::register::{Register, use_register};
use crate::domain::codes::DEPARTMENT;
use crate::i18n::codes::code_text;
use crate::i18n::lists::kind_word;
use crate::i18n::pages::duty::{Departments as W, list_words};
use crate::i18n::{Word, dates, t, use_language};
use crate::interchange::xlsx::table::Entry;
use crate::report::duty::minimal::Minimal;
use crate::ui::kit::{Banner, Button, Card, Icon, LinkButton, Look, Status, Tone, use_toasts};
use crate::ui::words::keep_error;
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What the cards share: the lists of every department as they stand now.
#[derive(Clone, Copy)]
struct Here {
    register: Register,
    sent: Memo<Vec<Vec<Sent>>>,
    handing: RwSignal<Option<&'static Minimal>>,
}

#[component]
pub fn DepartmentsPage() -> impl IntoView {
    let (register, comparing, language, toasts) =
        (use_register(), use_comparing(), use_language(), use_toasts());
    // The batches' headers alone: rows are loaded when somebody asks for the comparison.
    spawn_local(async move {
        match crate::app::batches::all(register).await {
            Ok(here) => {
                comparing.batches.try_set(here);
            }
            Err(why) => toasts.fail(keep_error(&why, language.now())),
        }
    });
    let lists = Memo::new(move |_| {
        comparing.batches.with(|here| {
            comparing.state.with(|state| {
                let compared = match state {
                    State::Ready(summary) => Some(summary.as_ref()),
                    _ => None,
                };
                DEPARTMENTS.iter().map(|department| sent(department, &here.all, compared)).collect::<Vec<_>>()
            })
        })
    });
    let limit = move || register.policy.with(|policy| policy.list_days);
    let old = Memo::new(move |_| {
        let (today, limit) = (register.today.get(), limit());
        lists.with(|all| {
            all.iter().flatten().filter(|list| list.age(today).is_some_and(|age| age > limit)).count()
        })
    });
    let any = Memo::new(move |_| lists.with(|all| all.iter().flatten().any(|list| list.as_of.is_some())));
    let alert = move || match (any.get(), old.get()) {
        (false, _) => view! {
            <Banner title=t(W::NoLists) text=t(W::NoListsText) tone=Tone::Info>
                <LinkButton label=t(W::ToCompare) href="/compare" icon=Icon::Compare look=Look::Soft />
            </Banner>
        }
        .into_any(),
        (true, 0) => {
            let title = language.say_with(W::AllFresh, &[&limit().to_string()]);
            view! { <Banner title=title tone=Tone::Good name="fresh" /> }.into_any()
        }
        (true, count) => {
            let title = language.say_with(W::OldCount, &[&count.to_string(), &limit().to_string()]);
            view! { <Banner title=title tone=Tone::Due name="old" /> }.into_any()
        }
    };
    let waits = Memo::new(move |_| {
        comparing.state.with(|state| match state {
            State::Ready(_) | State::Empty => 0,
            State::Loading { .. } | State::Comparing => 1,
            State::Idle | State::Failed(_) => 2,
        })
    });
    let compare = Callback::new(move |()| spawn_local(comparing.refresh()));
    let offer = move || {
        match (any.get(), waits.get()) {
        (true, 1) => view! { <p class="muted" role="status">{t(W::Comparing)}</p> }.into_any(),
        (true, 2) => view! { <div class="row"><Button label=t(W::CompareNow) icon=Icon::Compare look=Look::Soft on_press=compare name="compare-now" /></div> }.into_any(),
        _ => ().into_any(),
    }
    };
    let table = Callback::new(move |()| {
        let lang = language.now();
        let heads = [W::OfDepartment, W::Sent, W::AsOf, W::Rows, W::Matched, W::Differs];
        let heads = heads.map(|word| word.text(lang).to_owned()).to_vec();
        let number =
            |number: Option<u32>| number.map_or(Entry::Empty, |number| Entry::Number(i64::from(number)));
        let row = |(department, list): (&Department, &Sent)| {
            vec![
                Entry::Text(code_text(&DEPARTMENT, department.code, lang)),
                Entry::Text(kind_word(list.kind).text(lang).to_owned()),
                list.as_of.map_or(Entry::Empty, Entry::Date),
                number(list.as_of.map(|_| list.rows)),
                number(list.matched.map(|(matched, _)| matched)),
                number(list.matched.map(|(_, differs)| differs)),
            ]
        };
        let rows = lists.with_untracked(|all| {
            let of = DEPARTMENTS.iter().zip(all);
            of.flat_map(|(department, lists)| lists.iter().map(move |list| (department, list)))
                .map(row)
                .collect()
        });
        own_table(register, W::Title.text(lang), heads, rows, lang)
    });
    let here = Here { register, sent: lists, handing: RwSignal::new(None) };
    let cards = DEPARTMENTS
        .iter()
        .enumerate()
        .map(|(at, department)| view! { <DepartmentCard here at department /> })
        .collect_view();
    view! {
        <div class="page departments">
            <div class="row apart"><h1>{t(W::Title)}</h1><WorkbookButton table name="export-departments" /></div>
            <p class="muted">{t(W::Text)}</p>
            {alert}
            {offer}
            {cards}
            <Log register />
            <HandOut register open=here.handing />
        </div>
    }
    .into_any()
}

#[component]
fn DepartmentCard(here: Here, at: usize, department: &'static Department) -> impl IntoView {
    let language = use_language();
    let title = Signal::derive(move || code_text(&DEPARTMENT, department.code, language.get()));
    let counts = Memo::new(move |_| cases(here.register, department.code));
    let limit = move || here.register.policy.with(|policy| policy.list_days);
    let row = move |list: &Sent| {
        let lang = language.get();
        let today = here.register.today.get();
        let day = match (list.as_of, list.age(today)) {
            (Some(day), Some(age)) if age > 0 => {
                language.say_with(W::Days, &[&dates::long(day, lang), &age.to_string()])
            }
            (Some(day), _) => dates::long(day, lang),
            (None, _) => language.say(W::NotHere).to_owned(),
        };
        let is_old = list.age(today).is_some_and(|age| age > limit());
        let number = |number: Option<u32>| number.map_or_else(|| "—".to_owned(), |number| number.to_string());
        let rows = list.as_of.map(|_| list.rows);
        view! {
            <tr>
                <th scope="row">{language.say(kind_word(list.kind))}</th>
                <td>{day}" "{is_old.then(|| view! { <Status label=t(W::Old) tone=Tone::Due /> })}</td>
                <td class="count">{number(rows)}</td>
                <td class="count">{number(list.matched.map(|(matched, _)| matched))}</td>
                <td class="count">{number(list.matched.map(|(_, differs)| differs))}</td>
            </tr>
        }
    };
    let rows = move || here.sent.with(|all| all.get(at).into_iter().flatten().map(row).collect_view());
    let has_lists = !department.lists.is_empty();
    let line = move || {
        let (open, closed) = counts.get();
        language.say_with(W::Cases, &[&open.to_string(), &closed.to_string()])
    };
    let outs: Vec<&'static Minimal> = Minimal::of_department(department.code).collect();
    let no_out = outs.is_empty();
    let out = move |list: &'static Minimal| {
        let count = move || {
            let count =
                if list.by_town { String::new() } else { members(here.register, list, "").len().to_string() };
            if count.is_empty() { count } else { language.say_with(W::Children, &[&count]) }
        };
        let label = move || [language.say(W::HandOut), " ", list_name(list, language.get())].concat();
        view! {
            <li class="setting">
                <div class="setting-main"><div class="setting-name">{move || list_name(list, language.get())}</div><div class="setting-source">{t(list_words(list.key).1)}</div></div>
                <div class="setting-value">{count}</div>
                <div class="setting-acts">
                    <button type="button" class="button soft" aria-label=label on:click=move |_| here.handing.set(Some(list))>
                        {crate::ui::kit::icon(Icon::Export)}<span>{t(W::HandOut)}</span>
                    </button>
                </div>
            </li>
        }
    };
    view! {
        <Card title=title name=department.code>
            <Show when=move || has_lists fallback=move || view! { <p class="muted">{t(W::NothingSent)}</p> }>
                <div class="table-box"><table class="table">
                    <thead><tr>
                        <th scope="col">{t(W::Sent)}</th><th scope="col">{t(W::AsOf)}</th><th scope="col" class="count">{t(W::Rows)}</th>
                        <th scope="col" class="count">{t(W::Matched)}</th><th scope="col" class="count">{t(W::Differs)}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table></div>
            </Show>
            <Show when=move || counts.get() != (0, 0)><p>{line}</p></Show>
            <h3>{t(W::Out)}</h3>
            <Show when=move || no_out><p class="muted">{t(W::NoOut)}</p></Show>
            <ul class="settings">{outs.into_iter().map(out).collect_view()}</ul>
        </Card>
    }
    .into_any()
}
