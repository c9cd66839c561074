//! "Is that you?": a teacher on the roster has the name of the person at the tablet, whose own file names no school yet.
use super::state::{Mine, Taking};
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Word, fill, use_language};
use crate::lists::take_in::roster::Namesake;
use crate::ui::kit::{Banner, Choice, ChoiceChips, Tone};
use leptos::prelude::*;

/// The value of "none of them", which no school's identity can be.
const NOBODY: &str = "nobody";

#[component]
pub fn WhoAmI(taking: Taking) -> impl IntoView {
    let language = use_language();
    // The question stays where it stands while the answer is worked out.
    let namesakes = Memo::new(move |before: Option<&Vec<Namesake>>| match taking.parts.get() {
        Some(parts) => parts.iter().flat_map(|part| part.namesakes.clone()).collect(),
        None if taking.opening.sheets.with(Vec::is_empty) => Vec::new(),
        None => before.cloned().unwrap_or_default(),
    });
    let title = Signal::derive(move || {
        let register = taking.opening.register;
        language.say_with(W::SameName, &[&register.name_of(register.me())])
    });
    let options = Signal::derive(move || {
        let lang = language.get();
        let at = |one: &Namesake| {
            let said = fill(W::ThatIsMe.text(lang), &[&one.school_name, &one.pupils.to_string()]);
            Choice::new(one.school.to_string(), said)
        };
        let mut all: Vec<Choice> = namesakes.with(|found| found.iter().map(at).collect());
        all.push(Choice::new(NOBODY, W::NotMe.text(lang)));
        all
    });
    let chosen = Signal::derive(move || match taking.mine.get() {
        Mine::NotSaid => Vec::new(),
        Mine::Nobody => vec![NOBODY.to_owned()],
        Mine::At(school) => vec![school.to_string()],
    });
    let say = Callback::new(move |(values,): (Vec<String>,)| {
        let of = |value: &String| {
            let found = namesakes.with_untracked(|all| {
                all.iter().find(|one| one.school.to_string() == *value).map(|one| one.school)
            });
            found.map_or(Mine::Nobody, Mine::At)
        };
        taking.say_mine(values.first().map_or(Mine::NotSaid, of));
    });
    view! {
        <Show when=move || !namesakes.with(Vec::is_empty)>
            <Banner title tone=Tone::Due name="who-am-i">
                <ChoiceChips options chosen on_change=say label=title />
            </Banner>
        </Show>
    }
    .into_any()
}
