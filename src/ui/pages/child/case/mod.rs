//! The case on the child's file: where it stands, what can be done next and what is missing for it, its records in order, and
//! every step with who took it and whether that is proven.
mod head;
mod next;
mod records;
mod steps;

use self::head::Head;
pub use self::head::tone_of as case_tone;
use self::next::Next;
use self::records::Records;
use self::steps::Steps;
use super::Open;
use crate::domain::case::{Bar, CaseView, Proof};
use crate::domain::codes::OUTCOME;
use crate::domain::id::RecordId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::{Case as W, bar_text, state_text};
use crate::i18n::{Common, dates, t};
use crate::register::case::{cases, current};
use crate::ui::kit::{Card, EmptyState, Icon, LinkButton, Look};
use leptos::prelude::*;

#[component]
pub fn CaseTab(child: Open) -> impl IntoView {
    let view = Memo::new(move |_| current(&*child.file()?, child.register.today.get()));
    let body = move || match view.get().map(|view| view.id) {
        None => view! {
            <EmptyState icon=Icon::Case title=t(W::None) text=t(W::NoneText)>
                <LinkButton label=t(W::Open) icon=Icon::Plus look=Look::Soft href=child.edit("case", None) />
            </EmptyState>
        }
        .into_any(),
        Some(_) => view! {
            <Head child view />
            <Next child view />
            <Records child view />
            <Steps child view />
            <Older child view />
        }
        .into_any(),
    };
    // Whoever comes for the case finds it in sight; the child's card stands above.
    request_animation_frame(|| {
        if let Some(panel) = document().get_element_by_id("panel-case") {
            panel.scroll_into_view();
        }
    });
    let is_there = Memo::new(move |_| view.with(|view| view.as_ref().map(|view| view.id)));
    move || {
        is_there.track();
        untrack(body)
    }
}

/// Cases that were closed before this one was opened.
#[component]
fn Older(child: Open, view: Memo<Option<CaseView>>) -> impl IntoView {
    let older = Memo::new(move |_| {
        let now = view.with(|view| view.as_ref().map(|view| view.id));
        let cases = child.file().map(|file| cases(&file)).unwrap_or_default();
        cases.into_iter().filter(|case| Some(case.id) != now).collect::<Vec<CaseView>>()
    });
    let row = move |case: CaseView| {
        let lang = child.language.get();
        let found = case.case.found_on.map(|on| child.language.say_with(W::Found, &[&dates::long(on, lang)]));
        let parts = [
            found.unwrap_or_default(),
            state_text(case.state_on(child.register.today.get()), lang),
            code_text(&OUTCOME, case.outcome(), lang),
        ];
        let text = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ");
        view! { <li>{text}</li> }
    };
    view! {
        <Show when=move || older.with(|older| !older.is_empty())>
            <Card title=t(W::Older)><ul>{move || older.get().into_iter().map(row).collect_view()}</ul></Card>
        </Show>
    }
}

/// What stands against a step, each with the way to where it is done.
pub fn bar_list(child: Open, view: &CaseView, bars: &[Bar]) -> AnyView {
    let lang = child.language.get();
    let line = |bar: &Bar| {
        let text = bar_text(bar, lang);
        let link = remedy(child, view, bar).map(|href| {
            let label = [child.language.say(W::Do), " ", &text].concat();
            view! { <a class="button plain" href=href aria-label=label>{t(W::Do)}</a> }
        });
        view! { <li class="bar"><span>{text}</span>{link}</li> }
    };
    view! { <ul class="bars">{bars.iter().map(line).collect_view()}</ul> }.into_any()
}

/// Where a bar is removed; `None`: it takes another person, or time.
fn remedy(child: Open, view: &CaseView, bar: &Bar) -> Option<String> {
    let from_case = |href: String, query: &str| {
        let mark = if query.is_empty() { "?from=case".to_owned() } else { format!("?{query}&from=case") };
        [href, mark].concat()
    };
    let new = |table: &str, query: &str| Some(from_case(child.edit(table, None), query));
    let check = |query: &str| match view.last_check() {
        Some(check) if query.is_empty() => Some(from_case(child.edit("check", Some(check.id)), "")),
        _ => new("check", query),
    };
    match bar {
        Bar::NoCheck { verdict } => check(&["verdict=", verdict].concat()),
        Bar::TwoCheckers | Bar::NoReason | Bar::NoSubCode | Bar::Missing(Proof::Note) => check(""),
        Bar::Missing(Proof::Paper(kinds)) => {
            new("document", &["kind=", kinds.first().copied().unwrap_or_default()].concat())
        }
        Bar::Missing(Proof::Decision) => new("decision", ""),
        Bar::Missing(Proof::Plan) => new("plan", ""),
        Bar::Missing(Proof::Consent) => new("consent", ""),
        Bar::Missing(Proof::Deferral) => new("deferral", ""),
        Bar::Missing(Proof::Birth) => Some(from_case(child.edit("pupil", Some(RecordId::default())), "")),
        Bar::NoNotice(kinds) => {
            new("notice", &["kind=", kinds.first().copied().unwrap_or_default()].concat())
        }
        Bar::NoReturn => new("enrolment", ""),
        Bar::NotRegistered => match view.enrolment() {
            Some(back) => Some(from_case(child.edit("enrolment", Some(back.id)), "")),
            None => new("enrolment", ""),
        },
        Bar::NoPlacement => new("placement", ""),
        _ => None,
    }
}

/// The edit button of a record.
fn edit_link(child: Open, table: &'static str, id: RecordId, name: Signal<String>) -> AnyView {
    let label = Signal::derive(move || [child.language.say(Common::Edit), " ", &name.get()].concat());
    view! {
        <a class="button plain" href=child.edit(table, Some(id)) aria-label=move || label.get()>
            {crate::ui::kit::icon(Icon::Pen)}<span>{t(Common::Edit)}</span>
        </a>
    }
    .into_any()
}
