//! How far paragraphs stand from each other, one below the other in a column.

use std::rc::Rc;

use super::raw;
use super::setting::{Pitch, Setting};

/// Height of a single line of Times New Roman, in thousandths of the size of its letters.
const SINGLE: i64 = 1_149;

/// 240ths to the single line.
const LINES: i64 = 240;

/// Twips of the lowest empty paragraph that someone made for its space: Word itself wants one, however low, below a table.
const LOWEST: i64 = 150;

/// What stands above in a column.
#[derive(Debug, Default)]
pub(super) struct Flow {
    above: Option<Above>,
    /// Space since the last letters, in twips.
    space: i64,
    /// Empty paragraphs since the last letters.
    empty: usize,
    /// Whether letters stand above on the same page.
    has_letters: bool,
    begins_page: bool,
    is_below_table: bool,
    /// Twips from the upper edge.
    pub(super) y: i64,
}

/// The paragraph above.
#[derive(Debug)]
struct Above {
    after: i64,
    style: Option<Rc<str>>,
    has_no_space_between_alike: bool,
}

/// What is above a paragraph with letters.
#[derive(Debug, Clone, Copy)]
pub(super) struct Gap {
    pub(super) twips: Option<i64>,
    pub(super) empty: usize,
    pub(super) begins_page: bool,
}

impl Flow {
    /// Nothing above, at a distance from the upper edge.
    pub(super) fn at(y: i64) -> Self {
        Self { y, ..Self::default() }
    }

    /// Comes to a paragraph: the space above it is taken.
    pub(super) fn come(&mut self, paragraph: &raw::Paragraph, adds: bool) {
        let setting = &paragraph.setting;
        if setting.begins_page == Some(true) {
            self.begin_page();
        }
        let is_alike = setting.has_no_space_between_alike == Some(true);
        let own = setting.before.unwrap_or(0);
        let space = match &self.above {
            None => own,
            Some(above) => {
                let same = above.style == paragraph.style;
                let after = if same && above.has_no_space_between_alike { 0 } else { above.after };
                let before = if same && is_alike { 0 } else { own };
                if adds { after + before } else { after.max(before) }
            }
        };
        self.space += space;
        self.y += space;
        self.above = Some(Above {
            after: setting.after.unwrap_or(0),
            style: paragraph.style.clone(),
            has_no_space_between_alike: is_alike,
        });
    }

    /// Passes an empty paragraph of a height.
    pub(super) fn pass(&mut self, height: i64, is_counted: bool) {
        self.space += height;
        self.y += height;
        if is_counted && height > LOWEST && !self.is_below_table {
            self.empty += 1;
        }
        self.is_below_table = false;
    }

    /// Comes to letters: what is above them.
    pub(super) fn letters(&mut self) -> Gap {
        let twips = self.has_letters.then_some(self.space);
        let gap = Gap { twips, empty: self.empty, begins_page: self.begins_page };
        (self.space, self.empty, self.begins_page, self.has_letters) = (0, 0, false, true);
        self.is_below_table = false;
        gap
    }

    /// Leaves a table.
    pub(super) fn leave_table(&mut self, height: i64) {
        self.above = None;
        self.y += height;
        (self.space, self.empty) = (0, 0);
        (self.has_letters, self.begins_page, self.is_below_table) = (true, false, true);
    }

    /// A page begins.
    pub(super) fn begin_page(&mut self) {
        self.above = None;
        (self.space, self.empty, self.has_letters, self.begins_page) = (0, 0, false, true);
    }

    /// Whether a page was begun on which nothing stands yet.
    pub(super) fn take_page_begin(&mut self) -> bool {
        std::mem::take(&mut self.begins_page)
    }
}

/// Height of a line of letters of a size in half-points, in twips.
pub(super) fn height(setting: &Setting, size: i64) -> i64 {
    let single = single(size);
    match setting.line {
        None => single,
        Some((line, Pitch::Lines)) => single.saturating_mul(line) / LINES,
        Some((line, Pitch::Exact)) => line,
        Some((line, Pitch::AtLeast)) => line.max(single),
    }
}

/// Distance of lines of letters of a size, in thousandths of a single line.
pub(super) fn pitch(setting: &Setting, size: i64) -> i64 {
    match setting.line {
        None => 1_000,
        Some((line, Pitch::Lines)) => line.saturating_mul(1_000) / LINES,
        Some((line, Pitch::Exact)) => line.saturating_mul(1_000) / single(size).max(1),
        Some((line, Pitch::AtLeast)) => (line.saturating_mul(1_000) / single(size).max(1)).max(1_000),
    }
}

/// Height of a single line, in twips.
fn single(size: i64) -> i64 {
    size * 10 * SINGLE / 1_000
}
