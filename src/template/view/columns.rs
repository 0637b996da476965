//! The columns of a generated table as templates see them, and how the rows that stand for many lie across them.

use serde::Serialize;

use crate::plan::mount::Mount;
use crate::plan::mount::asked_column::AskedColumn;
use crate::plan::mount::known_columns::{Cells, KnownColumn, Usual, of};
use crate::template::words::Viewer;
use crate::template::xml::Xml;
use crate::value::MoneyUnit;

/// A column that is printed.
#[derive(Debug, Clone, Serialize)]
pub(in crate::template) struct ColumnView {
    /// Its word: mostly the key that it prints.
    pub(super) ma: String,
    /// Its title, if the clerk gave one.
    pub(super) ten: Option<Xml>,
    /// Whether it holds figures.
    pub(super) so: bool,
    /// Whether an office has it for itself: its cells are in `o_rieng` of an entry.
    pub(super) rieng: bool,
    /// The year of a column of one year.
    pub(super) nam: Option<String>,
    /// Columns under the title, at the first of them; 0 at the others.
    pub(super) gop: usize,
    #[serde(skip)]
    cells: Cells,
}

/// A cell of a row that stands for many.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(in crate::template) struct SpanView {
    /// `ten` for the name of the row, the word of a column for its cell; nothing for a blank one.
    ma: String,
    /// Columns that it covers.
    gop: usize,
    /// Whether it holds a figure.
    so: bool,
}

impl ColumnView {
    fn new(key: &str, cells: Cells, title: Option<Xml>) -> Self {
        let so = cells == Cells::Figures;
        Self { ma: key.to_owned(), ten: title, so, rieng: false, nam: None, gop: 1, cells }
    }

    /// The column of a year under the title of another, whose first has it over so many.
    pub(super) fn of_year(&self, year: i32, over: usize) -> Self {
        Self { nam: Some(year.to_string()), gop: over, ..self.clone() }
    }

    /// Whether it is the column of a word.
    pub(super) fn is(&self, key: &str) -> bool {
        self.ma == key
    }

    /// Whether it holds words, so that the name of a group may cover it.
    pub(super) fn holds_words(&self) -> bool {
        self.cells == Cells::Words
    }

    /// Says in its title in which unit its money is, unless the title or the line above the table does.
    pub(super) fn says_unit(&mut self, unit: MoneyUnit) {
        let silent = self.ten.as_ref().filter(|title| MoneyUnit::named_in(&title.letters()).is_none());
        let named = silent.map(|title| Xml::format("{} ({})", &[title, &unit.name.into()]));
        self.ten = named.or(self.ten.take());
    }

    /// Makes it one of figures.
    pub(super) fn holds_figures(&mut self) {
        self.so = true;
        self.cells = Cells::Figures;
    }
}

impl Viewer<'_> {
    /// The columns of a mount: those that it asks for, else the usual ones, without those in which no cell is `filled`.
    pub(super) fn columns(&self, mount: &Mount, filled: &dyn Fn(&str) -> bool) -> Vec<ColumnView> {
        let known = of(mount);
        if mount.columns.is_empty() {
            let is_usual = |column: &&KnownColumn| match column.usual {
                Usual::Always => true,
                Usual::Filled => filled(column.key),
                Usual::Asked => false,
            };
            return known
                .iter()
                .filter(is_usual)
                .map(|column| ColumnView::new(column.key, column.cells, None))
                .collect();
        }
        let view = |asked: &AskedColumn| {
            let title = self.opt_words(asked.title.as_ref());
            match known.iter().find(|column| column.key == asked.key.words) {
                Some(column) => ColumnView::new(column.key, column.cells, title),
                None => ColumnView { rieng: true, ..ColumnView::new(&asked.key.words, Cells::Words, title) },
            }
        };
        mount.columns.iter().map(view).collect()
    }
}

/// The cells of a row that names a group: its name covers the columns behind the marks, but not those that hold a figure of
/// the group.
pub(super) fn group_row(columns: &[ColumnView], has_figure: &dyn Fn(&ColumnView) -> bool) -> Vec<SpanView> {
    let mut cells: Vec<SpanView> = Vec::new();
    let mut is_named = false;
    let mut open = false;
    for column in columns {
        if column.cells == Cells::Marks || has_figure(column) {
            cells.push(SpanView { ma: column.ma.clone(), gop: 1, so: column.so });
            open = false;
            continue;
        }
        match cells.last_mut() {
            Some(last) if open => last.gop += 1,
            _ => {
                let ma = if is_named { String::new() } else { "ten".to_owned() };
                cells.push(SpanView { ma, gop: 1, so: false });
                is_named = true;
                open = true;
            }
        }
    }
    cells
}

/// The cells of a total row: its name covers what stands before the first column that has a total. None where nothing has
/// one, or where no column is left for the name.
pub(super) fn total_row(columns: &[ColumnView], has_total: &dyn Fn(&ColumnView) -> bool) -> Vec<SpanView> {
    match columns.iter().position(has_total) {
        None | Some(0) => Vec::new(),
        Some(first) => {
            let name = SpanView { ma: "ten".to_owned(), gop: first, so: false };
            let cell = |column: &ColumnView| {
                let ma = if has_total(column) { column.ma.clone() } else { String::new() };
                SpanView { ma, gop: 1, so: column.so }
            };
            std::iter::once(name).chain(columns[first..].iter().map(cell)).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns(kinds: &str) -> Vec<ColumnView> {
        let cells = |kind| match kind {
            'm' => Cells::Marks,
            'f' => Cells::Figures,
            _ => Cells::Words,
        };
        kinds.char_indices().map(|(at, kind)| ColumnView::new(&at.to_string(), cells(kind), None)).collect()
    }

    #[track_caller]
    fn check(cells: &[SpanView], expected: &str) {
        let shown: Vec<_> = cells.iter().map(|cell| format!("{}:{}", cell.ma, cell.gop)).collect();
        assert_eq!(shown.join(" "), expected);
    }

    #[test]
    fn the_name_of_a_group_covers_words() {
        let group = |kinds| group_row(&columns(kinds), &|column| column.so);
        check(&group("mwww"), "0:1 ten:3");
        check(&group("mmwwfw"), "0:1 1:1 ten:2 4:1 :1");
        check(&group("wmw"), "ten:1 1:1 :1");
        check(&group_row(&columns("mwffw"), &|_| false), "0:1 ten:4");
    }

    #[test]
    fn the_name_of_a_total_covers_what_is_before_it() {
        let total = |kinds| total_row(&columns(kinds), &|column| column.so);
        check(&total("mwwfw"), "ten:3 3:1 :1");
        check(&total("mw"), "");
        check(&total("fw"), "");
    }
}
