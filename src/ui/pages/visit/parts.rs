//! What every section of the visit's form shares: the draft with what is missing in it, and the frames of its fields.
use super::Draft;
use crate::app::register::{Register, use_register};
use crate::app::visit_draft::{self, Around, Ask, Hint};
use crate::domain::check::{Flaw, Problem, Weight, is_needed};
use crate::domain::codes::CodeList;
use crate::domain::field::Kind;
use crate::domain::id::{FileId, RecordId};
use crate::domain::records::pupil::Guardian;
use crate::domain::records::visit::Visit;
use crate::domain::value::{Cell, Value};
use crate::i18n::fields::{field_hint, field_label};
use crate::i18n::pages::VisitPage as W;
use crate::i18n::problems::problem_text;
use crate::i18n::{Common, Lang, Language, Word, fill, use_language};
use crate::register::file::File;
use crate::ui::form::code_choices;
use crate::ui::kit::{Choice, ChoiceChips, Fault, Field, Grade, Mark, TextArea, Toasts, use_toasts};
use leptos::prelude::*;

/// The fields that are prefilled and stand folded away.
pub const FOLDED: &[&str] =
    &["visit_type", "mode", "date", "start", "end", "periods", "place", "teachers", "one_teacher_reason"];

#[derive(Clone, Copy)]
pub struct Form {
    pub draft: Draft,
    pub register: Register,
    pub language: Language,
    pub visit_type: Memo<String>,
    /// The guardian has agreed to photographs.
    pub consent: Memo<bool>,
    pub missing: Memo<Vec<Ask>>,
    pub hints: Memo<Vec<Hint>>,
    /// Somebody wanted to save: what is empty is shown as missing from now on.
    pub tried: RwSignal<bool>,
    /// The prefilled fields are unfolded.
    pub unfolded: RwSignal<bool>,
    /// The last look before saving is open.
    pub reviewing: RwSignal<bool>,
    pub toasts: Toasts,
}

impl Form {
    pub fn new(draft: Draft) -> Form {
        let (register, language) = (use_register(), use_language());
        let summary = register.summary(draft.id);
        let consent = Memo::new(move |_| {
            summary.with(|summary| {
                let pupil = summary.as_ref().and_then(|summary| summary.pupil());
                pupil.is_some_and(|pupil| pupil.consents.iter().any(|scope| scope == "PHOTO"))
            })
        });
        // Everybody's visits are looked through only when time or teachers change.
        let held = ["date", "start", "end", "teachers", "done"].map(|key| draft.value(key));
        let overlaps: Memo<Vec<(FileId, RecordId)>> = Memo::new(move |_| {
            // Read, not only tracked: a memo that nobody read has not looked at its sources yet.
            held.iter().for_each(|value| value.with(|_| ()));
            let values = draft.values.get_untracked();
            register.summaries.with(|all| visit_draft::overlapping(&values, draft.record, all.values()))
        });
        let missing = Memo::new(move |_| {
            let (policy, today, photo_consent) = (register.policy.get(), register.today.get(), consent.get());
            let photos = draft.photos.with(Vec::len);
            overlaps.with(|overlaps| {
                let around = Around { policy: &policy, today, photo_consent, photos, overlaps };
                draft.values.with(|values| visit_draft::missing(values, &around))
            })
        });
        let hints = Memo::new(move |_| {
            let (policy, today) = (register.policy.get(), register.today.get());
            let around = Around { policy: &policy, today, photo_consent: true, photos: 0, overlaps: &[] };
            summary.with(|summary| {
                let pupil = summary.as_ref().and_then(|summary| summary.pupil());
                let of = |pupil| draft.values.with(|values| visit_draft::hints(values, pupil, &around));
                pupil.map(of).unwrap_or_default()
            })
        });
        let kind = draft.value("visit_type");
        Form {
            draft,
            register,
            language,
            visit_type: Memo::new(move |_| kind.with(|kind| kind.as_text().unwrap_or_default().to_owned())),
            consent,
            missing,
            hints,
            tried: RwSignal::new(false),
            unfolded: RwSignal::new(false),
            reviewing: RwSignal::new(false),
            toasts: use_toasts(),
        }
    }

    /// Leads to a field; a folded one is unfolded first.
    pub fn jump(self, key: &'static str) {
        self.tried.set(true);
        self.reviewing.set(false);
        if FOLDED.contains(&key) {
            self.unfolded.set(true);
        }
        request_animation_frame(move || crate::ui::form::focus_field(super::FORM, key));
    }

    pub fn label(self, key: &'static str) -> Signal<String> {
        Signal::derive(move || label_of(key, self.language.get()))
    }

    /// What is wrong with a field: an error at once, a gap once somebody wanted to save.
    pub fn fault(self, key: &'static str) -> Signal<Option<Fault>> {
        let fault = Memo::new(move |_| {
            let found = self.missing.with(|missing| missing.iter().find(|ask| ask.field() == key).cloned());
            let (register, lang) = (self.register, self.language.get());
            match found {
                Some(ask) => {
                    let error = weighs(&ask) == Weight::Error;
                    let grade = if error { Grade::Error } else { Grade::Gap };
                    (error || self.tried.get()).then(|| Fault { text: ask_text(&ask, register, lang), grade })
                }
                None => self.hints.with(|hints| {
                    hints
                        .iter()
                        .find(|hint| hint_field(hint) == key)
                        .map(|hint| Fault { text: hint_text(hint, lang), grade: Grade::Note })
                }),
            }
        });
        fault.into()
    }

