//! Tables: a tree of columns, rows, and what follows from them.
//!
//! Numbers of rows, totals and columns with a formula are computed, never typed. What the source of a plan states instead
//! may stand beside it (`ghi`) and is printed; the difference is a finding.

use super::formula::Formula;
use super::number::Decimal;
use super::reader::{Fields, Reader, first_line};
use super::schema::{Field, Kind};
use super::yaml::{Entry, Node, Value};
use super::{Status, Text, key};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::Span;

/// Horizontal place of a cell's words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    Left,
    /// Centered.
    Center,
    /// Flush right.
    Right,
}

/// A cell of the header.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderCell {
    /// Its words.
    pub text: String,
    /// Columns it covers.
    pub colspan: usize,
    /// Rows it covers.
    pub rowspan: usize,
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellContent {
    /// Words of the clerk, one paragraph each.
    Words(Vec<Text>),
    /// A number as it is printed, or nothing.
    Figure(String),
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub content: CellContent,
    /// Where its words stand.
    pub align: Align,
    /// Columns it covers.
    pub colspan: usize,
    /// Rows it covers.
    pub rowspan: usize,
}

/// A row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whether it is a total, subtotal or group row.
    pub emphasized: bool,
    /// Its cells; those covered from above are left out.
    pub cells: Vec<Cell>,
}

/// A table, computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Caption.
    pub caption: Option<Text>,
    /// Unit of its figures.
    pub unit: Option<Text>,
    /// Weight of each column's width.
    pub widths: Vec<u32>,
    /// Rows of the header.
    pub header: Vec<Vec<HeaderCell>>,
    /// Index row: `A`, `B`, `1`, `2`, `3=2/1×100`; empty for none.
    pub index: Vec<String>,
    /// Rows.
    pub rows: Vec<Row>,
    /// Notes below it.
    pub notes: Vec<Text>,
    /// Whether a row may go on on the next page.
    pub splits: bool,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnKind {
    /// Words.
    Words,
    /// Numbers.
    Numbers,
    /// Ordinal numbers of the rows, generated.
    Ordinal,
}

/// A column at the bottom of the tree.
struct Column {
    id: Option<String>,
    width: u32,
    kind: ColumnKind,
    align: Align,
    decimals: Option<u32>,
    formula: Option<Formula>,
    summed: bool,
    merged: bool,
    dropped: bool,
}

/// A column of the tree, with what stands below it.
struct Head {
    title: String,
    children: Vec<Self>,
    /// Index of the column, for one without children.
    leaf: usize,
}

/// A row as the clerk wrote it.
enum Written {
    Ordinary,
    /// Group row with its label.
    Group(Text),
    /// Subtotal of the rows since the last group row.
    Subtotal(Text),
    /// Total of all ordinary rows.
    Total(Text),
    /// Words across the table.
    Across(Text),
}

struct Line {
    /// Its first line in the file.
    span: Span,
    written: Written,
    ordinal: Option<String>,
    /// What stands in each column.
    words: Vec<Vec<Text>>,
    figures: Vec<Option<Decimal>>,
    /// What the source states for a computed figure.
    stated: Vec<Option<(Decimal, Span)>>,
}

/// A cell in a column of numbers, for messages.
static CELL_NUMBER: Field = Field::optional("o", "Ô số", Kind::Number, "Một số.", "1.234");
/// A cell in a column of words, for messages.
static CELL_TEXT: Field = Field::optional("o", "Ô chữ", key::CELL, "Một câu, hoặc nhiều câu.", "Thôn Một");

/// Columns of one table; more could not be read on paper.
const MOST_COLUMNS: usize = 60;

