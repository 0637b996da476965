//! The disk.

#![expect(clippy::disallowed_methods, reason = "this is the module that touches the disk")]

mod temporary;
mod write;

use std::fs;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{Doing, Entry, Error, Fault, Kind, World};

/// The disk of the machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl World for Disk {
    fn working_folder(&self) -> Result<PathBuf, Error> {
        let folder = std::env::current_dir().map_err(Error::on(Doing::Open, Path::new(".")))?;
        Ok(self.resolve(&folder))
    }

    fn resolve(&self, path: &Path) -> PathBuf {
        path.canonicalize().unwrap_or_else(|_| path.to_owned())
    }

    fn kind(&self, path: &Path) -> Kind {
        match fs::metadata(path) {
            Ok(data) => kind(data.file_type()),
            Err(_) if path.is_symlink() => Kind::DeadLink,
            Err(error) if matches!(Fault::of(&error), Fault::Missing | Fault::NotFolder) => Kind::Missing,
            Err(_) => Kind::Unknown,
        }
    }

    fn list(&self, folder: &Path) -> Result<Vec<Entry>, Error> {
        let entries = WalkDir::new(folder).min_depth(1).max_depth(1).sort_by_file_name();
        let entry = |entry: Result<DirEntry, walkdir::Error>| {
            let entry = entry.map_err(|error| {
                // One folder alone is read, so that no links can go round in it.
                let error = error.into_io_error().unwrap_or_else(|| io::ErrorKind::Other.into());
                Error::on(Doing::Read, folder)(error)
            })?;
            let is_link = entry.path_is_symlink();
            let kind = if is_link { self.kind(entry.path()) } else { kind(entry.file_type()) };
            Ok(Entry { path: entry.into_path(), kind, is_link })
        };
        entries.into_iter().map(entry).collect()
    }

    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error> {
        let failed = |fault| Error::new(Doing::Read, path, fault);
        let accepted = |data: &fs::Metadata| match kind(data.file_type()) {
            Kind::File if data.len() > most => Err(failed(Fault::TooLarge(most))),
            Kind::File => Ok(()),
            Kind::Folder => Err(failed(Fault::IsFolder)),
            Kind::Special | Kind::Missing | Kind::DeadLink | Kind::Unknown => Err(failed(Fault::Special)),
        };
        // A pipe is not even opened, since opening one may wait for ever; what has been opened is looked at again, since
        // something else may stand at the path by then.
        accepted(&fs::metadata(path).map_err(Error::on(Doing::Read, path))?)?;
        let file = fs::File::open(path).map_err(Error::on(Doing::Read, path))?;
        let data = file.metadata().map_err(Error::on(Doing::Read, path))?;
        accepted(&data)?;
        let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or_default());
        // A file may grow while it is read.
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(Error::on(Doing::Read, path))?;
        if bytes.len() as u64 > most {
            return Err(failed(Fault::TooLarge(most)));
        }
        Ok(bytes)
    }

    fn write(&self, files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error> {
        write::write(files, within)
    }

    fn keep(&self, path: &Path, bytes: &[u8], within: &Path) -> Result<(), Error> {
        write::keep(path, bytes, within)
    }

    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), Error> {
        write::create(path, bytes)
    }

    fn sweep(&self, folder: &Path, within: &Path) {
        if self.resolve(folder).starts_with(self.resolve(within)) {
            temporary::sweep(folder);
        }
    }
}

fn kind(of: fs::FileType) -> Kind {
    if of.is_file() {
        Kind::File
    } else if of.is_dir() {
        Kind::Folder
    } else {
        Kind::Special
    }
}

#[cfg(test)]
mod tests;
