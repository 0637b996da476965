//! What is compared: plans that were read, two and two.

use std::sync::Arc;

use crate::pipeline::{Office, Printable};

/// A plan as one side of a comparison.
pub(super) struct Side {
    /// Its name as messages show it: a path, or `REV:path`.
    pub(super) shown: String,
    /// The plan, read with what its folders shared, and as what it is printed.
    pub(super) printable: Printable,
    /// The office that prints it: its templates and layout, of the same revision.
    pub(super) office: Arc<Office>,
}

/// A plan before and after; one of them is there.
pub(super) struct Pair {
    /// Before; `None` for a plan that is new.
    pub(super) old: Option<Side>,
    /// After; `None` for a plan that is gone.
    pub(super) new: Option<Side>,
}
