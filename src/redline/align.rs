//! Which parts of two versions are one part: what is the same word for word, then what is most alike between.

use std::collections::HashMap;
use std::ops::Range;

use ::similar::{Algorithm, DiffOp, capture_diff_slices};

/// A part of both versions or of one, by its index in each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Both have it.
    Both(usize, usize),
    /// The old version alone has it.
    Old(usize),
    /// The new version alone has it.
    New(usize),
}

/// So many pairs are compared where nothing is the same word for word; beyond, all is new.
const MOST_PAIRS: usize = 4_000_000;

/// Pairs the parts of two versions in their order; between two pairs, what went stands before what came.
///
/// A part whose key only one part has in either version, the same, is the same part. `likeness` says of others how much it
/// is worth to take them for one; 0 for what cannot be one.
pub(super) fn align(old: &[Option<u64>], new: &[Option<u64>], likeness: impl Fn(usize, usize) -> f32) -> Vec<Step> {
    let mut steps = Vec::with_capacity(old.len().max(new.len()));
    let (mut old_start, mut new_start) = (0, 0);
    for (old_at, new_at) in anchors(old, new) {
        between(old_start..old_at, new_start..new_at, &likeness, &mut steps);
        steps.push(Step::Both(old_at, new_at));
        (old_start, new_start) = (old_at + 1, new_at + 1);
    }
    between(old_start..old.len(), new_start..new.len(), &likeness, &mut steps);
    steps
}

/// The most parts in the same order whose key stands once in each version.
fn anchors(old: &[Option<u64>], new: &[Option<u64>]) -> Vec<(usize, usize)> {
    let single = |keys: &[Option<u64>]| {
        let mut places: HashMap<u64, Option<usize>> = HashMap::with_capacity(keys.len());
        for (at, key) in keys.iter().enumerate() {
            let Some(key) = key else { continue };
            places.entry(*key).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let (in_old, in_new) = (single(old), single(new));
    let both = |key: &u64| in_old.get(key).copied().flatten().is_some() && in_new.get(key).copied().flatten().is_some();
    let shared = |keys: &[Option<u64>]| -> Vec<(usize, u64)> {
        keys.iter().enumerate().filter_map(|(at, key)| key.filter(both).map(|key| (at, key))).collect()
    };
    let (old, new) = (shared(old), shared(new));
    let keys = |parts: &[(usize, u64)]| parts.iter().map(|&(_, key)| key).collect::<Vec<_>>();
    let mut found = Vec::new();
    for op in capture_diff_slices(Algorithm::Myers, &keys(&old), &keys(&new)) {
        if let DiffOp::Equal { old_index, new_index, len } = op {
            found.extend((0..len).map(|at| (old[old_index + at].0, new[new_index + at].0)));
        }
    }
    found
}

/// Pairs parts between two anchors so that the likeness of all pairs together is greatest.
fn between(old: Range<usize>, new: Range<usize>, likeness: &impl Fn(usize, usize) -> f32, steps: &mut Vec<Step>) {
    let mut pairs = Vec::new();
    if old.len().saturating_mul(new.len()) <= MOST_PAIRS {
        pairs = best_pairs(old.clone(), new.clone(), likeness);
    }
    let (mut old_start, mut new_start) = (old.start, new.start);
    for (old_at, new_at) in pairs.into_iter().chain([(old.end, new.end)]) {
        steps.extend((old_start..old_at).map(Step::Old));
        steps.extend((new_start..new_at).map(Step::New));
        if old_at < old.end {
            steps.push(Step::Both(old_at, new_at));
        }
        (old_start, new_start) = (old_at + 1, new_at + 1);
    }
}

/// From which neighbor the best pairing of the first parts of both comes.
#[derive(Clone, Copy)]
enum From {
    Pair,
    OldLess,
    NewLess,
}

fn best_pairs(old: Range<usize>, new: Range<usize>, likeness: &impl Fn(usize, usize) -> f32) -> Vec<(usize, usize)> {
    let width = new.len();
    let mut ways = vec![From::NewLess; old.len() * width];
    let mut above = vec![0_f32; width + 1];
    for (row, old_at) in old.clone().enumerate() {
        let mut diagonal = 0.0;
        for (column, new_at) in new.clone().enumerate() {
            let worth = likeness(old_at, new_at);
            let paired = diagonal + worth;
            diagonal = above[column + 1];
            let (best, way) = if worth > 0.0 && paired >= above[column + 1] && paired >= above[column] {
                (paired, From::Pair)
            } else if above[column + 1] >= above[column] {
                (above[column + 1], From::OldLess)
            } else {
                (above[column], From::NewLess)
            };
            above[column + 1] = best;
            ways[row * width + column] = way;
        }
    }
    let (mut row, mut column) = (old.len(), width);
    let mut pairs = Vec::new();
    while row > 0 && column > 0 {
        match ways[(row - 1) * width + column - 1] {
            From::Pair => {
                (row, column) = (row - 1, column - 1);
                pairs.push((old.start + row, new.start + column));
            }
            From::OldLess => row -= 1,
            From::NewLess => column -= 1,
        }
    }
    pairs.reverse();
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Letters that are the same are one, capitals of each other are alike; a digit never stands for another.
    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        let letters = |text: &str| text.chars().collect::<Vec<_>>();
        let keys = |text: &str| text.chars().map(|letter| letter.is_lowercase().then_some(u64::from(letter))).collect();
        let (old_letters, new_letters): (Vec<char>, Vec<char>) = (letters(old), letters(new));
        let (old, new): (Vec<_>, Vec<_>) = (keys(old), keys(new));
        let likeness = |old: usize, new: usize| {
            let (old, new) = (old_letters[old], new_letters[new]);
            if old == new { 1.0 } else { f32::from(u8::from(old.eq_ignore_ascii_case(&new))) / 2.0 }
        };
        let shown = |step| match step {
            Step::Both(old, _) => old_letters[old].to_string(),
            Step::Old(old) => format!("-{}", old_letters[old]),
            Step::New(new) => format!("+{}", new_letters[new]),
        };
        assert_eq!(align(&old, &new, likeness).into_iter().map(shown).collect::<String>(), expected);
    }

    #[test]
    fn parts_are_paired_in_their_order() {
        check("abc", "abc", "abc");
        check("", "ab", "+a+b");
        check("ab", "", "-a-b");
        check("abc", "axc", "a-b+xc");
        check("abcd", "acbd", "a+cb-cd");
        check("aXb", "aYxb", "a+YXb");
        check("X1Y", "x2y", "X-1+2Y");
        check("AAB", "AB", "-AAB");
    }
}
