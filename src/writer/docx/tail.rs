//! What stands below a table on one page with its last rows: rows of the table, outside its grid.
//!
//! A row may hold two columns that meet within a column of the table, so that column is two in the grid of the format.

use super::cell::{open, width};
use super::xml::Xml;
use crate::layout::Block;

/// Columns closer than this to each other are one: word processors know no narrower ones.
const NEAR: i64 = 30;

/// The columns of a table in the terms of the format.
pub(super) struct Grid {
    /// Their widths in twips.
    pub(super) widths: Vec<i64>,
    /// The column of the table that is two here.
    split: Option<usize>,
    /// How many of these columns stand left of where the columns of the tail meet.
    left: usize,
}

impl Grid {
    /// The columns of a table, and the edge at which two columns below it meet.
    pub(super) fn new(columns: &[i64], tail: &[Block]) -> Self {
        let mut widths = columns.to_vec();
        let Some(Block::Columns { left_width, .. }) = tail.last() else {
            return Self { widths, split: None, left: 0 };
        };
        let mut rest = left_width.to_twips();
        for (index, &column) in columns.iter().enumerate() {
            if rest <= NEAR && index > 0 {
                return Self { widths, split: None, left: index };
            }
            if rest + NEAR < column {
                widths.splice(index..=index, [rest, column - rest]);
                return Self { widths, split: Some(index), left: index + 1 };
            }
            rest -= column;
        }
        // Two columns need two.
        let last = widths.len() - 1;
        let half = widths[last] / 2;
        widths[last] -= half;
        widths.push(half);
        Self { widths, split: Some(last), left: last + 1 }
    }

    /// How many of these columns so many columns of the table are.
    pub(super) fn span(&self, first: usize, columns: usize) -> usize {
        columns + usize::from(self.split.is_some_and(|split| (first..first + columns).contains(&split)))
    }
}

/// The rows below the last row of a table; `is_ruled` says whether that has a lower border.
pub(super) fn tail(
    xml: &mut Xml,
    blocks: &[Block],
    grid: &Grid,
    is_ruled: bool,
    below: impl Fn(&mut Xml, &[Block], bool),
) {
    let (above, columns) = match blocks.split_last() {
        Some((Block::Columns { left_width, right_width, rows }, above)) => {
            (above, Some(([*left_width, *right_width].map(|width| width.to_twips()), rows)))
        }
        _ => (blocks, None),
    };
    let mut has_border = is_ruled;
    if !above.is_empty() {
        let whole = Part { span: grid.widths.len(), width: grid.widths.iter().sum(), unused: 0 };
        row(xml, has_border, |xml, has_border| {
            cell(xml, &whole, has_border, |xml| below(xml, above, columns.is_some()))
        });
        has_border = false;
    }
    let Some(([_, right_width], rows)) = columns else { return };
    let (left, right) = grid.widths.split_at(grid.left);
    let (left_whole, right_whole) = (left.iter().sum(), right.iter().sum::<i64>());
    let sides = [
        Part { span: left.len(), width: left_whole, unused: 0 },
        Part { span: right.len(), width: right_whole, unused: (right_whole - right_width).max(0) },
    ];
    for (index, of_row) in rows.iter().enumerate() {
        let keeps = index + 1 < rows.len();
        row(xml, has_border, |xml, has_border| {
            for (part, blocks) in sides.iter().zip([&of_row.left, &of_row.right]) {
                cell(xml, part, has_border, |xml| below(xml, blocks, keeps));
            }
        });
        has_border = false;
    }
}

/// The columns that a cell covers.
struct Part {
    span: usize,
    width: i64,
    /// What of it is wider than its words have room.
    unused: i64,
}

fn row(xml: &mut Xml, has_border: bool, cells: impl FnOnce(&mut Xml, bool)) {
    xml.element("w:tr", |xml| {
        xml.element("w:trPr", |xml| xml.empty(format_args!("w:cantSplit")));
        cells(xml, has_border);
    });
}

/// A cell outside the grid; its upper border is the lower one of the table.
fn cell(xml: &mut Xml, part: &Part, has_border: bool, words: impl FnOnce(&mut Xml)) {
    xml.element("w:tc", |xml| {
        xml.element("w:tcPr", |xml| {
            width(xml, part.width);
            if part.span > 1 {
                xml.empty(format_args!(r#"w:gridSpan w:val="{}""#, part.span));
            }
            let sides = ["top", "left", "bottom", "right"];
            let margins = [("top", 0), ("left", 0), ("bottom", 0), ("right", part.unused)];
            open(xml, if has_border { &sides[1..] } else { &sides }, &margins);
        });
        words(xml);
    });
}
