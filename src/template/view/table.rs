//! Tables as templates see them: headers, index row, rows with their merged cells.

use serde::Serialize;

use super::row::{self, CellView, RowView, go_across, merge, place_name, span_rows};
use crate::plan::Status;
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::{Align, Column, ColumnKind, Width};
use crate::plan::table::row::{Row, RowKind};
use crate::schema::YesNo;
use crate::table::{Computed, Entered, Role, RowNumber, show};
use crate::template::words::Viewer;
use crate::template::xml::Xml;

/// A table, computed.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct TableView {
    ten: Option<Xml>,
    don_vi: Option<Xml>,
    /// Where in its file the table stands.
    goc: usize,
    rong: Vec<Option<String>>,
    dau: Vec<Vec<HeaderCellView>>,
    chi_so: Vec<Xml>,
    dong: Vec<RowView>,
    chu_thich: Vec<Xml>,
    ngat_dong: bool,
}

#[derive(Debug, Clone, Serialize)]
struct HeaderCellView {
    chu: Xml,
    colspan: usize,
    rowspan: usize,
}

/// A table, its columns, and which of them are printed.
struct Printed<'a> {
    table: &'a Table,
    leaves: Vec<&'a Column>,
    /// Columns that are printed, from left to right.
    kept: Vec<usize>,
    computed: &'a Computed,
}

impl Viewer<'_> {
    pub(in crate::template) fn table(&self, table: &Table) -> TableView {
        let dropped = self.status != Status::Draft;
        let leaves = table.leaves().0;
        let kept = kept(&table.columns, dropped);
        let printed = Printed { table, leaves, kept, computed: self.tables.of(table) };
        TableView {
            ten: self.opt_words(table.caption.as_ref()),
            don_vi: self.opt_words(table.unit.as_ref()),
            goc: table.place.span.range.start,
            rong: printed.widths(),
            dau: self.header(&printed, dropped),
            chi_so: if table.index { printed.index_row() } else { Vec::new() },
            dong: self.rows(&printed),
            chu_thich: self.all_words(table.notes.iter()),
            ngat_dong: table.splits,
        }
    }

    fn header(&self, printed: &Printed<'_>, dropped: bool) -> Vec<Vec<HeaderCellView>> {
        let columns = &printed.table.columns;
        let mut rows: Vec<Vec<HeaderCellView>> = Vec::new();
        rows.resize_with(depth(columns, dropped), Vec::new);
        self.fill_header(columns, dropped, 0, &mut rows);
        rows
    }

    fn fill_header(&self, columns: &[Column], dropped: bool, level: usize, rows: &mut [Vec<HeaderCellView>]) {
        for column in columns {
            let colspan = width(column, dropped);
            if colspan == 0 {
                continue;
            }
            let rowspan = if column.children.is_empty() { rows.len() - level } else { 1 };
            let chu = self.opt_words(column.title.as_ref()).unwrap_or_default();
            rows[level].push(HeaderCellView { chu, colspan, rowspan });
            self.fill_header(&column.children, dropped, level + 1, rows);
        }
    }

    fn rows(&self, printed: &Printed<'_>) -> Vec<RowView> {
        let written = &printed.table.rows;
        let columns = printed.columns();
        let mut rows: Vec<RowView> =
            written.iter().enumerate().map(|(index, row)| self.row(printed, index, row)).collect();
        let said = span_rows(&mut rows, written, &columns);
        for (view, row) in rows.iter_mut().zip(written) {
            match (&row.kind, row.name()) {
                (RowKind::Across(words), _) => go_across(&mut view.o, self.words(words)),
                (kind, Some(name)) => place_name(kind, self.words(name), &columns, &mut view.o),
                (_, None) => {}
            }
        }
        for (at, _) in columns.iter().enumerate().filter(|(_, column)| column.merges) {
            merge(&mut rows, written, &said, at);
        }
        for row in &mut rows {
            row.o.retain(|cell| cell.rowspan > 0 && cell.colspan > 0);
        }
        rows
    }

    /// A row with a cell for each printed column, before its name is there.
    fn row(&self, printed: &Printed<'_>, index: usize, row: &Row) -> RowView {
        let cell = |&at: &usize| {
            let column = printed.leaves[at];
            let doan = match column.holds() {
                ColumnKind::Ordinal => vec![self.number(printed.computed.number(index, at))],
                ColumnKind::Words => match &row.cells[at] {
                    Cell::Words(texts) => self.all_words(texts.iter()),
                    Cell::Blank | Cell::Dash | Cell::Number(_) | Cell::Value(_) => Vec::new(),
                },
                ColumnKind::Numbers
                | ColumnKind::Time
                | ColumnKind::Duration
                | ColumnKind::Minutes
                | ColumnKind::Day => vec![printed.figure(index, at)],
            };
            CellView { can: align(column, &doan), doan, colspan: 1, rowspan: 1 }
        };
        let is_across = matches!(row.kind, RowKind::Across(_));
        RowView {
            dam: row.name().is_some() && !is_across,
            // A group, or a sentence across the table, stands above its first row, never at the foot of a page.
            lien_dong_sau: is_across || printed.computed.tree.role(index) == Role::Group,
            o: printed.kept.iter().map(cell).collect(),
        }
    }

    /// The number in the ordinal column.
    pub(in crate::template) fn number(&self, number: &RowNumber) -> Xml {
        match number {
            RowNumber::ByHand(text) => self.words(text),
            RowNumber::Counted(words) => words.as_str().into(),
            RowNumber::None => Xml::default(),
        }
    }
}

