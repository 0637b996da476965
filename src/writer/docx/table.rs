//! What stands in cells: ruled tables, columns side by side, boxed marks.
//!
//! Owns the arithmetic of grids. Every table is of fixed layout, so that no program widens a column by its own taste.

use super::cell::{open, width};
use super::tail::{Grid, tail};
use super::xml::Xml;
use crate::decree::Align;
use crate::layout::Placed;
use crate::redline::{Cell, Change, Columns, Piece, Table};
use crate::units::Length;

/// The ink of urgent marks, bright red.
pub(super) const RED: &str = "FF0000";
/// The ink of everything else.
const BLACK: &str = "000000";

/// Spells what stands in a cell: whether it keeps with what follows, and whether the end of the cell came or went.
pub(super) trait Inside: Fn(&mut Xml<'_>, &[Piece<'_>], bool, Option<Change>) {}

impl<F: Fn(&mut Xml<'_>, &[Piece<'_>], bool, Option<Change>)> Inside for F {}

/// A table with a grid. Rows of the header are repeated on each page.
pub(super) fn ruled(xml: &mut Xml<'_>, table: &Table<'_>, inside: impl Inside) {
    let look = table.look;
    let widths = widths(&table.columns);
    let grid = Grid::new(&widths, &table.tail);
    let (x, y) = (look.padding_x.to_twips(), look.padding_y.to_twips());
    fixed(xml, &grid.widths, Look { side: "left", border: Some((look.grid, BLACK)), padding: (x, y) }, |xml| {
        for of_row in &table.rows {
            let row = of_row.row;
            xml.element("w:tr", |xml| {
                xml.group("w:trPr", |xml| {
                    if !row.splits {
                        xml.empty(format_args!("w:cantSplit"));
                    }
                    if let Some(height) = row.height {
                        xml.empty(format_args!(r#"w:trHeight w:val="{}" w:hRule="atLeast""#, height.to_twips()));
                    }
                    if of_row.is_header {
                        xml.empty(format_args!("w:tblHeader"));
                    }
                    xml.mark(of_row.change);
                });
                for cell in &of_row.cells {
                    let Placed { column, span, .. } = cell.placed;
                    let width = widths[column..column + span].iter().sum();
                    xml.element("w:tc", |xml| {
                        cell_property(xml, cell, width, grid.span(column, span), row.is_ruled);
                        // A header alone at the foot of a page heads nothing.
                        inside(xml, &cell.pieces, of_row.is_header || row.keep_with_next, of_row.change);
                    });
                }
            });
        }
        let is_ruled = table.rows.last().is_some_and(|row| row.row.is_ruled);
        tail(xml, &table.tail, &grid, is_ruled, inside);
    });
}

/// What a cell of a table with a grid says about itself.
fn cell_property(xml: &mut Xml<'_>, cell: &Cell<'_>, twips: i64, span: usize, is_ruled: bool) {
    xml.element("w:tcPr", |xml| {
        width(xml, twips);
        if span > 1 {
            xml.empty(format_args!(r#"w:gridSpan w:val="{span}""#));
        }
        if cell.merges {
            let merge = if cell.placed.continued { "continue" } else { "restart" };
            xml.empty(format_args!(r#"w:vMerge w:val="{merge}""#));
        }
        if !is_ruled {
            open(xml, &["left", "bottom", "right"], &[("left", 0), ("right", 0)]);
        }
        let place = if cell.placed.cell.at_top { "top" } else { "center" };
        xml.empty(format_args!(r#"w:vAlign w:val="{place}""#));
    });
}

/// Two columns, row by row, without borders; `inside` spells what stands in a row and column.
///
/// The paragraphs of each row but the last keep with the next, so that the rows stay on one page.
pub(super) fn columns(xml: &mut Xml<'_>, columns: &Columns<'_>, inside: impl Inside) {
    let widths = widths(&columns.widths);
    fixed(xml, &widths, Look { side: "left", border: None, padding: (0, 0) }, |xml| {
        for (index, row) in columns.rows.iter().enumerate() {
            let keeps = columns.rows[index + 1..].iter().any(|below| below.change != Some(Change::Deleted));
            xml.element("w:tr", |xml| {
                xml.element("w:trPr", |xml| {
                    xml.empty(format_args!("w:cantSplit"));
                    xml.mark(row.change);
                });
                for (&column_width, pieces) in widths.iter().zip(&row.sides) {
                    xml.element("w:tc", |xml| {
                        xml.element("w:tcPr", |xml| width(xml, column_width));
                        inside(xml, pieces, keeps, row.change);
                    });
                }
            });
        }
    });
}

/// The box around boxed words.
pub(super) struct Frame {
    /// Its width.
    pub(super) width: Length,
    /// Its height.
    pub(super) height: Length,
    /// Weight of its border.
    pub(super) weight: Length,
    /// Whether its border is red.
    pub(super) red: bool,
    /// Where in its column it stands.
    pub(super) align: Align,
    /// Whether it came or went.
    pub(super) change: Option<Change>,
}

/// Boxed words: a table of one cell of exact size.
pub(super) fn framed(xml: &mut Xml<'_>, frame: &Frame, words: impl FnOnce(&mut Xml<'_>)) {
    let widths = widths(&[frame.width]);
    let side = match frame.align {
        Align::Left | Align::Justify => "left",
        Align::Center => "center",
        Align::Right => "right",
    };
    let ink = if frame.red { RED } else { BLACK };
    fixed(xml, &widths, Look { side, border: Some((frame.weight, ink)), padding: (0, 0) }, |xml| {
        xml.element("w:tr", |xml| {
            xml.element("w:trPr", |xml| {
                xml.empty(format_args!("w:cantSplit"));
                xml.empty(format_args!(r#"w:trHeight w:val="{}" w:hRule="exact""#, frame.height.to_twips()));
                xml.mark(frame.change);
            });
            xml.element("w:tc", |xml| {
                xml.element("w:tcPr", |xml| {
                    width(xml, widths[0]);
                    xml.empty(format_args!(r#"w:vAlign w:val="center""#));
                });
                words(xml);
            });
        });
    });
}

/// What a whole table looks like.
struct Look<'a> {
    /// Where in its column it stands.
    side: &'a str,
    /// Weight and ink of its borders, on all sides and between cells.
    border: Option<(Length, &'a str)>,
    /// From the edge of a cell to its text, in twips: left and right, above and below.
    padding: (i64, i64),
}

fn fixed(xml: &mut Xml<'_>, widths: &[i64], look: Look<'_>, rows: impl FnOnce(&mut Xml<'_>)) {
    xml.element("w:tbl", |xml| {
        xml.element("w:tblPr", |xml| {
            xml.empty(format_args!(r#"w:tblW w:w="{}" w:type="dxa""#, widths.iter().sum::<i64>()));
            xml.empty(format_args!(r#"w:jc w:val="{}""#, look.side));
            xml.empty(format_args!(r#"w:tblInd w:w="0" w:type="dxa""#));
            if let Some((weight, ink)) = look.border {
                let thickness = weight.to_eighths_of_point();
                xml.element("w:tblBorders", |xml| {
                    for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
                        xml.empty(format_args!(
                            r#"w:{side} w:val="single" w:sz="{thickness}" w:space="0" w:color="{ink}""#
                        ));
                    }
                });
            }
            xml.empty(format_args!(r#"w:tblLayout w:type="fixed""#));
            let (x, y) = look.padding;
            xml.element("w:tblCellMar", |xml| {
                for (side, padding) in [("top", y), ("left", x), ("bottom", y), ("right", x)] {
                    xml.empty(format_args!(r#"w:{side} w:w="{padding}" w:type="dxa""#));
                }
            });
        });
        xml.element("w:tblGrid", |xml| {
            for width in widths {
                xml.empty(format_args!(r#"w:gridCol w:w="{width}""#));
            }
        });
        rows(xml);
    });
}

/// Widths in twips that add up to the width of the whole: the edges are rounded, not the widths.
fn widths(columns: &[Length]) -> Vec<i64> {
    let mut edge = Length::ZERO;
    columns
        .iter()
        .map(|&column| {
            let left = edge.to_twips();
            edge = edge + column;
            edge.to_twips() - left
        })
        .collect()
}
