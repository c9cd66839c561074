//! The draft behind a form: one map of values, written field by field, checked as a whole.
use super::refs::Refs;
use crate::domain::check::{self, Flaw, Problem};
use crate::domain::date::Date;
use crate::domain::field::{Field, Kind, Need, Rule, Table};
use crate::domain::identity::{Phone, normalise, normalise_name};
use crate::domain::value::{Value, Values};
use crate::i18n::Language;
use crate::i18n::codes::is_known;
use leptos::prelude::*;

/// One field of one draft, as a control sees it.
#[derive(Clone, Copy)]
pub struct Slot {
    pub table: &'static Table,
    pub field: &'static Field,
    pub draft: RwSignal<Values>,
    pub value: Memo<Value>,
    pub refs: Refs,
    pub language: Language,
}

impl Slot {
    pub(super) fn new(
        table: &'static Table,
        field: &'static Field,
        draft: RwSignal<Values>,
        refs: Refs,
        language: Language,
    ) -> Slot {
        let held = move |values: &Values| values.get(field.key).cloned().unwrap_or_default();
        let value = Memo::new(move |_| draft.try_with(held).unwrap_or_default());
        Slot { table, field, draft, value, refs, language }
    }

    /// Writes the field; an empty value leaves the draft.
    pub fn set(self, value: Value) {
        let _gone = self.draft.try_update(|values| match value {
            Value::Null => values.remove(self.field.key),
            value => values.insert(self.field.key.to_owned(), value),
        });
    }

    pub fn set_text(self, text: String) {
        self.set(if text.is_empty() { Value::Null } else { Value::Text(text) });
    }

    /// A list of texts: codes, ids, lines.
    pub fn set_texts(self, texts: Vec<String>) {
        let list = texts.into_iter().map(Value::Text).collect::<Vec<_>>();
        self.set(if list.is_empty() { Value::Null } else { Value::List(list) });
    }

    /// The value as text; a whole number as its digits.
    pub fn text(self) -> Signal<String> {
        let text = |value: &Value| match value {
            Value::Text(text) => text.clone(),
            Value::Int(number) => number.to_string(),
            _ => String::new(),
        };
        Signal::derive(move || self.value.try_with(text).unwrap_or_default())
    }

    /// The value as a list of texts; one text as a list of one.
    pub fn texts(self) -> Signal<Vec<String>> {
        Signal::derive(move || self.value.try_with(texts_of).unwrap_or_default())
    }

    pub fn number(self) -> Signal<Option<i64>> {
        Signal::derive(move || self.value.try_with(Value::as_int).flatten())
    }

    pub fn label(self) -> Signal<String> {
        let (table, key, language) = (self.table.key, self.field.key, self.language);
        Signal::derive(move || crate::i18n::fields::field_label(table, key, language.get()))
    }

    /// Puts the text into the form in which the field keeps it, once it has been left.
    pub(super) fn settle(self) {
        let typed = self.value.try_with_untracked(|value| value.as_text().map(str::to_owned)).flatten();
        if let Some(text) = typed {
            let settled = settle_text(self.field, &text);
            if settled != text {
                self.set_text(settled);
            }
        }
    }
}

pub(super) fn texts_of(value: &Value) -> Vec<String> {
    match value {
        Value::Text(text) => vec![text.clone()],
        list => list.as_list().iter().filter_map(Value::as_text).map(str::to_owned).collect(),
    }
}

/// A typed text as its field keeps it: numbers without spaces and in capitals, a telephone as digits, names in one way.
/// A number with a fault is cleaned only, so that its fault can be seen and mended.
pub(super) fn settle_text(field: &Field, text: &str) -> String {
    match field.kind {
        Kind::IdNumber | Kind::RollNumber | Kind::CertNumber => normalise(text).text.into_owned(),
        Kind::Phone => match Phone::parse(text) {
            Ok(phone) => phone.digits().to_owned(),
            Err(_) => text.trim().to_owned(),
        },
        Kind::Text if field.rules.contains(&Rule::PersonName) => normalise_name(text).into_owned(),
        Kind::Text | Kind::LongText => text.trim().to_owned(),
        _ => text.to_owned(),
    }
}

/// The draft as it is to be saved: texts in the form that their fields keep, no blank lines, nothing empty.
pub fn tidy(table: &Table, draft: &Values) -> Values {
    let tidied = draft.iter().map(|(key, value)| {
        let value = match (table.field(key), value) {
            (Some(field), Value::Text(text)) => Value::Text(settle_text(field, text)),
            (Some(Field { kind: Kind::Lines, .. }), Value::List(lines)) => {
                let lines = lines.iter().filter(|line| !line.is_blank());
                let trimmed = |line: &Value| line.as_text().map_or_else(|| line.clone(), |l| l.trim().into());
                Value::List(lines.map(trimmed).collect())
            }
            _ => value.clone(),
        };
        (key.clone(), value)
    });
    tidied.filter(|(_, value)| !value.is_blank()).collect()
}

