//! One control a kind of field.
use super::draft::Slot;
use super::lines::LinesInput;
use super::number::NumberInput;
use super::picker::Picker;
use super::ratings::Ratings;
use super::show::scale_of;
use crate::domain::codes::CodeList;
use crate::domain::field::{Kind, Sensitivity};
use crate::domain::value::Value;
use crate::i18n::codes::offered;
use crate::i18n::form::FormWord;
use crate::i18n::{Common, Lang, t};
use crate::ui::kit::{
    Choice, ChoiceChips, DateInput, DateKind, Rating, SignaturePad, Stepper, TextArea, TextInput, TextKind,
};
use leptos::prelude::*;

/// More choices than these are looked for by typing.
const MOST_CHIPS: usize = 8;
/// Several of a list are still ticked at a glance up to here.
const MOST_TICKS: usize = 16;

/// Several inputs under one label, or one?
pub fn is_group(slot: Slot) -> bool {
    match slot.field.kind {
        Kind::Text => offers(slot),
        Kind::Int { .. } => scale_of(slot.field).is_some(),
        Kind::LongText | Kind::Date | Kind::Month | Kind::Time => false,
        Kind::IdNumber | Kind::RollNumber | Kind::CertNumber | Kind::Phone => false,
        _ => true,
    }
}

/// Over the whole width of the form?
pub fn is_wide(slot: Slot) -> bool {
    match slot.field.kind {
        Kind::LongText | Kind::Lines | Kind::Ratings | Kind::Strokes | Kind::Codes(_) | Kind::Files(_) => {
            true
        }
        Kind::Records(_) => true,
        Kind::Int { .. } => scale_of(slot.field).is_some(),
        Kind::Code(list) => (4..=MOST_CHIPS).contains(&list.codes.len()),
        _ => false,
    }
}

