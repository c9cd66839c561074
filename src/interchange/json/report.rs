//! A report: the files as they show today, without history and without what its reader need not see. Never taken in.
use super::header::{ExportKind, Header};
use super::write::Out;
use crate::domain::field::{Field, Kind, Sensitivity};
use crate::domain::identity::mask;
use crate::domain::records;
use crate::domain::value::{Value, Values};
use crate::register::file::File;

/// What a report shows of each record.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// Identity, roll and certificate numbers in full; otherwise masked. A logged act.
    pub numbers: bool,
    /// Names, phones, addresses and free text, in which names may stand; otherwise left out, names and phones masked.
    pub persons: bool,
    /// Health, assessments and committee results; otherwise left out.
    pub private: bool,
}

/// Writes a report in parts: `files: [{id, kind, records: {"visit/<id>": {field: value}}}]`.
pub struct ReportWriter<S: FnMut(&[u8])> {
    out: Out<S>,
    columns: Columns,
    first: bool,
}

impl<S: FnMut(&[u8])> ReportWriter<S> {
    /// The header's secret is left out, whatever way the report travels.
    pub fn new(header: &Header, columns: Columns, sink: S) -> ReportWriter<S> {
        let header = Header { join: None, ..header.clone() };
        let mut out = Out { text: String::new(), sink };
        out.header(&header, ExportKind::Report);
        ReportWriter { out, columns, first: true }
    }

    pub fn file(&mut self, file: &File) {
        let out = &mut self.out;
        out.text.push_str(if std::mem::take(&mut self.first) { "\n{\"id\":" } else { ",\n{\"id\":" });
        out.shown(&file.id);
        out.text.push_str(",\"kind\":");
        out.string(&file.kind);
        out.text.push_str(",\"records\":{");
        let live = file.tree().all().filter(|(_, record)| !record.is_deleted());
        for (n, (key, record)) in live.enumerate() {
            out.comma(n);
            out.shown(key);
            out.text.push(':');
            out.map(&shown(&key.table, &record.values, self.columns));
            out.flush_if_full();
        }
        out.text.push_str("}}");
    }

    pub fn finish(mut self) {
        self.out.text.push_str(if self.first { "]}\n" } else { "\n]}\n" });
        self.out.flush();
    }
}

/// The fields that a report shows. Fields that this version does not know are left out: nobody knows how sensitive they are.
fn shown(table: &str, values: &Values, columns: Columns) -> Values {
    let Some(table) = records::table(table) else { return Values::new() };
    let cell =
        |(key, value): (&String, &Value)| Some((key.clone(), cell(table.field(key)?, value, columns)?));
    values.iter().filter_map(cell).collect()
}

fn cell(field: &Field, value: &Value, columns: Columns) -> Option<Value> {
    let masked = |mask: fn(&str) -> String| value.as_text().map(|text| Value::Text(mask(text)));
    match field.sensitivity {
        Sensitivity::Plain if field.kind == Kind::LongText && !columns.persons => None,
        Sensitivity::Plain => Some(value.clone()),
        Sensitivity::Masked if columns.numbers => Some(value.clone()),
        Sensitivity::Masked => match field.kind {
            Kind::RollNumber => masked(mask::roll),
            Kind::CertNumber => masked(mask::cert),
            _ => masked(mask::id),
        },
        Sensitivity::Personal if columns.persons => Some(value.clone()),
        Sensitivity::Personal => match field.kind {
            Kind::Phone => masked(mask::phone),
            _ if field.key == "name" => masked(mask::name),
            _ => None,
        },
        Sensitivity::Private => columns.private.then(|| value.clone()),
    }
}
