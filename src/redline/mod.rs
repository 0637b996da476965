//! Two versions of a document as one, in which each change is shown.
//!
//! Owns which parts of two measured layouts are the same part ([`compare`]), the tree of what stayed, came and went
//! ([`Redline`]), and the proof that a written file holds both versions ([`prove`]). Nothing moves: what stands elsewhere went
//! here and came there. Knows no plan and no disk; how a format spells a change is the writer's.

mod align;
mod flow;
mod likeness;
mod proof;
mod sections;
mod stamp;
mod table;
mod tree;
mod words;

use crate::layout::Layout;

pub use self::proof::{Reading, Untrue, prove};
pub use self::stamp::Stamp;
pub use self::tree::{Cell, Change, Columns, Para, Piece, Redline, Row, Section, Sides, Span, Table, common, pieces};

/// Compares two versions of a document.
pub fn compare<'a>(old: &'a Layout, new: &'a Layout) -> Redline<'a> {
    sections::compare(old, new)
}
