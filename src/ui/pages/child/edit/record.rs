//! The form of one record, from its table: checked as one types, sealed at every pause, saved as one command.
use super::super::Open;
use super::super::refs::child_refs;
use super::computed::{self, Computed};
use super::frame::{Deeds, Frame};
use super::saving::Sending;
use super::scans::Scans;
use super::sealing::Sealing;
use super::tab_of;
use crate::app::keeper::Order;
use crate::app::layout;
use crate::app::record_draft::{
    RecordDraft, Setting, changed, derived, draft_name, ended_by, held, lower_norm, orders, prefilled,
    replaced_by,
};
use crate::app::register::new_record;
use crate::app::visit_draft::DraftPhoto;
use crate::domain::check::{Flaw, Weight};
use crate::domain::codes;
use crate::domain::field::{FileKind, Table};
use crate::domain::id::RecordId;
use crate::domain::value::{Value, Values};
use crate::i18n::codes::code_text;
use crate::i18n::fields::{field_label, table_label};
use crate::i18n::pages::{Child as W, Sheet};
use crate::i18n::{Word, dates};
use crate::register::change::RecordKey;
use crate::register::command::Command;
use crate::ui::form::{FormProblems, FormView, check_draft, focus_first, tidy};
use crate::ui::kit::{Banner, Tone};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

const FORM: &str = "record-form";

/// Who writes, and when.
pub(super) fn setting(child: Open) -> Setting {
    let today = child.register.today.get_untracked();
    let term = child.register.calendar.get_untracked().term_on(today).map(|span| span.term.to_string());
    Setting { me: child.register.me(), today, term: term.unwrap_or_default() }
}

#[component]
pub fn RecordForm(child: Open, table: &'static Table, record: Option<RecordId>) -> impl IntoView {
    let register = child.register;
    let Some(file) = child.file_now() else { return ().into_any() };
    let base = record.map(|id| held(&file, &RecordKey::new(table.key, id))).unwrap_or_default();
    let mut begun =
        if record.is_none() { prefilled(&file, table.key, &setting(child)) } else { base.clone() };
    if record.is_none() {
        begun.extend(asked(child, table));
        begun.extend(computed::begin(child, table, &begun));
    }
    // What a new form begins with is nobody's work: nothing differs until somebody types.
    let start = StoredValue::new(begun.clone());
    let identity = StoredValue::new((record.unwrap_or_else(new_record), base));
    let values = RwSignal::new(begun);
    let photos = RwSignal::new(Vec::<DraftPhoto>::new());
    let removed = RwSignal::new(Vec::<RecordId>::new());
    let found = RwSignal::new(false);
    let draft = move || {
        let (record, base) = identity.try_get_value()?;
        Some(RecordDraft {
            record,
            base,
            values: values.try_get()?,
            photos: photos.try_get()?,
            removed: removed.try_get()?,
        })
    };
    let snapshot = move || {
        let now = draft()?;
        let same = tidy(table, &now.values) == tidy(table, &start.try_get_value()?);
        let nothing = same && now.photos.is_empty() && now.removed.is_empty();
        if nothing { None } else { layout::encode(&now).ok() }
    };
    let restore = move |bytes: &[u8]| {
        let Ok(kept) = layout::decode::<RecordDraft>(bytes) else { return false };
        identity.set_value((kept.record, kept.base));
        values.set(kept.values);
        photos.set(kept.photos);
        removed.set(kept.removed);
        found.set(true);
        true
    };
    let sealing = Sealing::begin(
        (register, child.toasts, child.language),
        draft_name(child.id, table.key, record),
        snapshot,
        restore,
    );
    let note = derive_as_typed(child, table, values);
    let checked = check_draft(table, values, register.today.into());
    let problems = Signal::derive(move || {
        let rule = register.policy.get().frequency_on(register.today.get());
        let lower = values.with(|values| lower_norm(table.key, values, &rule));
        [checked.get(), lower.into_iter().collect()].concat()
    });
    let show_all = RwSignal::new(false);
    let due = move |flaws: &[Flaw]| flaws.iter().filter(|flaw| flaw.problem.weight() == Weight::Gap).count();
    let gaps = Signal::derive(move || if show_all.get() { problems.with(|flaws| due(flaws)) } else { 0 });
    let kind = Signal::derive(move || table_label(table.key, child.language.get()));
    let sending = Sending::new(child, sealing, back_of(child, table));
    let save = Callback::new(move |(anyway,): (bool,)| {
        let flaws = problems.get_untracked();
        if flaws.iter().any(Flaw::refuses) || (!anyway && due(&flaws) > 0) {
            show_all.set(true);
            return focus_first(FORM, &flaws);
        }
        let (Some(now), Some(file)) = (untrack(draft), child.file_now()) else { return };
        let (orders, media) = orders(&file, table.key, &now, &tidy(table, &now.values));
        sending.send(orders, media, W::Saved, kind.get_untracked());
    });
    let delete = record.filter(|_| table.key != "pupil").map(|id| {
        Callback::new(move |()| {
            let command = Command::Delete { record: RecordKey::new(table.key, id) };
            let order = Order { file: child.id, kind: FileKind::Pupil, command };
            sending.send(vec![order], Vec::new(), W::Deleted, kind.get_untracked());
        })
    });
    let title_word = if record.is_some() { W::EditTitle } else { W::NewTitle };
    let title = Signal::derive(move || child.language.say_with(title_word, &[&kind.get()]));
    let deeds = Deeds { sealing, save, delete, kind, gaps, found: found.into(), sending };
    let problem_list =
        move || show_all.get().then(|| view! { <FormProblems table problems form=FORM.to_owned() /> });
    view! {
        <Show when=move || sealing.is_ready()>
            <Frame child title deeds>
                {problem_list}
                <Hints child table values identity />
                <Computed child table values />
                <Show when=move || !note.get().is_empty()><p class="derived" role="status">{note}</p></Show>
                {match written(table.key) {
                    Some(only) => view! { <FormView table draft=values only=only problems refs=child_refs(child) on_show=child.seen(table.key) show_all=show_all id=FORM.to_owned() /> }.into_any(),
                    None => view! { <FormView table draft=values problems refs=child_refs(child) on_show=child.seen(table.key) show_all=show_all id=FORM.to_owned() /> }.into_any(),
                }}
                {(table.key == "document").then(|| view! { <Scans child photos removed sealing of=identity.get_value().0 /> })}
            </Frame>
        </Show>
    }
    .into_any()
}

