//! Where the way through the old plan is at: what is being looked at, and what was written so far.

use super::edits::Edits;
use super::entities::Entities;
use super::title::Title;
use super::years::Years;
use crate::plan::Plan;

/// Goes through a plan.
pub(super) struct Walker<'a> {
    pub(super) plan: &'a Plan,
    pub(super) years: &'a Years,
    pub(super) entities: Entities<'a>,
    pub(super) edits: Edits,
    /// Where the line begins above which a mark on the value at hand stands.
    pub(super) line: usize,
    /// Around the value at hand, whether figures have been told already, the innermost last.
    pub(super) told: Vec<bool>,
    /// Whether an item of the funding is around the value at hand.
    pub(super) in_item: bool,
    /// Whether the value at hand calls a part of the plan, or the plan itself, by its year.
    pub(super) title: Title,
}

impl<'a> Walker<'a> {
    pub(super) fn new(plan: &'a Plan, years: &'a Years) -> Self {
        Self {
            plan,
            years,
            entities: Entities::new(plan, years),
            edits: Edits::new(&plan.place.span.file),
            line: 0,
            told: Vec::new(),
            in_item: false,
            title: Title::None,
        }
    }

    /// Says what is to be decided at the value at hand.
    pub(super) fn mark(&mut self, words: impl Into<String>) {
        self.edits.mark(self.line, words.into());
    }
}
