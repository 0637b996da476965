//! A world in memory, for tests and for editors without a disk.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};

use super::{Doing, Entry, Error, Fault, Kind, World};

/// Links followed on one way before it is held to go round.
const MOST_LINKS: usize = 32;

/// A world in memory, whose working folder is `/`. Relative paths belong to that.
#[derive(Debug, Default)]
pub struct Memory {
    items: Mutex<BTreeMap<PathBuf, Item>>,
    full: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Item {
    File(Vec<u8>),
    Folder { open: bool },
    Link(PathBuf),
    Special,
}

impl Memory {
    /// A world without anything.
    pub fn new() -> Self {
        Self::default()
    }

    /// The world with a file.
    #[must_use]
    pub fn file(self, path: impl AsRef<Path>, bytes: impl Into<Vec<u8>>) -> Self {
        self.with(path.as_ref(), Item::File(bytes.into()))
    }

    /// The world with a folder.
    #[must_use]
    pub fn folder(self, path: impl AsRef<Path>) -> Self {
        self.with(path.as_ref(), Item::Folder { open: true })
    }

    /// The world with a folder that the user may not open.
    #[must_use]
    pub fn closed_folder(self, path: impl AsRef<Path>) -> Self {
        self.with(path.as_ref(), Item::Folder { open: false })
    }

    /// The world with a link.
    #[must_use]
    pub fn link(self, path: impl AsRef<Path>, to: impl Into<PathBuf>) -> Self {
        self.with(path.as_ref(), Item::Link(to.into()))
    }

    /// The world with a pipe, a device or a socket.
    #[must_use]
    pub fn special(self, path: impl AsRef<Path>) -> Self {
        self.with(path.as_ref(), Item::Special)
    }

    /// The world without room for anything more.
    #[must_use]
    pub fn full(mut self) -> Self {
        self.full = true;
        self
    }

    /// Every file, by its path.
    pub fn files(&self) -> Vec<PathBuf> {
        let items = self.items();
        items.iter().filter(|(_, item)| matches!(item, Item::File(_))).map(|(path, _)| path.clone()).collect()
    }

    fn with(self, path: &Path, item: Item) -> Self {
        insert(&mut self.items(), &plain(path), item);
        self
    }

    fn items(&self) -> MutexGuard<'_, BTreeMap<PathBuf, Item>> {
        self.items.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Why nothing can be written at a path.
    fn objection(&self, path: &Path) -> Option<Fault> {
        match self.kind(path) {
            _ if self.full => Some(Fault::Full),
            Kind::Missing | Kind::File => None,
            Kind::Folder => Some(Fault::IsFolder),
            Kind::DeadLink => Some(Fault::DeadLink),
            Kind::Special | Kind::Unknown => Some(Fault::Special),
        }
    }
}

/// A path from `/` on, without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::from("/");
    for part in path.components() {
        match part {
            Component::Normal(name) => plain.push(name),
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir | Component::RootDir | Component::Prefix(_) => {}
        }
    }
    plain
}

fn insert(items: &mut BTreeMap<PathBuf, Item>, path: &Path, item: Item) {
    for folder in path.ancestors().skip(1) {
        items.entry(folder.to_owned()).or_insert(Item::Folder { open: true });
    }
    items.insert(path.to_owned(), item);
}

/// Where a path leads in the end.
fn follow(items: &BTreeMap<PathBuf, Item>, path: &Path) -> Option<PathBuf> {
    let mut real = plain(path);
    for _ in 0..MOST_LINKS {
        let link = real.ancestors().find_map(|above| match items.get(above)? {
            Item::Link(to) => Some((above.to_owned(), to.clone())),
            Item::File(_) | Item::Folder { .. } | Item::Special => None,
        });
        let Some((link, to)) = link else { return items.contains_key(&real).then_some(real) };
        let rest = real.strip_prefix(&link).map(Path::to_owned).unwrap_or_default();
        real = plain(&link.parent().unwrap_or(Path::new("/")).join(to).join(rest));
    }
    None
}

impl World for Memory {
    fn working_folder(&self) -> Result<PathBuf, Error> {
        Ok(PathBuf::from("/"))
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        follow(&self.items(), path).unwrap_or_else(|| plain(path))
    }

