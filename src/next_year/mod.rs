//! Next year's plan from this year's: an edit of its text, so that order, comments, quotes and ids stay.
//!
//! What follows from the years alone is written: period, deadlines, levels that the old plan was to reach. What a clerk must
//! decide stays as it was and is marked above its line by a comment that a rule finds until it is taken out. Knows no file.

mod edits;
mod entities;
mod prose;
mod sentence;
mod target;
mod title;
mod treatment;
mod walk;
mod walker;
mod years;

pub use years::Years;

use walker::Walker;

use crate::plan::Plan;
use crate::plan::whole::PLAN;
use crate::yaml::Node;

/// The text of the plan for other years, as it goes to disk; `node` is that from which the old plan was read.
pub fn next_year(node: &Node, plan: &Plan, years: &Years) -> String {
    let mut walker = Walker::new(plan, years);
    walker.record(node, &PLAN);
    walker.edits.written()
}

#[cfg(test)]
mod tests;
