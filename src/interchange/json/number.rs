//! Numbers in one form: what fits 64 bits is an integer, everything else an exact decimal, written as ECMAScript writes it.
use crate::domain::value::Value;

/// The length of the JSON number that `bytes` begin with; `Err` is where a digit is missing.
pub fn token(bytes: &[u8]) -> Result<usize, usize> {
    let byte = |at: usize| bytes.get(at).copied();
    let digits = |mut at: usize| {
        let first = at;
        while byte(at).is_some_and(|b| b.is_ascii_digit()) {
            at += 1;
        }
        if at > first { Ok(at) } else { Err(at) }
    };
    let mut at = usize::from(byte(0) == Some(b'-'));
    at = if byte(at) == Some(b'0') { at + 1 } else { digits(at)? };
    if byte(at) == Some(b'.') {
        at = digits(at + 1)?;
    }
    if matches!(byte(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(byte(at + 1), Some(b'+' | b'-')));
        at = digits(at + 1 + sign)?;
    }
    Ok(at)
}

/// The value of a JSON number; `None` beyond what readers of JSON hold (1e999 is not infinity, 1e-999 not nothing).
pub fn value(token: &str) -> Option<Value> {
    if let Ok(number) = token.parse::<i64>() {
        return Some(Value::Int(number));
    }
    let (sign, unsigned) = token.strip_prefix('-').map_or(("", token), |rest| ("-", rest));
    let (mantissa, exponent) = unsigned.split_once(['e', 'E']).unwrap_or((unsigned, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{whole}{fraction}");
    let digits = all.trim_start_matches('0');
    if digits.is_empty() {
        return Some(Value::Int(0));
    }
    let rounded: f64 = token.parse().ok()?;
    if !rounded.is_finite() || rounded == 0.0 {
        return None;
    }
    let point = i64::try_from(whole.len()).ok()? - i64::try_from(all.len() - digits.len()).ok()?;
    let point = point.checked_add(exponent.parse().ok()?)?;
    let digits = digits.trim_end_matches('0');
    let text = format!("{sign}{}", written(digits, point));
    Some(text.parse().map_or(Value::Number(text), Value::Int))
}

/// A number kept as text, in its one form; `None` if it is no number.
pub fn canonical(text: &str) -> Option<String> {
    let whole = token(text.as_bytes()) == Ok(text.len());
    match whole.then(|| value(text)).flatten()? {
        Value::Int(number) => Some(number.to_string()),
        Value::Number(text) => Some(text),
        _ => None,
    }
}

/// `0.digits × 10^point` without superfluous zeros (ECMA-262, Number::toString, for any number of digits).
fn written(digits: &str, point: i64) -> String {
    let count = digits.len() as i64;
    let zeros = |n: i64| "0".repeat(usize::try_from(n).unwrap_or_default());
    match point {
        _ if count <= point && point <= 21 => format!("{digits}{}", zeros(point - count)),
        1..=21 => {
            let (whole, fraction) = digits.split_at_checked(point as usize).unwrap_or((digits, ""));
            format!("{whole}.{fraction}")
        }
        -5..=0 => format!("0.{}{digits}", zeros(-point)),
        _ => {
            let (first, rest) = digits.split_at_checked(1).unwrap_or((digits, ""));
            let dot = if rest.is_empty() { "" } else { "." };
            format!("{first}{dot}{rest}e{:+}", point - 1)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_numbers_have_one_form_and_none_is_rounded() {
        for (json, written) in [
            ("0", Some("0")),
            ("-0", Some("0")),
            ("-0.0e5", Some("0")),
            ("1.0", Some("1")),
            ("1e3", Some("1000")),
            ("-12.50", Some("-12.5")),
            ("9223372036854775807", Some("9223372036854775807")),
            ("18446744073709551616", Some("18446744073709551616")),
            ("12345678901234567890.123", Some("12345678901234567890.123")),
            ("0.000001", Some("0.000001")),
            ("0.0000001", Some("1e-7")),
            ("100e20", Some("1e+22")),
            ("123e20", Some("1.23e+22")),
            ("0.1e-2", Some("0.001")),
            ("1e999", None),
            ("1e-999", None),
            ("1e99999999999999999999", None),
            ("01", None),
            ("+1", None),
            ("1.", None),
            (".5", None),
            ("1e", None),
            ("NaN", None),
            ("", None),
        ] {
            assert_eq!(canonical(json).as_deref(), written, "{json}");
            if let Some(text) = written {
                assert_eq!(canonical(text).as_deref(), written, "{json} written and read again");
                assert_eq!(text.parse::<f64>().ok(), json.parse::<f64>().ok().map(|n| n + 0.0), "{json}");
            }
        }
    }
}
