//! The words at which anything can begin, so that most words are passed over at once.

use std::ops::BitOr;
use std::sync::LazyLock;

use super::lexer::hash;
use super::{agencies, citations, dates, days, nouns, slips, variants};

/// The rules that look for more from a word on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Rules(u16);

impl Rules {
    pub(super) const NONE: Self = Self(0);
    pub(super) const SLIPS: Self = Self(1);
    pub(super) const DATES: Self = Self(1 << 1);
    pub(super) const CITATIONS: Self = Self(1 << 2);
    pub(super) const PEOPLE: Self = Self(1 << 3);
    pub(super) const DAYS: Self = Self(1 << 4);
    pub(super) const AGENCIES: Self = Self(1 << 5);
    pub(super) const UNITS: Self = Self(1 << 6);
    pub(super) const CLAUSES: Self = Self(1 << 7);
    pub(super) const VARIANTS: Self = Self(1 << 8);

    /// Whether there is any.
    #[inline]
    pub(super) fn are_some(self) -> bool {
        self.0 != 0
    }

    /// Whether those are among them.
    #[inline]
    pub(super) fn have(self, others: Self) -> bool {
        self.0 & others.0 != 0
    }
}

impl BitOr for Rules {
    type Output = Self;

    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

/// Places for words; a power of two, and several times as many as there are words, so that most places are free.
const PLACES: usize = 1 << 10;

/// Words with the rules that look at them.
pub(super) struct Beginnings {
    /// The numbers of the words, each in the first place that was free from its own on.
    places: Vec<(u64, Rules)>,
}

/// All words at which rules look for more.
pub(super) static BEGINNINGS: LazyLock<Beginnings> = LazyLock::new(|| {
    let all = |rules: Rules| move |word: &'static str| (hash(word), rules);
    let words = slips::beginnings()
        .map(all(Rules::SLIPS))
        .chain(dates::BEGINNINGS.into_iter().map(all(Rules::DATES)))
        .chain(citations::beginnings().map(all(Rules::CITATIONS)))
        .chain([nouns::PEOPLE].into_iter().map(all(Rules::PEOPLE)))
        .chain(days::BEGINNINGS.into_iter().map(all(Rules::DAYS)))
        .chain(agencies::BEGINNINGS.into_iter().map(all(Rules::AGENCIES)))
        .chain(nouns::units().map(all(Rules::UNITS)))
        .chain(nouns::beginnings().map(all(Rules::CLAUSES)))
        .chain(variants::beginnings().map(all(Rules::VARIANTS)));
    let mut places = vec![(0, Rules::NONE); PLACES];
    for (number, rules) in words {
        let mut at = place(number);
        while ![0, number].contains(&places[at].0) {
            at = (at + 1) % PLACES;
        }
        places[at] = (number, places[at].1 | rules);
    }
    Beginnings { places }
});

impl Beginnings {
    /// The rules that look for more from the word of a number on.
    #[inline]
    pub(super) fn rules(&self, number: u64) -> Rules {
        let mut at = place(number);
        loop {
            match self.places[at] {
                (known, rules) if known == number || known == 0 => return rules,
                _ => at = (at + 1) % PLACES,
            }
        }
    }
}

#[inline]
fn place(number: u64) -> usize {
    (number >> 32) as usize % PLACES
}