/// What is wrong with the draft now.
pub fn check_draft(table: &'static Table, draft: RwSignal<Values>, today: Signal<Date>) -> Signal<Vec<Flaw>> {
    let check = move |values: &Values| {
        let mut flaws = check::record(table, &tidy(table, values), today.get());
        flaws.retain(|flaw| !is_own_code(table, flaw));
        flaws
    };
    Memo::new(move |_| draft.try_with(check).unwrap_or_default()).into()
}

/// A code that the house does not know and the county does.
fn is_own_code(table: &Table, flaw: &Flaw) -> bool {
    match (table.field(flaw.field).map(|field| field.kind), &flaw.problem) {
        (Some(Kind::Code(list) | Kind::Codes(list)), Problem::UnknownCode(code)) => is_known(list, code),
        _ => false,
    }
}

/// Does the form ask for this field now? One that is needed only in a case that does not hold is left out, unless it holds
/// something; of references and of numbers behind another ("*") none is.
pub fn is_asked(field: &Field, values: &Values) -> bool {
    let Need::RequiredIf(other, codes) = field.need else { return true };
    let decided = values.get(other).is_some_and(|value| !value.is_blank());
    let held = values.get(field.key).is_some_and(|value| !value.is_blank());
    held || !decided
        || codes.contains(&"*")
        || matches!(field.kind, Kind::File(_))
        || check::is_needed(field, values)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;

    fn field(table: &str, key: &str) -> &'static Field {
        records::table(table).and_then(|table| table.field(key)).unwrap()
    }

    #[test]
    fn a_text_settles_into_the_form_of_its_field() {
        for (table, key, typed, kept) in [
            ("pupil", "id_no", " 37029920120901 001x ", "37029920120901001X"),
            ("pupil", "id_no", "3702", "3702"),
            ("guardian", "phone", "138-1234-5678", "13812345678"),
            ("guardian", "phone", "0532 8888 6666", "053288886666"),
            ("guardian", "phone", " 12 ", "12"),
            ("pupil", "name", "买买提•艾力", "买买提·艾力"),
            ("visit", "content", " 练习\n拿勺子 ", "练习\n拿勺子"),
        ] {
            assert_eq!(settle_text(field(table, key), typed), kept, "{table}.{key}");
        }
    }

    #[test]
    fn a_tidy_draft_holds_nothing_empty() {
        let lines = Value::List(vec![" 勺子 ".into(), "".into(), "碗".into()]);
        let draft = Values::from([
            ("tools".into(), lines),
            ("method".into(), "  ".into()),
            ("team".into(), Value::List(vec!["".into()])),
            ("new".into(), Value::Int(1)),
        ]);
        let tidied = tidy(records::table("plan").unwrap(), &draft);
        let lines = Value::List(vec!["勺子".into(), "碗".into()]);
        assert_eq!(tidied, Values::from([("tools".into(), lines), ("new".into(), Value::Int(1))]));
    }

    #[test]
    fn a_field_of_another_case_is_left_out_unless_it_holds_something() {
        let (visit, pupil) = (records::table("visit").unwrap(), records::table("pupil").unwrap());
        let of = |key: &str, value: Value| Values::from([(key.to_owned(), value)]);
        for (table, key, values, asked) in [
            (visit, "content", Values::new(), true),
            (visit, "content", of("done", true.into()), true),
            (visit, "content", of("done", false.into()), false),
            (visit, "witness", of("sign_method", "HAND".into()), false),
            (visit, "witness", of("sign_method", "FINGERPRINT".into()), true),
            (pupil, "disability_type", of("cert_no", "1".into()), true),
            (visit, "date", of("done", false.into()), true),
        ] {
            assert_eq!(is_asked(table.field(key).unwrap(), &values), asked, "{key} {values:?}");
        }
        let held = Values::from([("done".into(), false.into()), ("content".into(), "唱歌".into())]);
        assert!(is_asked(visit.field("content").unwrap(), &held));
    }

    #[test]
    fn a_slot_writes_its_field_and_problems_follow() {
        let owner = Owner::new();
        owner.with(|| {
            let table = records::table("visit").unwrap();
            let draft = RwSignal::new(Values::new());
            let today = Signal::stored("2026-03-11".parse().unwrap());
            let problems = check_draft(table, draft, today);
            let date = Slot::new(
                table,
                table.field("date").unwrap(),
                draft,
                Refs::none(),
                crate::i18n::use_language(),
            );
            let of_date = move || problems.get().into_iter().find(|flaw| flaw.field == "date");
            assert_eq!(of_date().map(|flaw| flaw.problem), Some(check::Problem::Missing));
            date.set_text("2026-03-12".to_owned());
            assert_eq!(of_date().map(|flaw| flaw.problem), Some(check::Problem::Future));
            assert_eq!(date.text().get(), "2026-03-12");
            date.set_text(String::new());
            assert!(draft.get().is_empty());
        });
    }
}