impl Reader {
    /// Reads a table and computes it.
    pub(super) fn table(&mut self, node: &Node) -> Option<Table> {
        let fields = self.group(node, &key::TABLE, &key::BLOCK_TABLE)?;
        let mut columns = Vec::new();
        let heads = self.opt_list(&fields, &key::TABLE_COLUMNS, |reader, node| reader.column(node, &mut columns, 0));
        if columns.is_empty() || columns.len() > MOST_COLUMNS {
            if columns.len() > MOST_COLUMNS {
                let message = format!("bảng có {} cột, nhiều nhất là {MOST_COLUMNS}", columns.len());
                self.report(
                    Diagnostic::error(Code::BadValue, first_line(&node.span), message).help("tách thành nhiều bảng"),
                );
            }
            return None;
        }
        self.check_formulas(&columns, &fields);
        let mut lines = self.opt_list(&fields, &key::TABLE_ROWS, |reader, node| reader.line(node, &columns));
        self.compute(&columns, &mut lines);
        let has_index = self.says_yes(&fields, &key::TABLE_INDEX);
        let splits = self.says_yes(&fields, &key::TABLE_SPLIT);
        let kept: Vec<usize> =
            (0..columns.len()).filter(|&index| self.status == Status::Draft || !columns[index].dropped).collect();
        Some(Table {
            caption: self.opt_text(&fields, &key::TABLE_CAPTION),
            splits,
            unit: self.opt_text(&fields, &key::TABLE_UNIT),
            widths: kept.iter().map(|&index| columns[index].width).collect(),
            header: header(&heads, &kept),
            index: if has_index { index_row(&columns, &kept) } else { Vec::new() },
            rows: rows(&columns, &lines, &kept),
            notes: self.opt_texts(&fields, &key::TABLE_NOTES),
        })
    }

    fn column(&mut self, node: &Node, columns: &mut Vec<Column>, depth: usize) -> Option<Head> {
        let fields = self.group(node, &key::COLUMN, &key::TABLE_COLUMNS)?;
        let title = self.opt_text(&fields, &key::COLUMN_TITLE);
        let title = title.map(|text| text.words).unwrap_or_default();
        if let Some(inner) = fields.get(&key::COLUMN_CHILDREN) {
            let children = self.list(inner, &key::COLUMN_CHILDREN, |reader, node| {
                if depth < 5 { reader.column(node, columns, depth + 1) } else { None }
            });
            return Some(Head { title, children, leaf: 0 });
        }
        let kind = match self.opt_choice(&fields, &key::COLUMN_KIND) {
            Some(("so", _)) => ColumnKind::Numbers,
            Some(("stt", _)) => ColumnKind::Ordinal,
            _ => ColumnKind::Words,
        };
        let formula = fields.get(&key::COLUMN_FORMULA).and_then(|node| self.formula(node));
        let kind = if formula.is_some() { ColumnKind::Numbers } else { kind };
        let align = match self.opt_choice(&fields, &key::COLUMN_ALIGN) {
            Some(("trai", _)) => Align::Left,
            Some(("giua", _)) => Align::Center,
            Some(("phai", _)) => Align::Right,
            _ => match kind {
                ColumnKind::Words => Align::Left,
                ColumnKind::Numbers => Align::Right,
                ColumnKind::Ordinal => Align::Center,
            },
        };
        let whole = |reader: &mut Self, field: &Field, most: i128| {
            let number = reader.opt_number(&fields, field)?;
            number.to_whole().filter(|number| (0..=most).contains(number)).and_then(|number| u32::try_from(number).ok())
        };
        let width = whole(self, &key::COLUMN_WIDTH, 1_000).filter(|&width| width > 0).unwrap_or(match kind {
            ColumnKind::Ordinal => 5,
            ColumnKind::Words => 24,
            ColumnKind::Numbers => 12,
        });
        let summed = !matches!(self.opt_choice(&fields, &key::COLUMN_SUM), Some(("khong", _)));
        columns.push(Column {
            id: self.opt_text(&fields, &key::COLUMN_ID).map(|text| text.words),
            width,
            kind,
            align,
            decimals: whole(self, &key::COLUMN_DECIMALS, 6),
            formula,
            summed,
            merged: self.says_yes(&fields, &key::COLUMN_MERGE),
            dropped: self.says_yes(&fields, &key::COLUMN_DROP),
        });
        Some(Head { title, children: Vec::new(), leaf: columns.len() - 1 })
    }

