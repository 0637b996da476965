//! What stands in cells: ruled tables, columns side by side, boxed marks.
//!
//! Owns the arithmetic of grids. Every table is of fixed layout, so that no program widens a column by its own taste.

use ::docx_rs::{
    BorderType, HeightRule, Paragraph, TableAlignmentType, TableBorder, TableBorderPosition, TableBorders, TableCell,
    TableCellMargins, TableLayoutType, TableRow, VAlignType, VMergeType, WidthType,
};

use super::body::{self, Flow, Piece};
use crate::decree::{Align, Decree};
use crate::units::Length;
use crate::writer::layout::{Cell, ColumnRow, Para, Table};

/// The ink of urgent marks, bright red.
pub(super) const RED: &str = "FF0000";
/// The ink of everything else.
const BLACK: &str = "000000";

/// A table with a grid. Rows of the header are repeated on each page, and no row is split.
pub(super) fn ruled(table: &Table, decree: &Decree) -> ::docx_rs::Table {
    let widths = widths(&table.columns);
    let mut open: Vec<Option<Open<'_>>> = vec![None; widths.len()];
    let rows = table
        .rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let mut cells = Vec::with_capacity(row.cells.len());
            let mut column = 0;
            while column < widths.len() {
                let (cell, continued) = match row.cells.iter().find(|cell| cell.column == column) {
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
                let keeps = index < table.header_rows;
                cells.push(ruled_cell(cell, continued, span, keeps, decree).width(width, WidthType::Dxa));
                column += span;
            }
            let row = TableRow::new(cells);
            let row = if table.splits && index >= table.header_rows { row } else { row.cant_split() };
            if index < table.header_rows { mark_header(row) } else { row }
        })
        .collect();
    let (x, y) = (whole(table.padding_x), whole(table.padding_y));
    fixed(&widths, rows).margins(TableCellMargins::new().margin(y, x, y, x)).set_borders(grid(table.grid, BLACK))
}

/// A cell that reaches into rows below.
#[derive(Clone, Copy)]
struct Open<'a> {
    cell: &'a Cell,
    rows_below: u16,
}

/// A row that is repeated on each page, marked in a way that [`super::tidy`] understands: docx-rs has no word for it, and a
/// height of the rule "auto" says nothing.
fn mark_header(row: TableRow) -> TableRow {
    row.row_height(0.0).height_rule(HeightRule::Auto)
}

/// A cell of a table with a grid. Those of the header keep with the next row: a header alone at the foot of a page heads
/// nothing.
fn ruled_cell(cell: &Cell, continued: bool, span: usize, keeps: bool, decree: &Decree) -> TableCell {
    let mut spelled = TableCell::new().vertical_align(VAlignType::Center);
    if span > 1 {
        spelled = spelled.grid_span(span);
    }
    if cell.rowspan > 1 {
        spelled = spelled.vertical_merge(if continued { VMergeType::Continue } else { VMergeType::Restart });
    }
    // What stands in a covered cell is never seen; it is no taller than a line of the cell that covers it.
    let unseen: Vec<Para>;
    let paras = if continued {
        unseen = cell.paras.first().map(|para| Para { runs: Vec::new(), ..para.clone() }).into_iter().collect();
        &unseen
    } else {
        &cell.paras
    };
    if paras.is_empty() {
        return spelled.add_paragraph(kept(body::empty(body::THINNEST), keeps));
    }
    paras.iter().fold(spelled, |spelled, para| spelled.add_paragraph(kept(body::paragraph(para, decree), keeps)))
}

fn kept(paragraph: Paragraph, keeps: bool) -> Paragraph {
    if keeps { paragraph.keep_next(true) } else { paragraph }
}

/// Two columns, row by row, without borders.
///
/// The paragraphs of each row but the last keep with the next, so that the rows stay on one page.
pub(super) fn columns(left: Length, right: Length, rows: &[ColumnRow], decree: &Decree) -> ::docx_rs::Table {
    let widths = widths(&[left, right]);
    let count = rows.len();
    let rows = rows
        .iter()
        .enumerate()
        .map(|(index, row)| {
            let keeps = index + 1 < count;
            let cells = [&row.left, &row.right]
                .into_iter()
                .zip(&widths)
                .map(|(blocks, &width)| column(body::flow(blocks, decree), width, keeps))
                .collect();
            TableRow::new(cells).cant_split()
        })
        .collect();
    without_borders(&widths, rows)
}

fn column(flow: Flow, width: usize, keeps: bool) -> TableCell {
    let cell = TableCell::new().width(width, WidthType::Dxa);
    flow.pieces
        .into_iter()
        .fold(cell, |cell, piece| match piece {
            Piece::Paragraph(paragraph) => cell.add_paragraph(kept(paragraph, keeps)),
            Piece::Table(table) => cell.add_table(table),
        })
        .add_paragraph(kept(flow.last, keeps))
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
pub(super) fn framed(words: Paragraph, frame: &Frame) -> ::docx_rs::Table {
    let widths = widths(&[frame.width]);
    let cell =
        TableCell::new().width(widths[0], WidthType::Dxa).vertical_align(VAlignType::Center).add_paragraph(words);
    let row =
        TableRow::new(vec![cell]).cant_split().row_height(row_height(frame.height)).height_rule(HeightRule::Exact);
    let side = match frame.align {
        Align::Left | Align::Justify => TableAlignmentType::Left,
        Align::Center => TableAlignmentType::Center,
        Align::Right => TableAlignmentType::Right,
    };
    let ink = if frame.red { RED } else { BLACK };
    without_borders(&widths, vec![row]).align(side).set_borders(grid(frame.weight, ink))
}

fn without_borders(widths: &[usize], rows: Vec<TableRow>) -> ::docx_rs::Table {
    fixed(widths, rows).margins(TableCellMargins::new().margin(0, 0, 0, 0)).set_borders(TableBorders::with_empty())
}

fn fixed(widths: &[usize], rows: Vec<TableRow>) -> ::docx_rs::Table {
    ::docx_rs::Table::new(rows)
        .set_grid(widths.to_vec())
        .width(widths.iter().sum(), WidthType::Dxa)
        .indent(0)
        .layout(TableLayoutType::Fixed)
}

/// Single borders on all sides and between cells.
fn grid(weight: Length, ink: &str) -> TableBorders {
    let thickness = usize::try_from(weight.to_eighths_of_point()).expect("a border has a weight");
    [
        TableBorderPosition::Top,
        TableBorderPosition::Left,
        TableBorderPosition::Bottom,
        TableBorderPosition::Right,
        TableBorderPosition::InsideH,
        TableBorderPosition::InsideV,
    ]
    .into_iter()
    .map(|position| TableBorder::new(position).border_type(BorderType::Single).size(thickness).color(ink))
    .fold(TableBorders::with_empty(), TableBorders::set)
}

/// Widths in twips that add up to the width of the whole: the edges are rounded, not the widths.
fn widths(columns: &[Length]) -> Vec<usize> {
    let mut edge = Length::ZERO;
    columns
        .iter()
        .map(|&column| {
            let left = edge.to_twips();
            edge = edge + column;
            usize::try_from(edge.to_twips() - left).expect("a column has a width")
        })
        .collect()
}

fn whole(length: Length) -> usize {
    usize::try_from(length.to_twips()).expect("a padding is not negative")
}

/// The height of a row in the type that docx-rs takes; twips are whole, so nothing is lost.
fn row_height(height: Length) -> f32 {
    f32::from(u16::try_from(height.to_twips()).expect("a row is lower than a page"))
}
