//! What the sheets of one kind would do: counts that add up, files by what becomes of them, what is wrong, what would change.
use super::changes::ChangesView;
use super::state::Taking;
use crate::app::lists::batch::Part;
use crate::domain::field::FileKind;
use crate::i18n::lists::kind_word;
use crate::i18n::pages::Transfer as W;
use crate::i18n::{Lang, Word, fill, use_language};
use crate::ui::intake::issues::IssuesView;
use crate::ui::pages::transfer::words::{counts_text, kind_text};
use leptos::prelude::*;

#[component]
pub fn PartView(taking: Taking, at: usize) -> impl IntoView {
    let language = use_language();
    // Whole parts follow one another as files are added: each view is made anew from its part.
    let part = Memo::new(move |_| taking.parts.get().and_then(|parts| parts.get(at).cloned()));
    let heading = move || part.get().map(|part| language.say(kind_word(part.kind)));
    let counts = move || part.get().map(|part| counts_text(part.counts, language.get()));
    let tallies = move || {
        let part = part.get()?;
        let kinds = [FileKind::School, FileKind::Staff, FileKind::Pupil].into_iter();
        Some(
            kinds
                .filter_map(|kind| tally_of(&part, kind, language.get()))
                .map(|(label, text)| {
                    view! { <div class="fact"><dt>{label}</dt><dd>{text}</dd></div> }
                })
                .collect_view(),
        )
    };
    view! {
        <section class="part-in" aria-live="polite">
            <h3>{heading}</h3>
            <p>{counts}</p>
            <dl class="facts">{tallies}</dl>
            {move || part.get().map(|part| view! { <IssuesView opening=taking.opening part /> })}
            {move || part.get().map(|part| view! { <ChangesView taking part /> })}
        </section>
    }
    .into_any()
}

fn tally_of(part: &Part, kind: FileKind, lang: Lang) -> Option<(String, String)> {
    let tally = part.plan.tally(kind);
    let all = [
        (W::Fresh, tally.new),
        (W::Changed, tally.changed),
        (W::Unchanged, tally.unchanged),
        (W::LeftOut, tally.left_out),
    ];
    let say = |(word, n): &(W, usize)| fill(word.text(lang), &[&n.to_string()]);
    let parts: Vec<String> = all.iter().filter(|(_, n)| *n > 0).map(say).collect();
    (!parts.is_empty()).then(|| (kind_text(kind.key(), lang), parts.join(lang.pick("，", ", "))))
}
