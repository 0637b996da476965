//! Which words a line belongs to that is drawn somewhere: those right above it.

use super::raw::{Across, Rule};
use super::xml::EMU_PER_TWIP;
use crate::inspect::observed::{Column, Face, Paragraph, RuleBelow};
use crate::units::Length;

/// Twips between a line and the words above it, at most.
const FARTHEST: i64 = 400;

/// Entries before and after the anchor of a line among which its words are looked for.
const REACH: usize = 14;

/// Twips between lines of one text.
const CLOSE: i64 = 60;

/// What stands in a column or in a table without a grid, from top to bottom, and the lines that were drawn there.
#[derive(Debug, Default)]
pub(super) struct Board {
    entries: Vec<Entry>,
    rules: Vec<Pending>,
}

/// Words on the board.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Which of the paragraphs.
    pub(super) index: usize,
    pub(super) column: Column,
    /// From the upper edge of the board, in twips.
    pub(super) top: i64,
    pub(super) bottom: i64,
    /// The middle of its last line from the left edge of its column.
    pub(super) middle: Option<i64>,
    /// The width of its last line and of its longest.
    pub(super) widths: Option<(i64, i64)>,
    /// Its type and whether it is in capitals, for a centred text.
    pub(super) kind: Option<(Face, bool)>,
}

/// A line that has no words yet.
#[derive(Debug)]
struct Pending {
    rule: Rule,
    /// How many entries stood before its anchor.
    at: usize,
    /// Whether its anchor has words.
    has_own: bool,
    /// The upper edge of its anchor.
    top: i64,
    column: Column,
    /// The width of its column, and the margin left of it.
    width: Option<i64>,
    margin: Option<i64>,
}

/// Where a line is anchored.
#[derive(Debug, Clone, Copy)]
pub(super) struct Anchored {
    pub(super) column: Column,
    pub(super) width: Option<i64>,
    pub(super) margin: Option<i64>,
    pub(super) top: i64,
    pub(super) has_own: bool,
}

impl Board {
    /// Puts words on the board.
    pub(super) fn put(&mut self, entry: Entry) {
        self.entries.push(entry);
    }

    /// How many words stand on it.
    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    /// Notes a line that is anchored before the words that come next.
    pub(super) fn note(&mut self, rule: Rule, at: usize, anchored: Anchored) {
        let Anchored { column, width, margin, top, has_own } = anchored;
        self.rules.push(Pending { rule, at, has_own, top, column, width, margin });
    }

    /// Gives the last words of a column a line right below them; whether there are any.
    pub(super) fn underline(
        &self,
        column: Column,
        length: i64,
        middle: Option<i64>,
        is_solid: bool,
        paragraphs: &mut [Paragraph],
    ) -> bool {
        let near = self.entries.iter().rev().take(REACH);
        let Some(entry) = near.clone().find(|entry| entry.column == column).or_else(|| near.clone().next()) else {
            return false;
        };
        let rule = self.rule_below(entry, length, middle, is_solid);
        give(paragraphs, entry.index, rule);
        true
    }

    /// Gives each line to its words; how many have none.
    pub(super) fn settle(self, paragraphs: &mut [Paragraph]) -> usize {
        let mut loose = 0;
        for pending in &self.rules {
            let Some(entry) = self.words_of(pending) else {
                loose += 1;
                continue;
            };
            let length = pending.rule.length / EMU_PER_TWIP;
            let middle = match (pending.rule.x, entry.column == pending.column) {
                (Across::Column(left), true) => Some(left / EMU_PER_TWIP + length / 2),
                (Across::Margin(left), true) if pending.column == Column::Full => {
                    Some(left / EMU_PER_TWIP + length / 2)
                }
                (Across::Page(left), true) => pending.margin.map(|margin| left / EMU_PER_TWIP - margin + length / 2),
                (Across::Middle, true) => pending.width.map(|width| width / 2),
                (Across::Unknown | Across::Margin(_), _) | (_, false) => None,
            };
            let rule = self.rule_below(entry, length, middle, pending.rule.is_solid);
            give(paragraphs, entry.index, rule);
        }
        loose
    }

    /// The words right above a line.
    fn words_of(&self, pending: &Pending) -> Option<&Entry> {
        let from = pending.at.saturating_sub(REACH);
        let to = (pending.at + REACH).min(self.entries.len());
        let x = match pending.rule.x {
            Across::Column(left) | Across::Margin(left) => {
                Some(left / EMU_PER_TWIP + pending.rule.length / EMU_PER_TWIP / 2)
            }
            Across::Page(_) | Across::Middle | Across::Unknown => None,
        };
        let side = match (pending.column, x, pending.width) {
            (Column::Full, Some(x), Some(width)) => Some(if x * 2 < width { Column::Left } else { Column::Right }),
            _ => None,
        };
        let is_there = |entry: &&Entry| match (pending.column, entry.column) {
            (Column::Full, own @ (Column::Left | Column::Right)) => side.is_none_or(|side| side == own),
            (wanted, own) => wanted == own,
        };
        let near = self.entries[from..to].iter().filter(is_there);
        if let Some(y) = pending.rule.y {
            let y = pending.top + y / EMU_PER_TWIP;
            let nearest = near.clone().min_by_key(|entry| (entry.bottom - y).abs());
            if let Some(entry) = nearest.filter(|entry| (entry.bottom - y).abs() <= FARTHEST) {
                return Some(entry);
            }
        }
        let own = self.entries.get(pending.at).filter(|_| pending.has_own).filter(is_there);
        own.or_else(|| self.entries[from..pending.at.min(to)].iter().rev().find(is_there))
    }

    /// A line below words.
    fn rule_below(&self, entry: &Entry, length: i64, middle: Option<i64>, is_solid: bool) -> RuleBelow {
        let widths = entry.widths.map(|(last, longest)| (last, self.longest(entry, longest)));
        RuleBelow {
            length: Length::twips(length),
            text_widths: widths.map(|(last, longest)| (Length::twips(last), Length::twips(longest))),
            off_center: middle.zip(entry.middle).map(|(rule, text)| Length::twips(rule - text)),
            is_solid,
        }
    }

    /// The longest line of a text of several paragraphs that ends with an entry.
    fn longest(&self, entry: &Entry, own: i64) -> i64 {
        let Some(kind) = &entry.kind else { return own };
        let mut longest = own;
        let mut top = entry.top;
        let at = self.entries.partition_point(|above| above.index < entry.index);
        let above = self.entries[..at].iter().rev().take(REACH).filter(|above| above.column == entry.column);
        for above in above {
            let is_same = above.kind.as_ref() == Some(kind) && (top - above.bottom).abs() <= CLOSE;
            let Some((_, wide)) = above.widths.filter(|_| is_same) else { break };
            longest = longest.max(wide);
            top = above.top;
        }
        longest
    }
}

/// Gives a paragraph a line, unless it has one.
fn give(paragraphs: &mut [Paragraph], index: usize, rule: RuleBelow) {
    if let Some(paragraph) = paragraphs.get_mut(index) {
        paragraph.rule.get_or_insert(rule);
    }
}
