//! A shape that is a box or a level line, by its measures.

use super::raw::{Across, Rule};
use super::xml::MOST;

/// EMU of the thickest line; what is higher is a box.
const THICKEST: i64 = 40_000;

/// EMU of the shortest line that is a rule.
const SHORTEST: i64 = 100_000;

/// A shape while it is read.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) width: Option<i64>,
    pub(super) height: Option<i64>,
    pub(super) x: Option<Across>,
    pub(super) y: Option<i64>,
    pub(super) is_line: bool,
    pub(super) is_dashed: bool,
    pub(super) is_stroked: bool,
    pub(super) is_filled: bool,
    pub(super) color: Option<[u8; 3]>,
}

impl Outline {
    /// The line that it is; `None` if it is no level line.
    pub(super) fn rule(&self) -> Option<Rule> {
        let (length, thickness) = (self.width?, self.height.unwrap_or(0));
        let is_level = thickness <= THICKEST || self.is_line && thickness * 20 <= length;
        let is_seen = self.is_line || self.is_stroked || self.is_filled;
        (length >= SHORTEST && is_level && is_seen).then(|| Rule {
            length,
            is_solid: !self.is_dashed,
            x: self.x.unwrap_or(Across::Unknown),
            y: self.y,
        })
    }
}

/// A length inside a group as it is on paper.
pub(super) fn scaled(own: i64, whole: i64, inner: i64) -> i64 {
    let scaled = i128::from(own) * i128::from(whole) / i128::from(inner.max(1));
    i64::try_from(scaled).unwrap_or(MOST).clamp(-MOST, MOST)
}
