//! What a run of checks knows in the end.

use crate::diagnostic::render::Run;

/// What was found, and what could not be done.
#[derive(Default)]
pub(super) struct Sum {
    /// The findings, and the files that were looked at.
    pub(super) run: Run,
    /// What the machine or the program could not do, each in a sentence.
    pub(super) failures: Vec<String>,
}
