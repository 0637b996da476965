//! What stands in a text, before emphasis is known.

use super::parts::Named;

/// A letter, or what is more than one.
pub(super) enum Token {
    Letter(char),
    /// A number of stars in a row.
    Stars(Star),
    Value(Named),
    Break,
}

/// Stars in a row.
pub(super) struct Star {
    /// Where they stand in the scalar.
    pub(super) at: usize,
    /// How many.
    pub(super) length: usize,
    /// Whether they may open an emphasis.
    pub(super) opens: bool,
    /// Whether they may close one.
    pub(super) closes: bool,
}

impl Star {
    /// Stars open before a word, not after one, and close after a word, not before one.
    pub(super) fn new(at: usize, length: usize, before: Option<char>, after: Option<char>) -> Self {
        let word = |letter: Option<char>| letter.is_some_and(char::is_alphanumeric);
        let begins = |letter: char| letter.is_alphanumeric() || "“‘\"'«([{".contains(letter);
        let known = length <= 3;
        // The sign of a footnote: (*), (**).
        let is_footnote = before == Some('(') && after == Some(')');
        Self {
            at,
            length,
            opens: known && !is_footnote && !word(before) && after.is_some_and(begins),
            closes: known && !is_footnote && before.is_some_and(|letter| !letter.is_whitespace()) && !word(after),
        }
    }
}
