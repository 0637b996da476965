//! Buffers that are not saved yet, laid over another world.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::{Doing, Entry, Error, Fault, Kind, World};

/// Another world, in which some files hold what an editor shows.
///
/// What is written goes to the world below; a buffer stays as it is until it is taken away.
pub struct Overlay<'a> {
    below: &'a dyn World,
    buffers: BTreeMap<PathBuf, Vec<u8>>,
}

impl<'a> Overlay<'a> {
    /// Lays buffers, by their full paths, over a world.
    pub fn new(below: &'a dyn World, buffers: BTreeMap<PathBuf, Vec<u8>>) -> Self {
        Self { below, buffers }
    }

    fn has_below(&self, folder: &Path) -> bool {
        self.buffers.keys().any(|path| path != folder && path.starts_with(folder))
    }
}

impl World for Overlay<'_> {
    fn working_folder(&self) -> Result<PathBuf, Error> {
        self.below.working_folder()
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        if self.buffers.contains_key(path) { path.to_owned() } else { self.below.resolve(path) }
    }

    fn kind(&self, path: &Path) -> Kind {
        if self.buffers.contains_key(path) {
            return Kind::File;
        }
        let kind = self.below.kind(path);
        if kind == Kind::Missing && self.has_below(path) { Kind::Folder } else { kind }
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, Error> {
        let mut entries = match self.below.list(folder) {
            Err(error) if *error.fault() == Fault::Missing && self.has_below(folder) => Vec::new(),
            listed => listed?,
        };
        for path in self.buffers.keys() {
            let Some(name) = path.strip_prefix(folder).ok().and_then(|rest| rest.iter().next()) else { continue };
            let path = folder.join(name);
            entries.retain(|entry| entry.path != path || !self.buffers.contains_key(&path));
            if !entries.iter().any(|entry| entry.path == path) {
                entries.push(Entry { kind: self.kind(&path), path, is_link: false });
            }
        }
        entries.sort_by(|one, other| one.path.cmp(&other.path));
        Ok(entries)
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        match self.buffers.get(path) {
            Some(bytes) if bytes.len() as u64 > most => Err(Error::new(Doing::Read, path, Fault::TooLarge(most))),
            Some(bytes) => Ok(bytes.clone()),
            None => self.below.read(path, most),
        }
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
    fn a_buffer_stands_for_its_file() {
        let below = Memory::new().file("/a/1.yaml", "cũ").file("/a/2.yaml", "cũ");
        let buffers = ["/a/2.yaml", "/a/b/3.yaml"].map(|path| (PathBuf::from(path), b"mo'i".to_vec()));
        let world = Overlay::new(&below, buffers.into());
        let names = |folder: &str| -> Vec<_> {
            let entries = world.list(Path::new(folder)).expect("it is read").into_iter();
            entries.map(|entry| (entry.name().to_string_lossy().into_owned(), entry.kind)).collect()
        };
        let entry = |name: &str, kind| (name.to_owned(), kind);
        assert_eq!(names("/a"), [entry("1.yaml", Kind::File), entry("2.yaml", Kind::File), entry("b", Kind::Folder)]);
        assert_eq!(names("/a/b"), [entry("3.yaml", Kind::File)]);
        assert_eq!(world.read(Path::new("/a/1.yaml"), 9).expect("it is read"), "cũ".as_bytes());
        assert_eq!(world.read(Path::new("/a/2.yaml"), 9).expect("it is read"), b"mo'i");
        assert_eq!(world.read(Path::new("/a/2.yaml"), 2).expect_err("too large").fault(), &Fault::TooLarge(2));
    }
}
