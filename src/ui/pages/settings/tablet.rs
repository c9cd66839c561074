//! This tablet: its language and display, its people, its backup and room.
use crate::i18n::pages::Settings;
use crate::i18n::{Lang, t, use_language};
use crate::ui::kit::{Card, Choice, ChoiceChips, Field};
use crate::ui::look::{Theme, use_appearance};
use crate::ui::pages::people::PeopleLink;
use crate::ui::pages::safe::TabletCard;
use leptos::prelude::*;

#[component]
pub fn TabletTab() -> impl IntoView {
    let language = use_language();
    let appearance = use_appearance();
    let themes = Signal::derive(move || {
        let choice = |theme: &Theme| Choice::new(theme.key(), language.say(theme.word()));
        Theme::ALL.iter().map(choice).collect::<Vec<_>>()
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
    view! {
        <Card title=t(Settings::Look) name="look">
            <Field label=t(Settings::Language) group=true>
                <ChoiceChips options=languages chosen=Signal::derive(move || vec![language.get().tag().to_owned()]) on_change=pick_language />
            </Field>
            <Field label=t(Settings::Theme) group=true>
                <ChoiceChips options=themes chosen=Signal::derive(move || vec![appearance.theme().key().to_owned()]) on_change=pick_theme />
            </Field>
        </Card>
        <PeopleLink />
        <TabletCard />
    }
}
