//! What follows from a table: which row belongs to which group, sums, formulas, numbers of rows, and what is wrong with them.
//!
//! Computes only. What is written and what is computed stay apart in each [`Figure`], so that a finding can name both and a
//! page can print either. Knows how tables are written; knows no message, no page and no format.

mod compute;
mod expression;
mod figure;
mod graph;
mod label;
mod mark;
mod numbering;
mod open;
mod problem;
mod role;
mod suspect;
mod tree;

#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod tests;

pub use compute::{Computed, compute};
pub use figure::{Entered, Figure};
pub use label::RowNumber;
pub use problem::{Difference, Problem};
pub use role::Role;
pub use suspect::{Slip, Suspect};
pub use tree::Tree;
