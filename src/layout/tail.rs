//! What stands below a table on one page with its last rows.
//!
//! Word processors forget that the last row of a table stays with what follows where the table runs over pages, and the
//! compiler tears a table from what follows it. Rows of one table stay together in both. So what stays with the last rows
//! is made a part of the table, which each format spells as rows outside the grid.

use super::height::{may_exceed, row_heights, stacked};
use super::tree::{Block, Section, Table};
use super::typeface::Typeface;
use crate::units::Length;

/// Moves what stays with the last rows of a table into it, as far as a page has room for them.
pub(super) fn tie(section: &mut Section, typeface: &Typeface) {
    let (width, height) = (section.width - section.left - section.right, section.height - section.top - section.bottom);
    let mut tied = Vec::with_capacity(section.blocks.len());
    let mut rest = std::mem::take(&mut section.blocks).into_iter().peekable();
    while let Some(block) = rest.next() {
        let Block::Table(mut table) = block else {
            tied.push(block);
            continue;
        };
        let mut below = Vec::new();
        if table.rows.last().is_some_and(|row| row.keep_with_next) {
            while let Some(kept) = rest.next_if(keeps_with_next) {
                below.push(kept);
            }
            below.extend(rest.next_if(|block| !matches!(block, Block::Table(_))));
        }
        if let Some(Block::Para(last)) = below.last_mut() {
            // The gap below it would need room on the page.
            last.style.after = Length::ZERO;
        }
        if below.is_empty() {
            tied.push(Block::Table(table));
            continue;
        }
        if may_exceed(rows_height(&table, typeface) + stacked(&below, width, typeface), height) {
            tied.push(Block::Table(table));
            tied.extend(below);
        } else {
            table.tail = below;
            tied.push(Block::Table(table));
        }
    }
    section.blocks = tied;
}

/// How many rows at the end of a table stay with what follows.
pub(crate) fn kept_rows(table: &Table) -> usize {
    table.rows[table.header_rows.min(table.rows.len())..].iter().rev().take_while(|row| row.keep_with_next).count()
}

/// How high the rows at the end of a table that stay with what follows are, with the header above them.
fn rows_height(table: &Table, typeface: &Typeface) -> Length {
    let heights = row_heights(table, typeface);
    let (header, rows) = (table.header_rows.min(heights.len()), kept_rows(table));
    let parts = heights[..header].iter().chain(&heights[heights.len() - rows..]);
    parts.fold(Length::ZERO, |sum, &height| sum + height)
}

/// Whether a block stays on one page with the next.
fn keeps_with_next(block: &Block) -> bool {
    match block {
        Block::Para(para) => para.style.keep_with_next,
        Block::Rule { .. } | Block::Space { .. } => true,
        Block::Mark { .. } | Block::Columns { .. } | Block::Table(_) => false,
    }
}
