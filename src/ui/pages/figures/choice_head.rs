//! The head of a list that a figure opened: which figure, which days, on which basis, and the way back.
use crate::app::register::use_register;
use crate::i18n::pages::figures::{Figures as W, figure_word, part_text, split_word};
use crate::i18n::{dates, t, use_language};
use crate::report::figure::{Choice, Split, pupils};
use crate::ui::kit::{Icon, LinkButton, Look};
use leptos::prelude::*;

#[component]
pub fn ChoiceHead(choice: Choice) -> impl IntoView {
    let (language, register) = (use_language(), use_register());
    let back = {
        let mut back = format!("/figures?from={}&on={}", choice.period.from, choice.period.on);
        if choice.known.is_some() {
            back.push_str("&known=1");
        }
        back
    };
    let figure = choice.figure;
    let period = choice.period;
    let known = choice.known;
    let days = move || {
        let lang = language.get();
        let [from, on] = [period.from, period.on].map(|day| dates::long(day, lang));
        let mut text = if figure.is_of_period() { language.say_with(W::OnDay, &[&from, &on]) } else { on };
        if let Some(day) = known {
            text.push_str(lang.pick("，", ", "));
            text.push_str(&language.say_with(W::KnownShort, &[&dates::long(day, lang)]));
        }
        text
    };
    // The part's own name stands in a child's file: the address holds a number alone.
    let part = Memo::new(move |_| {
        let (split, key) = choice.part.clone()?;
        let named = register.with_known(choice.known, |files| {
            pupils(files)
                .flat_map(|(_, _, pupil)| split.parts(pupil, choice.period))
                .find(|part| split.part_key(part) == key)
        });
        let name = |id: &str| id.parse().map(|id| register.name_of(id)).unwrap_or_default();
        let lang = language.get();
        let of = |split: Split| [language.say(split_word(split)), lang.pick("：", ": ")].concat();
        Some([of(split), part_text(split, &named.unwrap_or_default(), lang, name)].concat())
    });
    view! {
        <div class="choice-head">
            <h1>{t(figure_word(figure))}</h1>
            <p class="muted"><span class="line">{days}</span><span class="line">{move || part.get()}</span></p>
            <div class="row tight">
                <LinkButton label=t(W::BackToFigures) href=back icon=Icon::Left look=Look::Plain />
                <LinkButton label=t(W::AllLedgers) href="/ledgers" look=Look::Plain />
            </div>
        </div>
    }
    .into_any()
}
