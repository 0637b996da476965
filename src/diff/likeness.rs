//! How alike two things are by their words, from 0 to 1.

use std::collections::hash_map::DefaultHasher;
use std::hash::{Hash, Hasher};

use crate::schema::Meaning;
use crate::vietnamese;

/// The words of something, for comparing it with many others.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Bag {
    words: Vec<u64>,
}

impl Bag {
    /// The words of a text, upper and lower case and marks at their ends apart.
    pub(super) fn of(text: &str) -> Self {
        let mut bag = Self::default();
        bag.take(text);
        bag.sorted()
    }

    /// All words within something.
    pub(super) fn of_meaning(meaning: &Meaning) -> Self {
        let mut bag = Self::default();
        bag.take_all(meaning);
        bag.sorted()
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// The share of words that both have (Dice): 2 × common / all.
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let all = self.words.len() + other.words.len();
        if all == 0 {
            return 1.0;
        }
        let (mut one, mut two, mut common) = (0, 0, 0_usize);
        while let (Some(left), Some(right)) = (self.words.get(one), other.words.get(two)) {
            match left.cmp(right) {
                std::cmp::Ordering::Less => one += 1,
                std::cmp::Ordering::Greater => two += 1,
                std::cmp::Ordering::Equal => {
                    (one, two, common) = (one + 1, two + 1, common + 1);
                }
            }
        }
        (2 * common) as f64 / all as f64
    }

    fn sorted(mut self) -> Self {
        self.words.sort_unstable();
        self
    }

    fn take(&mut self, text: &str) {
        for word in text.split_whitespace() {
            let word = word.trim_matches(|letter: char| !letter.is_alphanumeric());
            if !word.is_empty() {
                let mut hasher = DefaultHasher::new();
                vietnamese::compose(&word.to_lowercase()).hash(&mut hasher);
                self.words.push(hasher.finish());
            }
        }
    }

    fn take_all(&mut self, meaning: &Meaning) {
        match meaning {
            Meaning::Nothing | Meaning::Choice(..) => {}
            Meaning::Words(text) | Meaning::Plain(text) | Meaning::Time(text, _) => self.take(text),
            Meaning::Number(number) => self.take(&number.display()),
            Meaning::Money(amount) => self.take(&amount.money.0.to_string()),
            Meaning::Reference(_, id) => self.take(id),
            Meaning::Record(_, members) => members.iter().for_each(|(_, member)| self.take_all(&member.meaning)),
            Meaning::List(items) => items.iter().for_each(|item| self.take_all(&item.meaning)),
            Meaning::Entries(entries) => entries.iter().for_each(|(_, entry)| self.take_all(&entry.meaning)),
        }
    }
}

/// A number that two meanings share only if they are the same.
pub(super) fn fingerprint(meaning: &Meaning) -> u64 {
    let mut hasher = DefaultHasher::new();
    hash(meaning, &mut hasher);
    hasher.finish()
}

fn hash(meaning: &Meaning, hasher: &mut DefaultHasher) {
    std::mem::discriminant(meaning).hash(hasher);
    match meaning {
        Meaning::Nothing => {}
        Meaning::Words(text) | Meaning::Plain(text) | Meaning::Time(text, _) | Meaning::Reference(_, text) => {
            text.hash(hasher);
        }
        Meaning::Choice(word, _) => word.hash(hasher),
        Meaning::Number(number) => {
            // 5 and 5,0 are one number.
            let (top, bottom) = number.number.to_fraction();
            (top as f64 / bottom as f64).to_bits().hash(hasher);
        }
        Meaning::Money(amount) => amount.money.0.hash(hasher),
        Meaning::Record(shape, members) => {
            shape.name.hash(hasher);
            for (key, member) in members {
                key.key.hash(hasher);
                hash(&member.meaning, hasher);
            }
        }
        Meaning::List(items) => items.iter().for_each(|item| hash(&item.meaning, hasher)),
        Meaning::Entries(entries) => entries.iter().for_each(|(name, entry)| {
            name.hash(hasher);
            hash(&entry.meaning, hasher);
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness_is_the_share_of_common_words() {
        let likeness = |one: &str, other: &str| Bag::of(one).likeness(&Bag::of(other));
        assert_eq!(likeness("Rà soát hộ nghèo.", "rà soát hộ nghèo"), 1.0);
        assert_eq!(likeness("rà soát", "tập huấn"), 0.0);
        assert_eq!(likeness("rà soát hộ nghèo", "rà soát hộ cận"), 0.75);
        assert_eq!(likeness("", ""), 1.0);
    }
}
