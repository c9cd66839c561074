//! What a PDF of Chromium's says: its pages, their sizes, their words, whether a picture stands on them.
//!
//! Read by hand rather than with a library: `lopdf` brings 25 crates for what is, in the files of this one maker, objects in plain
//! sight, deflated streams and a table from glyphs to characters for each font.

use std::collections::BTreeMap;
use std::io::Read;

use super::Step;

/// One page.
#[derive(Debug)]
pub struct Page {
    /// Width and height in points.
    pub size: (f64, f64),
    /// Every character in the order of drawing, without spaces.
    pub text: String,
    pub pictures: usize,
}

impl Page {
    pub fn has(&self, words: &str) -> bool {
        self.text.contains(&words.split_whitespace().collect::<String>())
    }
}

/// How many hexadecimal digits a glyph takes in the drawing, and the characters of the glyphs.
type Characters = (usize, BTreeMap<u32, String>);
type Objects<'a> = BTreeMap<u32, (String, Option<&'a [u8]>)>;

/// The pages of a file in order.
pub fn read(bytes: &[u8]) -> Step<Vec<Page>> {
    let objects = objects(bytes);
    let catalog = objects
        .values()
        .find(|(head, _)| head.contains("/Type /Catalog"))
        .ok_or("a PDF without a catalogue")?;
    let root = reference(&catalog.0, "/Pages").ok_or("a PDF without pages")?;
    let mut pages = Vec::new();
    walk(&objects, root, &mut pages)?;
    Ok(pages)
}

/// The bytes of a text in base 64, as the debugging protocol sends them.
pub fn from_base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    };
    let digits: Vec<u8> = text.bytes().filter_map(value).collect();
    let four = |part: &[u8]| {
        let bits =
            part.iter().fold(0_u32, |bits, digit| bits << 6 | u32::from(*digit)) << (6 * (4 - part.len()));
        bits.to_be_bytes()[1..part.len()].to_vec()
    };
    digits.chunks(4).flat_map(four).collect()
}

fn walk(objects: &Objects, id: u32, pages: &mut Vec<Page>) -> Step {
    let (head, _) = objects.get(&id).ok_or("a page is missing")?;
    if head.contains("/Type /Pages") {
        let kids = between(head, "/Kids", "[", "]").ok_or("pages without kids")?;
        for kid in references(kids) {
            walk(objects, kid, pages)?;
        }
        return Ok(());
    }
    let size: Vec<f64> = between(head, "/MediaBox", "[", "]")
        .ok_or("a page without a size")?
        .split_whitespace()
        .filter_map(|number| number.parse().ok())
        .collect();
    let content = reference(head, "/Contents").ok_or("a page without content")?;
    let fonts = between(head, "/Font", "<<", ">>").unwrap_or_default();
    let mut maps = BTreeMap::new();
    for part in fonts.split('/').skip(1) {
        let Some((name, rest)) = part.split_once(' ') else { continue };
        let font = rest.split(' ').next().and_then(|id| id.parse().ok()).and_then(|id: u32| objects.get(&id));
        let map = font.and_then(|(font, _)| objects.get(&reference(font, "/ToUnicode")?));
        maps.insert(name.to_owned(), map.map(|map| characters(&stream(map))).unwrap_or_default());
    }
    let drawn = stream(objects.get(&content).ok_or("a page's content is missing")?);
    let images: Vec<&str> =
        between(head, "/XObject", "<<", ">>").unwrap_or_default().split('/').skip(1).collect();
    let is_drawn = |part: &&&str| {
        let name = part.split(' ').next().unwrap_or_default();
        let object = reference(&["/X ", part.split_once(' ').map_or("", |(_, rest)| rest)].concat(), "/X");
        let is_image =
            object.and_then(|id| objects.get(&id)).is_some_and(|(head, _)| head.contains("/Subtype /Image"));
        is_image && drawn.contains(&format!("/{name} Do"))
    };
    pages.push(Page {
        size: (size.get(2).copied().unwrap_or_default(), size.get(3).copied().unwrap_or_default()),
        text: words(&drawn, &maps),
        pictures: images.iter().filter(is_drawn).count(),
    });
    Ok(())
}

