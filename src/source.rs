//! Files as text, and places in them.
//!
//! Text is made uniform once, on reading: no byte-order mark, `\n` line ends, composed letters (NFC). Every span refers to
//! that text.

use std::ops::Range;
use std::sync::Arc;

/// A file read as text.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name as messages show it.
    pub name: String,
    /// Its text, uniform.
    pub text: String,
}

/// Why bytes are no text: the line and column of the first byte that is not UTF-8, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotText {
    /// Line, from 1.
    pub line: usize,
    /// Column in letters, from 1.
    pub column: usize,
}

impl SourceFile {
    /// Reads bytes as text.
    ///
    /// # Errors
    /// The place of the first byte that is not UTF-8.
    pub fn from_bytes(name: &str, bytes: &[u8]) -> Result<Arc<Self>, NotText> {
        match std::str::from_utf8(bytes) {
            Ok(text) => Ok(Self::from_text(name, text)),
            Err(error) => {
                let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]).into_owned();
                let line_start = valid.rfind('\n').map_or(0, |at| at + 1);
                Err(NotText { line: valid.matches('\n').count() + 1, column: valid[line_start..].chars().count() + 1 })
            }
        }
    }

    /// Makes a text uniform.
    pub fn from_text(name: &str, text: &str) -> Arc<Self> {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let text = crate::vietnamese::compose(&text.replace("\r\n", "\n"));
        Arc::new(Self { name: name.to_owned(), text })
    }

    /// Line and column of a byte offset, both from 1, the column in letters.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let before = &self.text[..self.floor(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }

    /// The nearest letter boundary at or before an offset.
    fn floor(&self, offset: usize) -> usize {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        offset
    }
}

/// A place in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Span {
    /// The file.
    pub file: Arc<SourceFile>,
    /// Bytes of its text.
    pub range: Range<usize>,
}

impl Span {
    /// A place in a file, cut to the file's text and to whole letters.
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Self {
        let start = file.floor(range.start);
        let end = file.floor(range.end.max(start));
        Self { file: Arc::clone(file), range: start..end }
    }

    /// The text at this place.
    pub fn text(&self) -> &str {
        &self.file.text[self.range.clone()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_made_uniform() {
        let decomposed = "\u{feff}a\r\nTra\u{302}\u{300}m";
        let file = SourceFile::from_bytes("a.yaml", decomposed.as_bytes()).expect("valid UTF-8");
        assert_eq!(file.text, "a\nTrầm");
        assert_eq!(file.line_column(file.text.find('m').expect("an m")), (2, 4));
    }

    #[test]
    fn the_first_byte_that_is_no_text_is_named() {
        let error = SourceFile::from_bytes("a.yaml", b"a: b\n\xc4\x91 \xff").expect_err("not UTF-8");
        assert_eq!(error, NotText { line: 2, column: 3 });
    }
}