    fn formula(&mut self, node: &Node) -> Option<Formula> {
        let text = self.text(node, &key::COLUMN_FORMULA)?;
        match Formula::parse(&text.words) {
            Ok(formula) => Some(formula),
            Err(advice) => {
                let message = format!("công thức «{}» không đọc được", text.words);
                self.report(Diagnostic::error(Code::BadValue, node.span.clone(), message).help(advice));
                None
            }
        }
    }

    /// A formula reads numbers of columns that stand in the table and that are no later formulas.
    fn check_formulas(&mut self, columns: &[Column], fields: &Fields<'_>) {
        let place = fields.get(&key::TABLE_COLUMNS).map_or(&fields.node.span, |node| &node.span);
        for (index, column) in columns.iter().enumerate() {
            let Some(formula) = &column.formula else { continue };
            for name in formula.columns() {
                let known = column_at(columns, name);
                let fit = known.is_some_and(|at| {
                    columns[at].kind == ColumnKind::Numbers && (columns[at].formula.is_none() || at < index)
                });
                if !fit {
                    let ids = columns.iter().filter(|column| column.kind == ColumnKind::Numbers);
                    let ids: Vec<_> = ids.filter_map(|column| column.id.as_deref()).collect();
                    let span = find(place, name);
                    let message = format!("công thức dùng cột «{name}», không phải cột số đứng trước");
                    self.report(
                        Diagnostic::error(Code::UnknownId, span, message)
                            .help(format!("các cột số: {}", ids.join(", "))),
                    );
                }
            }
        }
    }

    fn line(&mut self, node: &Node, columns: &[Column]) -> Option<Line> {
        let empty = |written| Line {
            span: first_line(&node.span),
            written,
            ordinal: None,
            words: vec![Vec::new(); columns.len()],
            figures: vec![None; columns.len()],
            stated: vec![None; columns.len()],
        };
        if let Value::List(cells) = &node.value {
            let mut line = empty(Written::Ordinary);
            self.cells(node, cells, columns, &mut line);
            return Some(line);
        }
        let fields = self.group(node, &key::ROW, &key::TABLE_ROWS)?;
        let written = if let Some(text) = self.opt_text(&fields, &key::ROW_GROUP) {
            Written::Group(text)
        } else if let Some(text) = self.opt_text(&fields, &key::ROW_SUBTOTAL) {
            Written::Subtotal(text)
        } else if let Some(text) = self.opt_text(&fields, &key::ROW_TOTAL) {
            Written::Total(text)
        } else if let Some(text) = self.opt_text(&fields, &key::ROW_ACROSS) {
            Written::Across(text)
        } else {
            Written::Ordinary
        };
        let mut line = empty(written);
        line.ordinal = self.opt_text(&fields, &key::ROW_ORDINAL).map(|text| text.words);
        if let Some(node) = fields.get(&key::ROW_CELLS) {
            match &node.value {
                Value::List(cells) => self.cells(node, cells, columns, &mut line),
                Value::Map(entries) => self.named_cells(entries, columns, &mut line),
                Value::Blank | Value::Text(_) => self.wrong_type(node, key::ROW_CELLS.kind, &key::ROW_CELLS),
            }
        }
        if let Some(node) = fields.get(&key::ROW_STATED)
            && let Value::Map(entries) = &node.value
        {
            for entry in entries {
                if let Some(index) = self.column_named(&entry.key, &entry.key_span, columns) {
                    let number = self.number(&entry.node, &key::ROW_STATED);
                    line.stated[index] = number.map(|number| (number, entry.node.span.clone()));
                }
            }
        }
        Some(line)
    }

    /// Cells in the order of the columns that a clerk fills: neither ordinal nor computed.
    fn cells(&mut self, node: &Node, cells: &[Node], columns: &[Column], line: &mut Line) {
        let open: Vec<usize> = (0..columns.len())
            .filter(|&index| columns[index].kind != ColumnKind::Ordinal && columns[index].formula.is_none())
            .collect();
        if cells.len() != open.len() {
            let message = format!("dòng có {} ô, bảng cần {} ô", cells.len(), open.len());
            self.report(
                Diagnostic::error(Code::BadValue, first_line(&node.span), message)
                    .help("viết đủ ô theo thứ tự cột, trừ cột số thứ tự và cột có công thức; ô trống viết ~"),
            );
        }
        for (&index, cell) in open.iter().zip(cells) {
            self.cell(cell, index, columns, line);
        }
    }