/// What the address asks a new record to begin with.
fn asked(child: Open, table: &Table) -> Values {
    let query = use_query_map();
    let said = |key: &str| query.read_untracked().get(key).filter(|value| !value.is_empty());
    let mut values = Values::new();
    let mut put = |key: &str, value: Option<String>| {
        values.extend(value.map(|value| (key.to_owned(), Value::Text(value))));
    };
    match table.key {
        "carer_contact" => put("carer", said("carer")),
        "notice" => {
            put("kind", said("kind"));
            let town = untrack(|| child.summary().and_then(|s| Some(s.pupil()?.town.clone())));
            let town = town.filter(|town| !town.is_empty());
            let government =
                |town: String| crate::i18n::fill(Sheet::TownGovernment.text(child.language.now()), &[&town]);
            put("issuer", town.map(government));
        }
        "check" => put("verdict", said("verdict")),
        "document" => {
            let kind = said("kind").filter(|kind| codes::PAPER.find(kind).is_some());
            put("title", kind.as_ref().map(|kind| code_text(&codes::PAPER, kind, child.language.now())));
            put("kind", kind);
        }
        _ => {}
    }
    values
}

/// The fields that a person writes, where some of a table are the page's own matter.
fn written(table: &str) -> Option<&'static [&'static str]> {
    Some(match table {
        "check" => &[
            "method",
            "date",
            "checkers",
            "other_checkers",
            "met",
            "whereabouts",
            "place",
            "verdict",
            "reason",
            "not_real",
            "reason_note",
            "evidence",
            "evidence_note",
            "decision",
            "absent_from",
        ],
        "persuasion" => &[
            "date",
            "method",
            "place",
            "persuaders",
            "other_persuaders",
            "phone",
            "present",
            "attitude",
            "result",
            "promised_date",
            "reason",
            "measures",
            "note",
            "paper_no",
            "sign_method",
            "strokes",
            "witness",
        ],
        "notice" => &[
            "kind",
            "number",
            "issuer",
            "issued_on",
            "deadline",
            "demand",
            "served_on",
            "service",
            "received_by",
            "witness",
            "receipt",
        ],
        // What is computed stands beside the form.
        "term_summary" => &[
            "term",
            "date",
            "family",
            "change",
            "issues",
            "next",
            "placement_advice",
            "author",
            "teacher_sign",
            "head_sign",
        ],
        "feedback" => &[
            "term",
            "date",
            "guardian",
            "attitude",
            "content",
            "effect",
            "time",
            "respect",
            "comment",
            "written_for",
            "sign_method",
            "strokes",
            "witness",
        ],
        "enrolment" => &[
            "school",
            "other_school",
            "grade",
            "class",
            "back_on",
            "received_by",
            "registered",
            "roll_no",
            "registered_on",
            "proof",
        ],
        _ => return None,
    })
}

