//! Why no PDF was written, in terms of the document: the compiler's own words are no words for a clerk.

use std::collections::BTreeSet;
use std::fmt;

use crate::layout::{Block, Layout, Para, Run, Section, Typeface};

/// Letters of a text that are shown; enough to find it.
const SHOWN: usize = 60;

/// Bytes that a string of a PDF holds at most. ISO 19005-2, 6.1.13.
pub const LONGEST_STRING: usize = 32_767;

/// Why no PDF was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What stands in the way, one at least.
    pub causes: Vec<Cause>,
}

/// One thing that stands in the way of a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cause {
    /// A letter that the file may not hold or the typeface lacks.
    Letter {
        /// The letter.
        letter: char,
        /// The whole text in which it stands first.
        text: String,
    },
    /// A text longer than the file's strings may be.
    TooLong {
        /// The whole text.
        text: String,
    },
    /// More of something than a file of this kind may hold.
    TooLarge,
    /// A typeface that may not be embedded.
    License,
    /// A mistake of this program.
    Unforeseen {
        /// What the compiler says, in English, for whoever mends the program; it is never shown to a clerk.
        detail: String,
    },
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, cause) in self.causes.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{cause}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Fault {}

impl fmt::Display for Cause {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter { letter, text } => {
                let code = u32::from(*letter);
                if letter.is_alphanumeric() || letter.is_ascii_graphic() {
                    write!(f, "chữ «{letter}» (U+{code:04X}) không in được vào PDF, ở câu «{}»", shown(text))
                } else {
                    write!(f, "ký tự U+{code:04X} không in được vào PDF, ở câu «{}»", shown(text))
                }
            }
            Self::TooLong { text } => write!(
                f,
                "câu dài {} byte, PDF chỉ chứa được câu dài đến {LONGEST_STRING} byte: «{}»",
                text.len(),
                shown(text)
            ),
            Self::TooLarge => f.write_str("văn bản quá lớn để ghi thành một tệp PDF"),
            Self::License => f.write_str("giấy phép của phông chữ không cho nhúng vào PDF"),
            Self::Unforeseen { .. } => f.write_str("chương trình không ghi được PDF cho văn bản này"),
        }
    }
}

/// The beginning of a text, without letters that cannot be shown.
fn shown(text: &str) -> String {
    let is_hidden = |letter: char| letter.is_control() || is_forbidden(letter);
    let mut start: String =
        text.chars().take(SHOWN).map(|letter| if is_hidden(letter) { '\u{fffd}' } else { letter }).collect();
    if text.chars().nth(SHOWN).is_some() {
        start.push('…');
    }
    start
}

/// What stands in the way of a layout that the compiler has refused with some words.
pub(super) fn fault(details: Vec<String>, layout: &Layout, typeface: &Typeface) -> Fault {
    let texts = texts(layout);
    let mut causes = letters(&texts, typeface);
    let too_long = |text: &Text| text.is_string && text.words.len() > LONGEST_STRING;
    causes.extend(texts.into_iter().filter(too_long).map(|text| Cause::TooLong { text: text.words }));
    if causes.is_empty() {
        causes = details.into_iter().map(foreseen).collect();
        causes.dedup();
    }
    Fault { causes }
}

/// Each letter that cannot be printed, at its first place.
fn letters(texts: &[Text], typeface: &Typeface) -> Vec<Cause> {
    let mut found = BTreeSet::new();
    let mut causes = Vec::new();
    for Text { words, .. } in texts {
        for letter in words.chars().filter(|&letter| is_forbidden(letter) || !typeface.covers(letter)) {
            if found.insert(letter) {
                causes.push(Cause::Letter { letter, text: words.clone() });
            }
        }
    }
    causes
}

/// Letters without a meaning that lasts, which an archive refuses. ISO 19005-2, 6.2.11.7.
fn is_forbidden(letter: char) -> bool {
    matches!(letter, '\0' | '\u{feff}' | '\u{fffe}' | '\u{e000}'..='\u{f8ff}' | '\u{f0000}'..)
}

/// A cause that lies in the document as a whole, by the words of the compiler.
fn foreseen(detail: String) -> Cause {
    let says = |words: &[&str]| words.iter().any(|word| detail.contains(word));
    if says(&["array is longer", "dictionary has more", "too many indirect objects", "floating point number is larger"])
    {
        Cause::TooLarge
    } else if says(&["license of"]) {
        Cause::License
    } else {
        Cause::Unforeseen { detail }
    }
}

/// A text of a layout.
struct Text {
    words: String,
    /// Whether it stands in the file as a string too: a property of the file, a heading, which its outline shows, or the
    /// words of a mark.
    is_string: bool,
}

/// Every text of a layout: the properties of the file, then each paragraph without its line breaks.
fn texts(layout: &Layout) -> Vec<Text> {
    let properties = [&layout.title, &layout.author];
    let mut texts: Vec<_> = properties.map(|words| Text { words: words.clone(), is_string: true }).into();
    for Section { blocks, footer, .. } in &layout.sections {
        collect(blocks, &mut texts);
        collect(footer, &mut texts);
    }
    texts
}

fn collect(blocks: &[Block], texts: &mut Vec<Text>) {
    for block in blocks {
        match block {
            Block::Para(para) => texts.push(text(para)),
            Block::Mark { para, .. } => texts.push(Text { is_string: true, ..text(para) }),
            Block::Columns { rows, .. } => {
                for row in rows {
                    collect(&row.left, texts);
                    collect(&row.right, texts);
                }
            }
            Block::Table(table) => {
                let cells = table.rows.iter().flat_map(|row| &row.cells);
                texts.extend(cells.flat_map(|cell| &cell.paras).map(text));
                collect(&table.tail, texts);
            }
            Block::Rule { .. } | Block::Space { .. } => {}
        }
    }
}

fn text(para: &Para) -> Text {
    let words = para.runs.iter().map(|run| match run {
        Run::Words { text, .. } => text.as_str(),
        Run::Break => " ",
    });
    Text { words: words.collect(), is_string: para.heading.is_some() }
}
