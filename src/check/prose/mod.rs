//! What sentences say in figures: every text of a plan, read once for all rules that judge it.

mod figure;
mod links;
mod passage;

pub(super) use figure::{Unit, Written, digit_runs};
pub(super) use links::{distance, is_percent, is_rounded, percent};
pub use passage::Passage;
pub(super) use passage::{NAMED, last_words, passages};