pub fn control(slot: Slot, on_show: Callback<(&'static crate::domain::field::Field,)>) -> AnyView {
    match slot.field.kind {
        Kind::Text if slot.field.sensitivity == Sensitivity::Masked => number(slot, on_show),
        Kind::IdNumber | Kind::RollNumber | Kind::CertNumber => number(slot, on_show),
        Kind::Text if offers(slot) => choose(slot, false),
        Kind::Text => typed(slot, TextKind::Text),
        Kind::Phone => typed(slot, TextKind::Phone),
        Kind::LongText => view! {
            <TextArea value=slot.text() on_input=move |text: String| slot.set_text(text) on_change=move || slot.settle() />
        }
        .into_any(),
        Kind::Date => date(slot, DateKind::Date),
        Kind::Month => date(slot, DateKind::Month),
        Kind::Time => date(slot, DateKind::Time),
        Kind::Bool => yes_or_no(slot),
        Kind::Int { min, max } => match scale_of(slot.field) {
            Some(scale) => steps(slot, scale, min),
            None => whole_number(slot, min, max),
        },
        Kind::Code(_) | Kind::File(_) | Kind::Record(_) => choose(slot, false),
        Kind::Codes(_) | Kind::Files(_) | Kind::Records(_) => choose(slot, true),
        Kind::Lines => view! { <LinesInput at=slot /> }.into_any(),
        Kind::Ratings => view! { <Ratings at=slot /> }.into_any(),
        Kind::Strokes => view! {
            <SignaturePad value=slot.text() on_change=move |path: String| slot.set_text(path) label=slot.label()
                hint=word(FormWord::SignHere) clear=word(FormWord::ClearSignature) />
        }
        .into_any(),
        // Pictures come from the camera: the page gives their control.
        Kind::Media => ().into_any(),
    }
}

/// A word as the kit's labels take it.
pub fn word(word: FormWord) -> Signal<String> {
    let said = t(word);
    Signal::derive(move || said.get().to_owned())
}

fn offers(slot: Slot) -> bool {
    !untrack(|| slot.refs.options(slot.field)).is_empty()
}

fn number(slot: Slot, on_show: Callback<(&'static crate::domain::field::Field,)>) -> AnyView {
    view! { <NumberInput at=slot on_show=on_show /> }.into_any()
}

fn whole_number(slot: Slot, min: i64, max: i64) -> AnyView {
    let set = move |number: Option<i64>| slot.set(number.map_or(Value::Null, Value::Int));
    view! {
        <Stepper value=slot.number() on_change=set min=min max=max less=word(FormWord::OneLess)
            more=word(FormWord::OneMore) />
    }
    .into_any()
}

fn typed(slot: Slot, kind: TextKind) -> AnyView {
    view! {
        <TextInput value=slot.text() on_input=move |text: String| slot.set_text(text) on_change=move || slot.settle() kind=kind />
    }
    .into_any()
}

fn date(slot: Slot, kind: DateKind) -> AnyView {
    view! { <DateInput value=slot.text() on_change=move |text: String| slot.set_text(text) kind=kind /> }
        .into_any()
}

fn yes_or_no(slot: Slot) -> AnyView {
    let (yes, no) = (t(Common::Yes), t(Common::No));
    let options = move || vec![Choice::new("true", yes.get()), Choice::new("false", no.get())];
    let chosen = move || match slot.value.try_with(Value::as_bool).flatten() {
        Some(flag) => vec![flag.to_string()],
        None => Vec::new(),
    };
    let set = move |chosen: Vec<String>| {
        slot.set(chosen.first().map_or(Value::Null, |flag| Value::Bool(flag == "true")));
    };
    view! { <ChoiceChips options=Signal::derive(options) chosen=Signal::derive(chosen) on_change=set /> }
        .into_any()
}

/// A number that is a step of a scale: its words are tapped.
fn steps(slot: Slot, scale: &'static CodeList, min: i64) -> AnyView {
    let language = slot.language;
    if min == 0 {
        let words = Signal::derive(move || words_of(scale, language.get()));
        let set = move |number: Option<i64>| slot.set(number.map_or(Value::Null, Value::Int));
        return view! { <Rating value=slot.number() on_change=set words=words /> }.into_any();
    }
    let options = Signal::derive(move || code_choices(scale, language.get()));
    let chosen = Signal::derive(move || {
        slot.number().get().map(|step| step.to_string()).into_iter().collect::<Vec<_>>()
    });
    let set = move |chosen: Vec<String>| {
        slot.set(chosen.first().and_then(|step| step.parse().ok()).map_or(Value::Null, Value::Int));
    };
    view! { <ChoiceChips options=options chosen=chosen on_change=set /> }.into_any()
}

pub fn words_of(scale: &'static CodeList, lang: Lang) -> Vec<String> {
    scale.codes.iter().map(|code| lang.pick(code.zh, code.en).to_owned()).collect()
}

pub fn code_choices(list: &'static CodeList, lang: Lang) -> Vec<Choice> {
    offered(list, lang).into_iter().map(|(code, words)| Choice::new(code, words)).collect()
}

/// One or several of what may be chosen: chips for few, a list with a search for many.
fn choose(slot: Slot, many: bool) -> AnyView {
    let options = Signal::derive(move || choices(slot));
    let chosen = slot.texts();
    let set = move |chosen: Vec<String>| match many {
        true => slot.set_texts(chosen),
        false => slot.set_text(chosen.into_iter().next().unwrap_or_default()),
    };
    let count = Memo::new(move |_| options.with(Vec::len));
    let few = Memo::new(move |_| count.get() <= if many { MOST_TICKS } else { MOST_CHIPS });
    let set = Callback::new(move |(chosen,): (Vec<String>,)| set(chosen));
    let body = move || match (few.get(), count.get()) {
        (true, 0) => view! { <p class="field-hint">{t(FormWord::NothingToChoose)}</p> }.into_any(),
        (true, _) => {
            view! { <ChoiceChips options=options chosen=chosen on_change=set many=many /> }.into_any()
        }
        (false, _) => view! { <Picker options=options chosen=chosen on_change=set many=many /> }.into_any(),
    };
    body.into_any()
}

/// What the page offers, or the code list; and what is held without being among them, so that it is seen and kept.
fn choices(slot: Slot) -> Vec<Choice> {
    let lang = slot.language.get();
    let mut choices = slot.refs.options(slot.field);
    if let (true, Kind::Code(list) | Kind::Codes(list)) = (choices.is_empty(), slot.field.kind) {
        choices = code_choices(list, lang);
    }
    let one = match slot.field.kind {
        Kind::Files(of) => Kind::File(of),
        Kind::Records(of) => Kind::Record(of),
        kind => kind,
    };
    for held in slot.texts().get() {
        if !choices.iter().any(|choice| choice.value == held) {
            let name = match one {
                Kind::File(_) | Kind::Record(_) => slot
                    .refs
                    .name(one, &held)
                    .unwrap_or_else(|| slot.language.say(FormWord::NoLongerHere).to_owned()),
                Kind::Code(list) | Kind::Codes(list) => crate::i18n::codes::code_text(list, &held, lang),
                _ => held.clone(),
            };
            choices.push(Choice::new(held, name));
        }
    }
    choices
}
