//! A value as its reader sees it: codes in words, dates as the language writes them, names behind ids, numbers masked.
//! Pure: what ids stand for comes in as a function.
use crate::domain::codes::{self, CodeList};
use crate::domain::date::Date;
use crate::domain::field::{Field, Kind, Sensitivity};
use crate::domain::identity::mask;
use crate::domain::value::{Cell, Value};
use crate::i18n::codes::{code_text, codes_text};
use crate::i18n::form::FormWord;
use crate::i18n::{Common, Lang, Word, dates, fill};

/// The name behind an id; `None` where nothing has it any more.
pub type NameOf<'a> = &'a dyn Fn(Kind, &str) -> Option<String>;

/// One value in words. Identity numbers are masked; an empty value is an empty text.
pub fn show_value(field: &Field, value: &Value, lang: Lang, name_of: NameOf) -> String {
    match field.sensitivity {
        Sensitivity::Masked => mask_value(field.kind, value),
        Sensitivity::Plain | Sensitivity::Personal | Sensitivity::Private => {
            show_in_full(field, value, lang, name_of)
        }
    }
}

/// One value in words, identity numbers in full: only where somebody asked for it and the asking was recorded.
pub fn show_in_full(field: &Field, value: &Value, lang: Lang, name_of: NameOf) -> String {
    if value.is_blank() {
        return String::new();
    }
    match (field.kind, value) {
        (Kind::Bool, Value::Bool(flag)) => if *flag { Common::Yes } else { Common::No }.text(lang).to_owned(),
        (Kind::Int { .. }, Value::Int(number)) => show_number(field, *number, lang),
        (Kind::Date, Value::Text(text)) => {
            Date::read(value).map_or_else(|| text.clone(), |day| dates::long(day, lang))
        }
        (Kind::Month, Value::Text(text)) => dates::month(text, lang),
        (Kind::Code(list), Value::Text(code)) => code_text(list, code, lang),
        (Kind::Codes(list), Value::List(items)) => {
            codes_text(list, items.iter().filter_map(Value::as_text), lang)
        }
        (Kind::File(_) | Kind::Record(_), Value::Text(id)) => show_name(field.kind, id, lang, name_of),
        (Kind::Files(of), Value::List(ids)) => show_names(Kind::File(of), ids, lang, name_of),
        (Kind::Records(of), Value::List(ids)) => show_names(Kind::Record(of), ids, lang, name_of),
        (Kind::Lines, Value::List(lines)) => {
            lines.iter().filter_map(Value::as_text).collect::<Vec<_>>().join("\n")
        }
        (Kind::Ratings, Value::Map(ratings)) => {
            let line = |(of, rating): (&String, &Value)| show_rating(field, of, rating, lang, name_of);
            ratings.iter().map(line).collect::<Vec<_>>().join("\n")
        }
        (Kind::Strokes, Value::Text(_)) => FormWord::Signed.text(lang).to_owned(),
        (Kind::Media, Value::Text(_)) => FormWord::Picture.text(lang).to_owned(),
        (Kind::Text, Value::Text(text)) if field.key == "term" => dates::term(text, lang),
        (_, value) => plain(value, lang),
    }
}

/// The words that stand for the steps of a number, where it is a step of a scale.
pub fn scale_of(field: &Field) -> Option<&'static CodeList> {
    match (field.kind, field.section, field.key) {
        (Kind::Int { min: 0, max: 3 }, _, "rating") => Some(&codes::RATING),
        (Kind::Int { min: 1, max: 5 }, "feedback", _) => Some(&codes::SATISFACTION),
        _ => None,
    }
}

/// What a rating rates: an item of the observation sheet, or a short-term goal of the plan.
pub fn rated_name(field: &Field, of: &str, lang: Lang, name_of: NameOf) -> String {
    match rates_items(field) {
        true => code_text(&codes::ITEM, of, lang),
        false => show_name(Kind::Record("short_goal"), of, lang, name_of),
    }
}

/// The ratings of an assessment are of its items; all others of goals.
pub fn rates_items(field: &Field) -> bool {
    field.kind == Kind::Ratings && field.key == "ratings"
}

fn show_rating(field: &Field, of: &str, rating: &Value, lang: Lang, name_of: NameOf) -> String {
    let rating =
        rating.as_int().map_or_else(|| plain(rating, lang), |step| step_text(&codes::RATING, step, lang));
    fill(FormWord::Pair.text(lang), &[&rated_name(field, of, lang, name_of), &rating])
}

fn show_number(field: &Field, number: i64, lang: Lang) -> String {
    scale_of(field).map_or_else(|| number.to_string(), |scale| step_text(scale, number, lang))
}

/// `2 少量提示下完成`
fn step_text(scale: &CodeList, step: i64, lang: Lang) -> String {
    let step = step.to_string();
    match scale.find(&step) {
        Some(code) => [step.as_str(), " ", lang.pick(code.zh, code.en)].concat(),
        None => step,
    }
}

fn show_name(kind: Kind, id: &str, lang: Lang, name_of: NameOf) -> String {
    name_of(kind, id).unwrap_or_else(|| FormWord::NoLongerHere.text(lang).to_owned())
}

fn show_names(kind: Kind, ids: &[Value], lang: Lang, name_of: NameOf) -> String {
    let names: Vec<String> =
        ids.iter().filter_map(Value::as_text).map(|id| show_name(kind, id, lang, name_of)).collect();
    names.join(separator(lang))
}

