//! Settings: the county's rules in force, the code lists, and this tablet's language and display.
use crate::app::register::use_register;
use crate::domain::codes;
use crate::i18n::pages::Settings;
use crate::i18n::{Lang, t, t_with, use_language};
use crate::ui::kit::{Card, Choice, ChoiceChips, Field};
use crate::ui::look::{Theme, use_appearance};
use crate::ui::pages::safe::TabletCard;
use leptos::prelude::*;

#[component]
pub fn SettingsPage() -> impl IntoView {
    let register = use_register();
    let language = use_language();
    let appearance = use_appearance();
    let themes = Signal::derive(move || {
        Theme::ALL
            .iter()
            .map(|theme| Choice::new(theme.key(), language.say(theme.word())))
            .collect::<Vec<_>>()
    });
    let pick_theme = Callback::new(move |(now,): (Vec<String>,)| {
        appearance.set(now.first().map(|key| Theme::from_key(key)).unwrap_or_default());
    });
    let languages =
        Signal::stored(Lang::ALL.iter().map(|lang| Choice::new(lang.tag(), lang.name())).collect::<Vec<_>>());
    let pick_language = Callback::new(move |(now,): (Vec<String>,)| {
        if let Some(lang) = now.first().and_then(|tag| Lang::from_tag(tag)) {
            language.set(lang);
        }
    });
    let rule = t_with(Settings::FrequencyText, move || {
        let rule = register.policy.get().frequency_on(register.today.get());
        vec![
            rule.visits_per_week.to_string(),
            rule.periods_per_visit.to_string(),
            rule.periods_per_year.to_string(),
            rule.source,
        ]
    });
    let lists = codes::ALL.iter().map(|list| view! { <div class="fact"><dt>{list.key}</dt><dd>{list.source}" · "{list.version}" · "{list.codes.len()}</dd></div> }).collect_view();
    view! {
        <div class="page narrow">
            <h1>{t(Settings::Title)}</h1>
            <Card title=t(Settings::Tablet)>
                <div class="stack">
                    <Field label=t(Settings::Language) group=true>
                        <ChoiceChips options=languages chosen=Signal::derive(move || vec![language.get().tag().to_owned()]) on_change=pick_language />
                    </Field>
                    <Field label=t(Settings::Theme) group=true>
                        <ChoiceChips options=themes chosen=Signal::derive(move || vec![appearance.theme().key().to_owned()]) on_change=pick_theme />
                    </Field>
                </div>
            </Card>
            <TabletCard />
            <Card title=t(Settings::County)><h3>{t(Settings::Frequency)}</h3><p>{rule}</p></Card>
            <Card title=t(Settings::CodeLists)>
                <p>{t_with(Settings::CodeListsText, || vec![codes::ALL.len().to_string()])}</p>
                <dl class="facts">{lists}</dl>
            </Card>
        </div>
    }
}
