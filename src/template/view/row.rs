//! Rows of a table as templates see them: where the name of a row stands, and which cells go over several rows.

use serde::Serialize;

use crate::plan::table::column::ColumnKind;
use crate::plan::table::row::{Row, RowKind};
use crate::template::xml::Xml;

/// A row.
#[derive(Debug, Clone, Serialize)]
pub(super) struct RowView {
    /// Whether it is set bold: it has a name.
    pub(super) dam: bool,
    /// Whether it stays on one page with the next.
    pub(super) lien_dong_sau: bool,
    /// Its cells; while rows are put together, one for each printed column.
    pub(super) o: Vec<CellView>,
}

/// A cell.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct CellView {
    /// Its paragraphs.
    pub(super) doan: Vec<Xml>,
    /// Where its words stand.
    pub(super) can: &'static str,
    /// Columns that it goes over; 0 if another cell covers it.
    pub(super) colspan: usize,
    /// Rows that it goes over; 0 if another cell covers it.
    pub(super) rowspan: usize,
}

impl CellView {
    fn is_blank(&self) -> bool {
        self.doan.iter().all(Xml::is_empty)
    }

    /// Whether it stands by itself: no other cell covers it, and it covers none below.
    fn is_single(&self) -> bool {
        self.colspan == 1 && self.rowspan == 1
    }
}

/// A printed column.
pub(super) struct Printed {
    /// Its place among all columns that hold cells.
    pub(super) index: usize,
    /// What it holds.
    pub(super) kind: ColumnKind,
    /// Its weight beside the others, in thousandths.
    pub(super) width: u32,
    /// Whether equal neighbors become one cell.
    pub(super) merges: bool,
}

/// Puts a sentence across the table: its cell covers all others.
pub(super) fn go_across(cells: &mut [CellView], words: Xml) {
    let columns = cells.len();
    for cell in cells.iter_mut() {
        (cell.doan, cell.colspan) = (Vec::new(), 0);
    }
    if let Some(first) = cells.first_mut() {
        *first = CellView { doan: vec![words], can: "left", colspan: columns, rowspan: 1 };
    }
}

/// Lets the cells go over several rows that the clerk says so of. Neighbors of a cell that stands apart do not join it.
///
/// Gives for each row and column whether the clerk has said how far the cell goes.
pub(super) fn span_rows(rows: &mut [RowView], written: &[Row], columns: &[Printed]) -> Vec<Vec<bool>> {
    let mut said = vec![vec![false; columns.len()]; rows.len()];
    let spans = written.iter().enumerate().flat_map(|(row, written)| written.spans.iter().map(move |span| (row, span)));
    for (row, span) in spans {
        let Some(at) = columns.iter().position(|column| column.index == span.column) else { continue };
        // A cell that another covers, or one that would reach a sentence across, is reported elsewhere.
        let free = |row: &usize| rows[*row].o[at].is_single() && !matches!(written[*row].kind, RowKind::Across(_));
        let count = (row..rows.len()).take(span.rows.value).take_while(free).count();
        for (below, row) in (row..row + count).enumerate() {
            said[row][at] = true;
            rows[row].o[at].rowspan = if below == 0 { count } else { 0 };
        }
    }
    said
}

/// Puts equal neighbors of a column into one cell over their rows, where the clerk has not said how far a cell goes.
pub(super) fn merge(rows: &mut [RowView], written: &[Row], said: &[Vec<bool>], at: usize) {
    let joins = |rows: &[RowView], row: usize| {
        let is_row = matches!(written[row].kind, RowKind::Ordinary | RowKind::Group(_));
        is_row && !said[row][at] && rows[row].o[at].is_single() && !rows[row].o[at].is_blank()
    };
    let words = |row: &RowView| row.o[at].doan.iter().map(Xml::letters).collect::<Vec<_>>();
    let mut row = 0;
    while row < rows.len() {
        let mut count = 1;
        if joins(rows, row) {
            let first = words(&rows[row]);
            count += (row + 1..rows.len()).take_while(|&next| joins(rows, next) && words(&rows[next]) == first).count();
        }
        for covered in &mut rows[row + 1..row + count] {
            covered.o[at].rowspan = 0;
        }
        if count > 1 {
            rows[row].o[at].rowspan = count;
        }
        row += count;
    }
}

