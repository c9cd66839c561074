//! Geometry of charts, in units of their own view box. Every bar has its number beside it; colour says nothing alone.

/// A bar of a chart of rows.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    pub y: f64,
    pub width: f64,
}

/// Rows of bars under one another: each `row` high, the widest `room` wide; a count above nothing is always seen.
pub fn bars(counts: &[usize], row: f64, room: f64) -> Vec<Bar> {
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let bar = |(at, count): (usize, &usize)| {
        let width = *count as f64 / most * room;
        Bar { y: at as f64 * row, width: if *count > 0 { width.max(2.0) } else { 0.0 } }
    };
    counts.iter().enumerate().map(bar).collect()
}

/// Columns beside one another: their middle and their height, the highest being `height`.
pub fn columns(counts: &[usize], room: f64, height: f64) -> Vec<(f64, f64)> {
    let most = counts.iter().copied().max().unwrap_or(0).max(1) as f64;
    let step = room / counts.len().max(1) as f64;
    let column = |(at, count): (usize, &usize)| ((at as f64 + 0.5) * step, *count as f64 / most * height);
    counts.iter().enumerate().map(column).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_bar_fills_the_room_and_a_single_child_is_seen() {
        let bars = bars(&[200, 1, 0], 10.0, 100.0);
        assert_eq!(bars.iter().map(|bar| bar.width).collect::<Vec<_>>(), [100.0, 2.0, 0.0]);
        assert_eq!(bars.iter().map(|bar| bar.y).collect::<Vec<_>>(), [0.0, 10.0, 20.0]);
        assert_eq!(columns(&[], 10.0, 5.0), []);
        assert_eq!(columns(&[1, 2], 10.0, 5.0), [(2.5, 2.5), (7.5, 5.0)]);
    }
}
