//! Words put together: spaces made single, emphasis told apart, the marks at the end of what the decree ends with one.

use super::{Block, Inline, Paragraph, Text};
use crate::decree::Component;
use crate::emphasis::{BOLD_OFF, BOLD_ON, ITALIC_OFF, ITALIC_ON};

/// A line break that a clerk wrote inside a text.
pub(super) const LINE_BREAK: char = '\u{2028}';

/// Collects words, making spaces single across tags.
#[derive(Default)]
pub(super) struct Words {
    text: Text,
    space: bool,
    bold: bool,
    italic: bool,
}

impl Words {
    pub(super) fn push(&mut self, text: &str, (bold, italic): (bool, bool)) {
        for letter in text.chars() {
            match letter {
                ' ' | '\n' | '\t' | '\r' => self.space = true,
                LINE_BREAK => self.line_break(),
                BOLD_ON => self.bold = true,
                BOLD_OFF => self.bold = false,
                ITALIC_ON => self.italic = true,
                ITALIC_OFF => self.italic = false,
                letter => {
                    if std::mem::take(&mut self.space) && !matches!(self.text.last(), None | Some(Inline::Break)) {
                        self.letter(' ', bold, italic);
                    }
                    self.letter(letter, bold, italic);
                }
            }
        }
    }

    fn letter(&mut self, letter: char, bold: bool, italic: bool) {
        let (bold, italic) = (bold || self.bold, italic || self.italic);
        match self.text.last_mut() {
            Some(Inline::Words { text, bold: last_bold, italic: last_italic })
                if (*last_bold, *last_italic) == (bold, italic) || letter == ' ' =>
            {
                text.push(letter);
            }
            _ => self.text.push(Inline::Words { text: letter.to_string(), bold, italic }),
        }
    }

    pub(super) fn line_break(&mut self) {
        self.space = false;
        if !self.text.is_empty() {
            self.text.push(Inline::Break);
        }
    }

    pub(super) fn finish(mut self) -> Text {
        while self.text.last() == Some(&Inline::Break) {
            self.text.pop();
        }
        self.text
    }
}

/// Puts neighboring words of one emphasis into one.
pub(super) fn merged(text: Text) -> Text {
    let mut words = Words::default();
    for inline in text {
        match inline {
            Inline::Words { text, bold, italic } => {
                for letter in text.chars() {
                    words.letter(letter, bold, italic);
                }
            }
            Inline::Break => words.line_break(),
        }
    }
    words.finish()
}

/// Takes letters off the end of a text.
pub(super) fn trim_end(text: &mut Text, letters: &[char]) {
    while let Some(Inline::Words { text: words, .. }) = text.last_mut() {
        words.truncate(words.trim_end_matches(letters).len());
        if !words.is_empty() {
            return;
        }
        text.pop();
    }
}

/// Ends a text with a mark, whatever mark it ended with.
pub(super) fn end_with(text: &mut Text, mark: &str) {
    trim_end(text, &['.', ';', ',', ':', ' ']);
    // What is left of `./.` once its last point is gone; the slash of an address stays.
    if let Some(Inline::Words { text: words, .. }) = text.last_mut()
        && words.ends_with("./")
    {
        words.truncate(words.len() - 2);
        trim_end(text, &['.', ';', ',', ':', ' ']);
    }
    match text.last_mut() {
        Some(Inline::Words { text, .. }) => text.push_str(mark),
        Some(Inline::Break) | None => text.push(Inline::plain(mark)),
    }
}

/// Căn cứ: each its own paragraph, `;` after each, `.` after the last. Phụ lục I, phần I, mục II, khoản 6.
pub(super) fn bases_with_marks(bases: Vec<Text>) -> Vec<Block> {
    let last = bases.len();
    bases
        .into_iter()
        .enumerate()
        .map(|(index, mut text)| {
            end_with(&mut text, if index + 1 == last { "." } else { ";" });
            Block::Paragraph(Paragraph::new(Component::LegalBasis, text))
        })
        .collect()
}

/// `./.` closes the body and each appendix that ends in words. Phụ lục III, mẫu 1.4, 2.1.
pub(super) fn close(blocks: &mut [Block]) {
    if let Some(Block::Paragraph(paragraph)) = blocks.last_mut()
        && paragraph.heading.is_none()
    {
        end_with(&mut paragraph.text, "./.");
    }
}
