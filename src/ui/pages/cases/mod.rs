//! All cases: how far they are, by team, town and the way they were found; filters in the address; given to teams in one act.
mod assign;
mod from_lists;
mod rows;
mod teams;

use self::assign::AssignDialog;
use self::from_lists::FromLists;
use self::rows::{Row, Stage, rows_of};
use self::teams::Teams;
use crate::app::ledgers::pupil_table;
use crate::app::register::use_register;
use crate::domain::codes;
use crate::domain::id::FileId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::{Cases as W, state_text};
use crate::i18n::{Language, dates, t, t_with, use_language};
use crate::ui::kit::{Button, Choice, EmptyState, Icon, Look, RowView, Select, Status, VirtualList};
use crate::ui::pages::child::case_tone;
use crate::ui::query::{Query, use_query};
use crate::ui::workbook::WorkbookButton;
use leptos::prelude::*;
use leptos_router::hooks::use_navigate;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the workbook of the cases holds of each child.
const COLUMNS: [&str; 18] = [
    "n",
    "town",
    "village",
    "school",
    "grade",
    "name",
    "sex",
    "id_no",
    "guardian",
    "phone",
    "out_from",
    "reason",
    "persuasions",
    "last_on",
    "step",
    "returned_on",
    "xueji_ok",
    "close_state",
];

/// Stands in the address for what is not filled in.
const NONE: &str = "-";

/// The filters, each a part of the address.
#[derive(Clone, Copy)]
struct Filters {
    stage: Query,
    team: Query,
    town: Query,
    set: Query,
}

impl Filters {
    fn lets(self, row: &Row, but: &str) -> bool {
        let holds = |key: &str, query: Query, value: &str| {
            let wanted = query.get();
            key == but || wanted.is_empty() || wanted == if value.is_empty() { NONE } else { value }
        };
        holds("stage", self.stage, row.stage.key())
            && holds("team", self.team, &row.team)
            && holds("town", self.town, &row.town_key)
            && holds("set", self.set, &row.set)
    }

    fn clear(self) {
        [self.stage, self.team, self.town, self.set].into_iter().for_each(|query| query.set(""));
    }
}

#[component]
pub fn CasesPage() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let navigate = StoredValue::new_local(use_navigate());
    let filters = Filters {
        stage: use_query("stage"),
        team: use_query("team"),
        town: use_query("town"),
        set: use_query("set"),
    };
    let all: Memo<Arc<Vec<Row>>> = Memo::new(move |_| {
        Arc::new(register.summaries.with(|all| rows_of(all.values(), register.today.get())))
    });
    let listed: Memo<Arc<[u128]>> = Memo::new(move |_| {
        all.with(|all| all.iter().filter(|row| filters.lets(row, "")).map(|row| row.id.0).collect())
    });
    let by_id = Memo::new(move |_| {
        all.with(|all| all.iter().map(|row| (row.id.0, row.clone())).collect::<BTreeMap<u128, Row>>())
    });
    let scroll = RwSignal::new(0.0);
    let (assigning, naming) = (RwSignal::new(false), RwSignal::new(false));
    let open = Callback::new(move |(id,): (u128,)| {
        let to = format!("/pupils/{}?tab=case", FileId(id));
        navigate.with_value(|navigate| navigate(&to, Default::default()));
    });
    let row: RowView = Callback::new(move |(id,): (u128,)| {
        let row = Memo::new(move |_| by_id.with(|rows| rows.get(&id).cloned()));
        line(row, language)
    });
    let has_any = Memo::new(move |_| all.with(|all| !all.is_empty()));
    let empty = move || match has_any.get() {
        false => view! { <EmptyState icon=Icon::Case title=t(W::Empty) text=t(W::EmptyText) /> }.into_any(),
        true => view! {
            <EmptyState icon=Icon::Case title=t(W::NotFound)>
                <Button label=t(W::ClearFilters) on_press=Callback::new(move |()| filters.clear()) />
            </EmptyState>
        }
        .into_any(),
    };
    let table = Callback::new(move |()| {
        let members: Vec<FileId> = listed.with_untracked(|rows| rows.iter().map(|id| FileId(*id)).collect());
        pupil_table(register, &members, &COLUMNS, language.say(W::Title), language.now())
    });
    view! {
        <div class="page cases">
            <div class="page-head">
                <h1>{t(W::Title)}</h1>
                <Button label=t(W::Teams) icon=Icon::People look=Look::Plain on_press=Callback::new(move |()| naming.set(true)) />
                <Show when=move || has_any.get()>
                    <Button label=t(W::Assign) icon=Icon::Transfer look=Look::Soft on_press=Callback::new(move |()| assigning.set(true)) />
                </Show>
            </div>
            <FromLists />
            <Show when=move || has_any.get()>
                <Funnel all filters />
                <Narrow all filters />
                <div class="row apart">
                    <p class="muted" role="status">{t_with(W::Count, move || vec![listed.with(|rows| rows.len()).to_string()])}</p>
                    <WorkbookButton table disabled=Signal::derive(move || listed.with(|rows| rows.is_empty())) name="export-cases" />
                </div>
            </Show>
            <Show when=move || listed.with(|rows| !rows.is_empty()) fallback=empty>
                <div class="cases-list"><VirtualList rows=listed view_row=row on_open=open scroll=scroll label=t(W::List) row_rem=4.75 /></div>
            </Show>
            <AssignDialog open=assigning all listed />
            <Teams open=naming />
        </div>
    }
}

