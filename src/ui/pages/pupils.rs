//! Pupils: the list with search as one types, left; the chosen child's file, right. The search text stays in memory.
use crate::app::keeper::Order;
use crate::app::register::{new_file, use_register};
use crate::domain::field::FileKind;
use crate::domain::id::FileId;
use crate::domain::records::pupil::Pupil;
use crate::i18n::fields::field_label;
use crate::i18n::pages::Pupils as W;
use crate::i18n::{Common, t, t_with, use_language};
use crate::register::change::{Act, RecordKey};
use crate::register::command::Command;
use crate::register::lookalike;
use crate::register::summary::PupilSummary;
use crate::ui::kit::{
    Banner, Button, Dialog, EmptyState, Field, Icon, LinkButton, Look, RowView, SearchBox, SplitView,
    TextInput, TextKind, Tone, VirtualList, use_toasts,
};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::components::Outlet;
use leptos_router::hooks::{use_location, use_navigate};
use std::sync::Arc;

const MOST_HITS: usize = 500;

#[component]
pub fn PupilsPage() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let location = use_location();
    let navigate = StoredValue::new_local(use_navigate());
    let search = RwSignal::new(String::new());
    let scroll = RwSignal::new(0.0);
    let adding = RwSignal::new(false);
    let open = Memo::new(move |_| {
        location.pathname.get().strip_prefix("/pupils/").and_then(|id| id.parse::<FileId>().ok())
    });
    let rows: Memo<Arc<[u128]>> = Memo::new(move |_| {
        let text = search.get();
        register.summaries.with(|all| match text.trim().is_empty() {
            false => register.find(&text, MOST_HITS).ids.iter().map(|id| id.0).collect(),
            true => {
                let mut pupils: Vec<(&str, &str, &str, u128)> = all
                    .values()
                    .filter(|s| s.is_listed())
                    .filter_map(|s| {
                        s.pupil().map(|p| (p.town.as_str(), p.village.as_str(), s.name.as_str(), s.id.0))
                    })
                    .collect();
                pupils.sort_unstable();
                pupils.into_iter().map(|(_, _, _, id)| id).collect()
            }
        })
    });
    let row: RowView = Callback::new(move |(id,): (u128,)| {
        let summary = register.summary(FileId(id));
        let name = move || summary.get().map(|s| s.name.clone()).unwrap_or_default();
        let more = move || {
            let summary = summary.get();
            let Some(pupil) = summary.as_ref().and_then(|s| s.pupil()) else { return String::new() };
            let guardian = pupil.guardians.first().map(|g| g.name.as_str()).unwrap_or_default();
            format!("{} {} · {}", pupil.town, pupil.village, guardian)
        };
        let school = move || {
            summary
                .get()
                .and_then(|s| s.pupil().and_then(|p| p.school))
                .map(|id| register.name_of(id))
                .unwrap_or_default()
        };
        view! {
            <div class="line">
                <div class="line-main"><div class="line-title">{name}</div><div class="line-more">{more}</div></div>
                <div class="line-end muted small">{school}</div>
            </div>
        }
        .into_any()
    });
    let go = Callback::new(move |(id,): (u128,)| {
        navigate.with_value(|go| go(&format!("/pupils/{}", FileId(id)), Default::default()))
    });
    let list = move || {
        view! {
            <div class="page-head pad-s">
                <SearchBox value=search on_search=Callback::new(move |(text,): (String,)| { scroll.set(0.0); search.set(text); }) label=t(W::SearchLabel) placeholder=t(W::SearchHint) clear_label=t(W::Clear) />
                <div class="row apart">
                    <span class="muted" role="status">{t_with(W::Count, move || vec![rows.with(|rows| rows.len()).to_string()])}</span>
                    <Button label=t(W::New) icon=Icon::Plus look=Look::Soft on_press=Callback::new(move |()| adding.set(true)) />
                </div>
            </div>
            <Show when=move || rows.with(|rows| !rows.is_empty()) fallback=move || view! {
                <EmptyState icon=Icon::People title=Signal::derive(move || language.say(if search.get().trim().is_empty() { W::Empty } else { W::NotFound }).to_owned()) />
            }>
                <VirtualList rows=rows view_row=row selected=Signal::derive(move || open.get().map(|id| id.0)) on_open=go scroll=scroll label=t(W::List) />
            </Show>
        }
    };
    view! {
        <SplitView open=Signal::derive(move || open.get().is_some()) list=list back_label=t(W::BackToList) on_back=Callback::new(move |()| navigate.with_value(|go| go("/pupils", Default::default())))>
            <Show when=move || open.get().is_none()><EmptyState icon=Icon::Person title=t(W::Choose) /></Show>
            <Outlet />
        </SplitView>
        <NewPupil adding />
    }
}