    fn kind(&self, path: &Path) -> Kind {
        let items = self.items();
        match follow(&items, path).and_then(|real| items.get(&real).cloned()) {
            Some(Item::File(_)) => Kind::File,
            Some(Item::Folder { .. }) => Kind::Folder,
            Some(Item::Special | Item::Link(_)) => Kind::Special,
            None if items.contains_key(&plain(path)) => Kind::DeadLink,
            None => Kind::Missing,
        }
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, Error> {
        let failed = |fault| Error::new(Doing::Read, folder, fault);
        let names: Vec<_> = {
            let items = self.items();
            let real = follow(&items, folder).ok_or_else(|| failed(Fault::Missing))?;
            match items.get(&real) {
                Some(Item::Folder { open: true }) => {}
                Some(Item::Folder { open: false }) => return Err(failed(Fault::Denied)),
                Some(Item::File(_) | Item::Link(_) | Item::Special) | None => return Err(failed(Fault::NotFolder)),
            }
            let inside = items.iter().filter(|(path, _)| path.parent() == Some(&real));
            inside
                .filter_map(|(path, item)| Some((path.file_name()?.to_owned(), matches!(item, Item::Link(_)))))
                .collect()
        };
        let entry = |(name, is_link)| {
            let path = folder.join(name);
            Entry { kind: self.kind(&path), path, is_link }
        };
        Ok(names.into_iter().map(entry).collect())
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        let items = self.items();
        let fault = match follow(&items, path).and_then(|real| items.get(&real)) {
            Some(Item::File(bytes)) if bytes.len() as u64 <= most => return Ok(bytes.clone()),
            Some(Item::File(_)) => Fault::TooLarge(most),
            Some(Item::Folder { .. }) => Fault::IsFolder,
            Some(Item::Special | Item::Link(_)) => Fault::Special,
            None if items.contains_key(&plain(path)) => Fault::DeadLink,
            None => Fault::Missing,
        };
        Err(Error::new(Doing::Read, path, fault))
    }

    fn write(&self, files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error> {
        let inside = self.resolve(within);
        for (path, _) in files {
            let failed = |fault| Error::new(Doing::Write, path, fault);
            if let Some(fault) = self.objection(path) {
                return Err(failed(fault));
            }
            let there = path.ancestors().find(|path| self.kind(path) != Kind::Missing).unwrap_or(path);
            let there = self.resolve(there);
            if !plain(path).starts_with(plain(within)) || !there.starts_with(&inside) && !inside.starts_with(&there) {
                return Err(failed(Fault::Outside));
            }
        }
        let mut items = self.items();
        for (path, bytes) in files {
            insert(&mut items, &plain(path), Item::File(bytes.clone()));
        }
        Ok(())
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        let fault = match self.kind(path) {
            Kind::Missing => self.objection(path),
            Kind::DeadLink | Kind::File | Kind::Folder | Kind::Special | Kind::Unknown => Some(Fault::Exists),
        };
        if let Some(fault) = fault {
            return Err(Error::new(Doing::Create, path, fault));
        }
        insert(&mut self.items(), &plain(path), Item::File(bytes.to_owned()));
        Ok(())
    }

    /// Nothing is ever left in memory.
    fn sweep(&self, _: &Path, _: &Path) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_followed_and_none_leads_out_when_writing() {
        let world = Memory::new().file("/a/b.yaml", "x").link("/c", "a").link("/d", "e").link("/e", "d");
        assert_eq!(world.resolve(Path::new("c/b.yaml")), Path::new("/a/b.yaml"));
        assert_eq!(world.read(Path::new("/c/b.yaml"), 1).expect("it is read"), b"x");
        assert_eq!(world.kind(Path::new("/d")), Kind::DeadLink);
        let names: Vec<_> =
            world.list(Path::new("/")).expect("it is read").into_iter().map(|entry| (entry.path, entry.kind)).collect();
        let [a, c, d, e] = ["/a", "/c", "/d", "/e"].map(PathBuf::from);
        assert_eq!(names, [(a, Kind::Folder), (c, Kind::Folder), (d, Kind::DeadLink), (e, Kind::DeadLink)]);

        let world = world.link("/out/x", "/a");
        let write = |name: &str| world.write(&[(PathBuf::from(name), vec![1])], Path::new("/out"));
        assert_eq!(write("/out/x/b.docx").expect_err("it leads out").fault(), &Fault::Outside);
        assert_eq!(write("/a/b.docx").expect_err("it is outside").fault(), &Fault::Outside);
        write("/out/sau/b.docx").expect("it is inside");
        assert_eq!(world.kind(Path::new("/out/sau/b.docx")), Kind::File);
    }
}
