//! Where a row of a table stands, and over which rows its cells go.

use crate::value::Spanned;

/// How a row stands to the row that was written around it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// It was written beside the other rows of the table.
    #[default]
    Beside,
    /// It is one of the rows of another, by its index.
    In(usize),
    /// It is a part of another, shown and not added again.
    PartOf(usize),
}

/// A cell that goes over several rows because the clerk says so; over one, it stands apart from equal neighbors.
#[derive(Debug, Clone, PartialEq)]
pub struct CellSpan {
    /// Its column.
    pub column: usize,
    /// Rows that it goes over, its own among them.
    pub rows: Spanned<usize>,
}