impl Printed<'_> {
    /// The printed columns, from left to right.
    fn columns(&self) -> Vec<row::Printed> {
        let column = |&index: &usize| row::Printed {
            index,
            kind: self.leaves[index].holds(),
            width: self.weight(index),
            merges: YesNo::is_yes(self.leaves[index].merge.as_ref()),
        };
        self.kept.iter().map(column).collect()
    }

    fn holds(&self, at: usize) -> ColumnKind {
        self.leaves[self.kept[at]].holds()
    }

    /// How wide a column is beside others, as far as its writer says so.
    fn weight(&self, index: usize) -> u32 {
        match self.leaves[index].width.as_ref().map(|width| width.value) {
            Some(Width::Share(weight) | Width::Micrometers(weight)) => weight,
            None => 24_000,
        }
    }

    /// The widths that are written; the others follow from what the columns hold.
    fn widths(&self) -> Vec<Option<String>> {
        let shown = |width: u32| {
            let (whole, rest) = (width / 1_000, width % 1_000);
            if rest == 0 { whole.to_string() } else { format!("{whole}.{rest:03}").trim_end_matches('0').to_owned() }
        };
        let width = |&index: &usize| {
            Some(match self.leaves[index].width.as_ref()?.value {
                Width::Share(weight) => shown(weight),
                Width::Micrometers(width) => format!("{} mm", shown(width)),
            })
        };
        self.kept.iter().map(width).collect()
    }

    /// A figure as it is printed.
    fn figure(&self, index: usize, at: usize) -> Xml {
        match self.computed.figure(index, at).printed() {
            Entered::Number(figure) => show(self.leaves[at], figure).into(),
            Entered::Dash => Xml::words("-"),
            Entered::Blank => Xml::default(),
        }
    }

    /// `A`, `B` over words, `1`, `2` over numbers, `3=2/1×100` over formulas whose columns are all printed.
    fn index_row(&self) -> Vec<Xml> {
        let mut letters = 'A'..='Z';
        let mut number = 0;
        let mut names: Vec<String> = Vec::new();
        for at in 0..self.kept.len() {
            names.push(if self.holds(at).is_figure() {
                number += 1;
                number.to_string()
            } else {
                letters.next().map(String::from).unwrap_or_default()
            });
        }
        let by_id = |id: &str| {
            let at = self.kept.iter().position(|&index| self.leaves[index].is_called(id));
            at.map(|at| names[at].clone())
        };
        self.kept
            .iter()
            .zip(&names)
            .map(|(&index, name)| match &self.leaves[index].formula {
                Some(formula) if formula.columns().iter().all(|id| by_id(id).is_some()) => {
                    format!("{name}={}", formula.display(&|id| by_id(id).unwrap_or_default())).into()
                }
                _ => name.as_str().into(),
            })
            .collect()
    }
}

