//! The files of a revision.

use std::borrow::Cow;
use std::ffi::{OsStr, OsString};
use std::path::{Component, Path, PathBuf};
use std::sync::{Mutex, PoisonError};

use gix::ObjectId;
use gix::bstr::BStr;
use gix::object::tree::EntryKind;

use super::super::{Doing, Entry, Error, Fault, Kind, World};

/// Links followed on one way before it is held to go round.
const MOST_LINKS: usize = 32;
/// How the file begins that Git LFS keeps in place of a large one.
const LFS_POINTER: &[u8] = b"version https://git-lfs.github.com/spec/";

/// What is said of files that are not in the revision itself.
const LFS: Fault =
    Fault::Named("kho git chỉ giữ con trỏ Git LFS của tệp này, không giữ nội dung; đưa tệp vào kho git như tệp thường");
const MODULE: Fault =
    Fault::Named("đây là kho git con (submodule), kho này không giữ các tệp của nó; chạy lệnh trong kho git con");
const ABSENT: Fault = Fault::Named("kho git này thiếu nội dung của nó; chạy git fetch rồi chạy lại");
const BAD_NAME: Fault = Fault::Named("tên trong kho git có ký tự mà máy này không dùng được");
const READ_ONLY: Fault = Fault::Named("phiên bản trong kho git chỉ để đọc");

/// The files of a revision as a world whose root `/` is the root of the repository. It can only be read.
pub struct Revision {
    name: String,
    repository: Mutex<gix::Repository>,
    tree: ObjectId,
    working: PathBuf,
}

/// What stands in a tree.
#[derive(Debug, Clone, Copy)]
enum Item {
    Folder(ObjectId),
    File(ObjectId),
    Link(ObjectId),
    Module,
}

impl Item {
    fn of(kind: EntryKind, id: ObjectId) -> Self {
        match kind {
            EntryKind::Tree => Self::Folder(id),
            EntryKind::Blob | EntryKind::BlobExecutable => Self::File(id),
            EntryKind::Link => Self::Link(id),
            EntryKind::Commit => Self::Module,
        }
    }
}

/// What a way leads to: the item and the path that it has without links.
struct Found {
    item: Item,
    real: PathBuf,
}

impl Revision {
    pub(super) fn new(name: &str, repository: gix::Repository, tree: ObjectId, working: &Path) -> Self {
        Self { name: name.to_owned(), repository: Mutex::new(repository), tree, working: working.to_owned() }
    }

    /// What stands before the names of its files: `HEAD~1:`.
    pub fn prefix(&self) -> String {
        format!("{}:", self.name)
    }

    fn object(&self, id: ObjectId) -> Result<Vec<u8>, Fault> {
        let repository = self.repository.lock().unwrap_or_else(PoisonError::into_inner);
        repository.find_object(id).map(|mut object| std::mem::take(&mut object.data)).map_err(|_| ABSENT)
    }

    /// What a tree holds, by name.
    fn entries(&self, tree: ObjectId) -> Result<Vec<(OsString, Item)>, Fault> {
        let data = self.object(tree)?;
        let entries = gix::objs::TreeRefIter::from_bytes(&data, tree.kind()).map(|entry| {
            let entry = entry.map_err(|_| ABSENT)?;
            let name = of_system(entry.filename)?.into_os_string();
            Ok((name, Item::of(entry.mode.kind(), entry.oid.to_owned())))
        });
        entries.collect()
    }

    fn entry(&self, tree: ObjectId, name: &OsStr) -> Result<Option<Item>, Fault> {
        let entries = self.entries(tree)?.into_iter();
        Ok(entries.into_iter().find(|(known, _)| known == name).map(|(_, item)| item))
    }

    /// Where a path leads in the end, links followed.
    fn follow(&self, path: &Path) -> Result<Found, Fault> {
        let mut way: Vec<(OsString, ObjectId)> = Vec::new();
        let mut open: Vec<Part> = parts(path).into_iter().rev().collect();
        let mut links = 0;
        let mut folder = self.tree;
        while let Some(part) = open.pop() {
            let name = match part {
                Part::Name(name) => name,
                Part::Up => {
                    // A path may climb no higher than the root; a link that does leads out.
                    let (_, outer) = way.pop().ok_or(Fault::Outside)?;
                    folder = outer;
                    continue;
                }
            };
            let missing = if links > 0 { Fault::DeadLink } else { Fault::Missing };
            match self.entry(folder, &name)?.ok_or(missing)? {
                Item::Folder(id) => {
                    way.push((name, folder));
                    folder = id;
                }
                Item::Link(id) => {
                    links += 1;
                    let target = self.object(id)?;
                    let target = of_system(BStr::new(&target))?;
                    if target.has_root() || links > MOST_LINKS {
                        return Err(if target.has_root() { Fault::Outside } else { Fault::DeadLink });
                    }
                    open.extend(parts(&target).into_iter().rev());
                }
                Item::Module if !open.is_empty() => return Err(MODULE),
                Item::File(_) if !open.is_empty() => return Err(Fault::NotFolder),
                item @ (Item::File(_) | Item::Module) => return Ok(Found { item, real: real(&way, Some(&name)) }),
            }
        }
        Ok(Found { item: Item::Folder(folder), real: real(&way, None) })
    }
}

