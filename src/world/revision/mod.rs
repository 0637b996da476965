//! Revisions of a git repository, each a world that can only be read.
//!
//! What a plan said at a revision is told with what its folders shared at that revision. The repository is read by a library:
//! no program is run, nothing is fetched, no setting of the user and no variable of the environment is looked at.

mod fault;
mod repository;
mod tree;

pub use fault::Unresolved;
pub use repository::Repository;
pub use tree::Revision;
