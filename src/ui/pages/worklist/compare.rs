//! Two files of one kind side by side: what their pages hold, what differs marked letter by letter, how much each holds.
use super::marks::{Run, marks};
use crate::app::register::{Loaded, use_register};
use crate::domain::field::{Field, Sensitivity};
use crate::domain::id::FileId;
use crate::domain::records;
use crate::domain::value::{Value, Values};
use crate::i18n::fields::{field_label, table_label};
use crate::i18n::form::FormWord;
use crate::i18n::pages::Worklist as W;
use crate::i18n::{Lang, Word, dates, fill, t, use_language};
use crate::platform::clock;
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::ui::form::show::show_value;
use crate::ui::kit::{Icon, LinkButton, Look};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The file of an id, followed; `None` until it is read.
pub fn watched(id: FileId) -> Memo<Option<Arc<File>>> {
    let loaded = use_register().watch(move || Some(id));
    Memo::new(move |_| match loaded.get() {
        Loaded::Ready(file) => Some(file),
        Loaded::Loading | Loaded::Failed(_) => None,
    })
}

/// One line of the comparison.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub label: String,
    pub one: Vec<Run>,
    pub other: Vec<Run>,
    pub differs: bool,
}

/// The fields that either file holds, in the order of the form, then the people around the child. Health and assessment are
/// no part of the question who a child is; numbers stay masked.
pub fn lines(one: &File, other: &File, lang: Lang, name_of: &dyn Fn(&str) -> Option<String>) -> Vec<Line> {
    let root = RecordKey::root(&one.kind);
    let (a, b) = (one.shown(&root), other.shown(&root));
    let fields = records::table(&one.kind).map(|table| table.fields).unwrap_or_default();
    let asked = fields.iter().filter(|field| field.sensitivity != Sensitivity::Private);
    let text = |field: &Field, values: &Values| {
        let value = values.get(field.key).cloned().unwrap_or_default();
        (show_value(field, &value, lang, &|_, id| name_of(id)), value)
    };
    let line = |field: &Field| {
        let ((left, x), (mut right, y)) = (text(field, &a), text(field, &b));
        if field.sensitivity == Sensitivity::Masked && left == right && x != y {
            right.push_str(FormWord::NumberChanged.text(lang));
        }
        let (one, other) = marks(&left, &right);
        let differs = x != y && !x.is_blank() && !y.is_blank();
        let held = !x.is_blank() || !y.is_blank();
        held.then(|| Line { label: field_label(&root.table, field.key, lang), one, other, differs })
    };
    let mut lines: Vec<Line> = asked.filter_map(line).collect();
    lines.extend(people(one, other, lang));
    lines
}

/// Guardians by name and telephone.
fn people(one: &File, other: &File, lang: Lang) -> Option<Line> {
    let of = |file: &File| {
        let guardian = |values: &Values| {
            let part = |key: &str| values.get(key).and_then(Value::as_text).unwrap_or_default().to_owned();
            [part("name"), part("phone")].join(" ").trim().to_owned()
        };
        let mut all: Vec<String> =
            file.table("guardian").map(|(_, record)| guardian(&record.values)).collect();
        all.sort();
        all.join(lang.pick("、", ", "))
    };
    let (left, right) = (of(one), of(other));
    let (a, b) = marks(&left, &right);
    let differs = left != right && !left.is_empty() && !right.is_empty();
    let held = !left.is_empty() || !right.is_empty();
    held.then(|| Line { label: table_label("guardian", lang), one: a, other: b, differs })
}

/// How many records a file holds beside its own page.
pub fn holds(file: &File) -> usize {
    file.tree().all().filter(|(key, record)| !record.is_deleted() && key.table != file.kind).count()
}

/// `送教记录 12 条、监护人 1 条`
pub fn counts_text(counts: &BTreeMap<String, usize>, lang: Lang) -> String {
    let part = |(table, count): (&String, &usize)| {
        fill(W::TableCount.text(lang), &[&table_label(table, lang), &count.to_string()])
    };
    counts.iter().map(part).collect::<Vec<_>>().join(lang.pick("、", ", "))
}