/// Where the form goes back to: the part of the file that shows such records, at their place.
fn back_of(child: Open, table: &Table) -> String {
    let from_case = use_query_map().read_untracked().get("from").as_deref() == Some("case");
    let tab = if from_case { "case" } else { tab_of(table.key) };
    let to = child.place.href(child.id, tab);
    match tab {
        "file" => [&to, "&at=", table.key].concat(),
        _ => to,
    }
}

/// Fills in what follows from a number, whenever that number changes; gives what to say of it.
fn derive_as_typed(child: Open, table: &'static Table, values: RwSignal<Values>) -> RwSignal<String> {
    let note = RwSignal::new(String::new());
    let numbers = Memo::new(move |_| {
        let of = |values: &Values| ["id_no", "cert_no", "roll_no"].map(|field| values.get(field).cloned());
        values.try_with(of).unwrap_or_default()
    });
    Effect::new(move |before: Option<[Option<Value>; 3]>| {
        let now = numbers.get();
        // The numbers that the form began with fill in nothing: somebody may have set the rest on purpose.
        if before.is_some_and(|before| before != now) {
            let found = values.with_untracked(|values| derived(table.key, values));
            if !found.is_empty() {
                let lang = child.language.now();
                let labels: Vec<String> =
                    found.iter().map(|(field, _)| field_label(table.key, field, lang)).collect();
                values.update(|values| {
                    values.extend(found.into_iter().map(|(field, value)| (field.to_owned(), value)))
                });
                let labels = labels.join(lang.pick("、", ", "));
                note.set(crate::i18n::fill(W::Derived.text(lang), &[&labels]));
            }
        }
        now
    });
    note
}

/// What the form's saving brings with it beyond its own fields.
#[component]
fn Hints(
    child: Open,
    table: &'static Table,
    values: RwSignal<Values>,
    identity: StoredValue<(RecordId, Values)>,
) -> impl IntoView {
    if table.key != "placement" {
        return ().into_any();
    }
    let ends = Memo::new(move |_| {
        let file = child.file()?;
        let record = identity.try_get_value()?.0;
        let is_new = identity.try_with_value(|(_, base)| base.is_empty()).unwrap_or_default();
        let from_changed = |values: &Values| {
            identity
                .try_with_value(|(_, base)| changed(base, values).contains_key("from"))
                .unwrap_or_default()
        };
        let mode_of =
            |old| Some(file.shown(&RecordKey::new("placement", old)).get("mode")?.as_text()?.to_owned());
        if is_new && let Some(old) = values.with(|values| replaced_by(&file, record, values)).first() {
            return Some((mode_of(*old)?, None));
        }
        let ended = values
            .with(|values| (is_new || from_changed(values)).then(|| ended_by(&file, record, values)))?;
        let (old, to) = ended.into_iter().next()?;
        Some((mode_of(old)?, Some(to)))
    });
    let text = Signal::derive(move || {
        let lang = child.language.get();
        ends.get()
            .map(|(mode, to)| {
                let mode = code_text(&codes::PLACEMENT_MODE, &mode, lang);
                match to {
                    Some(to) => child.language.say_with(W::WillEnd, &[&mode, &dates::long(to, lang)]),
                    None => child.language.say_with(W::WillReplace, &[&mode]),
                }
            })
            .unwrap_or_default()
    });
    let rule = Signal::derive(move || {
        let rule = child.register.policy.get().frequency_on(child.register.today.get());
        let (visits, periods) = (rule.visits_per_week.to_string(), rule.periods_per_visit.to_string());
        child.language.say_with(W::BelowRule, &[&visits, &periods])
    });
    view! {
        <Show when=move || !text.get().is_empty()><Banner title=text tone=Tone::Info name="will-end" /></Show>
        <p class="muted small">{rule}</p>
    }
    .into_any()
}
