//! What was built when from what, kept beside the outputs, so that nothing is built twice.
//!
//! An entry tells of one plan: the contents of all that was read for it, what of it was printed, the contents of its outputs,
//! and what was found. Contents decide, never times. An entry that is missing, damaged or of another program is as none at
//! all: the plan is built anew, with the same result.

mod entry;
mod finding;
mod inputs;
mod store;

pub use entry::Entry;
pub use inputs::{Change, Inputs};
pub use store::Store;

/// The program by all that it is made of.
pub const PROGRAM: &str = env!("KEHOACH_PROGRAM");
