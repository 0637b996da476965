//! Lines of a text, and findings in them.

use std::ops::Range;

use super::cured::Cured;
use crate::diagnostic::{Code, Diagnostic};

/// A line, and where it starts in its text.
pub(super) struct Line<'a> {
    pub(super) start: usize,
    pub(super) text: &'a str,
    /// The last line above that is not empty, and where it starts.
    pub(super) above: (usize, &'a str),
}

impl<'a> Line<'a> {
    pub(super) fn at(text: &'a str, at: usize) -> Self {
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let before = text[..start].trim_end();
        let above = before.rfind('\n').map_or(0, |at| at + 1);
        Self { start, text: &text[start..end], above: (above, &before[above..]) }
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where the line's value starts, after indentation, dashes and a key.
    pub(super) fn value(&self) -> usize {
        let item = item_start(self.text);
        let rest = &self.text[item..];
        let key = rest.find(": ").filter(|&colon| is_key(&rest[..colon])).map_or(0, |colon| colon + 2);
        self.start + item + key
    }
}

/// Where the words of a line start, after indentation and dashes.
pub(super) fn item_start(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix("- ") {
        rest = inner.trim_start();
    }
    line.len() - rest.len()
}

pub(super) fn is_key(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

pub(super) fn finding(text: &Cured<'_>, code: Code, range: Range<usize>, message: &str, help: &str) -> Diagnostic {
    Diagnostic::error(code, text.span(range), message).help(help)
}
