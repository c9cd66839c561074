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

/// A line from left to right between 0 and 100 percent, in runs: what is not known leaves a gap.
pub fn line(percents: &[Option<u32>], room: f64, height: f64) -> Vec<Vec<(f64, f64)>> {
    const EDGE: f64 = 5.0;
    let step = (room - 2.0 * EDGE) / percents.len().saturating_sub(1).max(1) as f64;
    let point = |at: usize, percent: u32| {
        (EDGE + at as f64 * step, EDGE + f64::from(100 - percent.min(100)) / 100.0 * (height - 2.0 * EDGE))
    };
    let mut runs: Vec<Vec<(f64, f64)>> = vec![Vec::new()];
    for (at, percent) in percents.iter().enumerate() {
        match (percent, runs.last_mut()) {
            (Some(percent), Some(run)) => run.push(point(at, *percent)),
            _ => runs.push(Vec::new()),
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Pairs of columns beside one another, as planned and delivered: the left edge of each, its width, and both heights.
pub fn pairs(counts: &[(usize, usize)], room: f64, height: f64) -> Vec<(f64, f64, [f64; 2])> {
    let most = counts.iter().map(|(one, other)| *one.max(other)).max().unwrap_or(0).max(1) as f64;
    let step = room / counts.len().max(1) as f64;
    let wide = (step * 0.36).min(30.0);
    let pair = |(at, (one, other)): (usize, &(usize, usize))| {
        let left = (at as f64 + 0.5) * step - wide;
        (left, wide, [*one, *other].map(|count| count as f64 / most * height))
    };
    counts.iter().enumerate().map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_widest_bar_fills_the_room_and_a_single_child_is_seen() {
        let bars = bars(&[200, 1, 0], 10.0, 100.0);
        assert_eq!(bars.iter().map(|bar| bar.width).collect::<Vec<_>>(), [100.0, 2.0, 0.0]);
        assert_eq!(bars.iter().map(|bar| bar.y).collect::<Vec<_>>(), [0.0, 10.0, 20.0]);
        assert_eq!(line(&[Some(0), None, Some(100)], 110.0, 30.0), [vec![(5.0, 25.0)], vec![(105.0, 5.0)]]);
        assert_eq!(line(&[Some(50)], 110.0, 30.0), [vec![(5.0, 15.0)]]);
        assert_eq!(line(&[None], 110.0, 30.0), Vec::<Vec<(f64, f64)>>::new());
        assert_eq!(
            pairs(&[(10, 5), (0, 0)], 100.0, 8.0),
            [(7.0, 18.0, [8.0, 4.0]), (57.0, 18.0, [0.0, 0.0])]
        );
        assert_eq!(columns(&[], 10.0, 5.0), []);
        assert_eq!(columns(&[1, 2], 10.0, 5.0), [(2.5, 2.5), (7.5, 5.0)]);
    }
}