/// A name of git as one of the system.
fn of_system(name: &BStr) -> Result<PathBuf, Fault> {
    gix::path::from_bstr(name).map(Cow::into_owned).map_err(|_| BAD_NAME)
}

/// A step of a way.
enum Part {
    Name(OsString),
    Up,
}

fn parts(path: &Path) -> Vec<Part> {
    let part = |part: Component<'_>| match part {
        Component::Normal(name) => Some(Part::Name(name.to_owned())),
        Component::ParentDir => Some(Part::Up),
        Component::CurDir | Component::RootDir | Component::Prefix(_) => None,
    };
    path.components().filter_map(part).collect()
}

fn real(way: &[(OsString, ObjectId)], name: Option<&OsString>) -> PathBuf {
    let names = way.iter().map(|(name, _)| name).chain(name);
    std::iter::once(Path::new("/").as_os_str()).chain(names.map(OsString::as_os_str)).collect()
}

impl World for Revision {
    fn working_folder(&self) -> Result<PathBuf, Error> {
        Ok(self.working.clone())
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        let full = self.working.join(path);
        self.follow(&full).map_or(full, |found| found.real)
    }

    fn kind(&self, path: &Path) -> Kind {
        match self.follow(&self.working.join(path)).map(|found| found.item) {
            Ok(Item::File(_)) => Kind::File,
            // What a module holds is not known; listing it says so.
            Ok(Item::Folder(_) | Item::Module) => Kind::Folder,
            Ok(Item::Link(_)) | Err(Fault::DeadLink | Fault::Outside) => Kind::DeadLink,
            Err(Fault::Missing | Fault::NotFolder) => Kind::Missing,
            Err(
                Fault::IsFolder
                | Fault::Special
                | Fault::Exists
                | Fault::TooLarge(_)
                | Fault::Denied
                | Fault::Full
                | Fault::Named(_)
                | Fault::Numbered(_),
            ) => Kind::Unknown,
        }
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, Error> {
        let failed = |fault| Error::new(Doing::Read, folder, fault);
        let tree = match self.follow(&self.working.join(folder)).map_err(failed)?.item {
            Item::Folder(tree) => tree,
            Item::Module => return Err(failed(MODULE)),
            Item::File(_) | Item::Link(_) => return Err(failed(Fault::NotFolder)),
        };
        let entry = |(name, item): (OsString, Item)| {
            let path = folder.join(name);
            let (kind, is_link) = match item {
                Item::Folder(_) | Item::Module => (Kind::Folder, false),
                Item::File(_) => (Kind::File, false),
                Item::Link(_) => (self.kind(&path), true),
            };
            Entry { path, kind, is_link }
        };
        let mut entries: Vec<_> = self.entries(tree).map_err(failed)?.into_iter().map(entry).collect();
        entries.sort_by(|one, other| one.path.file_name().cmp(&other.path.file_name()));
        Ok(entries)
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        let failed = |fault| Error::new(Doing::Read, path, fault);
        let id = match self.follow(&self.working.join(path)).map_err(failed)?.item {
            Item::File(id) => id,
            Item::Module => return Err(failed(MODULE)),
            Item::Folder(_) | Item::Link(_) => return Err(failed(Fault::IsFolder)),
        };
        let size = {
            let repository = self.repository.lock().unwrap_or_else(PoisonError::into_inner);
            repository.find_header(id).map_err(|_| failed(ABSENT))?.size()
        };
        if size > most {
            return Err(failed(Fault::TooLarge(most)));
        }
        let bytes = self.object(id).map_err(failed)?;
        if bytes.starts_with(LFS_POINTER) { Err(failed(LFS)) } else { Ok(bytes) }
    }

    fn write(&self, files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error> {
        let path = files.first().map_or(within, |(path, _)| path);
        Err(Error::new(Doing::Write, path, READ_ONLY))
    }

    fn create(&self, path: &Path, _: &[u8]) -> Result<(), Error> {
        Err(Error::new(Doing::Create, path, READ_ONLY))
    }

    /// Nothing is ever left in a revision.
    fn sweep(&self, _: &Path, _: &Path) {}
}
