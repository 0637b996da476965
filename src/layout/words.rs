//! The words of a text, between spaces.

use std::ops::Range;

/// A word and where it stands in its text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// In bytes.
    pub(super) at: usize,
    /// Its letters.
    pub(super) text: &'a str,
}

impl Word<'_> {
    /// Where it ends.
    pub(super) fn end(self) -> usize {
        self.at + self.text.len()
    }

    /// Where it stands.
    pub(super) fn range(self) -> Range<usize> {
        self.at..self.end()
    }
}

/// The words of a text.
pub(super) fn words(text: &str) -> Vec<Word<'_>> {
    // Words of Vietnamese are short.
    let mut words = Vec::with_capacity(text.len() / 5 + 1);
    let mut start = 0;
    let spaces = text.bytes().enumerate().filter(|&(_, byte)| byte == b' ').map(|(at, _)| at);
    for end in spaces.chain([text.len()]) {
        if end > start {
            words.push(Word { at: start, text: &text[start..end] });
        }
        start = end + 1;
    }
    words
}
