//! What stands in cells: ruled tables, columns side by side, boxed marks.
//!
//! Owns the arithmetic of grids. Every table is of fixed layout, so that no program widens a column by its own taste.

use super::cell::{open, width};
use super::paragraph::{Place, THINNEST, empty, paragraph};
use super::tail::{Grid, tail};
use super::xml::Xml;
use crate::decree::{Align, Decree};
use crate::layout::{Block, Cell, Para, Table};
use crate::units::Length;

/// The ink of urgent marks, bright red.
pub(super) const RED: &str = "FF0000";
/// The ink of everything else.
const BLACK: &str = "000000";

/// A table with a grid. Rows of the header are repeated on each page, and no row is split. `below` spells what stands below
/// it on one page with its last rows, and says whether that keeps with more.
pub(super) fn ruled(xml: &mut Xml, table: &Table, decree: &Decree, below: impl Fn(&mut Xml, &[Block], bool)) {
    let widths = widths(&table.columns);
    let grid = Grid::new(&widths, &table.tail);
    let mut open: Vec<Option<Open<'_>>> = vec![None; widths.len()];
    let (x, y) = (table.padding_x.to_twips(), table.padding_y.to_twips());
    let look = Look { side: "left", border: Some((table.grid, BLACK)), padding: (x, y) };
    fixed(xml, &grid.widths, look, |xml| {
        for (index, row) in table.rows.iter().enumerate() {
            let is_header = index < table.header_rows;
            xml.element("w:tr", |xml| {
                xml.group("w:trPr", |xml| {
                    if !row.splits {
                        xml.empty(format_args!("w:cantSplit"));
                    }
                    if let Some(height) = row.height {
                        xml.empty(format_args!(r#"w:trHeight w:val="{}" w:hRule="atLeast""#, height.to_twips()));
                    }
                    if is_header {
                        xml.empty(format_args!("w:tblHeader"));
                    }
                });
                let mut own = row.cells.iter().peekable();
                let mut column = 0;
                while column < widths.len() {
                    let (cell, continued) = match own.next_if(|cell| cell.column == column) {
                        Some(cell) => {
                            let rows_below = cell.rowspan.saturating_sub(1);
                            open[column] = (rows_below > 0).then_some(Open { cell, rows_below });
                            (cell, false)
                        }
                        None => {
                            let covering = open[column].as_mut().expect("every place in a grid is covered");
                            covering.rows_below -= 1;
                            let cell = covering.cell;
                            if covering.rows_below == 0 {
                                open[column] = None;
                            }
                            (cell, true)
                        }
                    };
                    let span = usize::from(cell.colspan.max(1)).min(widths.len() - column);
                    let width = widths[column..column + span].iter().sum();
                    // A header alone at the foot of a page heads nothing.
                    let place = Place { keeps: is_header || row.keep_with_next, ends: None };
                    let spread = Spread { width, span: grid.span(column, span), continued, is_ruled: row.is_ruled };
                    ruled_cell(xml, cell, spread, place, decree);
                    column += span;
                }
            });
        }
        let is_ruled = table.rows.last().is_some_and(|row| row.is_ruled);
        tail(xml, &table.tail, &grid, is_ruled, below);
    });
}

/// A cell that reaches into rows below.
#[derive(Clone, Copy)]
struct Open<'a> {
    cell: &'a Cell,
    rows_below: u16,
}

/// Which part of the grid a cell covers in a row.
struct Spread {
    width: i64,
    span: usize,
    /// Whether it began in a row above.
    continued: bool,
    /// Whether it stands within the grid.
    is_ruled: bool,
}

/// A cell of a table with a grid.
fn ruled_cell(xml: &mut Xml, cell: &Cell, spread: Spread, place: Place<'_>, decree: &Decree) {
    xml.element("w:tc", |xml| {
        xml.element("w:tcPr", |xml| {
            width(xml, spread.width);
            if spread.span > 1 {
                xml.empty(format_args!(r#"w:gridSpan w:val="{}""#, spread.span));
            }
            if cell.rowspan > 1 {
                let merge = if spread.continued { "continue" } else { "restart" };
                xml.empty(format_args!(r#"w:vMerge w:val="{merge}""#));
            }
            if !spread.is_ruled {
                open(xml, &["left", "bottom", "right"], &[("left", 0), ("right", 0)]);
            }
            let place = if cell.at_top { "top" } else { "center" };
            xml.empty(format_args!(r#"w:vAlign w:val="{place}""#));
        });
        match cell.paras.first() {
            None => empty(xml, THINNEST, place),
            // What stands in a covered cell is never seen; it is no taller than a line of the cell that covers it.
            Some(first) if spread.continued => {
                let unseen = Para::new(first.component, first.style, Vec::new());
                paragraph(xml, &unseen, None, place, decree);
            }
            Some(_) => cell.paras.iter().for_each(|para| paragraph(xml, para, None, place, decree)),
        }
    });
}

/// Two columns, row by row, without borders; `side` spells what stands in a row and column.
///
/// The paragraphs of each row but the last keep with the next, so that the rows stay on one page.
pub(super) fn columns(xml: &mut Xml, columns: [Length; 2], rows: usize, side: impl Fn(&mut Xml, usize, usize, bool)) {
    let widths = widths(&columns);
    fixed(xml, &widths, Look { side: "left", border: None, padding: (0, 0) }, |xml| {
        for row in 0..rows {
            let keeps = row + 1 < rows;
            xml.element("w:tr", |xml| {
                xml.element("w:trPr", |xml| xml.empty(format_args!("w:cantSplit")));
                for (column, &column_width) in widths.iter().enumerate() {
                    xml.element("w:tc", |xml| {
                        xml.element("w:tcPr", |xml| width(xml, column_width));
                        side(xml, row, column, keeps);
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
}

/// Boxed words: a table of one cell of exact size.
pub(super) fn framed(xml: &mut Xml, frame: &Frame, words: impl FnOnce(&mut Xml)) {
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

fn fixed(xml: &mut Xml, widths: &[i64], look: Look<'_>, rows: impl FnOnce(&mut Xml)) {
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
