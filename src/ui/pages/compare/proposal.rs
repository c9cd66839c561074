//! One likeness: both sides with what differs marked, what speaks for it, what people said, and the three answers.
use crate::app::comparing::use_comparing;
use crate::app::register::use_register;
use crate::domain::codes::SEX;
use crate::i18n::codes::code_text;
use crate::i18n::pages::compare::{
    Compare as W, grounds_words, origin_text, place_text, tier_word, when_text,
};
use crate::i18n::{Lang, Word as _, dates, t, use_language};
use crate::lists::compare::{Face, Shown, Tier};
use crate::platform::clock;
use crate::register::matches::{Verdict, Word};
use crate::ui::kit::{Button, Icon, Look, Status, Tone};
use leptos::prelude::*;
use std::sync::Arc;

#[component]
pub fn ProposalView(
    shown: Arc<Shown>,
    /// Pairs, and what is said of them.
    say: Callback<(Vec<String>, Verdict)>,
    busy: RwSignal<bool>,
) -> impl IntoView {
    let (comparing, register, language) = (use_comparing(), use_register(), use_language());
    let proposal = &shown.proposal;
    let (key, tier) = (proposal.key.clone(), proposal.tier);
    let reasons: Vec<AnyView> = grounds_words(proposal.grounds)
        .into_iter()
        .map(|word| {
            let against = matches!(word, W::OtherBirth | W::OtherSex);
            let tone = if against { Tone::Due } else { Tone::Good };
            view! { <Status label=t(word) tone=tone /> }.into_any()
        })
        .collect();
    let pair = key.clone();
    let said = move || {
        let lang = language.get();
        let said = comparing.decided.with(|decided| decided.get(&pair).copied())?;
        let text = match (said.contested, said.first.by == register.me(), said.settled(tier == Tier::Weak)) {
            (true, ..) => language.say(W::Contested).to_owned(),
            (false, true, None) => language.say(W::AwaitsSecond).to_owned(),
            (false, ..) => language.say_with(
                W::SecondSays,
                &[&register.name_of(said.first.by), verdict_word(said.first.verdict).text(lang)],
            ),
        };
        let is_open = said.contested || said.settled(tier == Tier::Weak).is_none();
        // What holds is said with who said it and when.
        let word = |word: &Word| {
            let day = dates::long(word.at.date(clock::zone()), lang);
            let verdict = verdict_word(word.verdict).text(lang);
            language.say_with(W::SaidBy, &[&register.name_of(word.by), &day, verdict])
        };
        let words: Vec<String> = [Some(said.first), said.second].iter().flatten().map(word).collect();
        Some(match is_open {
            true => view! { <p class="notice" role="status">{text}</p> }.into_any(),
            false => view! { <p class="muted">{words.join(lang.pick("；", "; "))}</p> }.into_any(),
        })
    };
    let answer = move |word: W, verdict: Verdict, look: Look, sign: Icon| {
        let pairs = vec![key.clone()];
        let press = Callback::new(move |()| say.run((pairs.clone(), verdict)));
        view! { <Button label=t(word) icon=sign look=look busy on_press=press /> }
    };
    let sides = {
        let shown = shown.clone();
        move || sides(&shown, language.get())
    };
    view! {
        <section class="card proposal">
            <div class="row tight">
                <Status label=t(tier_word(tier)) tone=if tier == Tier::Weak { Tone::Due } else { Tone::Info } />
                {reasons}
            </div>
            <div class="table-box"><table class="table compare">
                <thead><tr><td></td><th scope="col">{t(W::ThisRow)}</th><th scope="col">{t(W::ThatRow)}</th></tr></thead>
                <tbody>{sides}</tbody>
            </table></div>
            {said}
            <div class="row end">
                {answer(W::PutOff, Verdict::Later, Look::Plain, Icon::Clock)}
                {answer(W::Other, Verdict::Other, Look::Outline, Icon::Close)}
                {answer(W::Same, Verdict::Same, Look::Primary, Icon::Check)}
            </div>
        </section>
    }
    .into_any()
}

fn verdict_word(verdict: Verdict) -> W {
    match verdict {
        Verdict::Same => W::Same,
        Verdict::Other => W::Other,
        Verdict::Later => W::PutOff,
    }
}

