//! Why a value that a text names cannot be written.

use crate::table::Lost;

/// Why a value cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Missing {
    /// There is none of this name; names that there are.
    Unknown(Vec<String>),
    /// What has the name has no value; names beside it that have one.
    Absent(Vec<String>),
    /// The name is that of a group of values; names inside it.
    Group(Vec<String>),
    /// There is none of this name in a table, given by its place in the path.
    Lost(Lost),
    /// The cell that has the name holds no number.
    Blank,
    /// It stands in a column that is left out once the plan is issued; the column's title.
    Dropped(String),
    /// The value names itself, over these.
    Cycle(Vec<String>),
}