/// Puts the name of a row into its first free column of words, from where it goes on to the first column that has
/// something to print; where none is free, above the words of the widest.
pub(super) fn place_name(kind: &RowKind, name: Xml, columns: &[Printed], cells: &mut [CellView]) {
    let is_words = |at: &usize| columns[*at].kind == ColumnKind::Words;
    let is_free = |at: &usize| cells[*at].colspan == 1 && cells[*at].rowspan > 0 && cells[*at].is_blank();
    let is_there = |at: &usize| cells[*at].rowspan > 0;
    let all = || 0..cells.len();
    let widest = || {
        let words = all().filter(is_words).filter(is_there);
        words.max_by_key(|at| (columns[*at].width, std::cmp::Reverse(*at)))
    };
    let free =
        all().filter(is_words).find(is_free).or_else(|| widest().is_none().then(|| all().find(is_free)).flatten());
    let Some(at) = free.or_else(widest).or_else(|| all().find(is_there)) else { return };
    let is_alone = cells[at].is_blank();
    if is_alone {
        cells[at].doan.clear();
    }
    cells[at].doan.insert(0, name);
    let is_total = matches!(kind, RowKind::Total(_) | RowKind::Subtotal(_));
    if is_total {
        cells[at].can = "center";
    }
    let goes_over = |cell: &CellView| cell.is_single() && cell.is_blank();
    // The name of a total covers an ordinal column that has nothing to say.
    if is_total && at > 0 && cells[at].is_single() && columns[at - 1].kind == ColumnKind::Ordinal {
        let covered = usize::from(goes_over(&cells[at - 1]));
        cells[at].colspan += covered;
        cells[at - 1].colspan -= covered;
    }
    if is_alone && columns[at].kind == ColumnKind::Words && cells[at].rowspan == 1 {
        let is_blank = |next: &usize| columns[*next].kind != ColumnKind::Numbers && goes_over(&cells[*next]);
        let count = (at + 1..cells.len()).take_while(is_blank).count();
        cells[at].colspan += count;
        for covered in &mut cells[at + 1..=at + count] {
            covered.colspan = 0;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceFile, Span};
    use crate::value::{Text, text};

    fn name() -> Text {
        text::parse("N", &Span::new(&SourceFile::from_text("dong.yaml", "N"), 0..1)).0
    }

    /// Columns by a letter each: `t` ordinal, `c` words, `C` wide words, `s` numbers.
    fn columns(kinds: &str) -> Vec<Printed> {
        let column = |(index, kind)| Printed {
            index,
            kind: match kind {
                't' => ColumnKind::Ordinal,
                's' => ColumnKind::Numbers,
                _ => ColumnKind::Words,
            },
            width: if kind == 'C' { 40 } else { 20 },
            merges: false,
        };
        kinds.chars().enumerate().map(column).collect()
    }

    fn cells(words: &[&str]) -> Vec<CellView> {
        let cell = |words: &&str| CellView { doan: vec![Xml::words(words)], can: "left", colspan: 1, rowspan: 1 };
        words.iter().map(cell).collect()
    }

    /// Each cell with its words and the columns that it goes over.
    fn shown(cells: &[CellView]) -> Vec<String> {
        let words = |cell: &CellView| cell.doan.iter().map(Xml::letters).collect::<Vec<_>>().join("¶");
        cells.iter().filter(|cell| cell.colspan > 0).map(|cell| format!("{}×{}", words(cell), cell.colspan)).collect()
    }

    #[track_caller]
    fn check(kinds: &str, is_total: bool, words: &[&str], expected: &[&str]) {
        let kind = if is_total { RowKind::Total(name()) } else { RowKind::Group(name()) };
        let mut cells = cells(words);
        place_name(&kind, Xml::words("N"), &columns(kinds), &mut cells);
        assert_eq!(shown(&cells), expected);
    }

    #[test]
    fn a_name_goes_on_to_what_is_printed() {
        check("tccs", false, &["I", "", "", "5"], &["I×1", "N×2", "5×1"]);
        check("tccc", false, &["I", "", "", "x"], &["I×1", "N×2", "x×1"]);
        check("tcsc", false, &["I", "", "", ""], &["I×1", "N×1", "×1", "×1"]);
        check("tctc", false, &["I", "", "2", ""], &["I×1", "N×1", "2×1", "×1"]);
        check("tccs", true, &["", "", "", "5"], &["N×3", "5×1"]);
    }

    #[test]
    fn a_name_hides_nothing() {
        check("cC", false, &["x", "y"], &["x×1", "N¶y×1"]);
        check("ts", true, &["", "5"], &["N×1", "5×1"]);
        check("ss", true, &["4", "5"], &["N¶4×1", "5×1"]);
    }

    #[test]
    fn a_name_stands_beside_cells_from_above() {
        let mut row = cells(&["I", "", "", "5"]);
        row[1].rowspan = 0;
        let kind = RowKind::Group(name());
        place_name(&kind, Xml::words("N"), &columns("tccs"), &mut row);
        assert_eq!((row[1].doan[0].letters(), row[2].doan[0].letters()), (String::new(), "N".to_owned()));
    }
}
