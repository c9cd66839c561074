//! Rules across records that do not hold, mostly since two tablets met: both sides are named, and each leads to its file.
use crate::app::register::{Register, use_register};
use crate::domain::id::FileId;
use crate::i18n::pages::Today as W;
use crate::i18n::{Lang, Word, dates, fill, t, use_language};
use crate::register::breach::Breach;
use crate::ui::kit::{Icon, icon};
use leptos::prelude::*;

/// The first so many; when they are mended the next come.
const SHOWN: usize = 20;

#[component]
pub fn Breaches() -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let found = Memo::new(move |_| register.breaches());
    let row = move |breach: Breach| {
        let (text, files, tab) = told(&breach, register, language.get());
        let links = files.into_iter().map(|id| {
            view! { <a class="errand-other" href=format!("/pupils/{id}{tab}")>{icon(Icon::Right)}<span>{register.name_of(id)}</span></a> }
        });
        view! { <li class="errand"><div class="errand-main"><p>{text}</p><div class="errand-others">{links.collect_view()}</div></div></li> }
    };
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <section class="stop" data-name="breaches">
                <h2 class="stop-name">{t(W::ToMend)}</h2>
                <ul class="errands">{move || found.get().into_iter().take(SHOWN).map(row).collect_view()}</ul>
            </section>
        </Show>
    }
    .into_any()
}

/// The sentence, the files that it is about, and where in them.
fn told(breach: &Breach, register: Register, lang: Lang) -> (String, Vec<FileId>, &'static str) {
    let name = |id: &FileId| register.name_of(*id);
    let say = |word: W, args: &[&str]| fill(word.text(lang), args);
    match breach {
        Breach::TwoPlacements { file, on, .. } => {
            (say(W::TwoPlacements, &[&name(file), &dates::short(*on, lang)]), vec![*file], "?tab=file")
        }
        Breach::TwoPlans { file, .. } => (say(W::TwoPlans, &[&name(file)]), vec![*file], "?tab=plans"),
        Breach::VisitsOverlap { teacher, on, one: (one, _), other: (other, _) } => {
            let mut files = vec![*one, *other];
            files.dedup();
            let text =
                say(W::VisitsOverlap, &[&name(teacher), &dates::short(*on, lang), &name(one), &name(other)]);
            (text, files, "")
        }
        Breach::SameNumber { one, other } => {
            (say(W::SameNumber, &[&name(one), &name(other)]), vec![*one, *other], "?tab=file")
        }
        Breach::JoinedToNothing { file, .. } => (say(W::JoinedToNothing, &[&name(file)]), vec![*file], ""),
    }
}