/// Stars over all but the ends of a number of its kind.
fn mask_value(kind: Kind, value: &Value) -> String {
    let Some(text) = value.as_text() else { return String::new() };
    match kind {
        Kind::RollNumber => mask::roll(text),
        Kind::CertNumber => mask::cert(text),
        Kind::Phone => mask::phone(text),
        _ => mask::id(text),
    }
}

fn separator(lang: Lang) -> &'static str {
    lang.pick("、", ", ")
}

/// A value of a shape that its field does not have: as it is, so that nobody's entry goes out of sight.
pub fn plain(value: &Value, lang: Lang) -> String {
    match value {
        Value::Null => String::new(),
        Value::Bool(flag) => if *flag { Common::Yes } else { Common::No }.text(lang).to_owned(),
        Value::Int(number) => number.to_string(),
        Value::Number(text) | Value::Text(text) => text.clone(),
        Value::List(items) => {
            items.iter().map(|item| plain(item, lang)).collect::<Vec<_>>().join(separator(lang))
        }
        Value::Map(map) => {
            let pair =
                |(key, item): (&String, &Value)| fill(FormWord::Pair.text(lang), &[key, &plain(item, lang)]);
            map.iter().map(pair).collect::<Vec<_>>().join("\n")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::records;

    fn names(kind: Kind, id: &str) -> Option<String> {
        match (kind, id) {
            (Kind::File(_), "1") => Some("王老师".to_owned()),
            (Kind::File(_), "2") => Some("李老师".to_owned()),
            (Kind::Record("short_goal"), "g1") => Some("能用勺子吃半碗饭".to_owned()),
            _ => None,
        }
    }

    fn field(table: &str, key: &str) -> &'static Field {
        records::table(table).and_then(|table| table.field(key)).unwrap()
    }

    fn list(items: &[&str]) -> Value {
        Value::List(items.iter().map(|item| (*item).into()).collect())
    }

    #[test]
    fn every_kind_reads_in_both_languages() {
        let rated = |of: &str| Value::Map([(of.to_owned(), Value::Int(2))].into());
        let cases: &[(&str, &str, Value, &str, &str)] = &[
            ("visit", "date", "2026-03-09".into(), "2026年3月9日", "9 Mar 2026"),
            ("visit", "start", "09:05".into(), "09:05", "09:05"),
            ("visit", "mode", "HOME".into(), "入户", "At home"),
            ("visit", "mode", "MOON".into(), "MOON", "MOON"),
            ("visit", "done", true.into(), "是", "Yes"),
            ("visit", "periods", Value::Int(3), "3", "3"),
            ("visit", "rating", Value::Int(2), "2 少量提示下完成", "2 With a little help"),
            ("visit", "teachers", list(&["1", "2"]), "王老师、李老师", "王老师, 李老师"),
            ("visit", "teachers", list(&["9"]), "（已不在册）", "(no longer here)"),
            (
                "visit",
                "goals",
                rated("g1"),
                "能用勺子吃半碗饭：2 少量提示下完成",
                "能用勺子吃半碗饭: 2 With a little help",
            ),
            (
                "assessment",
                "ratings",
                rated("GM5"),
                "行走或使用轮椅前进：2 少量提示下完成",
                "Walks or drives a wheelchair forward: 2 With a little help",
            ),
            ("visit", "strokes", "M1 1".into(), "已签名", "Signed"),
            ("plan", "tools", list(&["勺子", "碗"]), "勺子\n碗", "勺子\n碗"),
            ("plan", "term", "2025-2026-2".into(), "2025–2026学年第二学期", "Second term of 2025–2026"),
            ("feedback", "respect", Value::Int(5), "5 很满意", "5 Very satisfied"),
            ("visit", "content", Value::Null, "", ""),
            ("visit", "content", Value::List(vec![Value::Int(1), true.into()]), "1、是", "1, Yes"),
            ("visit", "periods", Value::Number("1.5".into()), "1.5", "1.5"),
        ];
        for (table, key, value, zh, en) in cases {
            for (lang, expected) in [(Lang::Zh, zh), (Lang::En, en)] {
                assert_eq!(&show_value(field(table, key), value, lang, &names), expected, "{table}.{key}");
            }
        }
    }

    #[test]
    fn numbers_are_masked_unless_asked_for() {
        for (key, number, masked) in [
            ("id_no", "370299201209010013", "370299********0013"),
            ("roll_no", "G370299201209010013", "G370299********0013"),
            ("cert_no", "37029920120901001342", "370299********0013**"),
            ("alt_no", "H1234567", "********"),
        ] {
            let (field, value) = (field("pupil", key), Value::from(number));
            assert_eq!(show_value(field, &value, Lang::Zh, &names), masked);
            assert_eq!(show_in_full(field, &value, Lang::Zh, &names), number);
        }
    }

    #[test]
    fn no_masked_field_of_any_table_shows_its_value() {
        for field in records::TABLES.iter().flat_map(|(_, table)| table.fields) {
            if field.sensitivity == Sensitivity::Masked {
                let shown = show_value(field, &"370299201209010013".into(), Lang::En, &names);
                assert!(!shown.contains("20120901"), "{}", field.key);
            }
        }
    }
}