    fn named_cells(&mut self, entries: &[Entry], columns: &[Column], line: &mut Line) {
        for entry in entries {
            if let Some(index) = self.column_named(&entry.key, &entry.key_span, columns) {
                if columns[index].formula.is_some() {
                    let message = format!("cột «{}» có công thức, không viết giá trị", entry.key);
                    self.report(Diagnostic::error(Code::Incompatible, entry.key_span.clone(), message).help(format!(
                        "bỏ giá trị; muốn in số khác số tính được thì viết trong «{}»",
                        key::ROW_STATED.key
                    )));
                    continue;
                }
                self.cell(&entry.node, index, columns, line);
            }
        }
    }

    fn column_named(&mut self, name: &str, span: &Span, columns: &[Column]) -> Option<usize> {
        let found = column_at(columns, name);
        if found.is_none() {
            let ids = || columns.iter().filter_map(|column| column.id.as_deref());
            let help = crate::vietnamese::did_you_mean(name, ids())
                .unwrap_or_else(|| format!("các cột có mã: {}", ids().collect::<Vec<_>>().join(", ")));
            let message = format!("bảng không có cột nào mang mã «{name}»");
            self.report(Diagnostic::error(Code::UnknownId, span.clone(), message).help(help));
        }
        found
    }

    fn cell(&mut self, node: &Node, index: usize, columns: &[Column], line: &mut Line) {
        if node.value == Value::Blank {
            return;
        }
        match columns[index].kind {
            ColumnKind::Numbers => line.figures[index] = self.number(node, &CELL_NUMBER),
            ColumnKind::Words | ColumnKind::Ordinal => line.words[index] = self.texts(node, &CELL_TEXT),
        }
    }

    /// Warns of rows that have only some of a formula's figures where totals are put into the formula too.
    fn incomplete(&mut self, formula: &Formula, columns: &[Column], lines: &[Line]) {
        let is_total = |line: &Line| !matches!(line.written, Written::Ordinary | Written::Across(_));
        if !lines.iter().any(is_total) {
            return;
        }
        let read: Vec<usize> = formula.columns().into_iter().filter_map(|name| column_at(columns, name)).collect();
        for line in lines.iter().filter(|line| matches!(line.written, Written::Ordinary)) {
            let blank = read.iter().find(|&&index| line.figures[index].is_none());
            let given = read.iter().any(|&index| line.figures[index].is_some());
            if let (Some(&blank), true) = (blank, given) {
                let id = columns[blank].id.as_deref().unwrap_or_default();
                let message = format!("dòng này trống số ở cột «{id}», nên số tính ở dòng tổng không đúng");
                self.report(
                    Diagnostic::error(Code::WrongSum, line.span.clone(), message)
                        .as_warning()
                        .help("điền số còn thiếu, hoặc để trống cả các số cùng công thức"),
                );
            }
        }
    }

    /// Computes totals, then formulas, then compares what the source states.
    fn compute(&mut self, columns: &[Column], lines: &mut [Line]) {
        for index in 0..columns.len() {
            let column = &columns[index];
            if column.kind != ColumnKind::Numbers {
                continue;
            }
            if column.formula.is_none() && column.summed {
                total(index, lines);
            }
            if let Some(formula) = &column.formula {
                if column.summed {
                    self.incomplete(formula, columns, lines);
                }
                let ordinary = |line: &Line| matches!(line.written, Written::Ordinary);
                let computed =
                    |line: &Line| ordinary(line) || (column.summed && !matches!(line.written, Written::Across(_)));
                for line in lines.iter_mut().filter(|line| computed(line)) {
                    let value = |name: &str| line.figures[column_at(columns, name)?];
                    line.figures[index] = formula.evaluate(&value, column.decimals.unwrap_or(0));
                }
            }
            for line in lines.iter_mut() {
                let Some((stated, span)) = line.stated[index].clone() else { continue };
                if let Some(computed) = line.figures[index]
                    && !computed.equals(stated)
                {
                    self.stated_differs(span, &stated.display(), &computed.display());
                }
                line.figures[index] = Some(stated);
            }
        }
    }
}

