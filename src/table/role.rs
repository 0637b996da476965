//! What a row does in the sums of its table.

use crate::plan::table::row::RowKind;

/// What a row does in the sums of its table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// It is added.
    Ordinary,
    /// It heads a group: its figures are added up, and it is added in its turn.
    Group,
    /// It adds up what came before it in its group.
    Subtotal,
    /// It adds up all rows.
    Total,
    /// It has words only.
    Across,
}

impl Role {
    /// Whether its figures are added up into others.
    pub fn is_added(self) -> bool {
        matches!(self, Self::Ordinary | Self::Group)
    }

    /// Whether its figures are sums of others.
    pub fn sums(self) -> bool {
        matches!(self, Self::Group | Self::Subtotal | Self::Total)
    }
}

impl From<&RowKind> for Role {
    fn from(kind: &RowKind) -> Self {
        match kind {
            RowKind::Ordinary => Self::Ordinary,
            RowKind::Group(_) => Self::Group,
            RowKind::Subtotal(_) => Self::Subtotal,
            RowKind::Total(_) => Self::Total,
            RowKind::Across(_) => Self::Across,
        }
    }
}
