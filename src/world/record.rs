//! A world that notes what was read.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Entry, Error, Kind, World};
use crate::digest::Digest;

/// Another world, and which of its files and folders were read, or tried to be.
pub struct Recorder<'a> {
    below: &'a dyn World,
    read: Mutex<BTreeMap<PathBuf, Option<Digest>>>,
}

impl<'a> Recorder<'a> {
    /// Begins to note what is read of a world.
    pub fn new(below: &'a dyn World) -> Self {
        Self { below, read: Mutex::default() }
    }

    /// Files that were read and folders that were listed, sorted.
    pub fn paths(&self) -> Vec<PathBuf> {
        self.noted().keys().cloned().collect()
    }

    /// Files that could be read, sorted, with what they held when they were read last.
    pub fn contents(&self) -> Vec<(PathBuf, Digest)> {
        self.noted().iter().filter_map(|(path, content)| Some((path.clone(), (*content)?))).collect()
    }

    fn noted(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Option<Digest>>> {
        self.read.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn note(&self, path: &Path, content: Option<Digest>) {
        self.noted().insert(path.to_owned(), content);
    }
}

impl World for Recorder<'_> {
    fn working_folder(&self) -> Result<PathBuf, Error> {
        self.below.working_folder()
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        self.below.resolve(path)
    }

    fn kind(&self, path: &Path) -> Kind {
        self.below.kind(path)
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, Error> {
        self.note(folder, None);
        self.below.list(folder)
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        let read = self.below.read(path, most);
        self.note(path, read.as_ref().ok().map(|bytes| Digest::of(bytes)));
        read
    }

    fn write(&self, files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error> {
        self.below.write(files, within)
    }

    fn keep(&self, path: &Path, bytes: &[u8], within: &Path) -> Result<(), Error> {
        self.below.keep(path, bytes, within)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        self.below.create(path, bytes)
    }

    fn sweep(&self, folder: &Path, within: &Path) {
        self.below.sweep(folder, within);
    }
}

#[cfg(test)]
mod tests {
    use super::super::memory::Memory;
    use super::*;

    #[test]
    fn what_is_read_is_noted_once_and_in_order() {
        let below = Memory::new().file("/a/2", "x").file("/a/1", "x");
        let world = Recorder::new(&below);
        for path in ["/a/2", "/a/1", "/a/2", "/a/khong_co"] {
            let _ = world.read(Path::new(path), 9);
        }
        let _ = world.list(Path::new("/a"));
        assert_eq!(world.paths(), ["/a", "/a/1", "/a/2", "/a/khong_co"].map(PathBuf::from));
        assert_eq!(world.contents(), ["/a/1", "/a/2"].map(|path| (PathBuf::from(path), Digest::of(b"x"))));
    }
}