/// Both files, side by side.
#[component]
pub fn Compare(
    one: Memo<Option<Arc<File>>>,
    other: Memo<Option<Arc<File>>>,
    /// What the two are called.
    #[prop(default = (W::OneFile, W::OtherFile))]
    names: (W, W),
) -> impl IntoView {
    let (register, language) = (use_register(), use_language());
    let rows = move || {
        let (Some(a), Some(b)) = (one.get(), other.get()) else { return Vec::new() };
        let name_of =
            |id: &str| id.parse().ok().map(|id| register.name_of(id)).filter(|name| !name.is_empty());
        lines(&a, &b, language.get(), &name_of)
    };
    let row = |line: Line| {
        view! {
            <tr class:differs=line.differs><th scope="row">{line.label}</th><td>{runs(line.one)}</td><td>{runs(line.other)}</td></tr>
        }
    };
    let head = move |file: Memo<Option<Arc<File>>>, word: W| {
        let about = move || file.get().map(|file| about(&file, language.get()));
        let href = move || {
            file.get()
                .map(|file| ["/", &plural(&file.kind), "/", &file.id.to_string()].concat())
                .unwrap_or_default()
        };
        view! {
            <th scope="col"><div class="stack tight">
                <span>{t(word)}</span><span class="small muted">{about}</span>
                <LinkButton label=t(W::OpenFile) href=Signal::derive(href) look=Look::Plain icon=Icon::File />
            </div></th>
        }
    };
    view! {
        <div class="table-box">
            <table class="table compare">
                <thead><tr><td></td>{head(one, names.0)}{head(other, names.1)}</tr></thead>
                <tbody>{move || rows().into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The path of the pages of a kind of file.
pub fn plural(kind: &str) -> String {
    match kind {
        "staff" => "staff".to_owned(),
        kind => [kind, "s"].concat(),
    }
}

fn about(file: &File, lang: Lang) -> String {
    let day = file.last_at().map(|at| dates::long(at.date(clock::zone()), lang)).unwrap_or_default();
    fill(W::Records.text(lang), &[&holds(file).to_string(), &day])
}

fn runs(runs: Vec<Run>) -> AnyView {
    let run = |(text, same): Run| match same {
        true => text.into_any(),
        false => view! { <mark>{text}</mark> }.into_any(),
    };
    runs.into_iter().map(run).collect_view().into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::field::FileKind;
    use crate::register::change::{Act, Change, DeviceId, Dot, Sets};
    use crate::register::clock::Hlc;

    /// A pupil's page as it stands, whatever a form would say of its numbers.
    fn pupil(id: u128, fields: &[(&str, &str)]) -> File {
        let values = fields.iter().map(|(key, value)| ((*key).to_owned(), Value::from(*value))).collect();
        let change = Change {
            dot: Dot { device: DeviceId(1), counter: id as u32, tag: 0 },
            after: Vec::new(),
            at: Hlc::default(),
            by: FileId(9),
            act: Act::NEW_FILE,
            sets: Sets::from([(RecordKey::root("pupil"), values)]),
            extra: Values::new(),
        };
        File::from_changes(FileId(id), FileKind::Pupil.key().to_owned(), vec![change]).unwrap()
    }

    #[test]
    fn the_two_pages_stand_side_by_side_without_health_and_with_masked_numbers() {
        let one = pupil(1, &[("name", "林小满"), ("id_no", "370299201209010013"), ("diagnosis", "脑瘫")]);
        let other = pupil(2, &[("name", "林晓满"), ("id_no", "370299201109010013"), ("village", "石门村")]);
        let lines = lines(&one, &other, Lang::Zh, &|_| None);
        let text = |runs: &[Run]| runs.iter().map(|(text, _)| text.as_str()).collect::<String>();
        let shown: Vec<_> = lines
            .iter()
            .map(|line| (line.label.as_str(), text(&line.one), text(&line.other), line.differs))
            .collect();
        assert!(shown.contains(&("姓名", "林小满".into(), "林晓满".into(), true)));
        assert!(shown.contains(&("村（社区）", String::new(), "石门村".into(), false)));
        let number = shown.iter().find(|(label, ..)| *label == "身份证件号码").unwrap();
        assert_eq!(number.1, "370299********0013");
        assert!(number.2.starts_with("370299********0013（") && number.3, "{number:?}");
        assert!(!shown.iter().any(|(_, one, ..)| one.contains("脑瘫")));
    }
}
