//! All that decides what is printed of a plan and said about it, by name and content.

use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::PROGRAM;
use crate::digest::Digest;
use crate::visible;

/// The name of the program among the inputs; no file can have it.
const PROGRAM_NAME: &str = "//chương trình";
/// The name of the status that the command line gives.
const STATUS_NAME: &str = "//--draft, --final";
/// The name of the folder that messages are seen from.
const FOLDER_NAME: &str = "//thư mục làm việc";

/// Names and contents of what is read.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inputs(BTreeMap<String, Digest>);

/// What is not as it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<'a> {
    /// It has another content.
    Other(&'a str),
    /// It was not there.
    Added(&'a str),
    /// It is no longer there.
    Gone(&'a str),
}

impl Inputs {
    /// What every plan of a run depends on: the program, how it was called, and where from.
    pub fn new(status: &str, seen_from: &str) -> Self {
        let named = |name: &str, text: &str| (name.to_owned(), Digest::of(text.as_bytes()));
        Self([named(PROGRAM_NAME, PROGRAM), named(STATUS_NAME, status), named(FOLDER_NAME, seen_from)].into())
    }

    /// Adds a file by its path from the root of the project.
    pub fn add(&mut self, path: &Path, content: Digest) {
        self.0.insert(name(path), content);
    }

    /// The files among them, by their paths from the root of the project.
    pub fn files(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str).filter(|name| !name.starts_with("//"))
    }

    /// What has changed since others.
    pub fn since<'a>(&'a self, others: &'a Self) -> Vec<Change<'a>> {
        let mut changes = Vec::new();
        for (name, content) in &self.0 {
            match others.0.get(name) {
                None => changes.push(Change::Added(name)),
                Some(other) if other != content => changes.push(Change::Other(name)),
                Some(_) => {}
            }
        }
        changes.extend(others.0.keys().filter(|name| !self.0.contains_key(*name)).map(|name| Change::Gone(name)));
        changes
    }
}

/// A path as any system writes it.
fn name(path: &Path) -> String {
    path.to_string_lossy().replace('\\', "/")
}

impl fmt::Display for Change<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, what) = match self {
            Self::Other(name) => (name, "đã đổi"),
            Self::Added(name) => (name, "mới có"),
            Self::Gone(name) => (name, "không còn"),
        };
        write!(f, "{} {what}", visible::text(name.trim_start_matches('/')))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inputs(files: &[(&str, &str)]) -> Inputs {
        let mut inputs = Inputs::new("", "");
        files.iter().for_each(|(name, text)| inputs.add(Path::new(name), Digest::of(text.as_bytes())));
        inputs
    }

    #[test]
    fn what_changed_is_named() {
        let (old, new) = (inputs(&[("a", "1"), ("b", "1"), ("c", "1")]), inputs(&[("b", "2"), ("c", "1"), ("d", "1")]));
        let told: Vec<_> = new.since(&old).iter().map(ToString::to_string).collect();
        assert_eq!(told, ["b đã đổi", "d mới có", "a không còn"]);
        assert_eq!(new.since(&new), []);
        assert_eq!(Inputs::new("--draft", "").since(&Inputs::new("", "")), [Change::Other(STATUS_NAME)]);
        assert_eq!(new.files().collect::<Vec<_>>(), ["b", "c", "d"]);
    }
}
