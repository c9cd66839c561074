//! How often to visit: the rule in force in one sentence, and all rules that the county has set, the latest first.
use super::CountyFile;
use crate::app::register::{new_record, use_register};
use crate::domain::date::Date;
use crate::domain::id::RecordId;
use crate::domain::policy::{Frequency, VisitRule};
use crate::i18n::pages::{County as W, Settings as S};
use crate::i18n::{Common, Lang, Word, dates, fill, t, use_language};
use crate::ui::kit::{Button, Card, Icon, IconButton, Look, Status, Tone};
use leptos::prelude::*;

#[component]
pub fn FrequencyCard(county: CountyFile) -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let in_force = Memo::new(move |_| county.policy.get().frequency_on(register.today.get()));
    let rules = Memo::new(move |_| {
        let read = |(id, values)| (id, Frequency::read(&values));
        let mut rules: Vec<(RecordId, Frequency)> =
            county.records("frequency").into_iter().map(read).collect();
        rules.sort_by_key(|(id, rule)| std::cmp::Reverse((rule.from, *id)));
        rules
    });
    let add = Callback::new(move |()| {
        let rule = in_force.get_untracked();
        let start = Frequency {
            from: Some(register.today.get_untracked()),
            visits_per_week: Some(i64::from(rule.visits_per_week)),
            periods_per_visit: Some(i64::from(rule.periods_per_visit)),
            periods_per_year: Some(i64::from(rule.periods_per_year)),
            ..Frequency::default()
        };
        county.edit("frequency", new_record(), start.write(), None);
    });
    let sentence = move || rule_text(&in_force.get(), language.get());
    let source = move || fill(W::BasedOn.text(language.get()), &[&in_force.get().source]);
    let rows = move || {
        let (lang, today) = (language.get(), register.today.get());
        let all = rules.get();
        let now = current(&all, today);
        all.into_iter().map(|(id, rule)| row(county, id, &rule, today, now, lang)).collect_view()
    };
    view! {
        <Card title=t(S::Frequency) name="frequency">
            <div class="in-force">
                <span class="muted small">{t(W::InForce)}</span>
                <strong class="in-force-rule">{sentence}</strong>
                <span class="muted small">{source}</span>
            </div>
            <Show when=move || rules.with(Vec::is_empty)><p class="muted">{t(W::NoRules)}</p></Show>
            <ul class="settings">{rows}</ul>
            <div class="row"><Button label=t(W::AddRule) icon=Icon::Plus look=Look::Soft on_press=add name="add-rule" /></div>
        </Card>
    }
    .into_any()
}

/// `每周 2 次 · 每次 3 课时 · 每学年 216 课时`
fn rule_text(rule: &VisitRule, lang: Lang) -> String {
    let part = |word: W, number: u32| fill(word.text(lang), &[&number.to_string()]);
    [
        part(W::PerWeek, rule.visits_per_week),
        part(W::Hours, rule.periods_per_visit),
        part(W::PerYear, rule.periods_per_year),
    ]
    .join(" · ")
}

/// The county's rule that holds today; the policy decides alike.
fn current(rules: &[(RecordId, Frequency)], today: Date) -> Option<RecordId> {
    let holds = |rule: &Frequency| {
        rule.from.is_some_and(|from| from <= today) && rule.to.is_none_or(|to| today <= to)
    };
    rules.iter().find(|(_, rule)| holds(rule)).map(|(id, _)| *id)
}

fn row(
    county: CountyFile,
    id: RecordId,
    rule: &Frequency,
    today: Date,
    now: Option<RecordId>,
    lang: Lang,
) -> AnyView {
    let day = |date: Option<Date>| date.map(|date| dates::long(date, lang)).unwrap_or_default();
    let span = match rule.to {
        Some(_) => fill(W::Between.text(lang), &[&day(rule.from), &day(rule.to)]),
        None => fill(W::Since.text(lang), &[&day(rule.from)]),
    };
    let whole = |number: Option<i64>| number.and_then(|n| u32::try_from(n).ok()).unwrap_or_default();
    let figures = VisitRule {
        visits_per_week: whole(rule.visits_per_week),
        periods_per_visit: whole(rule.periods_per_visit),
        periods_per_year: whole(rule.periods_per_year),
        source: String::new(),
    };
    let (word, tone) = match (now == Some(id), rule.from, rule.to) {
        (true, ..) => (W::Now, Tone::Good),
        (false, Some(from), _) if from > today => (W::NotYet, Tone::Info),
        (false, _, Some(to)) if to < today => (W::Ended, Tone::Plain),
        _ => (W::Replaced, Tone::Plain),
    };
    let edit = Callback::new(move |()| county.edit("frequency", id, Default::default(), None));
    let label = [Common::Edit.text(lang), " ", &span].concat();
    view! {
        <li class="setting">
            <div class="setting-main">
                <div class="setting-name">{rule_text(&figures, lang)}</div>
                <div class="setting-source">{span}"　"{rule.source.clone()}</div>
            </div>
            <div class="setting-value"><Status label=t(word) tone=tone /></div>
            <div class="setting-acts"><IconButton icon=Icon::Pen label=label on_press=edit /></div>
        </li>
    }
    .into_any()
}
