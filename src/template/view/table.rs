//! Tables as templates see them: headers, index row, rows with their merged cells.

use serde::Serialize;

use crate::plan::Status;
use crate::plan::table::Table;
use crate::plan::table::column::{Align, Column, ColumnKind, Width};
use crate::plan::table::row::{Cell, Row, RowKind};
use crate::schema::YesNo;
use crate::table::{Computed, Entered, RowNumber, compute};
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

#[derive(Debug, Clone, Serialize)]
struct RowView {
    dam: bool,
    lien_dong_sau: bool,
    o: Vec<CellView>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct CellView {
    doan: Vec<Xml>,
    can: &'static str,
    colspan: usize,
    rowspan: usize,
}

/// A table, its columns, and which of them are printed.
struct Printed<'a> {
    table: &'a Table,
    leaves: Vec<&'a Column>,
    /// Columns that are printed, from left to right.
    kept: Vec<usize>,
    computed: Computed,
}

impl Viewer<'_> {
    pub(in crate::template) fn table(&self, table: &Table) -> TableView {
        let dropped = self.status == Status::Issued;
        let leaves = table.leaves().0;
        let kept = kept(&table.columns, dropped);
        let printed = Printed { table, leaves, kept, computed: compute(table) };
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
        let table = printed.table;
        let mut rows: Vec<RowView> =
            table.rows.iter().enumerate().map(|(index, row)| self.row(printed, index, row)).collect();
        for (at, &index) in printed.kept.iter().enumerate() {
            if YesNo::is_yes(printed.leaves[index].merge.as_ref()) {
                merge(&mut rows, &table.rows, at);
            }
        }
        for row in &mut rows {
            row.o.retain(|cell| cell.rowspan > 0 && cell.colspan > 0);
        }
        rows
    }

    fn row(&self, printed: &Printed<'_>, index: usize, row: &Row) -> RowView {
        if let RowKind::Across(text) = &row.kind {
            let cell = CellView { doan: vec![self.words(text)], can: "left", colspan: printed.kept.len(), rowspan: 1 };
            return RowView { dam: false, lien_dong_sau: false, o: vec![cell] };
        }
        let mut cells: Vec<CellView> = printed
            .kept
            .iter()
            .map(|&at| {
                let column = printed.leaves[at];
                let doan = match column.holds() {
                    ColumnKind::Ordinal => vec![self.number(&printed.computed.numbers[index])],
                    ColumnKind::Words => match &row.cells[at] {
                        Cell::Words(texts) => self.all_words(texts.iter()),
                        Cell::Blank | Cell::Dash | Cell::Number(_) => Vec::new(),
                    },
                    ColumnKind::Numbers => vec![printed.figure(index, at)],
                };
                CellView { doan, can: align(column), colspan: 1, rowspan: 1 }
            })
            .collect();
        if let Some(name) = row.name() {
            self.name(printed, row, self.words(name), &mut cells);
        }
        // A group stands above its first row, never at the foot of a page.
        RowView { dam: row.name().is_some(), lien_dong_sau: matches!(row.kind, RowKind::Group(_)), o: cells }
    }

    /// The number in the ordinal column.
    fn number(&self, number: &RowNumber) -> Xml {
        match number {
            RowNumber::ByHand(text) => self.words(text),
            RowNumber::Counted(words) => words.as_str().into(),
            RowNumber::None => Xml::default(),
        }
    }

    /// Puts the name of a row into its first free column of words; where none is free, above the words of the widest.
    fn name(&self, printed: &Printed<'_>, row: &Row, name: Xml, cells: &mut [CellView]) {
        let words = || {
            let columns = printed.kept.iter().enumerate();
            columns.filter(|(_, index)| printed.leaves[**index].holds() == ColumnKind::Words).map(|(at, _)| at)
        };
        let widest = || words().max_by_key(|at| (printed.weight(printed.kept[*at]), std::cmp::Reverse(*at)));
        let at = words().find(|at| cells[*at].doan.is_empty()).or_else(widest).unwrap_or(0);
        if words().next().is_none() {
            cells[at].doan.clear();
        }
        cells[at].doan.insert(0, name);
        if matches!(row.kind, RowKind::Total(_) | RowKind::Subtotal(_)) {
            cells[at].can = "center";
            // The name of a total covers an ordinal column that has nothing to say.
            let is_blank = |cell: &CellView| cell.doan.iter().all(Xml::is_empty);
            if at > 0 && is_blank(&cells[at - 1]) && printed.holds(at - 1) == ColumnKind::Ordinal {
                cells[at].colspan = 2;
                cells[at - 1].colspan = 0;
            }
        }
    }
}

impl Printed<'_> {
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
        let decimals = self.leaves[at].decimals.as_ref().and_then(|decimals| u32::try_from(decimals.value.0).ok());
        match (self.computed.figure(index, at).printed(), decimals) {
            (Entered::Number(figure), Some(decimals)) => figure.to_decimals(decimals).display().into(),
            (Entered::Number(figure), None) => figure.display().into(),
            (Entered::Dash, _) => Xml::words("-"),
            (Entered::Blank, _) => Xml::default(),
        }
    }

    /// `A`, `B` over words, `1`, `2` over numbers, `3=2/1×100` over formulas whose columns are all printed.
    fn index_row(&self) -> Vec<Xml> {
        let mut letters = 'A'..='Z';
        let mut number = 0;
        let mut names: Vec<String> = Vec::new();
        for at in 0..self.kept.len() {
            names.push(if self.holds(at) == ColumnKind::Numbers {
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

fn align(column: &Column) -> &'static str {
    let usual = match column.holds() {
        ColumnKind::Words => Align::Left,
        ColumnKind::Numbers => Align::Right,
        ColumnKind::Ordinal => Align::Center,
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

/// Puts equal neighbors of a column into one cell over their rows.
fn merge(rows: &mut [RowView], written: &[Row], at: usize) {
    let words = |row: &RowView| row.o[at].doan.iter().map(Xml::letters).collect::<Vec<_>>();
    let mut start = 0;
    for index in 1..=rows.len() {
        // A sentence across the table has one cell.
        let joins = |index: usize| matches!(written[index].kind, RowKind::Ordinary | RowKind::Group(_));
        let same = index < rows.len()
            && joins(index)
            && joins(start)
            && words(&rows[index]) == words(&rows[start])
            && words(&rows[start]).iter().any(|words| !words.is_empty());
        if same {
            rows[index].o[at].rowspan = 0;
        } else {
            if let Some(cell) = rows[start].o.get_mut(at) {
                cell.rowspan = index - start;
            }
            start = index;
        }
    }
}
