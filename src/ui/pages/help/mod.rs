//! Help: short topics under a few headings, found by a word of theirs. `?topic=` opens one; what is searched stays out of the address.
mod topics;

use crate::i18n::pages::{Help, HelpTopic};
use crate::i18n::{Common, Lang, Word, t, use_language};
use crate::ui::kit::{Icon, SearchBox, icon};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use topics::{GROUPS, Topic};

/// Whether a topic has the sought words in its heading or its sentences, case aside.
fn fits(topic: &Topic, sought: &str, lang: Lang) -> bool {
    let sought = sought.trim().to_lowercase();
    let texts = std::iter::once(topic.title).chain(topic.lines.iter().copied());
    sought.is_empty() || texts.into_iter().any(|word| word.text(lang).to_lowercase().contains(&sought))
}

#[component]
pub fn HelpPage() -> impl IntoView {
    let language = use_language();
    let query = use_query_map();
    let sought = RwSignal::new(String::new());
    let wanted = Memo::new(move |_| query.read().get("topic").unwrap_or_default());
    let fits_now = move |topic: &Topic| sought.with(|sought| fits(topic, sought, language.get()));
    let none = move || !GROUPS.iter().flat_map(|(_, topics)| *topics).any(fits_now);
    let groups = GROUPS.iter().map(|(title, topics)| {
        let is_empty = move || !topics.iter().any(fits_now);
        view! {
            <section class="stack tight" hidden=is_empty>
                <h2>{t(*title)}</h2>
                {topics.iter().map(|topic| view! { <TopicFold topic sought wanted /> }).collect_view()}
            </section>
        }
    });
    view! {
        <div class="page narrow">
            <h1>{t(Help::Title)}</h1>
            <SearchBox
                value=sought
                on_search=Callback::new(move |(text,)| sought.set(text))
                label=t(Help::Find)
                clear_label=t(Common::Close)
                placeholder=t(Help::FindHint)
            />
            {groups.collect_view()}
            <p class="muted" role="status">{move || none().then(|| language.say(Help::NotFound))}</p>
        </div>
    }
}

/// One topic; open when it is asked for by the address, or when a search has found it by its sentences.
#[component]
fn TopicFold(topic: &'static Topic, sought: RwSignal<String>, wanted: Memo<String>) -> impl IntoView {
    let language = use_language();
    let is_sought = move || sought.with(|sought| !sought.trim().is_empty());
    let open = Memo::new(move |_| wanted.get() == topic.key || is_sought());
    let hidden = move || sought.with(|sought| !fits(topic, sought, language.get()));
    let lines = || topic.lines.iter().map(|line| view! { <li>{with_link(*line)}</li> }).collect_view();
    let body = match topic.steps {
        true => view! { <ol class="notes steps">{lines()}</ol> }.into_any(),
        false => view! { <ul class="notes">{lines()}</ul> }.into_any(),
    };
    view! {
        <details class="topic" id=topic.key open=move || open.get() hidden=hidden>
            <summary><span class="grow">{t(topic.title)}</span>{icon(Icon::Down)}</summary>
            {body}
        </details>
    }
    .into_any()
}

/// The sentence about the format names a file that is served beside the page.
fn with_link(line: HelpTopic) -> AnyView {
    match line {
        HelpTopic::Format1 => view! {
            {t(line)}" "
            <a href="/schema/register-1.schema.json" rel="external" target="_blank">{t(HelpTopic::Schema)}</a>
        }
        .into_any(),
        _ => view! { {t(line)} }.into_any(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn all() -> impl Iterator<Item = &'static Topic> {
        GROUPS.iter().flat_map(|(_, topics)| *topics)
    }

    #[test]
    fn every_word_of_the_help_is_shown_once_and_every_topic_has_its_own_address() {
        let shown: Vec<HelpTopic> =
            all().flat_map(|topic| std::iter::once(topic.title).chain(topic.lines.iter().copied())).collect();
        for word in HelpTopic::ALL.iter().filter(|word| **word != HelpTopic::Schema) {
            assert_eq!(shown.iter().filter(|shown| *shown == word).count(), 1, "{word:?}");
        }
        let keys: BTreeSet<&str> = all().map(|topic| topic.key).collect();
        assert_eq!(keys.len(), all().count());
    }

    #[test]
    fn a_topic_is_found_by_its_heading_or_its_sentences_in_either_language() {
        let found = |sought: &str, lang| {
            all().filter(|topic| fits(topic, sought, lang)).map(|topic| topic.key).collect::<Vec<_>>()
        };
        assert_eq!(found("", Lang::Zh).len(), all().count());
        assert!(found("忘了口令", Lang::Zh).contains(&"forgot"));
        assert!(found(" wechat ", Lang::En).contains(&"wechat"));
        assert_eq!(found("xyzzy", Lang::En), [""; 0]);
    }
}
