//! Words put together: spaces made single, emphasis told apart, line breaks at the edges dropped.

use super::tree::{Inline, Text};

/// The look that words have of their own.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) bold: bool,
    pub(super) italic: bool,
}

impl Look {
    /// Both looks at once: emphasis is added, never turned back.
    fn and(self, other: Self) -> Self {
        Self { bold: self.bold || other.bold, italic: self.italic || other.italic }
    }
}

/// Collects words, making spaces single across tags.
#[derive(Default)]
pub(super) struct Words {
    text: Text,
    /// Whether a space is due before the next word.
    space: bool,
}

impl Words {
    /// Adds a text as it stands in the XML, whose spaces may be many.
    pub(super) fn push(&mut self, text: &str, look: Look) {
        let words = text.trim_matches(SPACES);
        if !words.is_empty() && has_single_spaces(words) {
            self.space |= text.starts_with(SPACES);
            self.due_space();
            self.append(words, look);
            self.space = text.ends_with(SPACES);
            return;
        }
        for (index, word) in text.split(SPACES).enumerate() {
            self.space |= index > 0;
            if !word.is_empty() {
                self.due_space();
                self.append(word, look);
            }
        }
    }

    /// Adds words that are put together already.
    pub(super) fn extend(&mut self, text: Text, look: Look) {
        for inline in text {
            match inline {
                Inline::Words { text, bold, italic } => {
                    self.due_space();
                    let look = look.and(Look { bold, italic });
                    let (spaces, words) = text.split_at(text.len() - text.trim_start_matches(' ').len());
                    // Spaces belong to the words before them.
                    match self.text.last_mut() {
                        Some(Inline::Words { text: last, .. }) => last.push_str(spaces),
                        Some(Inline::Break) | None => self.append(spaces, look),
                    }
                    self.append(words, look);
                }
                Inline::Break => self.line_break(),
            }
        }
    }

    /// The space that is due goes to the words before it; none begins a line.
    fn due_space(&mut self) {
        if std::mem::take(&mut self.space)
            && let Some(Inline::Words { text, .. }) = self.text.last_mut()
        {
            text.push(' ');
        }
    }

    fn append(&mut self, words: &str, look: Look) {
        match self.text.last_mut() {
            _ if words.is_empty() => {}
            Some(Inline::Words { text, bold, italic }) if (*bold, *italic) == (look.bold, look.italic) => {
                text.push_str(words);
            }
            _ => self.text.push(Inline::Words { text: words.to_owned(), bold: look.bold, italic: look.italic }),
        }
    }

    /// Ends the line; a text does not begin with a line break.
    pub(super) fn line_break(&mut self) {
        self.space = false;
        if !self.text.is_empty() {
            self.text.push(Inline::Break);
        }
    }

    /// The words, without line breaks at their end.
    pub(super) fn finish(mut self) -> Text {
        while self.text.last() == Some(&Inline::Break) {
            self.text.pop();
        }
        self.text
    }
}

/// What parts words in XML.
const SPACES: [char; 4] = [' ', '\n', '\t', '\r'];

/// Whether plain spaces part some words, and one each, as nearly always.
fn has_single_spaces(words: &str) -> bool {
    let bytes = words.as_bytes();
    // Without a way out the bytes are looked at many at once.
    let has_sign = |found, byte: &u8| found | matches!(byte, b'\n' | b'\t' | b'\r');
    let has_pair = |found, (first, second): (&u8, &u8)| found | ((*first == b' ') & (*second == b' '));
    !bytes.iter().fold(false, has_sign) && !bytes.iter().zip(bytes.iter().skip(1)).fold(false, has_pair)
}

/// Puts neighboring words of one emphasis into one.
pub(super) fn merged(text: Text) -> Text {
    let mut words = Words::default();
    words.extend(text, Look::default());
    words.finish()
}
