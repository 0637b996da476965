//! Figures of a table: what a clerk entered, what the source states and what follows from other figures, never merged.

use super::tally::Tally;
use crate::plan::table::Table;
use crate::plan::table::cell::Cell;
use crate::value::Quantity;

/// What a clerk entered in a cell of a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entered {
    /// Nothing.
    #[default]
    Blank,
    /// A dash: there is no number.
    Dash,
    /// A number.
    Number(Quantity),
}

/// A figure of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figure {
    /// What the clerk entered.
    pub entered: Entered,
    /// What the plan's source states (`ghi`).
    pub stated: Option<Quantity>,
    /// What follows from other figures.
    pub computed: Option<Quantity>,
}

impl Figure {
    /// What is printed: what the source states, else what the clerk entered, else what is computed.
    pub fn printed(&self) -> Entered {
        match (self.stated, self.entered, self.computed) {
            (Some(number), _, _) | (None, Entered::Blank, Some(number)) => Entered::Number(number),
            (None, entered, _) => entered,
        }
    }

    /// The number that is printed.
    pub fn number(&self) -> Option<Quantity> {
        match self.printed() {
            Entered::Number(number) => Some(number),
            Entered::Blank | Entered::Dash => None,
        }
    }

    /// The number that the clerk wrote.
    pub fn written(&self) -> Option<Quantity> {
        match self.entered {
            Entered::Number(number) => Some(number),
            Entered::Blank | Entered::Dash => None,
        }
    }

    /// The number with which the row counts in sums: what its own rows add up to, else what is written or stated.
    pub fn counted(&self) -> Option<Quantity> {
        self.computed.or(self.written()).or(self.stated)
    }
}

/// What a cell that names a value is given, by row and column.
pub type Given<'g> = dyn Fn(usize, usize) -> Option<Quantity> + 'g;

/// The figures of a table, by row and column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Figures {
    columns: usize,
    cells: Vec<Figure>,
}

impl Figures {
    /// The figures as they were entered and stated, nothing computed; cells that name a value are given theirs.
    pub(super) fn entered(table: &Table, columns: usize, given: &Given<'_>) -> Self {
        let mut cells = vec![Figure::default(); columns * table.rows.len()];
        for (index, (row, cells)) in table.rows.iter().zip(cells.chunks_mut(columns.max(1))).enumerate() {
            for (column, (cell, figure)) in row.cells.iter().zip(cells.iter_mut()).enumerate() {
                figure.entered = match cell {
                    Cell::Number(number) => Entered::Number(number.value),
                    Cell::Value(_) => given(index, column).map_or(Entered::Blank, Entered::Number),
                    Cell::Dash => Entered::Dash,
                    Cell::Blank | Cell::Words(_) => Entered::Blank,
                };
            }
            for (column, stated) in &row.stated {
                if let Some(figure) = cells.get_mut(*column) {
                    figure.stated = Some(stated.value);
                }
            }
        }
        Self { columns, cells }
    }

    /// The figure of a row in a column; blank in columns of words.
    pub(super) fn at(&self, row: usize, column: usize) -> &Figure {
        &self.cells[row * self.columns + column]
    }

    pub(super) fn compute(&mut self, row: usize, column: usize, computed: Quantity) {
        self.cells[row * self.columns + column].computed = Some(computed);
    }
}

/// Some figures added up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Sum {
    /// There were none.
    #[default]
    Nothing,
    /// Their sum.
    Number(Quantity),
    /// A sum beyond any figure of a plan.
    TooLarge,
}

impl From<Option<Quantity>> for Sum {
    fn from(figure: Option<Quantity>) -> Self {
        figure.map_or(Self::Nothing, Self::Number)
    }
}

impl Tally for Sum {
    fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, sum) | (sum, Self::Nothing) => sum,
            (Self::Number(one), Self::Number(other)) => one.plus(other).map_or(Self::TooLarge, Self::Number),
            (Self::TooLarge, _) | (_, Self::TooLarge) => Self::TooLarge,
        }
    }

    fn is_there(&self) -> bool {
        *self != Self::Nothing
    }
}