/// A new pupil: the few fields that tell a child apart, and those who look alike as one types.
#[component]
fn NewPupil(adding: RwSignal<bool>) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let toasts = use_toasts();
    let navigate = StoredValue::new_local(use_navigate());
    let page = RwSignal::new(Pupil::default());
    let problem = RwSignal::new(String::new());
    let alike = Memo::new(move |_| {
        let page = page.get();
        let summary = PupilSummary {
            id_no: page.id_no.clone(),
            birth: page.birth,
            village: page.village.clone(),
            ..PupilSummary::default()
        };
        register.summaries.with(|all| lookalike::like(FileId(0), page.name.trim(), &summary, all.values()))
    });
    let checked = RwSignal::new(false);
    let save = Callback::new(move |()| {
        let mut now = page.get_untracked();
        now.name = crate::domain::identity::normalise_name(&now.name).into_owned();
        now.id_no = crate::domain::identity::normalise(&now.id_no).text.into_owned();
        if let Ok(id) = crate::domain::identity::IdNumber::parse(&now.id_no) {
            now.id_type = "1".into();
            now.birth = Some(id.birth());
            now.sex = id.sex().code().into();
        }
        let id = new_file();
        let order = Order {
            file: id,
            kind: FileKind::Pupil,
            command: Command::set(Act::NEW_FILE, RecordKey::root("pupil"), now.write()),
        };
        spawn_local(async move {
            match register.keep(vec![order], Vec::new()).await {
                Ok(_) => {
                    adding.try_set(false);
                    page.try_set(Pupil::default());
                    problem.try_set(String::new());
                    toasts.say(crate::i18n::Word::text(W::Made, language.now()));
                    navigate.with_value(|go| go(&format!("/pupils/{id}"), Default::default()));
                }
                Err(why) => {
                    problem.try_set(keep_error(&why, language.now()));
                }
            }
        });
    });
    let label = move |key: &'static str| Signal::derive(move || field_label("pupil", key, language.get()));
    let text = move |get: fn(&Pupil) -> &String| Signal::derive(move || page.with(|page| get(page).clone()));
    let set = move |put: fn(&mut Pupil, String)| {
        Callback::new(move |(text,): (String,)| {
            checked.set(false);
            page.update(|page| put(page, text))
        })
    };
    view! {
        <Dialog open=adding title=t(W::New) close_label=t(Common::Cancel) on_close=Callback::new(move |()| adding.set(false))>
            <form class="stack" on:submit=move |event| { event.prevent_default(); save.run(()); }>
                <Field label=label("name")><TextInput value=text(|p| &p.name) on_input=set(|p, v| p.name = v) autofocus=true /></Field>
                <Field label=label("id_no")><TextInput value=text(|p| &p.id_no) kind=TextKind::Number on_input=set(|p, v| p.id_no = v) /></Field>
                <Field label=label("town")><TextInput value=text(|p| &p.town) on_input=set(|p, v| p.town = v) /></Field>
                <Field label=label("village")><TextInput value=text(|p| &p.village) on_input=set(|p, v| p.village = v) /></Field>
                <Field label=label("address")><TextInput value=text(|p| &p.address) on_input=set(|p, v| p.address = v) /></Field>
                <Show when=move || !problem.get().is_empty()><Banner title=problem tone=Tone::Late /></Show>
                {move || alike.get().into_iter().take(3).map(|(id, _)| view! {
                    <Banner title=t(W::LookAlike) text=register.name_of(id) tone=Tone::Due>
                        <LinkButton label=t(W::OpenThat) href=format!("/pupils/{id}") />
                        <Button label=t(W::Other) look=Look::Plain on_press=Callback::new(move |()| checked.set(true)) />
                    </Banner>
                }).collect_view()}
                <div class="row end">
                    <Button label=t(Common::Save) submit=true look=Look::Primary large=true disabled=Signal::derive(move || page.with(|p| p.name.trim().is_empty()) || (!alike.with(Vec::is_empty) && !checked.get())) />
                </div>
            </form>
        </Dialog>
    }
}
