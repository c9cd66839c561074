//! Taking a case a step further: the day, the outcome, why; what still stands against it as one writes, with the way to each;
//! signed with the key of whoever is unlocked when it is saved.
use super::super::Open;
use super::super::case::bar_list;
use super::frame::{Deeds, Frame};
use super::saving::Sending;
use super::sealing::Sealing;
use crate::app::cases::{self, Wanted};
use crate::app::layout;
use crate::app::record_draft::{RecordDraft, draft_name};
use crate::domain::case::{Bar, CaseView, State, state_of};
use crate::domain::check::Flaw;
use crate::domain::codes;
use crate::domain::field::{Field, Table};
use crate::domain::records::case::CaseStep;
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::pages::{Case as W, Child, deed};
use crate::i18n::{t, t_with};
use crate::register::case::current;
use crate::ui::form::{FormView, Refs, check_draft, focus_first, tidy};
use crate::ui::kit::{Banner, Choice, EmptyState, Icon, Tone};
use crate::ui::words::keep_error;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_query_map;

const FORM: &str = "step-form";
static TABLE: Table = CaseStep::TABLE;

/// What a person says of a step.
fn asked_of(to: State) -> &'static [&'static str] {
    match to {
        State::Confirmed | State::Returned | State::Placed | State::Exempt => &["on", "outcome", "why"],
        State::Reopened => &["on", "reopened", "why"],
        _ => &["on", "why"],
    }
}

/// The outcomes, or the reasons to open again, that a step can say.
fn choices(child: Open, to: State, field: &Field) -> Vec<Choice> {
    let lang = child.language.get();
    let of = |list: &'static codes::CodeList, code: &str| Choice::new(code, code_text(list, code, lang));
    let outcomes = codes::OUTCOME.codes.iter().map(|code| code.code);
    match field.key {
        "outcome" => {
            outcomes.filter(|code| state_of(code) == Some(to)).map(|code| of(&codes::OUTCOME, code)).collect()
        }
        "reopened" => codes::REOPEN_REASON.codes.iter().map(|c| of(&codes::REOPEN_REASON, c.code)).collect(),
        _ => Vec::new(),
    }
}

fn begun(child: Open, view: &CaseView, to: State) -> Values {
    let outcome = if to == State::NotReal { "NOT_REAL".to_owned() } else { String::new() };
    let reopened = match (to, view.state()) {
        (State::Reopened, State::NotReal | State::Verified) => "EVIDENCE".to_owned(),
        _ => String::new(),
    };
    let today = Some(child.register.today.get_untracked());
    let to = to.code().to_owned();
    CaseStep { case: Some(view.id), to, on: today, outcome, reopened, ..CaseStep::default() }.write()
}

fn wanted(to: State, values: &Values) -> Option<Wanted> {
    let step = CaseStep::read(values);
    Some(Wanted { to, on: step.on?, why: step.why, outcome: step.outcome, reopened: step.reopened })
}

#[component]
pub fn StepForm(child: Open) -> impl IntoView {
    let register = child.register;
    let view = Memo::new(move |_| current(&*child.file()?, register.today.get()));
    let to = use_query_map().read_untracked().get("to").and_then(|to| State::from_code(&to));
    let found = view.get_untracked().zip(to.filter(|to| deed(*to).is_some()));
    let Some((start, to)) = found else {
        return view! { <EmptyState icon=Icon::File title=t(W::Gone) /> }.into_any();
    };
    let begun = StoredValue::new(begun(child, &start, to));
    let values = RwSignal::new(begun.get_value());
    let draft_found = RwSignal::new(false);
    let snapshot = move || {
        let values = values.try_get()?;
        let same = tidy(&TABLE, &values) == tidy(&TABLE, &begun.try_get_value()?);
        let draft = RecordDraft { values, ..RecordDraft::default() };
        if same { None } else { layout::encode(&draft).ok() }
    };
    let restore = move |bytes: &[u8]| {
        let Ok(kept) = layout::decode::<RecordDraft>(bytes) else { return false };
        // What was written for another step is kept as the reason alone.
        let same = kept.values.get("to").and_then(Value::as_text) == Some(to.code());
        values.update(|now| match (same, kept.values.get("why")) {
            (true, _) => *now = kept.values.clone(),
            (false, Some(why)) => drop(now.insert("why".to_owned(), why.clone())),
            (false, None) => {}
        });
        draft_found.set(true);
        true
    };
    let sealing = Sealing::begin(
        (register, child.toasts, child.language),
        draft_name(child.id, TABLE.key, None),
        snapshot,
        restore,
    );
    let checked = check_draft(&TABLE, values, register.today.into());
    let only = asked_of(to);
    let problems = Signal::derive(move || {
        let of_form = |flaw: &Flaw| only.contains(&flaw.field);
        checked.get().into_iter().filter(of_form).collect::<Vec<Flaw>>()
    });
    let against = Memo::new(move |_| {
        let view = view.get()?;
        let wanted = values.with(|values| wanted(to, values))?;
        Some((cases::against(register, &view, &wanted), view))
    });
    let name =
        Signal::derive(move || deed(to).map(|deed| child.language.say(deed).to_owned()).unwrap_or_default());
    let show_all = RwSignal::new(false);
    let sending = Sending::new(child, sealing, child.place.href(child.id, "case"));
    let save = Callback::new(move |(_,): (bool,)| {
        let flaws = problems.get_untracked();
        if flaws.iter().any(Flaw::refuses) {
            show_all.set(true);
            return focus_first(FORM, &flaws);
        }
        let (Some(view), Some(wanted)) =
            (view.get_untracked(), values.with_untracked(|values| wanted(to, values)))
        else {
            return;
        };
        sending.busy.set(true);
        spawn_local(async move {
            match cases::orders(register, child.id, view.id, &wanted).await {
                Ok(orders) => sending.send(orders, Vec::new(), Child::StepTaken, name.get_untracked()),
                Err(why) => {
                    sending.busy.try_set(false);
                    show_all.try_set(true);
                    sending.failure.try_set(keep_error(&why, child.language.now()));
                }
            }
        });
    });
    let deeds = Deeds {
        sealing,
        save,
        delete: None,
        kind: name,
        gaps: Signal::derive(|| 0),
        found: draft_found.into(),
        sending,
    };
    let refs = Refs::new(|_, _| None, move |field| choices(child, to, field));
    let stands = move || {
        let (bars, view) = against.get()?;
        // What the form itself asks for is said at its field.
        let bars: Vec<Bar> =
            bars.into_iter().filter(|bar| !matches!(bar, Bar::NoOutcome | Bar::NoReopenReason)).collect();
        (!bars.is_empty()).then(|| {
            view! { <Banner title=t(W::Against) tone=Tone::Due name="against">{bar_list(child, &view, &bars)}</Banner> }
        })
    };
    let me = move || vec![register.name_of(register.me())];
    view! {
        <Show when=move || sealing.is_ready()>
            <Frame child title=name deeds>
                {stands}
                <FormView table=&TABLE draft=values only=only problems refs=refs on_show=child.seen(TABLE.key) show_all=show_all id=FORM.to_owned() />
                <p class="muted">{t_with(W::SignNote, me)}</p>
            </Frame>
        </Show>
    }
    .into_any()
}
