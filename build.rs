//! Packs tables of `OUT_DIR` from crates that would take several times their bytes in the page.
//!
//! `forms.txt` (for `domain::compatibility`): every character that NFKC changes, one after the other; then, a line each, what it
//! becomes.
//!
//! `readings.bin`: for each character from U+4E00 to U+9FFF a little-endian `u16`, the line of `readings.txt` that holds
//! its toneless readings, most usual first, parted by commas; line 0 is empty. Characters of GB 2312 keep all their
//! readings, rarer ones the first: that halves the table, and names with rare readings are nearly all common characters.
use pinyin::ToPinyinMulti;
use std::collections::HashMap;
use std::io::Write;
use std::path::{Path, PathBuf};
use unicode_normalization::UnicodeNormalization;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    writeln!(std::io::stdout(), "cargo:rerun-if-changed=build.rs")?;
    if std::env::var("CARGO_CFG_TARGET_ARCH").as_deref() == Ok("wasm32") {
        // What the module is divided by after the linker (scripts/bin/wasm-bindgen).
        writeln!(std::io::stdout(), "cargo:rustc-link-arg-bin=baoxue=--emit-relocs")?;
    }
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    pack_forms(&out)?;
    pack_readings(&out)
}

fn pack_forms(out: &Path) -> std::io::Result<()> {
    let (mut from, mut to) = (String::new(), String::new());
    for c in '\u{80}'..='\u{2ffff}' {
        let form: String = c.nfkc().collect();
        if form.chars().ne([c]) {
            from.push(c);
            to.push('\n');
            to.push_str(&form);
        }
    }
    std::fs::write(out.join("forms.txt"), from + &to)
}

fn pack_readings(out: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let mut lines: Vec<String> = vec![String::new()];
    let mut index: HashMap<String, u16> = HashMap::from([(String::new(), 0)]);
    let mut table = Vec::new();
    for c in '\u{4e00}'..='\u{9fff}' {
        let line = readings(c);
        let at = match index.get(&line) {
            Some(at) => *at,
            None => {
                let at = u16::try_from(lines.len())?;
                lines.push(line.clone());
                index.insert(line, at);
                at
            }
        };
        table.extend_from_slice(&at.to_le_bytes());
    }
    std::fs::write(out.join("readings.bin"), table)?;
    std::fs::write(out.join("readings.txt"), lines.join("\n"))?;
    Ok(())
}

fn readings(c: char) -> String {
    let Some(multi) = c.to_pinyin_multi() else { return String::new() };
    let mut readings: Vec<String> = Vec::new();
    for reading in multi {
        let plain = reading.plain().replace('ü', "v").replace('ê', "e");
        let letters = plain.bytes().all(|b| b.is_ascii_lowercase());
        if letters && !plain.is_empty() && !readings.contains(&plain) {
            readings.push(plain);
        }
    }
    readings.truncate(if is_common(c) { 4 } else { 1 });
    readings.join(",")
}

/// A character of GB 2312: both its bytes in GBK are high.
fn is_common(c: char) -> bool {
    let text = c.to_string();
    let (bytes, _, unmappable) = encoding_rs::GBK.encode(&text);
    !unmappable && matches!(*bytes, [0xb0..=0xf7, 0xa1..=0xfe])
}