/// Where words stand in a column: a dash alone in the middle, since it stands for nothing.
fn align(column: &Column, words: &[Xml]) -> &'static str {
    let is_dash = matches!(words, [dash] if matches!(dash.letters().trim(), "-" | "–" | "—"));
    let usual = match column.holds() {
        ColumnKind::Words if is_dash => Align::Center,
        ColumnKind::Words => Align::Left,
        ColumnKind::Numbers => Align::Right,
        ColumnKind::Ordinal | ColumnKind::Time | ColumnKind::Duration | ColumnKind::Minutes | ColumnKind::Day => {
            Align::Center
        }
    };
    match column.align.as_ref().map_or(usual, |align| align.value) {
        Align::Left => "left",
        Align::Center => "center",
        Align::Right => "right",
    }
}

fn is_dropped(column: &Column, dropped: bool) -> bool {
    dropped && YesNo::is_yes(column.drop.as_ref())
}

/// Whether a column is not printed once the plan is issued.
pub(in crate::template) fn is_gone(table: &Table, column: usize) -> bool {
    !kept(&table.columns, true).contains(&column)
}

/// The columns that are printed, by their place among all that hold cells.
fn kept(columns: &[Column], dropped: bool) -> Vec<usize> {
    fn collect(columns: &[Column], dropped: bool, gone: bool, at: &mut usize, out: &mut Vec<usize>) {
        for column in columns {
            let gone = gone || is_dropped(column, dropped);
            if column.children.is_empty() {
                if !gone {
                    out.push(*at);
                }
                *at += 1;
            } else {
                collect(&column.children, dropped, gone, at, out);
            }
        }
    }
    let mut out = Vec::new();
    collect(columns, dropped, false, &mut 0, &mut out);
    out
}

/// Columns that are printed under a title.
fn width(column: &Column, dropped: bool) -> usize {
    if is_dropped(column, dropped) {
        0
    } else if column.children.is_empty() {
        1
    } else {
        column.children.iter().map(|child| width(child, dropped)).sum()
    }
}

/// Rows of the header of the columns that are printed.
fn depth(columns: &[Column], dropped: bool) -> usize {
    let printed = columns.iter().filter(|column| width(column, dropped) > 0);
    printed.map(|column| 1 + depth(&column.children, dropped)).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::table::COLUMNS;
    use crate::schema::{Read, Reader};
    use crate::source::SourceFile;
    use crate::yaml;

    #[track_caller]
    fn check(column: &str, words: &[&str], expected: &str) {
        let node = yaml::read(&SourceFile::from_text("cot.yaml", column), &|_| true).value.expect("YAML");
        let column = Column::read(&node, &COLUMNS.key, &mut Reader::default()).expect("a column");
        let words: Vec<_> = words.iter().map(|words| Xml::words(words)).collect();
        assert_eq!(align(&column, &words), expected);
    }

    #[test]
    fn a_dash_alone_stands_in_the_middle_of_words() {
        check("{ten: A}", &["-"], "center");
        check("{ten: A}", &["- một"], "left");
        check("{ten: A}", &["-", "-"], "left");
        check("{ten: A, can: phai}", &["-"], "right");
        check("{ten: A, loai: so}", &["-"], "right");
    }
}
