//! What templates see: ids replaced by what they stand for, numbers by how they are printed.

mod amendment;
mod block;
mod body;
mod funding;
mod mount;
mod picked;
mod plan;
mod step;
mod table;
mod target;
mod work;

pub(super) use funding::counted;
