//! Texts of a plan, and the figures in them.

use std::borrow::Cow;
use std::ops::Range;

use super::figure::{self, Written};
use crate::check::texts::texts;
use crate::plan::Plan;
use crate::source::Span;
use crate::value::{Bound, Text, What};

/// What stands for a value that a text names.
pub(crate) const NAMED: &str = "{{}}";

/// A text of the plan and the figures in it.
#[derive(Debug)]
pub struct Passage<'a> {
    /// The text.
    pub(crate) text: &'a Text,
    /// Its words without emphasis.
    pub(crate) words: Cow<'a, str>,
    /// The figures in them, in order.
    pub(crate) figures: Vec<Written>,
}

/// Every text of a plan that is its own.
pub(crate) fn passages(plan: &Plan) -> Vec<Passage<'_>> {
    texts(plan).into_iter().map(Passage::new).collect()
}

impl<'a> Passage<'a> {
    /// A text and the figures in it.
    pub(crate) fn new(text: &'a Text) -> Self {
        let words = words(text);
        let figures = figure::figures(&words);
        Self { text, words, figures }
    }

    /// The words from one place to another.
    pub(crate) fn between(&self, from: usize, to: usize) -> &str {
        self.words.get(from..to).unwrap_or_default()
    }

    /// The words before a figure.
    pub(crate) fn before(&self, figure: &Written) -> &str {
        self.words.get(..figure.start).unwrap_or_default().trim_end()
    }

    /// Whether a word before a figure says that it is not the true one: `khoảng 45 hộ`.
    pub(crate) fn is_bounded(&self, figure: &Written) -> bool {
        Bound::ends(&last_words(self.before(figure)).to_lowercase())
    }

    /// The first figure that begins at or after a place, and which it is.
    pub(crate) fn next(&self, from: usize) -> Option<(usize, &Written)> {
        let at = self.figures.partition_point(|figure| figure.start < from);
        self.figures.get(at).map(|figure| (at, figure))
    }

    /// The place behind a bracket that opens at a place, else the place itself.
    pub(crate) fn behind_bracket(&self, from: usize) -> usize {
        let rest = self.words.get(from..).unwrap_or_default();
        let blank = rest.len() - rest.trim_start().len();
        match rest.trim_start().strip_prefix('(').and_then(|inside| inside.find(')')) {
            Some(end) => from + blank + end + 2,
            None => from,
        }
    }

    /// A figure with its unit, as it is written.
    pub(crate) fn told(&self, figure: &Written) -> &str {
        self.between(figure.start, figure.rest).trim_end()
    }

    /// Where some of its words stand in the file.
    pub(crate) fn place(&self, range: Range<usize>) -> Span {
        let wanted: Vec<&str> = self.words.get(range).unwrap_or_default().split_whitespace().collect();
        let raw = self.text.span.text();
        let whole = || self.text.span.first_line();
        let Some(first) = wanted.first() else { return whole() };
        let mut found = raw.match_indices(first).filter_map(|(at, _)| Some((at, length(&raw[at..], &wanted)?)));
        // Of words that stand there twice nobody knows which are meant.
        match (found.next(), found.next()) {
            (Some((at, length)), None) => {
                let start = self.text.span.range.start + at;
                Span::new(&self.text.span.file, start..start + length).first_line()
            }
            (None | Some(_), _) => whole(),
        }
    }
}

fn words(text: &Text) -> Cow<'_, str> {
    match text.parts.as_slice() {
        [] => Cow::Borrowed(""),
        [part] => match &part.what {
            What::Words(words) => Cow::Borrowed(words),
            What::Value(_) => Cow::Borrowed(NAMED),
            What::Break => Cow::Borrowed(" "),
        },
        parts => Cow::Owned(
            parts
                .iter()
                .map(|part| match &part.what {
                    What::Words(words) => words.as_str(),
                    What::Value(_) => NAMED,
                    What::Break => " ",
                })
                .collect(),
        ),
    }
}

/// The end of some words, long enough for the longest word that compares and for what calls a number.
pub(crate) fn last_words(words: &str) -> &str {
    const LONGEST: usize = 40;
    let mut from = words.len().saturating_sub(LONGEST);
    while !words.is_char_boundary(from) {
        from -= 1;
    }
    &words[from..]
}

/// How far some words reach with which letters begin, whatever spaces and line breaks are between them.
fn length(raw: &str, wanted: &[&str]) -> Option<usize> {
    let mut rest = raw;
    for word in wanted {
        rest = rest.trim_start().strip_prefix(word)?;
    }
    Some(raw.len() - rest.len())
}
