//! What a name leads to inside a table: a figure, the words of a cell, a count of rows.

use std::collections::BTreeMap;

use super::compute::Computed;
use super::role::Role;
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::plan::table::column::ColumnKind;
use crate::plan::table::own_id::{COUNTS, TOTAL};
use crate::plan::table::row::RowKind;
use crate::value::Text;
use crate::vietnamese;

/// Where a figure stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Spot {
    /// The table, by its place among all of the plan.
    pub table: usize,
    /// The row.
    pub row: usize,
    /// The column among those that hold cells.
    pub column: usize,
}

/// What a name leads to.
#[derive(Debug, PartialEq)]
pub enum Found<'a> {
    /// A figure.
    Figure(Spot),
    /// The words of a cell, and where they stand.
    Words(&'a [Text], Spot),
    /// A number of rows.
    Count(usize),
    /// A number of rows, to be written in words.
    CountInWords(usize),
}

/// Why a name leads to nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Lost {
    /// There is none of this name, given by its place in the path; names that there are.
    Unknown(usize, Vec<String>),
    /// It is the name of a group; names inside it.
    Group(Vec<String>),
    /// Nothing can be said: the table waits for others that wait for it, or something of a table was not taken.
    Unclear,
}

impl Lost {
    /// The same, of a path that begins with more names.
    #[must_use]
    pub fn behind(self, names: usize) -> Self {
        match self {
            Self::Unknown(at, known) => Self::Unknown(at + names, known),
            Self::Group(_) | Self::Unclear => self,
        }
    }

    /// The path with the likeliest of the known names in place of the one that is not there.
    pub fn nearest(&self, path: &[String]) -> Option<String> {
        let Self::Unknown(at, names) = self else { return None };
        let near = vietnamese::nearest(path.get(*at)?, names.iter().map(String::as_str))?;
        let meant = |(index, name): (usize, &String)| if index == *at { near.to_owned() } else { name.clone() };
        Some(path.iter().enumerate().map(meant).collect::<Vec<_>>().join("."))
    }
}

/// The names of a table.
#[derive(Debug)]
pub(super) struct Names<'a> {
    table: &'a Table,
    rows: BTreeMap<&'a str, usize>,
    columns: BTreeMap<&'a str, usize>,
    total: Option<usize>,
}

impl<'a> Names<'a> {
    /// The names of a table.
    pub(super) fn new(table: &'a Table) -> Self {
        let rows = table.rows.iter().enumerate().filter_map(|(at, row)| Some((row.id.as_ref()?.0.value.as_str(), at)));
        let leaves = table.leaves().0.into_iter().enumerate();
        let columns = leaves.filter_map(|(at, column)| Some((column.id.as_ref()?.0.value.as_str(), at)));
        Self {
            table,
            rows: rows.collect(),
            columns: columns.collect(),
            total: table.rows.iter().position(|row| matches!(row.kind, RowKind::Total(_))),
        }
    }

    /// What a name inside the table leads to.
    ///
    /// # Errors
    /// Why it leads to nothing.
    pub(super) fn find(&self, index: usize, path: &[&str], computed: &Computed) -> Result<Found<'a>, Lost> {
        let Some((first, rest)) = path.split_first() else { return Err(Lost::Group(self.row_names())) };
        if rest.is_empty()
            && let Some(found) = count(first, computed, None)
        {
            return Ok(found);
        }
        let row = if *first == TOTAL { self.total } else { self.rows.get(first).copied() };
        let Some(row) = row else { return Err(Lost::Unknown(0, self.row_names())) };
        let heads = matches!(computed.tree.role(row), Role::Group | Role::Total);
        match rest {
            [] => Err(Lost::Group(self.column_names(heads))),
            [name] => match self.columns.get(name) {
                Some(&column) => {
                    let spot = Spot { table: index, row, column };
                    Ok(self.words(row, column).map_or(Found::Figure(spot), |texts| Found::Words(texts, spot)))
                }
                None => {
                    let of_row = (computed.tree.role(row) == Role::Group).then_some(row);
                    let counted = heads.then(|| count(name, computed, of_row)).flatten();
                    counted.ok_or_else(|| Lost::Unknown(1, self.column_names(heads)))
                }
            },
            [..] => Err(Lost::Unknown(2, Vec::new())),
        }
    }

    /// The words of a cell; in the free columns of words over which the name of the row goes, that name.
    fn words(&self, row: usize, column: usize) -> Option<&'a [Text]> {
        let written = &self.table.rows[row];
        let leaves = self.table.leaves().0;
        let is_free = |at: &usize| {
            leaves[*at].holds() == ColumnKind::Words && !matches!(written.cells.get(*at), Some(Cell::Words(_)))
        };
        let is_named = |first: usize| (first..=column).all(|at| is_free(&at)) && first <= column;
        match written.cells.get(column) {
            Some(Cell::Words(texts)) => Some(texts),
            _ if (0..leaves.len()).find(is_free).is_some_and(is_named) => written.name().map(std::slice::from_ref),
            _ => None,
        }
    }

    fn row_names(&self) -> Vec<String> {
        let rows = self.total.map(|_| TOTAL).into_iter().chain(self.rows.keys().copied());
        rows.chain(COUNTS).map(str::to_owned).collect()
    }

    fn column_names(&self, heads: bool) -> Vec<String> {
        let counts = COUNTS.into_iter().filter(|_| heads);
        self.columns.keys().copied().chain(counts).map(str::to_owned).collect()
    }
}

/// A count of a table, or of the group that a row heads.
fn count<'a>(name: &str, computed: &Computed, group: Option<usize>) -> Option<Found<'a>> {
    let [rows, rows_in_words, groups] = COUNTS;
    match name {
        _ if name == rows => Some(Found::Count(computed.rows_in(group))),
        _ if name == rows_in_words => Some(Found::CountInWords(computed.rows_in(group))),
        _ if name == groups => Some(Found::Count(computed.groups_in(group))),
        _ => None,
    }
}
