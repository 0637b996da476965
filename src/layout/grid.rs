//! The grid of a table: which cell stands at each place of each row.

use super::tree::{Cell, Table};

/// A cell in a row of the grid.
#[derive(Debug, Clone, Copy)]
pub struct Placed<'a> {
    /// The cell.
    pub cell: &'a Cell,
    /// Column of its left edge.
    pub column: usize,
    /// How many columns it covers.
    pub span: usize,
    /// Whether it began in a row above.
    pub continued: bool,
}

/// The cells of each row of a table from left to right, those that reach into it from above included.
pub fn placed(table: &Table) -> Vec<Vec<Placed<'_>>> {
    let columns = table.columns.len();
    let mut open: Vec<Option<(&Cell, u16)>> = vec![None; columns];
    table
        .rows
        .iter()
        .map(|row| {
            let mut own = row.cells.iter().peekable();
            let mut column = 0;
            let mut placed = Vec::with_capacity(columns);
            while column < columns {
                let (cell, continued) = match own.next_if(|cell| cell.column == column) {
                    Some(cell) => {
                        let rows_below = cell.rowspan.saturating_sub(1);
                        open[column] = (rows_below > 0).then_some((cell, rows_below));
                        (cell, false)
                    }
                    None => {
                        let (cell, rows_below) = open[column].expect("every place in a grid is covered");
                        open[column] = (rows_below > 1).then_some((cell, rows_below - 1));
                        (cell, true)
                    }
                };
                let span = usize::from(cell.colspan.max(1)).min(columns - column);
                placed.push(Placed { cell, column, span, continued });
                column += span;
            }
            placed
        })
        .collect()
}
