//! Places as programs take them: lines and columns from 1, bytes of the file on disk.

use crate::diagnostic::{Diagnostic, Site};
use crate::source::Span;

/// A stretch of a file on disk.
pub(super) struct Position<'a> {
    pub(super) file: &'a str,
    /// Line and column of its beginning, from 1, the column in letters.
    pub(super) start: (usize, usize),
    /// Line and column of its end, the column one past the last letter.
    pub(super) end: (usize, usize),
    /// Bytes on disk.
    pub(super) bytes: std::ops::Range<usize>,
}

impl<'a> Position<'a> {
    pub(super) fn of(span: &'a Span) -> Self {
        let line_column = |at| span.file.line_column(at);
        Self {
            file: &span.file.name,
            start: line_column(span.range.start),
            end: line_column(span.range.end),
            bytes: span.on_disk(),
        }
    }
}

/// The file that a finding is about; empty where it is about none.
pub(super) fn file(found: &Diagnostic) -> &str {
    match found.labels.first() {
        Some(label) => &label.span.file.name,
        None => found.site.as_ref().map_or("", Site::file),
    }
}

/// The first line of a finding's place; 1 where it has none.
pub(super) fn line(found: &Diagnostic) -> usize {
    found.labels.first().map_or(1, |label| label.span.file.line_column(label.span.range.start).0)
}
