//! 学生基本信息表, page one of a child's file (domain.md §4.1): the child, then family, groups, placements, findings, carers and aid, each
//! a table.
use super::source::Source;
use crate::domain::records;
use crate::domain::records::placement::Placement;
use crate::domain::value::Values;
use crate::i18n::fields::field_label;
use crate::i18n::pages::paper::Paper as W;
use crate::register::change::RecordKey;
use crate::report::paper::{Block, Grid};

/// A table of the paper: its heading, the records' table, the fields that are its columns and their widths.
const TABLES: [(W, &str, &[(&str, u16)]); 7] = [
    (
        W::Guardians,
        "guardian",
        &[("name", 18), ("kinship", 12), ("phone", 22), ("legal", 14), ("daily_carer", 18), ("literacy", 16)],
    ),
    (W::Siblings, "sibling", &[("name", 25), ("kinship", 15), ("birth", 25), ("situation", 35)]),
    (W::Flags, "flag", &[("flag", 30), ("state", 18), ("since", 22), ("note", 30)]),
    (W::Placements, "placement", &[("mode", 25), ("school", 31), ("from", 22), ("to", 22)]),
    (W::Decisions, "decision", &[("number", 22), ("date", 20), ("result", 34), ("learnable", 24)]),
    (W::Carers, "carer", &[("person", 17), ("unit", 23), ("post", 17), ("phone", 21), ("from", 22)]),
    (W::Aids, "aid", &[("aid_type", 32), ("amount_yuan", 18), ("date", 22), ("note", 28)]),
];

pub fn blocks(source: &Source) -> Vec<Block> {
    let values = match source.nobody {
        true => Values::new(),
        false => source.file.shown(&RecordKey::root("pupil")),
    };
    // The child's own page is filled as far as the file goes, on a blank form too.
    let known = Source { blank: source.nobody, ..source.clone() };
    let mut blocks = vec![Block::Grid(Grid::form(known.fields("pupil", &values, &["village_code"])))];
    for (heading, table, columns) in TABLES {
        blocks.push(Block::Heading(source.say(heading)));
        blocks.push(Block::Grid(table_of(source, table, columns)));
    }
    blocks
}

fn table_of(source: &Source, table: &'static str, columns: &[(&'static str, u16)]) -> Grid {
    let fields = records::table(table);
    let heads = columns.iter().map(|(key, _)| field_label(table, key, source.lang));
    let widths: Vec<u16> = columns.iter().map(|(_, width)| *width).collect();
    let cell = |values: &Values, key: &str| {
        let field = fields.and_then(|fields| fields.field(key));
        field.zip(values.get(key)).map(|(field, value)| source.text(field, value)).unwrap_or_default()
    };
    let mut held: Vec<&Values> = match source.nobody {
        true => Vec::new(),
        false => source.file.table(table).map(|(_, record)| &record.values).collect(),
    };
    if table == "placement" {
        held.sort_by_key(|values| Placement::read(values).from);
    }
    let rows = held.iter().map(|values| columns.iter().map(|(key, _)| cell(values, key)).collect());
    let rows: Vec<Vec<String>> = rows.collect();
    let room = match (rows.is_empty(), source.blank) {
        (_, true) => 2,
        (true, false) => 1,
        (false, false) => 0,
    };
    Grid::table(&widths, heads, rows).with_room(room)
}
