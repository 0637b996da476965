//! Figures of a table: what a clerk entered, what the source states and what follows from other figures, never merged.

use super::role::Role;
use crate::plan::table::Table;
use crate::plan::table::row::Cell;
use crate::value::Decimal;

/// What a clerk entered in a cell of a column of numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Entered {
    /// Nothing.
    #[default]
    Blank,
    /// A dash: there is no number.
    Dash,
    /// A number.
    Number(Decimal),
}

/// A figure of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figure {
    /// What the clerk entered.
    pub entered: Entered,
    /// What the plan's source states (`ghi`).
    pub stated: Option<Decimal>,
    /// What follows from other figures.
    pub computed: Option<Decimal>,
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
    pub fn number(&self) -> Option<Decimal> {
        match self.printed() {
            Entered::Number(number) => Some(number),
            Entered::Blank | Entered::Dash => None,
        }
    }

    /// The number that the clerk wrote.
    pub fn written(&self) -> Option<Decimal> {
        match self.entered {
            Entered::Number(number) => Some(number),
            Entered::Blank | Entered::Dash => None,
        }
    }

    /// The number with which the row counts in sums: what its own rows add up to, else what is written or stated.
    pub fn counted(&self) -> Option<Decimal> {
        self.computed.or(self.written()).or(self.stated)
    }
}

/// The figures of a table, by row and column.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Figures {
    columns: usize,
    cells: Vec<Figure>,
}

impl Figures {
    /// The figures as they were entered and stated, nothing computed.
    pub(super) fn entered(table: &Table, columns: usize) -> Self {
        let mut cells = vec![Figure::default(); columns * table.rows.len()];
        for (row, cells) in table.rows.iter().zip(cells.chunks_mut(columns.max(1))) {
            for (cell, figure) in row.cells.iter().zip(cells.iter_mut()) {
                figure.entered = match cell {
                    Cell::Number(number) => Entered::Number(number.value),
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

    pub(super) fn compute(&mut self, row: usize, column: usize, computed: Decimal) {
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
    Number(Decimal),
    /// A sum beyond any figure of a plan.
    TooLarge,
}

impl Sum {
    /// The sum with more figures.
    pub(super) fn with(self, other: Self) -> Self {
        match (self, other) {
            (Self::Nothing, sum) | (sum, Self::Nothing) => sum,
            (Self::Number(one), Self::Number(other)) => one.plus(other).map_or(Self::TooLarge, Self::Number),
            (Self::TooLarge, _) | (_, Self::TooLarge) => Self::TooLarge,
        }
    }

    /// What a row counts with, given what its own rows add up to.
    pub(super) fn counted(self, role: Role, figure: &Figure) -> Self {
        match (role, self) {
            (Role::Group, Self::Number(_) | Self::TooLarge) => self,
            _ => figure.counted().map_or(Self::Nothing, Self::Number),
        }
    }
}
