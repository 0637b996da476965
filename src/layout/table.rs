//! Ruled tables: rows and cells.

use super::columns::columns;
use super::paragraph::Ruler;
use super::tree::{Cell, Row, Run, Table};
use crate::decree::{Align, Component};
use crate::document::{Cell as Part, CellAlign, RowKind, Table as Source};
use crate::units::Length;

/// A table as wide as the text.
pub(super) fn table(ruler: &Ruler<'_>, table: &Source, text_width: Length) -> Table {
    let header_rows = table.rows.iter().take_while(|row| row.kind == RowKind::Header).count();
    let rows = rows(ruler, table);
    Table {
        columns: columns(ruler, &table.columns, &rows[..header_rows], text_width),
        header_rows,
        rows,
        grid: ruler.decree.tables.grid.chosen,
        padding_x: ruler.decree.tables.cell_padding_x.chosen,
        padding_y: ruler.decree.tables.cell_padding_y.chosen,
        splits: table.splits,
    }
}

fn rows(ruler: &Ruler<'_>, table: &Source) -> Vec<Row> {
    let mut open_rowspans = vec![0_u16; table.columns.len()];
    table
        .rows
        .iter()
        .map(|row| {
            let mut column = 0;
            let mut cells = Vec::with_capacity(row.cells.len());
            for part in &row.cells {
                while open_rowspans.get(column).is_some_and(|&open| open > 0) {
                    column += 1;
                }
                cells.push(cell(ruler, part, row.kind, column));
                for open in open_rowspans.iter_mut().skip(column).take(usize::from(part.colspan)) {
                    *open = part.rowspan;
                }
                column += usize::from(part.colspan);
            }
            for open in &mut open_rowspans {
                *open = open.saturating_sub(1);
            }
            Row { cells, keep_with_next: false }
        })
        .collect()
}

fn cell(ruler: &Ruler<'_>, cell: &Part, kind: RowKind, column: usize) -> Cell {
    let component = if kind == RowKind::Header { Component::TableHeader } else { Component::TableCell };
    let paras = cell
        .paragraphs
        .iter()
        .map(|text| {
            let mut para = ruler.words(component, text);
            if kind == RowKind::Total {
                for run in &mut para.runs {
                    if let Run::Words { bold, .. } = run {
                        *bold = true;
                    }
                }
            }
            para.style.align = match cell.align {
                CellAlign::Left => Align::Left,
                CellAlign::Center => Align::Center,
                CellAlign::Right => Align::Right,
            };
            para
        })
        .collect();
    Cell { column, colspan: cell.colspan, rowspan: cell.rowspan, paras }
}