/// A line a field; fields that neither side has are left out.
fn sides(shown: &Shown, lang: Lang) -> Vec<AnyView> {
    type Of = fn(&Face, Lang) -> String;
    let all: [(W, Of); 8] = [
        (W::Name, |face, _| face.name.clone()),
        (W::Number, |face, _| face.number.clone()),
        (W::Birth, |face, lang| face.birth.map(|birth| when_text(birth, lang)).unwrap_or_default()),
        (W::Sex, |face, lang| {
            face.sex.map(|sex| code_text(&SEX, &sex.to_string(), lang)).unwrap_or_default()
        }),
        (W::Guardian, |face, _| face.guardian.clone().unwrap_or_default()),
        (W::Home, |face, _| face.home.clone().unwrap_or_default()),
        (W::School, |face, _| face.school.clone().unwrap_or_default()),
        (W::Class, |face, _| {
            [face.grade.clone(), face.class.clone()].into_iter().flatten().collect::<Vec<_>>().join(" ")
        }),
    ];
    let differing = |word: W| match word {
        W::Name => Some(&shown.name_differs),
        W::Number => Some(&shown.number_differs),
        _ => None,
    };
    let first = |faces: &[Face], of: Of| {
        faces.iter().map(|face| of(face, lang)).find(|text| !text.is_empty()).unwrap_or_default()
    };
    let mut rows: Vec<AnyView> = Vec::new();
    for (word, of) in all {
        let (one, other) = (first(&shown.one, of), first(&shown.other, of));
        if one.is_empty() && other.is_empty() {
            continue;
        }
        let differs = !one.is_empty() && !other.is_empty() && one != other;
        let marks = differing(word);
        let is_number = word == W::Number;
        let side = |text: &str, marks: Option<&[u32]>| match is_number {
            true => marked(&covered(text, marks), marks),
            false => marked(text, marks),
        };
        let left = side(&one, marks.map(|(left, _)| left.as_slice()));
        let right = side(&other, marks.map(|(_, right)| right.as_slice()));
        let label = word.text(lang);
        rows.push(view! { <tr class:differs=differs><th scope="row">{label}</th><td>{left}</td><td>{right}</td></tr> }.into_any());
    }
    let from = |faces: &[Face]| {
        let one = |face: &Face| {
            let text = [origin_text(face.from, lang), &*place_text(face, lang)].join(" ");
            view! { <div class="small muted">{text}</div> }
        };
        faces.iter().map(one).collect_view()
    };
    let (one, other) = (from(&shown.one), from(&shown.other));
    rows.push(
        view! { <tr><th scope="row">{W::From.text(lang)}</th><td>{one}</td><td>{other}</td></tr> }.into_any(),
    );
    rows
}

/// A number as elsewhere, without its middle, but for the characters that differ: those are what a person decides by.
fn covered(text: &str, differs: Option<&[u32]>) -> String {
    let length = text.chars().count();
    let cover = |(at, c): (usize, char)| {
        let is_middle = (6..length.saturating_sub(4)).contains(&at);
        let is_shown = differs.is_some_and(|differs| differs.contains(&(at as u32)));
        if is_middle && !is_shown { '*' } else { c }
    };
    text.chars().enumerate().map(cover).collect()
}

/// A text with the characters at these positions marked.
fn marked(text: &str, at: Option<&[u32]>) -> Vec<AnyView> {
    let mut runs: Vec<(bool, String)> = Vec::new();
    for (position, c) in text.chars().enumerate() {
        let is_marked = at.is_some_and(|at| at.contains(&(position as u32)));
        match runs.last_mut() {
            Some((marked, run)) if *marked == is_marked => run.push(c),
            _ => runs.push((is_marked, c.to_string())),
        }
    }
    let run = |(marked, run): (bool, String)| match marked {
        true => view! { <mark>{run}</mark> }.into_any(),
        false => run.into_any(),
    };
    runs.into_iter().map(run).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_shows_its_ends_and_what_differs() {
        assert_eq!(covered("370299201209010013", Some(&[])), "370299********0013");
        assert_eq!(covered("370299201209010013", Some(&[8, 16])), "370299**1*****0013");
        assert_eq!(covered("3.7E+17", None), "3.7E+17");
    }
}