/// The column with an id.
fn column_at(columns: &[Column], id: &str) -> Option<usize> {
    columns.iter().position(|column| column.id.as_deref() == Some(id))
}

/// Fills the totals and subtotals of a column that nobody has stated otherwise.
fn total(index: usize, lines: &mut [Line]) {
    let sum = |lines: &[Line]| {
        let ordinary = lines.iter().filter(|line| matches!(line.written, Written::Ordinary));
        ordinary.filter_map(|line| line.figures[index]).try_fold(Decimal::whole(0), Decimal::plus)
    };
    let all = sum(lines);
    for at in 0..lines.len() {
        let group_end = |from: usize| {
            let end = lines[from..].iter().position(|line| matches!(line.written, Written::Group(_)));
            end.map_or(lines.len(), |end| from + end)
        };
        let figure = match lines[at].written {
            Written::Total(_) => all,
            Written::Subtotal(_) => {
                let start = lines[..at].iter().rposition(|line| matches!(line.written, Written::Group(_)));
                sum(&lines[start.map_or(0, |start| start + 1)..at])
            }
            // A group row sums what it heads.
            Written::Group(_) => sum(&lines[at + 1..group_end(at + 1)]),
            Written::Ordinary | Written::Across(_) => continue,
        };
        if lines[at].figures[index].is_none() {
            lines[at].figures[index] = figure;
        }
    }
}

/// The place of a word inside another place.
fn find(place: &Span, word: &str) -> Span {
    match place.text().find(word) {
        Some(at) => Span::new(&place.file, place.range.start + at..place.range.start + at + word.len()),
        None => first_line(place),
    }
}

fn depth(heads: &[Head]) -> usize {
    heads.iter().map(|head| 1 + depth(&head.children)).max().unwrap_or(0)
}

/// The columns below a head that are kept.
fn leaves(head: &Head, kept: &[usize]) -> usize {
    if head.children.is_empty() {
        return usize::from(kept.contains(&head.leaf));
    }
    head.children.iter().map(|child| leaves(child, kept)).sum()
}

fn header(heads: &[Head], kept: &[usize]) -> Vec<Vec<HeaderCell>> {
    let mut rows: Vec<Vec<HeaderCell>> = Vec::new();
    rows.resize_with(depth(heads), Vec::new);
    fill_header(heads, kept, 0, &mut rows);
    rows
}

fn fill_header(heads: &[Head], kept: &[usize], level: usize, rows: &mut [Vec<HeaderCell>]) {
    for head in heads {
        let colspan = leaves(head, kept);
        if colspan == 0 {
            continue;
        }
        let rowspan = if head.children.is_empty() { rows.len() - level } else { 1 };
        rows[level].push(HeaderCell { text: head.title.clone(), colspan, rowspan });
        fill_header(&head.children, kept, level + 1, rows);
    }
}

/// `A`, `B` over words, `1`, `2` over numbers, `3=2/1×100` over formulas.
fn index_row(columns: &[Column], kept: &[usize]) -> Vec<String> {
    let mut letters = 'A'..='Z';
    let mut number = 0;
    let mut names: Vec<String> = Vec::new();
    for &index in kept {
        names.push(if columns[index].kind == ColumnKind::Numbers {
            number += 1;
            number.to_string()
        } else {
            letters.next().map(String::from).unwrap_or_default()
        });
    }
    let by_id = |id: &str| {
        let at = kept.iter().position(|&index| columns[index].id.as_deref() == Some(id));
        at.map_or_else(|| id.to_owned(), |at| names[at].clone())
    };
    kept.iter()
        .zip(&names)
        .map(|(&index, name)| match &columns[index].formula {
            Some(formula) => format!("{name}={}", formula.display(&by_id)),
            None => name.clone(),
        })
        .collect()
}

