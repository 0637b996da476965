//! Words between two forced line breaks, as one text.

use std::borrow::Cow;
use std::ops::Range;

use super::tree::{Cut, Run};
use super::typeface::Typeface;
use crate::units::Length;

/// Words between two forced line breaks.
pub(super) struct Part<'a> {
    /// Their letters.
    pub(super) text: Cow<'a, str>,
    spans: Vec<Span>,
    /// Size of their type.
    pub(super) size: Length,
    typeface: &'a Typeface,
}

/// Where the words of a run stand in the text of a part.
struct Span {
    range: Range<usize>,
    run: usize,
    bold: bool,
    italic: bool,
}

impl<'a> Part<'a> {
    /// The words of runs, whose first has an index in its paragraph.
    pub(super) fn new(runs: &'a [Run], first: usize, size: Length, typeface: &'a Typeface) -> Self {
        let mut part = Self { text: Cow::default(), spans: Vec::with_capacity(runs.len()), size, typeface };
        for (index, run) in runs.iter().enumerate() {
            let Run::Words { text, bold, italic } = run else { continue };
            let start = part.text.len();
            part.text += text.as_str();
            part.spans.push(Span { range: start..part.text.len(), run: first + index, bold: *bold, italic: *italic });
        }
        part
    }

    /// Width of a range of the text in one line.
    pub(super) fn width(&self, range: Range<usize>) -> Length {
        self.spans.iter().fold(Length::ZERO, |sum, span| {
            let (start, end) = (range.start.max(span.range.start), range.end.min(span.range.end));
            if start >= end {
                return sum;
            }
            sum + self.typeface.width(&self.text[start..end], self.size, span.bold, span.italic)
        })
    }

    /// A place of the text in its run.
    pub(super) fn cut(&self, at: usize) -> Cut {
        let span = self.spans.iter().find(|span| span.range.contains(&at)).expect("every letter is in a run");
        Cut { run: span.run, at: at - span.range.start }
    }
}
