//! A pen's strokes as a compact SVG path: `M` to the start of each stroke, then one `l` with relative steps.
//! The field is 1000 wide and 400 high.
use leptos::prelude::*;

/// The points of one stroke, from pen down to pen up.
pub type Stroke = Vec<(i32, i32)>;

pub(super) const WIDTH: i32 = 1000;
pub(super) const HEIGHT: i32 = 400;

/// `M10 20l5 0 3-2M…`; a dot is a stroke of one point and a step of nothing.
pub fn encode_strokes(strokes: &[Stroke]) -> String {
    let mut path = String::new();
    for stroke in strokes {
        let Some((&(x, y), rest)) = stroke.split_first() else { continue };
        path.push('M');
        push_pair(&mut path, x, y, true);
        path.push('l');
        let (mut from, mut first) = ((x, y), true);
        for &(x, y) in rest {
            push_pair(&mut path, x - from.0, y - from.1, first);
            (from, first) = ((x, y), false);
        }
        if rest.is_empty() {
            path.push_str("0 0");
        }
    }
    path
}

fn push_pair(path: &mut String, x: i32, y: i32, first: bool) {
    push_number(path, x, first);
    push_number(path, y, false);
}

fn push_number(path: &mut String, number: i32, first: bool) {
    if !first && number >= 0 {
        path.push(' ');
    }
    path.push_str(&number.to_string());
}

/// The strokes of a path that [`encode_strokes`] wrote; what it would not write is left out.
pub fn decode_strokes(path: &str) -> Vec<Stroke> {
    let parts = path.split('M').skip(1);
    let stroke = |part: &str| {
        let (start, steps) = part.split_once('l')?;
        let start = numbers(start)?;
        let (&[x, y], steps) = (start.as_slice(), numbers(steps)?) else { return None };
        let mut stroke = vec![(x, y)];
        let mut at = (x, y);
        for pair in steps.chunks_exact(2) {
            if let &[dx, dy] = pair
                && (dx, dy) != (0, 0)
            {
                at = (at.0.checked_add(dx)?, at.1.checked_add(dy)?);
                stroke.push(at);
            }
        }
        Some(stroke)
    };
    parts.filter_map(stroke).collect()
}

fn numbers(text: &str) -> Option<Vec<i32>> {
    let spaced = text.replace('-', " -");
    spaced.split_whitespace().map(|number| number.parse().ok()).collect()
}

/// Strokes as a drawing.
#[component]
pub fn Strokes(#[prop(into)] path: Signal<String>, #[prop(into)] label: Signal<String>) -> impl IntoView {
    view! {
        <svg class="strokes" viewBox="0 0 1000 400" role="img" aria-label=move || label.get()>
            <path d=move || path.get() />
        </svg>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_come_back_from_their_path() {
        let strokes =
            vec![vec![(10, 20), (15, 20), (18, 12), (18, 0)], vec![(900, 399)], vec![(0, 0), (-3, -4)]];
        let path = encode_strokes(&strokes);
        assert_eq!(path, "M10 20l5 0 3-8 0-12M900 399l0 0M0 0l-3-4");
        assert_eq!(decode_strokes(&path), strokes);
        assert_eq!(encode_strokes(&[]), "");
    }

    #[test]
    fn a_foreign_path_gives_what_can_be_read_of_it() {
        for (path, strokes) in [
            ("", vec![]),
            ("<script>", vec![]),
            ("M1 2l3", vec![vec![(1, 2)]]),
            ("M1 2 3l4 5M6 7l1 1", vec![vec![(6, 7), (7, 8)]]),
            ("M2147483647 0l1 0", vec![]),
        ] {
            assert_eq!(decode_strokes(path), strokes, "{path}");
        }
    }
}
