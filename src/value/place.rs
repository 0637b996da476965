//! Places: where a value stands, and where the keys of a mapping stand.

use std::ops::Deref;

use crate::source::Span;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

impl<T: PartialEq> PartialEq for Spanned<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T> Deref for Spanned<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

/// Where a mapping and its keys stand. It says nothing of what the mapping means, so all places are equal.
#[derive(Debug, Clone)]
pub struct Place {
    /// The whole mapping.
    pub span: Span,
    /// Each of its keys, in the order of the file.
    pub keys: Vec<(&'static str, Span)>,
    /// Those whose value was not taken, so that nothing may be concluded from its absence.
    pub refused: Vec<&'static str>,
}

impl PartialEq for Place {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Place {
    /// The place of what is written as words alone.
    pub fn without_keys(span: Span) -> Self {
        Self { span, keys: Vec::new(), refused: Vec::new() }
    }

    /// Where a key stands, if it is there.
    pub fn key(&self, key: &str) -> Option<&Span> {
        self.keys.iter().find(|(known, _)| *known == key).map(|(_, span)| span)
    }

    /// Whether a key is there, be it blank.
    pub fn has(&self, key: &str) -> bool {
        self.key(key).is_some()
    }

    /// Whether a key is there whose value was not taken.
    pub fn is_refused(&self, key: &str) -> bool {
        self.refused.contains(&key)
    }

    /// Where a key stands; the first line of the mapping if it is not there.
    pub fn of(&self, key: &str) -> Span {
        self.key(key).cloned().unwrap_or_else(|| self.first_line())
    }

    /// The first line of the mapping.
    pub fn first_line(&self) -> Span {
        self.span.first_line()
    }
}
