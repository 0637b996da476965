//! What is wrong with the figures of a table; how it is said belongs elsewhere.

use crate::value::Quantity;

/// What is wrong with the figures of a table. Rows and columns are given by their index, columns among those that hold cells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// Formulas that wait for each other: each column reads the next, the last reads the first.
    Cycle {
        /// The columns.
        columns: Vec<usize>,
    },
    /// The source states another figure than is computed; in an ordinary row without a formula, than is written.
    Stated(Difference),
    /// A number written by hand in a group, subtotal or total row differs from what its rows add up to.
    Written(Difference),
    /// A figure is not what another formula of its column gives (`doi_chieu`).
    Related {
        /// The figure.
        difference: Difference,
        /// Which of the column's formulas.
        formula: usize,
    },
    /// A figure is on the wrong side of zero for its column, or a time of day is beyond the day.
    Sign {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
    /// The number of a row does not fit where the row stands: in a group of another number, «3.1» in «2», or beside an
    /// ordinary row of which it makes it a part while both are added, «2.1» beside «2».
    Unclear {
        /// The row.
        row: usize,
        /// The row that it stands in or beside.
        group: usize,
    },
    /// A row lacks a figure of a formula that multiplies or divides and that is used on totals too.
    Incomplete {
        /// The row.
        row: usize,
        /// The column without a figure.
        column: usize,
    },
    /// A row that is shown as a part of another has more than that one.
    LargerPart {
        /// The row.
        row: usize,
        /// The row of which it is a part.
        whole: usize,
        /// The column.
        column: usize,
    },
    /// All figures are there, but the result is beyond any figure of a plan.
    NotComputable {
        /// The row.
        row: usize,
        /// The column.
        column: usize,
    },
}

/// A figure that differs from what is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Difference {
    /// The row.
    pub row: usize,
    /// The column.
    pub column: usize,
    /// The figure that the source states or the clerk wrote.
    pub given: Quantity,
    /// What other figures lead to.
    pub computed: Quantity,
}
