//! What follows from a table: which row belongs to which group, sums, formulas, numbers of rows, and what is wrong with them.
//!
//! The tables of a plan take figures from each other, and sentences take figures from them: [`Tables`] computes each once,
//! after those that it reads, and finds figures by their names.
//!
//! Computes only. What is written and what is computed stay apart in each [`Figure`], so that a finding can name both and a
//! page can print either. Knows how tables are written; knows no message, no page and no format.

mod compute;
mod demand;
mod expression;
mod figure;
mod fraction;
mod graph;
mod label;
mod lookup;
mod mark;
mod mean;
mod numbering;
mod open;
mod problem;
mod role;
mod shown;
mod source;
mod tables;
mod tally;
mod tree;
mod unit;

#[cfg(test)]
mod row_tests;
#[cfg(test)]
mod tests;

pub use compute::{Computed, compute, compute_given};
pub use figure::{Entered, Figure, Given};
pub use label::RowNumber;
pub use lookup::{Found, Lost, Spot};
pub use problem::{Difference, Problem};
pub use role::Role;
pub use shown::show;
pub use source::NoNumber;
pub use tables::{Fault, Sourced, Tables};
pub use tree::Tree;
