//! Ruled tables: rows and cells.

use super::columns::{Columns, Narrow, columns};
use super::formula::break_formulas;
use super::height::fit_rows;
use super::paragraph::Ruler;
use super::tree::{Cell, Cramped, CrampedColumn, Row, Run, Table};
use crate::decree::{Align, Allowed, Component, Rule};
use crate::document::{Cell as Part, CellAlign, ColumnWidth, Paragraph, RowKind, Table as Source};
use crate::units::Length;

/// Where a table stands.
#[derive(Clone, Copy)]
pub(super) struct Place {
    /// Width of the text.
    pub(super) width: Length,
    /// Height of the text.
    pub(super) height: Length,
    /// Whether its page is turned on its side.
    pub(super) landscape: bool,
    /// Whether it stands in an appendix.
    pub(super) in_appendix: bool,
}

/// A table as wide as the text, with its notes as its last row, and what found no room in it.
pub(super) fn table(ruler: &Ruler<'_>, table: &Source, notes: &[&Paragraph], place: Place) -> (Table, Option<Cramped>) {
    let header_rows = table.rows.iter().take_while(|row| row.kind == RowKind::Header).count();
    let mut rows = rows(ruler, table);
    keep_totals(&mut rows, table, header_rows);
    let measured = columns(ruler, &table.columns, &rows, header_rows, place.width);
    let cramped = cramped(ruler, table, &rows, &measured, place);
    if let (false, Some(last)) = (notes.is_empty(), rows.last_mut()) {
        last.keep_with_next = true;
        rows.push(note_row(ruler, notes, table.columns.len()));
    } else if let Some(last) = rows.last_mut() {
        last.keep_with_next = false;
    }
    let mut laid_out = Table {
        columns: measured.widths,
        header_rows,
        rows,
        grid: ruler.decree.tables.grid.chosen,
        padding_x: measured.padding_x,
        padding_y: ruler.decree.tables.cell_padding_y.chosen,
        tail: Vec::new(),
    };
    break_formulas(&mut laid_out, ruler.typeface);
    fit_rows(&mut laid_out, place.height, ruler.typeface);
    (laid_out, cramped)
}

/// More bold rows than these at the end of a table are its matter, not its sum.
const MOST_TOTALS: usize = 3;

/// Ties the totals at the end of a table to the row above them: alone below a repeated header they add up nothing.
fn keep_totals(rows: &mut [Row], table: &Source, header_rows: usize) {
    let totals = table.rows.iter().rev().take_while(|row| row.kind == RowKind::Total).count().min(MOST_TOTALS);
    let first = rows.len() - totals;
    if totals > 0 && first > header_rows {
        for row in &mut rows[first - 1..] {
            row.keep_with_next = true;
        }
    }
}

/// The notes below a table, as a row without a grid: what stands below a table cannot be kept with its last row.
fn note_row(ruler: &Ruler<'_>, notes: &[&Paragraph], columns: usize) -> Row {
    let mut paras: Vec<_> = notes.iter().map(|note| ruler.paragraph(note)).collect();
    if let Some(first) = paras.first_mut() {
        first.style.before = ruler.decree.spacing.paragraph_gap.chosen;
    }
    if let Some(last) = paras.last_mut() {
        last.style.after = Length::ZERO;
    }
    let colspan = u16::try_from(columns).unwrap_or(u16::MAX);
    let cells = vec![Cell { column: 0, colspan, rowspan: 1, at_top: false, paras }];
    Row { cells, keep_with_next: false, is_ruled: false, splits: false, height: None }
}

fn cramped(ruler: &Ruler<'_>, table: &Source, rows: &[Row], measured: &Columns, place: Place) -> Option<Cramped> {
    if measured.narrow.is_empty() && measured.over.is_zero() {
        return None;
    }
    let title = |index: usize| {
        let mut cells = rows.iter().flat_map(|row| &row.cells);
        let head = cells.find(|cell| cell.column == index && cell.colspan == 1);
        let words = head.iter().flat_map(|cell| &cell.paras).flat_map(|para| &para.runs).map(|run| match run {
            Run::Words { text, .. } => text.as_str(),
            Run::Break => " ",
        });
        words.collect::<String>()
    };
    let is_fixed = |index: usize| matches!(table.columns[index], ColumnWidth::Micrometers(_));
    let widest = (0..table.columns.len()).rev().max_by_key(|&index| measured.widths[index]).unwrap_or_default();
    let column = |narrow: &Narrow| CrampedColumn {
        title: title(narrow.index),
        word: narrow.word.clone(),
        needs: narrow.needs,
        has: measured.widths[narrow.index],
        cuts: narrow.cuts,
        is_fixed: is_fixed(narrow.index),
    };
    let size = ruler.decree.sizes.table;
    let least = least(&size);
    let can_shrink = |margin: &Rule<Length>| margin.chosen > self::least(margin);
    let page = &ruler.decree.page;
    Some(Cramped {
        origin: table.origin,
        columns: measured.narrow.iter().map(column).collect(),
        over: measured.over,
        widest: title(widest),
        has_fixed: (0..table.columns.len()).any(is_fixed),
        // No printer prints up to the edge.
        leaves_paper: measured.over > ruler.decree.page.margin_right.chosen.scaled(3, 4),
        landscape: place.landscape,
        in_appendix: place.in_appendix,
        has_margin: [&page.margin_left, &page.margin_right].into_iter().any(can_shrink),
        size: (size.chosen, least),
    })
}

/// The least that a rule permits.
fn least(rule: &Rule<Length>) -> Length {
    match rule.allowed {
        Allowed::Range(least, _) => least,
        Allowed::OneOf(_) => rule.chosen,
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
            let splits = table.splits && row.kind != RowKind::Header;
            Row { cells, keep_with_next: row.leads_on, is_ruled: true, splits, height: None }
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
    Cell { column, colspan: cell.colspan, rowspan: cell.rowspan, at_top: false, paras }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Row as SourceRow;

    #[test]
    fn totals_stay_with_the_row_above_them() {
        let check = |kinds: &[RowKind], expected: &[bool]| {
            let of_kind = |&kind: &RowKind| SourceRow { kind, leads_on: false, cells: Vec::new() };
            let source =
                Source { columns: Vec::new(), rows: kinds.iter().map(of_kind).collect(), splits: false, origin: None };
            let row = Row { cells: Vec::new(), keep_with_next: false, is_ruled: true, splits: false, height: None };
            let mut rows = vec![row; kinds.len()];
            keep_totals(&mut rows, &source, 1);
            assert_eq!(rows.iter().map(|row| row.keep_with_next).collect::<Vec<_>>(), expected, "{kinds:?}");
        };
        use RowKind::{Body, Header, Total};
        check(&[Header, Body, Body, Total, Total], &[false, false, true, true, true]);
        check(&[Header, Total, Body, Body], &[false; 4]);
        check(&[Header, Total], &[false; 2]);
    }
}
