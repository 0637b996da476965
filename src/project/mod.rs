//! A project: where it begins, which plans it has, what they share, and the office that issues them.
//!
//! Reads through a world, and returns what is wrong as values: a fault in one place is noted, and the rest is read. Knows
//! no command and prints nothing.

pub mod export;
mod fonts;
pub mod office;
pub mod plans;
mod root;
mod settings;
pub mod shared;
pub mod templates;
mod text;
mod walk;

use std::path::{Path, PathBuf};

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::visible;
use crate::world::{Error, World};

/// The file that marks the root of a project and holds the settings of its office.
pub const SETTINGS_FILE: &str = "kehoach.yaml";

/// A project, seen from the working folder.
#[derive(Clone)]
pub struct Project<'a> {
    /// Where its files are.
    pub world: &'a dyn World,
    /// Its folder, without links.
    pub root: PathBuf,
    /// The folder from which names are shown, without links.
    pub working: PathBuf,
    /// What stands before the names of its files: the revision that they are of; nothing for those that lie on the disk.
    pub before: String,
}

/// What is wrong with a project.
#[derive(Debug, Default)]
pub struct Notes {
    /// What its owner has to mend.
    pub findings: Vec<Diagnostic>,
    /// What the machine or the program could not do, each in a sentence.
    pub failures: Vec<String>,
}

/// Why a file is not read.
#[derive(Debug)]
pub enum Unread {
    /// Its owner has to mend it.
    Finding(Box<Diagnostic>),
    /// The machine could not read it, in a sentence.
    Failure(String),
}

impl Notes {
    /// Whether plans can be built all the same: a letter that cannot be printed changes no setting by itself.
    fn let_build(&self) -> bool {
        let keeps = |found: &Diagnostic| found.severity == Severity::Error && found.code != Code::BadCharacter;
        self.failures.is_empty() && !self.findings.iter().any(keeps)
    }

    /// Notes a failure, once.
    pub fn fail(&mut self, failure: String) {
        if !self.failures.contains(&failure) {
            self.failures.push(failure);
        }
    }

    /// Notes why a file is not read.
    pub fn unread(&mut self, unread: Unread) {
        match unread {
            Unread::Finding(finding) => self.findings.push(*finding),
            Unread::Failure(failure) => self.fail(failure),
        }
    }
}

impl Project<'_> {
    /// A path as one in the working folder would write it.
    pub fn shown(&self, path: &Path) -> String {
        self.named(&visible::path(path.strip_prefix(&self.working).unwrap_or(path)))
    }

    /// A path from the root of the project on; one outside of it as it is.
    pub fn inside<'p>(&self, path: &'p Path) -> &'p Path {
        path.strip_prefix(&self.root).unwrap_or(path)
    }

    /// The name of a file with the revision that it is of.
    fn named(&self, name: &str) -> String {
        format!("{}{name}", visible::text(&self.before))
    }

    /// A failure in a sentence.
    pub fn told(&self, error: &Error) -> String {
        error.seen_as(&self.before, &self.working)
    }
}

#[cfg(test)]
mod tests;
