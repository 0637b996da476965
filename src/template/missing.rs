//! Why a value that a text names cannot be written.

/// Why a value cannot be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Missing {
    /// There is none of this name; names that there are.
    Unknown(Vec<String>),
    /// What has the name has no value; names beside it that have one.
    Absent(Vec<String>),
    /// The name is that of a group of values; names inside it.
    Group(Vec<String>),
    /// The value names itself, over these.
    Cycle(Vec<String>),
}