fn rows(columns: &[Column], lines: &[Line], kept: &[usize]) -> Vec<Row> {
    let mut counter = 0;
    let mut groups = 0;
    let mut rows: Vec<Row> = lines
        .iter()
        .map(|line| {
            let ordinal = match line.written {
                Written::Ordinary => {
                    counter += 1;
                    counter.to_string()
                }
                Written::Group(_) => {
                    groups += 1;
                    counter = 0;
                    crate::vietnamese::roman(groups)
                }
                Written::Subtotal(_) | Written::Total(_) | Written::Across(_) => String::new(),
            };
            row(columns, line, kept, line.ordinal.clone().unwrap_or(ordinal))
        })
        .collect();
    for (at, &index) in kept.iter().enumerate() {
        if columns[index].merged {
            merge(&mut rows, lines, at);
        }
    }
    for row in &mut rows {
        row.cells.retain(|cell| cell.rowspan > 0 && cell.colspan > 0);
    }
    rows
}

fn row(columns: &[Column], line: &Line, kept: &[usize], ordinal: String) -> Row {
    if let Written::Across(text) = &line.written {
        let content = CellContent::Words(vec![text.clone()]);
        return Row {
            emphasized: false,
            cells: vec![Cell { content, align: Align::Left, colspan: kept.len(), rowspan: 1 }],
        };
    }
    let label = match &line.written {
        Written::Group(text) | Written::Subtotal(text) | Written::Total(text) => Some(text),
        Written::Ordinary | Written::Across(_) => None,
    };
    let mut cells: Vec<Cell> = kept
        .iter()
        .map(|&index| {
            let column = &columns[index];
            let content = match column.kind {
                ColumnKind::Ordinal => CellContent::Figure(ordinal.clone()),
                ColumnKind::Words => CellContent::Words(line.words[index].clone()),
                ColumnKind::Numbers => CellContent::Figure(
                    line.figures[index]
                        .map(|figure| match column.decimals {
                            Some(decimals) => figure.to_decimals(decimals).display(),
                            None => figure.display(),
                        })
                        .unwrap_or_default(),
                ),
            };
            Cell { content, align: column.align, colspan: 1, rowspan: 1 }
        })
        .collect();
    if let Some(text) = label {
        let at = kept.iter().position(|&index| columns[index].kind == ColumnKind::Words).unwrap_or(0);
        cells[at].content = CellContent::Words(vec![text.clone()]);
        if matches!(line.written, Written::Total(_) | Written::Subtotal(_)) {
            cells[at].align = Align::Center;
            // The label of a total covers an ordinal column that has nothing to say.
            if at > 0 && cells[at - 1].content == CellContent::Figure(String::new()) {
                cells[at].colspan = 2;
                cells[at - 1].colspan = 0;
            }
        }
    }
    Row { emphasized: label.is_some(), cells }
}

/// Puts equal neighbors of a column into one cell over their rows.
fn merge(rows: &mut [Row], lines: &[Line], at: usize) {
    let mut start = 0;
    for index in 1..=rows.len() {
        // A sentence across the table has one cell.
        let has_cell = |row: &Row| row.cells.len() > at;
        let same = index < rows.len()
            && has_cell(&rows[index])
            && has_cell(&rows[start])
            && matches!(lines[index].written, Written::Ordinary)
            && matches!(lines[start].written, Written::Ordinary)
            && words_of(&rows[index].cells[at]) == words_of(&rows[start].cells[at])
            && !words_of(&rows[start].cells[at]).is_empty();
        if same {
            rows[index].cells[at].rowspan = 0;
        } else {
            if let Some(cell) = rows[start].cells.get_mut(at) {
                cell.rowspan = index - start;
            }
            start = index;
        }
    }
}

fn words_of(cell: &Cell) -> Vec<&str> {
    match &cell.content {
        CellContent::Words(texts) => texts.iter().map(|text| text.words.as_str()).collect(),
        CellContent::Figure(figure) if figure.is_empty() => Vec::new(),
        CellContent::Figure(figure) => vec![figure],
    }
}
