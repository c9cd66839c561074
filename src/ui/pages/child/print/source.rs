//! What the papers of a child are filled from: the file, names behind ids, the language, numbers masked or whole; for blank forms
//! nothing but the child's own details, or not even these.
use crate::domain::codes;
use crate::domain::date::Date;
use crate::domain::field::{Field, Kind, Need, Sensitivity};
use crate::domain::id::{FileId, RecordId};
use crate::domain::identity::mask;
use crate::domain::records;
use crate::domain::records::pupil::{Guardian, Pupil};
use crate::domain::value::{Value, Values};
use crate::i18n::codes::{code_text, offered};
use crate::i18n::fields::field_label;
use crate::i18n::pages::Sheet;
use crate::i18n::pages::paper::Paper as W;
use crate::i18n::{Common, Lang, Word, dates, fill};
use crate::interchange::xlsx::table::text_width;
use crate::register::change::RecordKey;
use crate::register::file::File;
use crate::report::paper::{Cell, Sign};
use crate::ui::form::show::{scale_of, show_in_full, show_value};
use crate::ui::pages::child::refs::record_name;

/// Choices of a list that a blank form offers as boxes to tick.
const BOXES: usize = 14;
/// Widest value, in half characters, that stands beside another.
const NARROW: usize = 56;

#[derive(Clone)]
pub struct Source<'a> {
    pub file: &'a File,
    pub lang: Lang,
    pub today: Date,
    /// The register's unit.
    pub unit: String,
    /// Identity numbers in full.
    pub whole: bool,
    pub blank: bool,
    /// A blank form without the child's details.
    pub nobody: bool,
    pub name_of: &'a dyn Fn(FileId) -> String,
}

/// A part of a form: label, value, whether it takes the whole row.
pub type Pair = (String, Cell, bool);