/// The objects by their numbers: the text before a stream, and the stream.
fn objects(bytes: &[u8]) -> Objects<'_> {
    let mut found = Objects::new();
    let mut at = 0;
    while let Some(begin) = find(bytes, at, b" 0 obj") {
        let digits = bytes[..begin].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
        let id = String::from_utf8_lossy(&bytes[begin - digits..begin]).parse().unwrap_or_default();
        let end = find(bytes, begin, b"endobj").unwrap_or(bytes.len());
        let data = find(bytes, begin, b"stream\n").filter(|data| *data < end);
        let head = String::from_utf8_lossy(&bytes[begin + 6..data.unwrap_or(end)]).replace(['\n', '\r'], " ");
        // A stream may hold the word "endobj" in its bytes: its length says where it ends.
        let length = between(&head, "/Length", " ", "/").or_else(|| between(&head, "/Length", " ", ">"));
        let length = length.and_then(|length| length.trim().parse::<usize>().ok());
        match (data, length) {
            (Some(data), Some(length)) => {
                let data = data + 7;
                let stop = (data + length).min(bytes.len());
                found.insert(id, (head, Some(&bytes[data..stop])));
                at = stop;
            }
            _ => {
                found.insert(id, (head, None));
                at = end;
            }
        }
    }
    found
}

fn find(bytes: &[u8], from: usize, what: &[u8]) -> Option<usize> {
    bytes.get(from..)?.windows(what.len()).position(|window| window == what).map(|at| at + from)
}

/// What stands between two marks after a key.
fn between<'a>(text: &'a str, key: &str, open: &str, close: &str) -> Option<&'a str> {
    let rest = &text[text.find(key)? + key.len()..];
    let rest = &rest[rest.find(open)? + open.len()..];
    Some(&rest[..rest.find(close)?])
}

fn references(text: &str) -> Vec<u32> {
    text.split(" 0 R").filter_map(|part| part.split_whitespace().last()?.parse().ok()).collect()
}

fn reference(text: &str, key: &str) -> Option<u32> {
    let rest = text[text.find(key)? + key.len()..].trim_start().trim_start_matches('[').trim_start();
    rest.split_once(" 0 R")?.0.trim().parse().ok()
}

fn stream((head, data): &(String, Option<&[u8]>)) -> String {
    let Some(data) = data else { return String::new() };
    let mut text = Vec::new();
    match head.contains("/FlateDecode") {
        true => drop(flate2::read::ZlibDecoder::new(*data).read_to_end(&mut text)),
        false => text.extend_from_slice(data),
    }
    text.iter().map(|byte| char::from(*byte)).collect()
}

/// Glyph numbers to characters, as a ToUnicode table has them.
fn characters(map: &str) -> Characters {
    let mut found = BTreeMap::new();
    let hex = |text: &str| u32::from_str_radix(text, 16).unwrap_or_default();
    let digits = between(map, "begincodespacerange", "<", ">").map_or(4, str::len);
    let mut is_range = false;
    for line in map.lines() {
        is_range = (is_range || line.ends_with("beginbfrange")) && !line.ends_with("beginbfchar");
        if !line.starts_with('<') || line.starts_with("<<") {
            continue;
        }
        let parts: Vec<&str> = line.split(['<', '>', ' ']).filter(|part| !part.is_empty()).collect();
        match (parts.as_slice(), is_range) {
            ([from, to], false) => drop(found.insert(hex(from), utf16(to))),
            ([from, to, first], true) => {
                let first = utf16(first).chars().next().map(u32::from).unwrap_or_default();
                for (n, glyph) in (hex(from)..=hex(to)).enumerate() {
                    let character = char::from_u32(first + n as u32).unwrap_or_default();
                    found.insert(glyph, character.to_string());
                }
            }
            _ => (),
        }
    }
    (digits, found)
}

/// The characters of a page's drawing, a line an order to the printer.
fn words(drawn: &str, maps: &BTreeMap<String, Characters>) -> String {
    let mut text = String::new();
    let mut map = None;
    // Where one glyph stands for two characters the true one is written beside it.
    let mut is_told = false;
    for line in drawn.lines() {
        if let Some(actual) = between(line, "/ActualText", "<FEFF", ">") {
            text.push_str(&utf16(actual));
            is_told = true;
        } else if line.contains("EMC") {
            is_told = false;
        }
        if line.ends_with("Tf") {
            let name = line.trim_start_matches('/').split(' ').next().unwrap_or_default();
            map = maps.get(name);
        }
        if !(line.ends_with("Tj") || line.ends_with("TJ")) || is_told {
            continue;
        }
        let Some((digits, characters)) = map else { continue };
        for hex in line.split('<').skip(1).filter_map(|part| part.split('>').next()) {
            for at in 0..hex.len() / digits {
                let glyph = u32::from_str_radix(&hex[at * digits..(at + 1) * digits], 16).unwrap_or_default();
                text.push_str(characters.get(&glyph).map_or("", String::as_str));
            }
        }
    }
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn utf16(hex: &str) -> String {
    let unit = |at: usize| u16::from_str_radix(&hex[at * 4..at * 4 + 4], 16).ok();
    String::from_utf16_lossy(&(0..hex.len() / 4).filter_map(unit).collect::<Vec<u16>>())
}
