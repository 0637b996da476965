//! How alike two texts are, so that a file that was renamed and edited is one file.

use std::collections::BTreeMap;

/// How much of two texts stands in both, line by line and whatever the order: 1 for the same lines, 0 for none in common.
///
/// A line counts by its letters, so that the short ones that every plan has weigh little.
pub(super) fn likeness(one: &str, other: &str) -> f64 {
    let (one, other) = (lines(one), lines(other));
    let weight = |lines: &BTreeMap<&str, usize>| lines.iter().map(|(line, count)| line.len() * count).sum::<usize>();
    let both = one.iter().map(|(line, count)| line.len() * count.min(other.get(line).unwrap_or(&0))).sum::<usize>();
    let all = weight(&one) + weight(&other);
    #[expect(clippy::cast_precision_loss, reason = "a plan is far smaller than what a float holds")]
    if all == 0 { 1.0 } else { 2.0 * both as f64 / all as f64 }
}

/// Lines without the blank ones and the space around them, and how often each stands there.
fn lines(text: &str) -> BTreeMap<&str, usize> {
    let mut lines = BTreeMap::new();
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) {
        *lines.entry(line).or_default() += 1;
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_common_count_by_their_length() {
        let near = |one: &str, other: &str, expected: f64| {
            let found = likeness(one, other);
            assert!((found - expected).abs() < 1e-9, "{one:?} {other:?}: {found}");
            assert!((found - likeness(other, one)).abs() < 1e-9, "{one:?} {other:?}");
        };
        near("", "", 1.0);
        near("a", "", 0.0);
        near("a\nbcd\n", "bcd\n  a", 1.0);
        near("abc\nd", "abc\ne", 0.75);
        near("a\na\na", "a", 0.5);
    }
}
