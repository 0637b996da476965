//! What is known while a story is read: styles, lists, how far they have come, what was counted.

use std::rc::Rc;

use super::numbering::{Counters, Numbering};
use super::refusal::too_large;
use super::style::Styles;
use super::theme::Theme;
use crate::inspect::observed::Refusal;

/// Paragraphs, cells and shapes that a file may have; a plan of eighty pages has some five thousand.
const MOST_BLOCKS: usize = 100_000;

/// Changes of type that a file may have, those that change nothing left out.
const MOST_RUNS: usize = 250_000;

/// Bytes of letters that a file may have.
const MOST_LETTERS: usize = 12 << 20;

/// The reader of the stories of a file.
#[derive(Debug, Default)]
pub(super) struct Reader {
    pub(super) theme: Theme,
    pub(super) styles: Styles,
    pub(super) numbering: Numbering,
    pub(super) counters: Counters,
    /// Insertions and deletions that are not accepted.
    pub(super) changes: usize,
    /// Typefaces of old codes that were met.
    pub(super) legacy: Vec<String>,
    /// The paragraph of the part that was begun last.
    pub(super) number: usize,
    /// Whether the part stands on each page, so that a number in it is that of the page.
    pub(super) is_header: bool,
    /// Fields that were begun, and whether what they say has begun; the words before are orders.
    pub(super) fields: Vec<Field>,
    /// How many of them still give orders.
    pub(super) orders: usize,
    blocks: usize,
    runs: usize,
    letters: usize,
}

/// A field that has begun.
#[derive(Debug, Default)]
pub(super) struct Field {
    pub(super) order: String,
    pub(super) has_result: bool,
    /// Whether its result stands in the text already.
    pub(super) is_replaced: bool,
}

/// Where blocks stand while they are read.
#[derive(Debug, Clone, Default)]
pub(super) struct Around {
    /// The style of the table.
    pub(super) table: Option<Rc<str>>,
    /// Whether it is a box, whose paragraphs are not counted.
    pub(super) is_box: bool,
}

impl Reader {
    /// Counts a paragraph, a cell or a shape.
    pub(super) fn count_block(&mut self) -> Result<(), Refusal> {
        self.blocks += 1;
        if self.blocks > MOST_BLOCKS { Err(too_large("có hơn 100.000 đoạn và ô bảng")) } else { Ok(()) }
    }

    /// Counts a change of type.
    pub(super) fn count_run(&mut self) -> Result<(), Refusal> {
        self.runs += 1;
        if self.runs > MOST_RUNS { Err(too_large("đổi kiểu chữ hơn 250.000 lần")) } else { Ok(()) }
    }

    /// Counts letters.
    pub(super) fn count_letters(&mut self, bytes: usize) -> Result<(), Refusal> {
        self.letters += bytes;
        if self.letters > MOST_LETTERS { Err(too_large("có hơn 12 triệu chữ")) } else { Ok(()) }
    }

    /// Notes the typeface of letters that are seen.
    pub(super) fn note_family(&mut self, family: &str) {
        let starts = |prefix: &str| family.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix));
        let is_legacy = starts(".vn") || starts("vni-") || starts("vntime");
        if is_legacy && self.legacy.len() < 20 && !self.legacy.iter().any(|known| known == family) {
            self.legacy.push(family.to_owned());
        }
    }
}