impl Source<'_> {
    pub fn say(&self, word: W) -> String {
        word.text(self.lang).to_owned()
    }

    pub fn fill(&self, word: W, args: &[&str]) -> String {
        fill(word.text(self.lang), args)
    }

    pub fn day(&self, day: Option<Date>) -> String {
        day.map(|day| dates::long(day, self.lang)).unwrap_or_default()
    }

    pub fn join(&self, parts: impl IntoIterator<Item = String>) -> String {
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(self.lang.pick("，", ", "))
    }

    /// The child as the root record has it; nothing on a form for nobody.
    pub fn pupil(&self) -> Pupil {
        if self.nobody { Pupil::default() } else { Pupil::read(&self.file.shown(&RecordKey::root("pupil"))) }
    }

    /// The legal guardian, or the first.
    pub fn guardian(&self) -> Guardian {
        if self.nobody {
            return Guardian::default();
        }
        let all: Vec<Guardian> =
            self.file.table("guardian").map(|(_, r)| Guardian::read(&r.values)).collect();
        all.iter().find(|one| one.legal == Some(true)).or(all.first()).cloned().unwrap_or_default()
    }

    pub fn number(&self, number: &str) -> String {
        if self.whole { number.to_owned() } else { mask::id(number) }
    }

    pub fn home(&self, page: &Pupil) -> String {
        let home = if page.address.is_empty() { &page.household_address } else { &page.address };
        // An address that names its village already needs no second one.
        match !page.village.is_empty() && home.contains(&page.village) {
            true => home.clone(),
            false => [page.town.as_str(), &page.village, home].concat(),
        }
    }

    pub fn school(&self, page: &Pupil) -> String {
        page.school.map(|id| (self.name_of)(id)).unwrap_or_default()
    }

    /// The rows that stand first on every form of a child.
    pub fn identity(&self) -> Vec<Pair> {
        let (page, guardian) = (self.pupil(), self.guardian());
        let grade = [code_text(&codes::GRADE, &page.grade, self.lang), page.class.clone()];
        let teachers = [page.main_teacher, page.second_teacher].into_iter().flatten();
        let teachers: Vec<String> = teachers.map(|id| (self.name_of)(id)).collect();
        let kin = code_text(&codes::KINSHIP, &guardian.kinship, self.lang);
        vec![
            self.pair(W::Pupil, page.name.clone()),
            self.pair(W::Sex, code_text(&codes::SEX, &page.sex, self.lang)),
            self.pair(W::Birth, self.day(page.birth)),
            self.pair(W::IdNo, self.number(&page.id_no)),
            self.pair(W::School, self.school(&page)),
            self.pair(W::GradeClass, grade.concat()),
            self.pair(W::Guardian, self.join([guardian.name.clone(), kin])),
            self.pair(W::Phone, guardian.phone.clone()),
            self.pair(W::Teachers, teachers.join(self.lang.pick("、", ", "))),
            (self.say(W::Home), Cell::value(self.home(&page)), true),
        ]
    }

    pub fn pair(&self, word: W, text: String) -> Pair {
        let wide = text_width(&text) > NARROW;
        (self.say(word), Cell::value(text), wide)
    }

    /// The fields of a record in the table's order, but these.
    pub fn fields(&self, table: &str, values: &Values, but: &[&str]) -> Vec<Pair> {
        let Some(fields) = records::table(table) else { return Vec::new() };
        // What need not be filled in takes no room on a paper where it was not; a form to fill in by hand has it all.
        let is_whole = matches!(table, "pupil" | "check" | "persuasion");
        let has_room = |field: &Field| {
            let is_held = values.get(field.key).is_some_and(|value| !value.is_blank());
            self.blank || is_held || field.need == Need::Required || is_whole
        };
        let shown = fields
            .fields
            .iter()
            .filter(|field| !but.contains(&field.key) && is_of_form(field, values) && has_room(field));
        shown.map(|field| self.field(table, field, values)).collect()
    }

    pub fn field(&self, table: &str, field: &'static Field, values: &Values) -> Pair {
        let label = field_label(table, field.key, self.lang);
        let is_long = matches!(field.kind, Kind::LongText | Kind::Lines | Kind::Ratings);
        let held = values.get(field.key).filter(|value| !value.is_blank());
        if let (Kind::Strokes, value) = (field.kind, held) {
            return (label, Cell::strokes(value.and_then(Value::as_text).unwrap_or_default()), true);
        }
        let text = held.map(|value| self.text(field, value)).unwrap_or_default();
        if !self.blank {
            let wide = is_long || text_width(&text) > NARROW;
            return (label, Cell::value(text), wide);
        }
        match self.choices(field) {
            Some(boxes) => {
                let wide = text_width(&boxes) > NARROW / 2;
                (label, Cell::value(boxes), wide)
            }
            None if is_long => (label, Cell::room(), true),
            None => (label, Cell::value(""), false),
        }
    }

    pub fn text(&self, field: &Field, value: &Value) -> String {
        let name_of = |kind: Kind, id: &str| match kind {
            Kind::File(_) => Some((self.name_of)(id.parse::<FileId>().ok()?)).filter(|name| !name.is_empty()),
            Kind::Record(table) => record_name(self.file, table, id.parse::<RecordId>().ok()?, self.lang),
            _ => None,
        };
        match field.sensitivity == Sensitivity::Masked && !self.whole {
            true => show_value(field, value, self.lang, &name_of),
            false => show_in_full(field, value, self.lang, &name_of),
        }
    }

    /// What a blank form offers to tick; `None` where one writes.
    fn choices(&self, field: &Field) -> Option<String> {
        let words: Vec<String> = match field.kind {
            Kind::Bool => [Common::Yes, Common::No].map(|word| word.text(self.lang).to_owned()).to_vec(),
            Kind::Code(list) | Kind::Codes(list) => {
                offered(list, self.lang).into_iter().map(|(_, words)| words).collect()
            }
            Kind::Int { .. } => {
                let steps = scale_of(field)?.codes.iter();
                steps.map(|code| [code.code, " ", self.lang.pick(code.zh, code.en)].concat()).collect()
            }
            _ => return None,
        };
        let boxes = words.iter().map(|word| ["□", word].concat()).collect::<Vec<_>>();
        (words.len() <= BOXES).then(|| boxes.join("　"))
    }

    /// A place to sign, with the strokes of this field and how it was signed where the record says so.
    pub fn sign(&self, label: String, values: &Values, strokes: Option<&str>, day: Option<Date>) -> Sign {
        let text = |key: &str| values.get(key).and_then(Value::as_text).unwrap_or_default();
        let drawn = strokes.map(text).unwrap_or_default().to_owned();
        let mut lines = Vec::new();
        if strokes == Some("strokes") {
            let method = text("sign_method");
            if !method.is_empty() && method != "HAND" {
                lines.push(code_text(&codes::SIGN_METHOD, method, self.lang));
            }
            if !text("witness").is_empty() {
                lines.push(self.fill(W::SignWitness, &[text("witness")]));
            }
        }
        let is_signed = !drawn.is_empty() || !lines.is_empty();
        lines.push(
            day.filter(|_| is_signed)
                .map_or_else(|| self.say(W::DateLine), |day| dates::long(day, self.lang)),
        );
        Sign { label, strokes: drawn, lines }
    }

    /// Unit on the left, the day on the right.
    pub fn about(&self, day: Option<Date>) -> Vec<String> {
        let day =
            day.map_or_else(|| Sheet::LongDash.text(self.lang).to_owned(), |day| dates::long(day, self.lang));
        let school = if self.nobody { String::new() } else { self.school(&self.pupil()) };
        let unit = if school.is_empty() && !self.nobody { self.unit.clone() } else { school };
        vec![self.fill(W::Unit, &[&unit]), self.fill(W::FilledOn, &[&day])]
    }
}

/// Of reasons by verdict only the one that holds is printed; everything else stands on the paper, blank where it is blank.
fn is_of_form(field: &Field, values: &Values) -> bool {
    let has = |key: &str| values.get(key).is_some_and(|value: &Value| !value.is_blank());
    match field.key {
        "reason" => !has("not_real"),
        "not_real" => has("not_real"),
        _ => true,
    }
}
