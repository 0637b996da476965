//! What stands below a table on one page with its last rows: rows of the table, outside its grid.
//!
//! A row may hold two columns that meet within a column of the table, so that column is two in the grid of the format.

use super::cell::{open, width};
use super::xml::Xml;
use crate::redline::{Change, Columns, Piece, common};

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
    pub(super) fn new(columns: &[i64], tail: &[Piece<'_>]) -> Self {
        let mut widths = columns.to_vec();
        let Some(Piece::Columns(Columns { widths: [left_width, _], .. })) = tail.last() else {
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
    xml: &mut Xml<'_>,
    pieces: &[Piece<'_>],
    grid: &Grid,
    is_ruled: bool,
    inside: impl Fn(&mut Xml<'_>, &[Piece<'_>], bool, Option<Change>),
) {
    let (above, columns) = match pieces.split_last() {
        Some((Piece::Columns(Columns { widths, rows }), above)) => {
            (above, Some((widths.map(|width| width.to_twips()), rows)))
        }
        _ => (pieces, None),
    };
    let mut has_border = is_ruled;
    if !above.is_empty() {
        let whole = Part { span: grid.widths.len(), width: grid.widths.iter().sum(), unused: 0 };
        let change = common(above.iter().map(Piece::change));
        row(xml, has_border, change, |xml, has_border| {
            cell(xml, &whole, has_border, |xml| inside(xml, above, columns.is_some(), change))
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
        row(xml, has_border, of_row.change, |xml, has_border| {
            for (part, pieces) in sides.iter().zip(&of_row.sides) {
                cell(xml, part, has_border, |xml| inside(xml, pieces, keeps, of_row.change));
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

fn row(xml: &mut Xml<'_>, has_border: bool, change: Option<Change>, cells: impl FnOnce(&mut Xml<'_>, bool)) {
    xml.element("w:tr", |xml| {
        xml.element("w:trPr", |xml| {
            xml.empty(format_args!("w:cantSplit"));
            xml.mark(change);
        });
        cells(xml, has_border);
    });
}

/// A cell outside the grid; its upper border is the lower one of the table.
fn cell(xml: &mut Xml<'_>, part: &Part, has_border: bool, words: impl FnOnce(&mut Xml<'_>)) {
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
