//! The language of the page as a signal in context, and the helpers that views use.
use super::{Lang, Word, fill};
use leptos::prelude::*;

/// The language of the page and the way to change it.
#[derive(Clone, Copy)]
pub struct Language {
    current: RwSignal<Lang>,
    keep: Callback<Lang>,
}

impl Language {
    /// The language now; what reads it runs again when it changes.
    pub fn get(self) -> Lang {
        self.current.try_get().unwrap_or_default()
    }
    /// For event handlers and what follows an `.await`.
    pub fn now(self) -> Lang {
        self.current.try_get_untracked().unwrap_or_default()
    }
    /// Changes the language of the page and keeps the choice.
    pub fn set(self, lang: Lang) {
        self.current.set(lang);
        self.keep.run(lang);
    }
    /// The word in the language of the page (tracked).
    pub fn say(self, word: impl Word) -> &'static str {
        word.text(self.get())
    }
    /// The filled template in the language of the page (tracked).
    pub fn say_with(self, word: impl Word, args: &[&str]) -> String {
        fill(word.text(self.get()), args)
    }
}

/// Provides the language to the page and keeps `<html lang>` right. `keep` stores the user's choice.
pub fn provide_language(initial: Lang, keep: Callback<Lang>) -> Language {
    let language = Language { current: RwSignal::new(initial), keep };
    provide_context(language);
    Effect::new(move || {
        let tag = language.get().tag();
        if let Some(html) = document().document_element() {
            // The only failure is an invalid attribute name, which this is not.
            let _kept = html.set_attribute("lang", tag);
        }
    });
    language
}

/// The language of the page; Chinese where none was provided (a component mounted alone in a test).
pub fn use_language() -> Language {
    use_context::<Language>()
        .unwrap_or_else(|| Language { current: RwSignal::new(Lang::Zh), keep: Callback::new(|_| ()) })
}

/// A word that follows the language switch: in a view as it is, in a component's label as a prop.
pub fn t(word: impl Word) -> Signal<&'static str> {
    let language = use_language();
    Signal::derive(move || language.say(word))
}

/// A filled template that follows the language switch and whatever `args` reads.
pub fn t_with(word: impl Word, args: impl Fn() -> Vec<String> + Send + Sync + 'static) -> Signal<String> {
    let language = use_language();
    Signal::derive(move || {
        let args = args();
        let args: Vec<&str> = args.iter().map(String::as_str).collect();
        language.say_with(word, &args)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Common;

    #[test]
    fn a_word_follows_the_switch_and_the_choice_is_kept() {
        let owner = Owner::new();
        owner.with(|| {
            let kept = RwSignal::new(None);
            let keep = Callback::new(move |lang| kept.set(Some(lang)));
            let language = Language { current: RwSignal::new(Lang::Zh), keep };
            provide_context(language);
            let word = t(Common::Save);
            assert_eq!(word.get_untracked(), "保存");
            language.set(Lang::En);
            assert_eq!((word.get_untracked(), kept.get_untracked()), ("Save", Some(Lang::En)));
        });
    }
}
