//! One change, read.
use crate::domain::records;
use crate::domain::value::Values;
use crate::interchange::json::problem::{Form, Problem};
use crate::interchange::json::scan::{Scan, Scanned, clipped};
use crate::register::change::{Act, Change, Dot, RecordKey, Sets};
use std::borrow::Cow;
use std::str::FromStr;

pub fn change(scan: &mut Scan) -> Scanned<Change> {
    let start = scan.here();
    let (mut dot, mut after, mut at_, mut by, mut act, mut set) = (None, None, None, None, None, None);
    let mut extra = Values::new();
    scan.map(|scan, at, name| match &*name {
        "dot" => scan.once(&mut dot, at, &name, |scan| scan.form(Form::Dot)),
        "after" => scan.once(&mut after, at, &name, seen),
        "at" => scan.once(&mut at_, at, &name, |scan| scan.form(Form::Instant)),
        "by" => scan.once(&mut by, at, &name, |scan| scan.form(Form::Id)),
        "act" => scan.once(&mut act, at, &name, |scan| Ok(act_of(scan.text()?))),
        "set" => scan.once(&mut set, at, &name, sets),
        _ => scan.keep(&mut extra, at, name),
    })?;
    let missing =
        |scan: &Scan, member: &'static str| scan.fault(start, Problem::Missing { member: member.into() });
    let Some(dot) = dot else { return missing(scan, "dot") };
    let Some(at) = at_ else { return missing(scan, "at") };
    let Some(by) = by else { return missing(scan, "by") };
    let Some(act) = act else { return missing(scan, "act") };
    let Some(sets) = set else { return missing(scan, "set") };
    Ok(Change { dot, after: after.unwrap_or_default(), at, by, act, sets, extra })
}

fn seen(scan: &mut Scan) -> Scanned<Vec<Dot>> {
    let mut dots = Vec::new();
    scan.list(|scan, n| {
        scan.bounded(n)?;
        dots.push(scan.form(Form::Dot)?);
        Ok(())
    })?;
    dots.sort_unstable();
    dots.dedup();
    Ok(dots)
}

fn act_of(code: Cow<str>) -> Act {
    let known = Act::ALL.iter().find(|act| act.code() == code);
    known.cloned().unwrap_or_else(|| Act::new(code.into_owned()))
}

fn sets(scan: &mut Scan) -> Scanned<Sets> {
    let mut sets = Sets::new();
    scan.map(|scan, at, name| {
        scan.bounded(sets.len())?;
        let Ok(mut key) = RecordKey::from_str(&name) else {
            let found = clipped(&name);
            return scan.fault(at, Problem::WrongForm { found, expected: Form::Record });
        };
        if let Some(table) = records::table(&key.table) {
            key.table = Cow::Borrowed(table.key);
        }
        let values = scan.values()?;
        match sets.insert(key, values) {
            None => Ok(()),
            Some(_) => scan.twice(at, &name),
        }
    })?;
    Ok(sets)
}
