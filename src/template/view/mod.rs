//! What templates see: ids replaced by what they stand for, numbers by how they are printed.

mod agenda;
mod amendment;
mod block;
mod body;
mod columns;
mod deadline;
mod funding;
mod item;
mod listing;
mod mount;
mod picked;
mod plan;
mod project;
mod row;
mod split;
mod step;
mod table;
mod target;
mod target_rows;
mod task;
mod task_rows;
mod work;

pub(super) use funding::counted;
pub(super) use table::is_gone;
pub(super) use task::joined;
