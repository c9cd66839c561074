//! Templates: `{0}` … `{9}` stand for what is filled in.

/// The placeholders of a template as bits, bit n for `{n}`; runs when the program is compiled.
pub const fn holes(template: &str) -> u16 {
    let mut bytes = template.as_bytes();
    let mut found = 0;
    while let [_, rest @ ..] = bytes {
        if let [b'{', digit @ b'0'..=b'9', b'}', ..] = bytes {
            found |= 1 << (*digit - b'0');
        }
        bytes = rest;
    }
    found
}

/// The template with each `{n}` replaced by the n-th argument; a placeholder without an argument stays visible.
pub fn fill(template: &str, args: &[&str]) -> String {
    let mut out = String::with_capacity(template.len() + args.iter().map(|arg| arg.len()).sum::<usize>());
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        out.push_str(before);
        let hole =
            after.split_once('}').and_then(|(number, tail)| Some((number.parse::<usize>().ok()?, tail)));
        match hole.and_then(|(number, tail)| Some((args.get(number)?, tail))) {
            Some((arg, tail)) => {
                out.push_str(arg);
                rest = tail;
            }
            None => {
                out.push('{');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_take_the_place_of_their_numbers() {
        for (template, args, expected) in [
            ("已保存 {0}", &["14:02"][..], "已保存 14:02"),
            ("{1} of {0}, {1}", &["20", "16"], "16 of 20, 16"),
            ("{0}", &["{0} and {1}"], "{0} and {1}"),
            ("a { b {2} {x}", &["1"], "a { b {2} {x}"),
            ("没有", &[], "没有"),
        ] {
            assert_eq!(fill(template, args), expected);
        }
    }

    #[test]
    fn holes_are_the_numbers_in_braces() {
        for (template, bits) in [("", 0), ("{0}和{2}", 0b101), ("{1}{1}", 0b10), ("{a} {} {10}", 0)] {
            assert_eq!(holes(template), bits, "{template}");
        }
    }
}
