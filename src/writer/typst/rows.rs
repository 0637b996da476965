//! Rows of a table as the compiler must be told of them: those that stay together, and those higher than their words.

use serde::Serialize;

use crate::layout::{Row, may_exceed};
use crate::units::Length;

/// Rows of a table that stay on one page.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Kept {
    /// The first of them.
    pub(super) y: usize,
    /// How many they are.
    pub(super) rows: usize,
}

/// A row that is higher than what it holds.
#[derive(Debug, PartialEq, Serialize)]
pub(super) struct Raised {
    pub(super) y: usize,
    pub(super) height: Length,
}

/// Rows below the header that are to be higher than what they hold.
pub(super) fn raised(rows: &[Row], first: usize) -> Vec<Raised> {
    let height = |(index, row): (usize, &Row)| Some(Raised { y: first + index, height: row.height? });
    rows.iter().enumerate().filter_map(height).collect()
}

/// Rows that stay together, as far as a page has room for them.
pub(super) fn kept(rows: &[Row], first: usize, room: Length, heights: &[Length]) -> Vec<Kept> {
    let mut kept = Vec::new();
    let mut start = 0;
    while start < rows.len() {
        let chain = rows[start..].iter().take_while(|row| row.keep_with_next).count();
        let end = (start + chain + 1).min(rows.len());
        let height = heights[first + start..first + end].iter().fold(Length::ZERO, |sum, &height| sum + height);
        if end - start > 1 && !may_exceed(height, room) {
            kept.push(Kept { y: first + start, rows: end - start });
        }
        start = end;
    }
    kept
}
