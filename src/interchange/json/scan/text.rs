//! Texts: escapes, and what may not stand in a text.
use super::{Scan, Scanned};
use crate::interchange::json::problem::{Part, Problem, Shape};
use std::borrow::Cow;

impl<'a> Scan<'a> {
    /// A text: borrowed where it holds no escape.
    pub fn text(&mut self) -> Scanned<Cow<'a, str>> {
        self.want(Shape::Text)?;
        let opening = self.at;
        self.at += 1;
        let mut owned: Option<String> = None;
        loop {
            let rest = self.text.get(self.at..).unwrap_or("");
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < 0x20).unwrap_or(rest.len());
            let piece = rest.get(..plain).unwrap_or("");
            self.at += plain;
            if self.at - opening > self.limits.text {
                return self.too_much(opening, Part::TextBytes, self.limits.text);
            }
            match self.byte() {
                Some(b'"') => {
                    self.at += 1;
                    return Ok(match owned {
                        None => Cow::Borrowed(piece),
                        Some(mut text) => {
                            text.push_str(piece);
                            Cow::Owned(text)
                        }
                    });
                }
                Some(b'\\') => {
                    let text = owned.get_or_insert_default();
                    text.push_str(piece);
                    let escaped = self.escape()?;
                    owned.get_or_insert_default().push(escaped);
                }
                Some(control) => return self.fault(self.at, Problem::ControlCharacter(u32::from(control))),
                None => return self.fault(self.at, Problem::Truncated),
            }
        }
    }

    fn escape(&mut self) -> Scanned<char> {
        let start = self.at;
        self.at += 1;
        let Some(byte) = self.byte() else { return self.fault(self.at, Problem::Truncated) };
        self.at += 1;
        Ok(match byte {
            b'"' => '"',
            b'\\' => '\\',
            b'/' => '/',
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let first = self.unit()?;
                let code = match first {
                    0xD800..=0xDBFF
                        if self.text.get(self.at..).is_some_and(|rest| rest.starts_with("\\u")) =>
                    {
                        self.at += 2;
                        let second = self.unit()?;
                        match second {
                            0xDC00..=0xDFFF => 0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00),
                            _ => return self.fault(start, Problem::HalfCharacter),
                        }
                    }
                    0xD800..=0xDBFF if self.at >= self.text.len() => {
                        return self.fault(self.at, Problem::Truncated);
                    }
                    other => other,
                };
                match char::from_u32(code) {
                    Some(c) => c,
                    None => return self.fault(start, Problem::HalfCharacter),
                }
            }
            _ => return self.fault(start, Problem::BadEscape),
        })
    }

    /// Four hexadecimal digits.
    fn unit(&mut self) -> Scanned<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = match self.byte() {
                Some(b) => char::from(b).to_digit(16),
                None => return self.fault(self.at, Problem::Truncated),
            };
            let Some(digit) = digit else { return self.fault(self.at, Problem::BadEscape) };
            unit = unit << 4 | digit;
            self.at += 1;
        }
        Ok(unit)
    }
}
