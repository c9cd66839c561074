//! Members of the header, read.
use crate::domain::id::RegisterId;
use crate::domain::value::Values;
use crate::interchange::json::header::{ExportKind, JoinCard, Version};
use crate::interchange::json::problem::{Form, Problem, Shape};
use crate::interchange::json::scan::{Scan, Scanned, clipped};
use crate::interchange::json::{FORMAT, VERSION};
use crate::register::derived_id::Secret;

pub fn format(scan: &mut Scan) -> Scanned<()> {
    let at = scan.here();
    if scan.shape()? != Shape::Text {
        return scan.fault(at, Problem::NotARegister { found: None });
    }
    match scan.text()? {
        name if name == FORMAT => Ok(()),
        other => scan.fault(at, Problem::NotARegister { found: Some(clipped(&other)) }),
    }
}

pub fn version(scan: &mut Scan) -> Scanned<Version> {
    let start = scan.here();
    let (mut major, mut minor) = (None, None);
    scan.map(|scan, at, name| match &*name {
        "major" => scan.once(&mut major, at, &name, |scan| {
            let at = scan.here();
            match scan.count()? {
                found if found > VERSION.major => {
                    scan.fault(at, Problem::NewerVersion { found, known: VERSION.major })
                }
                found => Ok(found),
            }
        }),
        "minor" => scan.once(&mut minor, at, &name, Scan::count),
        _ => scan.skip(),
    })?;
    let Some(major) = major else { return scan.fault(start, Problem::Missing { member: "major".into() }) };
    let Some(minor) = minor else { return scan.fault(start, Problem::Missing { member: "minor".into() }) };
    Ok(Version { major, minor })
}

pub fn kind(scan: &mut Scan) -> Scanned<ExportKind> {
    let at = scan.here();
    let found = scan.text()?;
    match ExportKind::from_key(&found) {
        Some(ExportKind::Report) => scan.fault(at, Problem::Report),
        Some(kind) => Ok(kind),
        None => scan.fault(at, Problem::UnknownKind { found: clipped(&found) }),
    }
}

pub fn join(scan: &mut Scan) -> Scanned<JoinCard> {
    let start = scan.here();
    let (mut secret, mut name_, mut county, mut extra) = (None, None, None, Values::new());
    scan.map(|scan, at, name| match &*name {
        "secret" => scan.once(&mut secret, at, &name, |scan| {
            let at = scan.here();
            let text = scan.text()?;
            // What was found is a secret, or close to one: it stays out of the issue.
            let found = String::new();
            secret_of(&text)
                .map_or_else(|| scan.fault(at, Problem::WrongForm { found, expected: Form::Secret }), Ok)
        }),
        "name" => scan.once(&mut name_, at, &name, |scan| Ok(scan.text()?.into_owned())),
        "county" => scan.once(&mut county, at, &name, |scan| scan.form(Form::Id)),
        _ => scan.keep(&mut extra, at, name),
    })?;
    let Some(secret) = secret else { return scan.fault(start, Problem::Missing { member: "secret".into() }) };
    let Some(name) = name_ else { return scan.fault(start, Problem::Missing { member: "name".into() }) };
    let Some(county) = county else { return scan.fault(start, Problem::Missing { member: "county".into() }) };
    Ok(JoinCard { secret, name, county, extra })
}

fn secret_of(text: &str) -> Option<Secret> {
    let half =
        |at: usize| -> Option<u128> { text.get(at..at + 32)?.parse::<RegisterId>().ok().map(|id| id.0) };
    if text.len() != 64 {
        return None;
    }
    let (high, low) = (half(0)?.to_be_bytes(), half(32)?.to_be_bytes());
    let mut secret = [0; 32];
    secret.iter_mut().zip(high.iter().chain(&low)).for_each(|(to, from)| *to = *from);
    Some(Secret(secret))
}
