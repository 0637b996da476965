//! What is written into the text of the old plan: new letters in place of some, and comments above lines.

use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::Arc;

use crate::check::fix;
use crate::check::rules::undecided::MARK;
use crate::diagnostic::Fix;
use crate::source::{SourceFile, Span};

/// Edits of a file.
#[derive(Debug)]
pub(super) struct Edits {
    file: Arc<SourceFile>,
    letters: Vec<Fix>,
    marks: BTreeMap<usize, Vec<String>>,
}

impl Edits {
    pub(super) fn new(file: &Arc<SourceFile>) -> Self {
        Self { file: Arc::clone(file), letters: Vec::new(), marks: BTreeMap::new() }
    }

    /// The text of the file.
    pub(super) fn text(&self) -> &str {
        &self.file.text
    }

    /// Writes letters in place of others; nothing where they are the same.
    pub(super) fn replace(&mut self, range: Range<usize>, with: impl Into<String>) {
        let (span, with) = (Span::new(&self.file, range), with.into());
        if span.text() != with {
            self.letters.push(Fix { span, with });
        }
    }

    /// Says above a line, by where it begins, what is to be decided; the same words once.
    pub(super) fn mark(&mut self, line: usize, words: String) {
        let marks = self.marks.entry(line).or_default();
        if !marks.contains(&words) {
            marks.push(words);
        }
    }

    /// Where the line of a place begins.
    pub(super) fn line(&self, at: usize) -> usize {
        self.text()[..at].rfind('\n').map_or(0, |at| at + 1)
    }

    /// Where the line with the dash of an item begins: a comment below the dash could be taken for words of the item.
    pub(super) fn line_of_item(&self, at: usize) -> usize {
        let mut line = self.line(at);
        while line > 0 && !self.text()[line..].trim_start_matches(' ').starts_with('-') {
            line = self.line(line - 1);
        }
        line
    }

    /// The text as it goes to disk.
    pub(super) fn written(mut self) -> String {
        let end = if self.file.on_disk().contains("\r\n") { "\r\n" } else { "\n" };
        for (line, marks) in std::mem::take(&mut self.marks) {
            let rest = &self.file.text[line..];
            let indent = &rest[..rest.len() - rest.trim_start_matches(' ').len()];
            let with = marks.iter().map(|words| format!("{indent}# {MARK}: {words}{end}")).collect();
            self.letters.push(Fix { span: Span::new(&self.file, line..line), with });
        }
        let fixed = fix::apply(&self.file, &self.letters.iter().collect::<Vec<_>>());
        fixed.map(|fixed| fixed.text).expect("the edits stand in the file")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_bytes_stay() {
        let text = "\u{feff}a: 1\r\nb:\r\n  - Tra\u{302}\u{300}m 2\r\n";
        let mut edits = Edits::new(&SourceFile::from_text("a.yaml", text));
        let at = edits.text().find('2').expect("a figure");
        edits.replace(at..at + 1, "3");
        edits.mark(edits.line_of_item(at), "số".to_owned());
        edits.mark(edits.line_of_item(at), "số".to_owned());
        edits.mark(0, "đầu".to_owned());
        let expected = "\u{feff}# CẦN QUYẾT: đầu\r\na: 1\r\nb:\r\n  # CẦN QUYẾT: số\r\n  - Tra\u{302}\u{300}m 3\r\n";
        assert_eq!(edits.written(), expected);
    }

    #[test]
    fn a_mark_stands_above_the_dash() {
        let edits = Edits::new(&SourceFile::from_text("a.yaml", "a:\n  - |\n    một\n    - hai\n  -\n    b: c\n"));
        let line = |word: &str| edits.line_of_item(edits.text().find(word).expect("the word"));
        assert_eq!((line("một"), line("b: c")), (3, edits.text().rfind("  -\n").expect("the dash")));
    }
}
