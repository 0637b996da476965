//! Files below a folder, in a fixed order.

use std::path::Path;

use super::{Notes, Project};
use crate::world::{Entry, Kind};

impl Project<'_> {
    /// What is no folder below a folder, in the order of the names; `enters` says at which depth what is looked at.
    ///
    /// No link to a folder is followed, so no way goes round. A folder that cannot be read is noted, and the others are
    /// read. What is no file either is listed, so that reading it says why.
    pub(super) fn walk(&self, folder: &Path, enters: &dyn Fn(&Entry, usize) -> bool, notes: &mut Notes) -> Vec<Entry> {
        let mut files = Vec::new();
        let mut open: Vec<(Entry, usize)> = Vec::new();
        let list = |folder: &Path, depth: usize, open: &mut Vec<(Entry, usize)>, notes: &mut Notes| match self
            .world
            .list(folder)
        {
            Ok(entries) => {
                let entries = entries.into_iter().rev().filter(|entry| enters(entry, depth));
                open.extend(entries.map(|entry| (entry, depth)));
            }
            Err(error) => notes.fail(self.told(&error)),
        };
        list(folder, 1, &mut open, notes);
        while let Some((entry, depth)) = open.pop() {
            match entry.kind {
                Kind::Folder if entry.is_link => {}
                Kind::Folder => list(&entry.path, depth + 1, &mut open, notes),
                Kind::Missing => {}
                Kind::File | Kind::DeadLink | Kind::Special | Kind::Unknown => files.push(entry),
            }
        }
        files
    }
}

/// Whether a file or folder is hidden.
pub(super) fn is_hidden(entry: &Entry) -> bool {
    entry.name().to_string_lossy().starts_with('.')
}

/// Whether a file or folder holds what plans share.
pub(super) fn is_shared(entry: &Entry) -> bool {
    entry.name().to_string_lossy().starts_with('_')
}

/// Whether the name of a file ends in one of some ways.
pub(super) fn ends(path: &Path, endings: &[&str]) -> bool {
    path.extension().and_then(|ending| ending.to_str()).is_some_and(|ending| endings.contains(&ending))
}
