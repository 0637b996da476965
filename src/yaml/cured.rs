//! The text that is parsed, where it differs from the file's.

use std::ops::Range;
use std::sync::Arc;

use crate::source::{SourceFile, Span};

/// The text that is parsed: the file's, with cured mistakes, each of its bytes with its place in the file.
pub(super) struct Cured<'f> {
    /// The file.
    pub(super) file: &'f Arc<SourceFile>,
    /// Its text, with what is cured.
    pub(super) text: String,
    /// The places; empty as long as the text is the file's own.
    places: Vec<usize>,
}

/// What to write in place of a mistake, so that reading can go on.
pub(super) struct Cure {
    /// What is taken out.
    pub(super) range: Range<usize>,
    /// What is put in.
    pub(super) with: String,
    /// Whether the clerk may have meant something else, so that what comes after may be our own mistake.
    pub(super) is_guess: bool,
}

impl Cure {
    /// A cure that cannot be meant otherwise.
    pub(super) fn plain(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into(), is_guess: false }
    }

    /// A cure that is plausible, no more.
    pub(super) fn guess(range: Range<usize>, with: impl Into<String>) -> Self {
        Self { range, with: with.into(), is_guess: true }
    }
}

impl<'f> Cured<'f> {
    pub(super) fn new(file: &'f Arc<SourceFile>) -> Self {
        Self { file, text: file.text.clone(), places: Vec::new() }
    }

    /// Where a byte of the text stands in the file.
    pub(super) fn place(&self, at: usize) -> usize {
        if self.places.is_empty() { at } else { self.places.get(at).copied().unwrap_or(self.file.text.len()) }
    }

    pub(super) fn span(&self, range: Range<usize>) -> Span {
        Span::new(self.file, self.place(range.start)..self.place(range.end))
    }

    /// Adds the places of a stretch of the text, which may go one past its end.
    fn places_of(&self, range: Range<usize>, out: &mut Vec<usize>) {
        match self.places.get(range.clone()) {
            Some(places) => out.extend_from_slice(places),
            None => out.extend(range.map(|at| self.place(at))),
        }
    }

    pub(super) fn edit(&mut self, range: Range<usize>, with: &str) {
        self.edit_all(&[(range, with)]);
    }

    /// Writes letters in place of several ranges, which stand in order.
    pub(super) fn edit_all(&mut self, edits: &[(Range<usize>, &str)]) {
        let mut text = String::with_capacity(self.text.len());
        let mut moved = Vec::with_capacity(self.text.len() + 1);
        let mut done = 0;
        for (range, with) in edits {
            text.push_str(&self.text[done..range.start]);
            self.places_of(done..range.start, &mut moved);
            text.push_str(with);
            moved.extend(std::iter::repeat_n(self.place(range.start), with.len()));
            done = range.end;
        }
        text.push_str(&self.text[done..]);
        self.places_of(done..self.text.len() + 1, &mut moved);
        (self.text, self.places) = (text, moved);
    }
}
