//! The gaps around blocks.
//!
//! Owns how far a block stands from its neighbors and from the edges of its column; knows nothing of pages.

use crate::layout::Block;
use crate::units::Length;

/// The gaps above and below a block.
pub(super) fn edges(block: &Block) -> (Length, Length) {
    match block {
        Block::Para(para) => (para.style.before, para.style.after),
        Block::Rule { before, after, .. } => (*before, *after),
        Block::Mark { .. } | Block::Space { .. } | Block::Columns { .. } | Block::Table(_) => {
            (Length::ZERO, Length::ZERO)
        }
    }
}

/// The gaps between a block and its neighbors: the weight of a rule is taken from the gap below.
pub(super) fn gaps(block: &Block) -> (Length, Length) {
    let (above, below) = edges(block);
    match block {
        Block::Rule { weight, .. } => (above, below.max(*weight) - *weight),
        Block::Para(_) | Block::Mark { .. } | Block::Space { .. } | Block::Columns { .. } | Block::Table(_) => {
            (above, below)
        }
    }
}
