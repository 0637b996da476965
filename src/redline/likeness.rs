//! How alike two texts are: by their words and by the pairs in which these stand.

use std::hash::{DefaultHasher, Hash, Hasher};

use crate::layout::{Block, Para, Run};

/// The words of a text as numbers, in order of these.
#[derive(Debug, Clone, Default)]
pub(super) struct Bag {
    words: Vec<u64>,
    pairs: Vec<u64>,
}

impl Bag {
    /// The words of a text.
    pub(super) fn of(text: &str) -> Self {
        Self::of_words(text.split([' ', '\n']).filter(|word| !word.is_empty()).map(|word| hash(&word)))
    }

    fn of_words(words: impl Iterator<Item = u64>) -> Self {
        let mut bag = Self { words: words.collect(), pairs: Vec::new() };
        let first = bag.words.first().map(|first| hash(&(0, *first)));
        bag.pairs.extend(first.into_iter().chain(bag.words.windows(2).map(|pair| hash(&pair))));
        bag.words.sort_unstable();
        bag.pairs.sort_unstable();
        bag
    }

    /// How many words there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// How alike two texts are, from 0 to 1.
    pub(super) fn likeness(&self, other: &Self) -> f32 {
        if self.words.is_empty() && other.words.is_empty() {
            return 1.0;
        }
        f32::midpoint(shared(&self.words, &other.words), shared(&self.pairs, &other.pairs))
    }
}

/// A number for a value, the same in each run.
pub(super) fn hash(value: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

/// How much of two sorted lists is in both, from 0 to 1.
fn shared(old: &[u64], new: &[u64]) -> f32 {
    let (mut old_at, mut new_at, mut both) = (0, 0, 0_u16);
    while let (Some(a), Some(b)) = (old.get(old_at), new.get(new_at)) {
        both = both.saturating_add(u16::from(a == b));
        old_at += usize::from(a <= b);
        new_at += usize::from(b <= a);
    }
    let all = u16::try_from(old.len() + new.len()).unwrap_or(u16::MAX);
    2.0 * f32::from(both) / f32::from(all.max(1))
}

/// The letters of a paragraph; a line break is a sign of its own.
pub(super) fn letters(para: &Para) -> String {
    let mut text = String::new();
    for run in &para.runs {
        match run {
            Run::Words { text: words, .. } => text.push_str(words),
            Run::Break => text.push('\n'),
        }
    }
    text
}

/// The letters of all that stands in some blocks, a line each paragraph.
pub(super) fn all_letters<'a>(blocks: impl IntoIterator<Item = &'a Block>) -> String {
    let mut text = String::new();
    for block in blocks {
        collect(block, &mut |para| {
            text.push_str(&letters(para));
            text.push('\n');
        });
    }
    text
}

/// Goes through the paragraphs of a block.
pub(super) fn collect<'a>(block: &'a Block, visit: &mut dyn FnMut(&'a Para)) {
    match block {
        Block::Para(para) | Block::Mark { para, .. } => visit(para),
        Block::Rule { .. } | Block::Space { .. } => {}
        Block::Columns { rows, .. } => {
            for row in rows {
                row.left.iter().chain(&row.right).for_each(|block| collect(block, visit));
            }
        }
        Block::Table(table) => {
            table.rows.iter().flat_map(|row| &row.cells).flat_map(|cell| &cell.paras).for_each(&mut *visit);
            table.tail.iter().for_each(|block| collect(block, visit));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_alike_by_words_and_their_order() {
        let check = |old: &str, new: &str, least: f32, most: f32| {
            let found = Bag::of(old).likeness(&Bag::of(new));
            assert!((least..=most).contains(&found), "{old} / {new}: {found}");
        };
        check("", "", 1.0, 1.0);
        check("a b c", "a b c", 1.0, 1.0);
        check("a b c", "c b a", 0.4, 0.6);
        check("Giảm 52 hộ nghèo trong năm 2025", "Giảm 48 hộ nghèo trong năm 2026", 0.5, 0.7);
        check("a b c", "d e f", 0.0, 0.0);
    }
}
