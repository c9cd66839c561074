//! The two lines of duty for one child, as a card that the child's page places.
use crate::app::duty::watch;
use crate::domain::calendar::SchoolYear;
use crate::domain::codes::GRADE;
use crate::domain::id::FileId;
use crate::i18n::codes::code_text;
use crate::i18n::pages::duty::{Duty as W, rung_word, signed_word};
use crate::i18n::{dates, t, t_with, use_language};
use crate::report::duty::chain::{Around, Link, Rung, chain};
use crate::report::duty::letters::Signed;
use crate::ui::kit::{Card, Status, Tone};
use leptos::prelude::*;

/// Who answers for this child, from the county and from the bureau down.
#[component]
pub fn ChainCard(id: FileId) -> impl IntoView {
    let (register, language) = (crate::app::register::use_register(), use_language());
    let file = watch(register);
    let county = StoredValue::new(register.card().name);
    let lines = Memo::new(move |_| {
        let (duty, today) = (file.duty.get(), register.today.get());
        register.summaries.with(|files| {
            let pupil = files.get(&id)?.pupil()?;
            let grade = pupil.grade.clone();
            county.with_value(|county| {
                Some((chain(&Around { duty: &duty, files, county, today }, pupil), grade))
            })
        })
    });
    let rung = move |link: &Link, grade: &str| {
        let lang = language.get();
        let unit = match link.rung {
            Rung::Class => [code_text(&GRADE, grade, lang), link.unit.clone()].join(" "),
            _ => link.unit.clone(),
        };
        let nobody = link.person.is_empty();
        let person = if nobody { language.say(W::Nobody).to_owned() } else { link.person.clone() };
        let letter = link.letter.map(|(_, signed)| {
            let (word, tone) = match signed {
                Signed::On(on) => (language.say_with(W::SignedOn, &[&dates::long(on, lang)]), Tone::Good),
                other => (language.say(signed_word(other)).to_owned(), Tone::Due),
            };
            view! { <Status label=word tone=tone /> }
        });
        view! {
            <li class="chain-link">
                <span class="chain-rung">{language.say(rung_word(link.rung))}</span>
                {(!unit.trim().is_empty()).then(|| view! { <span class="chain-unit">{unit}</span> })}
                <strong class:muted=nobody>{person}</strong>
                {letter}
            </li>
        }
        .into_any()
    };
    let body = move || {
        let (lines, grade) = lines.get()?;
        let line = |(word, links): (W, &Vec<Link>)| {
            let links = links.iter().map(|link| rung(link, &grade)).collect_view();
            view! { <div class="chain-line"><h3>{t(word)}</h3><ol class="chain">{links}</ol></div> }
        };
        let [government, education] = &lines;
        Some([(W::Government, government), (W::Education, education)].map(line).into_iter().collect_view())
    };
    let year = t_with(W::ChainText, move || vec![SchoolYear::of(register.today.get()).to_string()]);
    view! {
        <Card title=t(W::Chain) name="chain"><p class="muted small">{year}</p><div class="chain-lines">{body}</div></Card>
    }
    .into_any()
}
