//! Where the case stands, at a glance.
use super::super::Open;
use crate::domain::case::{CaseView, State, needs_roll};
use crate::domain::codes;
use crate::domain::date::Date;
use crate::i18n::codes::code_text;
use crate::i18n::pages::{Case as W, proof_text, state_text};
use crate::i18n::{Lang, Word, dates, t, t_with};
use crate::ui::kit::{Card, Icon, LinkButton, Look, Status, Tone, icon};
use leptos::prelude::*;

/// The colour of a state: waiting, under way, done.
pub fn tone_of(state: State) -> Tone {
    match state {
        State::Closed => Tone::Good,
        State::Returned | State::Placed | State::Stable | State::Verified | State::Exempt => Tone::Info,
        State::Confirmed | State::Persuading | State::Ordered | State::Penalised | State::Court => Tone::Late,
        _ => Tone::Due,
    }
}

#[component]
pub fn Head(child: Open, view: Memo<Option<CaseView>>) -> impl IntoView {
    let edit = move || {
        let id = view.with(|view| view.as_ref().map(|view| view.id));
        view! { <LinkButton label=t(W::Edit) icon=Icon::Pen look=Look::Plain href=child.edit("case", id) /> }
    };
    let state = move || {
        let state = view.get()?.state_on(child.register.today.get());
        let label = Signal::derive(move || state_text(state, child.language.get()));
        Some(view! { <Status label=label tone=tone_of(state) /> })
    };
    let relapsed = move || {
        let times = view.with(|view| view.as_ref().map(CaseView::relapses)).filter(|times| *times > 0)?;
        let label = t_with(W::Relapsed, move || vec![times.to_string()]);
        Some(view! { <Status label=label tone=Tone::Late /> })
    };
    let claimed = move || {
        let of_list = |view: &CaseView| view.steps.last().is_some_and(|s| s.record.claimed == Some(true));
        let claimed = view.with(|view| view.as_ref().is_some_and(of_list));
        claimed.then(|| view! { <Status label=t(W::Claimed) tone=Tone::Due /> })
    };
    let facts = move || view.get().map(|view| rows(child, &view));
    let missing = move || {
        let lang = child.language.get();
        let missing = view.get()?.missing();
        let words: Vec<String> = missing.into_iter().map(|proof| proof_text(proof, lang)).collect();
        (!words.is_empty()).then(|| {
            let text = child.language.say_with(W::MissingPapers, &[&words.join(lang.pick("、", ", "))]);
            view! { <p class="gaps small">{icon(Icon::File)}<span>{text}</span></p> }
        })
    };
    view! {
        <Card title=t(W::Tab) actions=edit name="case">
            <div class="row tight">{state}{relapsed}{claimed}</div>
            <dl class="facts two">{facts}</dl>
            {missing}
        </Card>
    }
}

fn rows(child: Open, view: &CaseView) -> AnyView {
    let lang = child.language.get();
    let today = child.register.today.get();
    let day = |date: Option<Date>| date.map(|date| dates::long(date, lang)).unwrap_or_default();
    let join = |parts: Vec<String>| {
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let case = &view.case;
    let found = case.found_on.map(|on| child.language.say_with(W::Found, &[&dates::long(on, lang)]));
    let out = view.last_check().and_then(|check| check.record.absent_from).or(case.absent_from);
    let out = out.map_or_else(|| dates::month(&case.absent_month, lang), |on| dates::long(on, lang));
    let team = if case.team.is_empty() { W::NoTeam.text(lang).to_owned() } else { case.team.clone() };
    let outcome = code_text(&codes::OUTCOME, view.outcome(), lang);
    let not_real = code_text(&codes::NOT_REAL_REASON, view.not_real(), lang);
    let until = view.until().map(|until| child.language.say_with(W::Until, &[&dates::long(until, lang)]));
    let rows = [
        (W::FoundBy, join(vec![code_text(&codes::CASE_SET, &case.set, lang), found.unwrap_or_default()])),
        (W::Source, join(vec![code_text(&codes::DEPARTMENT, &case.source, lang), case.batch.clone()])),
        (W::Team, team),
        (W::Out, if case.absent_month.is_empty() && out.is_empty() { String::new() } else { out }),
        (W::Outcome, join(vec![outcome, not_real, until.unwrap_or_default()])),
        (W::Back, back(child, view, lang, day)),
        (W::Roll, roll(child, view, today)),
    ];
    let row = |(word, text): (W, String)| {
        (!text.is_empty()).then(|| view! { <div class="fact"><dt>{t(word)}</dt><dd>{text}</dd></div> })
    };
    rows.into_iter().map(row).collect_view().into_any()
}

fn back(child: Open, view: &CaseView, lang: Lang, day: impl Fn(Option<Date>) -> String) -> String {
    let Some(back) = view.enrolment().map(|back| &back.record) else { return String::new() };
    let school =
        back.school.map(|id| child.register.name_of(id)).unwrap_or_else(|| back.other_school.clone());
    let stability = crate::app::cases::stability(child.register, view);
    let (days, needed) = (stability.days.to_string(), stability.needed.to_string());
    let waits = matches!(view.state(), State::Returned | State::Placed);
    let stable = match waits {
        true => crate::i18n::fill(W::Stable.text(lang), &[&days, &needed]),
        false => String::new(),
    };
    [day(back.back_on), school, stable]
        .into_iter()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

/// Both make a return: said as soon as somebody is back.
fn roll(child: Open, view: &CaseView, today: Date) -> String {
    let asked = needs_roll(view.outcome()) || view.enrolment().is_some();
    if !asked || view.state_on(today) == State::Reopened {
        return String::new();
    }
    child.language.say(if view.is_registered() { W::OnRoll } else { W::NotOnRoll }).to_owned()
}