/// How many stand where; a tap shows those.
#[component]
fn Funnel(all: Memo<Arc<Vec<Row>>>, filters: Filters) -> impl IntoView {
    let language = use_language();
    let counts = Memo::new(move |_| {
        let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
        all.with(|all| {
            all.iter()
                .filter(|row| filters.lets(row, "stage"))
                .for_each(|row| *counts.entry(row.stage.key()).or_default() += 1)
        });
        counts
    });
    let most = Memo::new(move |_| counts.with(|counts| counts.values().copied().max().unwrap_or(1)));
    let step = move |stage: Stage| {
        let count = Memo::new(move |_| counts.with(|counts| counts.get(stage.key()).copied().unwrap_or(0)));
        let is_on = Memo::new(move |_| filters.stage.get() == stage.key());
        let press = move |_| filters.stage.set(if is_on.get_untracked() { "" } else { stage.key() });
        view! {
            <li>
                <button type="button" class="funnel-step" aria-pressed=move || if is_on.get() { "true" } else { "false" } on:click=press>
                    <span class="funnel-count">{move || count.get()}</span>
                    <span>{move || language.say(stage.word())}</span>
                    <progress aria-hidden="true" max=move || most.get().to_string() value=move || count.get().to_string()></progress>
                </button>
            </li>
        }
    };
    view! { <ul class="funnel" aria-label=move || language.say(W::Funnel)>{Stage::ALL.map(step).into_iter().collect_view()}</ul> }
}

/// The other three filters, each with how many it would leave.
#[component]
fn Narrow(all: Memo<Arc<Vec<Row>>>, filters: Filters) -> impl IntoView {
    let language = use_language();
    let options = move |key: &'static str, of: fn(&Row, Language) -> (String, String)| {
        Signal::derive(move || {
            let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
            all.with(|all| {
                let left = all.iter().filter(|row| filters.lets(row, key));
                left.for_each(|row| *counts.entry(of(row, language)).or_default() += 1);
            });
            let choice = |((label, value), count): ((String, String), usize)| {
                let value = if value.is_empty() { NONE.to_owned() } else { value };
                Choice::new(value, format!("{label} {count}"))
            };
            counts.into_iter().map(choice).collect::<Vec<_>>()
        })
    };
    let teams = options("team", |row, language| (or_word(&row.team, language, W::NoTeam), row.team.clone()));
    let towns =
        options("town", |row, language| (or_word(&row.town, language, W::NoTown), row.town_key.clone()));
    let sets = options("set", |row, language| {
        (code_text(&codes::CASE_SET, &row.set, language.get()), row.set.clone())
    });
    let select = move |query: Query, options: Signal<Vec<Choice>>, label: W, every: W| {
        view! {
            <Select options=options value=Signal::derive(move || query.get()) blank=t(every) label=t(label)
                on_change=Callback::new(move |(value,): (String,)| query.set(&value)) />
        }
    };
    view! {
        <div class="row tight filters">
            {select(filters.team, teams, W::Team, W::AllTeams)}
            {select(filters.town, towns, W::Town, W::AllTowns)}
            {select(filters.set, sets, W::Set, W::AllSets)}
        </div>
    }
}

fn or_word(text: &str, language: Language, word: W) -> String {
    if text.is_empty() { language.say(word).to_owned() } else { text.to_owned() }
}

fn line(row: Memo<Option<Row>>, language: Language) -> AnyView {
    let of = move |get: fn(&Row) -> String| move || row.with(|row| row.as_ref().map(get).unwrap_or_default());
    let name = of(|row| row.name.clone());
    let mark = of(|row| row.name.chars().next().map(String::from).unwrap_or_default());
    let more = move || {
        let row = row.get()?;
        let lang = language.get();
        let parts = [
            row.town.clone(),
            row.village.clone(),
            code_text(&codes::CASE_SET, &row.set, lang),
            row.team.clone(),
        ];
        Some(parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
    };
    let state = move || {
        let row = row.get()?;
        let label = Signal::derive(move || state_text(row.state, language.get()));
        Some(view! { <Status label=label tone=case_tone(row.state) /> })
    };
    let since = move || {
        let since = row.get()?.since?;
        Some(language.say_with(W::Since, &[&dates::short(since, language.get())]))
    };
    view! {
        <span class="line-mark" aria-hidden="true">{mark}</span>
        <div class="line-main"><div class="line-title">{name}</div><div class="line-more">{more}</div></div>
        <div class="line-end">{state}<span class="small">{since}</span></div>
    }
    .into_any()
}