    pub fn mark(self, key: &'static str) -> Signal<Option<Mark>> {
        let needed = Memo::new(move |_| {
            let Some(field) = Visit::TABLE.field(key) else { return false };
            self.draft.values.with(|values| is_needed(field, values))
        });
        Signal::derive(move || {
            needed.get().then(|| Mark { text: self.language.say(Common::Required).to_owned(), needed: true })
        })
    }

    /// Does a visit of this type ask for the field?
    pub fn asks(self, key: &'static str) -> Memo<bool> {
        Memo::new(move |_| self.visit_type.with(|kind| visit_draft::asks_for(kind, key)))
    }
}

fn weighs(ask: &Ask) -> Weight {
    match ask {
        Ask::Flaw(flaw) => flaw.problem.weight(),
        Ask::Overlap(..) => Weight::Error,
    }
}

pub fn label_of(key: &'static str, lang: Lang) -> String {
    match key {
        "photos" => W::PhotosLabel.text(lang).to_owned(),
        _ => field_label("visit", key, lang),
    }
}

/// What is wrong, in words; an overlap names the other visit.
pub fn ask_text(ask: &Ask, register: Register, lang: Lang) -> String {
    match ask {
        Ask::Flaw(Flaw { field: "photos", .. }) => W::PhotoMissing.text(lang).to_owned(),
        Ask::Flaw(Flaw { field: "strokes", problem: Problem::Missing }) => W::NotSigned.text(lang).to_owned(),
        Ask::Flaw(flaw) => problem_text(&flaw.problem, "visit", lang),
        Ask::Overlap(file, record) => register.summaries.with(|all| {
            let summary = all.get(file);
            let visit = summary.and_then(|s| s.pupil()?.visits.iter().find(|v| v.record == *record));
            let time =
                |at: Option<crate::domain::date::Clock>| at.map(|at| at.to_string()).unwrap_or_default();
            let (start, end) = visit.map(|v| (time(v.start), time(v.end))).unwrap_or_default();
            fill(W::Overlap.text(lang), &[summary.map_or("", |s| &s.name), &start, &end])
        }),
    }
}

fn hint_field(hint: &Hint) -> &'static str {
    match hint {
        Hint::Late(_) | Hint::OutsidePlacement => "date",
        Hint::Note(flaw) => flaw.field,
    }
}

pub fn hint_text(hint: &Hint, lang: Lang) -> String {
    match hint {
        Hint::Late(days) => fill(W::Late.text(lang), &[&days.to_string()]),
        Hint::OutsidePlacement => W::OutsidePlacement.text(lang).to_owned(),
        Hint::Note(flaw) => problem_text(&flaw.problem, "visit", lang),
    }
}

/// The child's guardians, in words.
pub fn guardians_of(file: &File) -> Vec<(RecordId, Guardian)> {
    file.table("guardian").map(|(id, record)| (id, Guardian::read(&record.values))).collect()
}

/// A field of the form with its label, mark and fault; not there where this type of visit does not ask for it.
#[component]
pub fn Frame(
    form: Form,
    key: &'static str,
    /// Several controls under one label.
    #[prop(optional)]
    group: bool,
    #[prop(optional)] full: bool,
    children: ChildrenFn,
) -> impl IntoView {
    let asked = form.asks(key);
    let hint = Signal::derive(move || field_hint("visit", key, form.language.get()).to_owned());
    let children = StoredValue::new(children);
    view! {
        <Show when=move || asked.get()>
            <Field label=form.label(key) hint=hint mark=form.mark(key) fault=form.fault(key) group=group full=full name=key.to_owned()>
                {children.with_value(|children| children())}
            </Field>
        </Show>
    }
    .into_any()
}

/// The codes of a list, the county's own among them.
pub fn choices(form: Form, list: &'static CodeList, only: Option<&'static [&'static str]>) -> Vec<Choice> {
    let listed = |code: &str| only.is_none_or(|only| only.contains(&code));
    code_choices(list, form.language.get()).into_iter().filter(|choice| listed(&choice.value)).collect()
}

/// Chips for a field of codes: one, or several where the field holds several.
#[component]
pub fn Chips(
    form: Form,
    key: &'static str,
    list: &'static CodeList,
    /// These codes alone.
    #[prop(optional)]
    only: Option<&'static [&'static str]>,
) -> impl IntoView {
    let draft = form.draft;
    let many = Visit::TABLE.field(key).is_some_and(|field| matches!(field.kind, Kind::Codes(_)));
    let one = draft.text(key);
    let chosen = match many {
        true => draft.texts(key),
        false => {
            Signal::derive(move || Some(one.get()).filter(|code| !code.is_empty()).into_iter().collect())
        }
    };
    let set = Callback::new(move |(now,): (Vec<String>,)| match many {
        true => draft.set(key, now.write()),
        false => draft.set(key, now.into_iter().next().map_or(Value::Null, Value::Text)),
    });
    view! { <ChoiceChips options=Signal::derive(move || choices(form, list, only)) chosen=chosen on_change=set many=many /> }
        .into_any()
}

/// A long text in its frame.
#[component]
pub fn Lines(form: Form, key: &'static str) -> impl IntoView {
    view! {
        <Frame form key>
            <TextArea value=form.draft.text(key) rows=2 on_input=form.draft.setter(key) />
        </Frame>
    }
    .into_any()
}
