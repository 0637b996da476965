//! What is left out of a file of which only some lines are held.

use serde::{Deserialize, Serialize};

/// What is left out in front of a part of a text.
#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gap {
    /// Where the part begins in the text on disk, as far as that is held.
    pub(super) at: usize,
    /// Bytes on disk that are left out before it, here and further up.
    pub(super) bytes: usize,
    /// Lines that are left out before it, here and further up.
    pub(super) lines: usize,
}

/// What of a file is left out.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Gaps(pub(super) Vec<Gap>);

impl Gaps {
    /// Bytes and lines that are left out before a place of what is held.
    pub(super) fn before(&self, held: usize) -> (usize, usize) {
        let behind = self.0.partition_point(|gap| gap.at <= held);
        behind.checked_sub(1).map_or((0, 0), |last| (self.0[last].bytes, self.0[last].lines))
    }
}
