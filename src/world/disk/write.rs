//! Files written together: all are new, or all are as they were.

use std::fs;
use std::io::{self, Read};
use std::path::{Component, Path, PathBuf};

use tempfile::TempPath;

use super::super::{Doing, Error, Fault};
use super::temporary::{self, Lasting, Temporary};

/// A file whose bytes are on the disk under another name, and what stands in its place until then.
struct Ready<'a> {
    path: &'a Path,
    new: Temporary,
    old: Option<Temporary>,
}

/// Gives a file its name.
type Place = dyn FnMut(TempPath, &Path) -> io::Result<()>;

/// Writes files, all or none, in a folder.
pub(super) fn write(files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error> {
    write_by(&mut |new, path| new.persist(path).map_err(|error| error.error), files, within)
}

/// Writes files, with a way of giving them their names.
pub(super) fn write_by(place: &mut Place, files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error> {
    fs::create_dir_all(within).map_err(Error::on(Doing::MakeFolder, within))?;
    let inside = within.canonicalize().map_err(Error::on(Doing::Open, within))?;
    let mut ready = Vec::new();
    for (path, bytes) in files {
        let folder = make_folder(path, within, &inside)?;
        let there = old(path, &inside)?;
        if there && is_same(path, bytes) {
            continue;
        }
        let new = temporary::new(folder, bytes, Lasting::Yes).map_err(Error::on(Doing::Write, path))?;
        let old = there.then(|| temporary::kept(path, folder)).transpose().map_err(Error::on(Doing::Write, path))?;
        ready.push(Ready { path, new, old });
    }
    put(place, ready)
}

/// Writes a file that need not last, in a folder.
pub(super) fn keep(path: &Path, bytes: &[u8], within: &Path) -> Result<(), Error> {
    fs::create_dir_all(within).map_err(Error::on(Doing::MakeFolder, within))?;
    let inside = within.canonicalize().map_err(Error::on(Doing::Open, within))?;
    let folder = make_folder(path, within, &inside)?;
    if old(path, &inside)? && is_same(path, bytes) {
        return Ok(());
    }
    let failed = Error::on(Doing::Write, path);
    let Temporary { path: name, lock } = match temporary::new(folder, bytes, Lasting::No) {
        Ok(new) => new,
        Err(error) => return Err(failed(error)),
    };
    name.persist(path).map_err(|error| failed(error.error))?;
    drop(lock);
    Ok(())
}

/// Makes the folder of an output, below the folder of all outputs; follows no link that leads out of that.
fn make_folder<'a>(path: &'a Path, within: &Path, inside: &Path) -> Result<&'a Path, Error> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let below = folder.strip_prefix(within).map_err(|_| Error::new(Doing::Write, path, Fault::Outside))?;
    let mut made = within.to_owned();
    for part in below.components() {
        let Component::Normal(part) = part else { return Err(Error::new(Doing::Write, path, Fault::Outside)) };
        made.push(part);
        match fs::create_dir(&made) {
            Ok(()) => {}
            Err(_) if made.is_dir() => {
                let real = made.canonicalize().map_err(Error::on(Doing::Open, &made))?;
                if !real.starts_with(inside) {
                    return Err(Error::new(Doing::Write, &made, Fault::Outside));
                }
            }
            Err(error) => return Err(Error::on(Doing::MakeFolder, &made)(error)),
        }
    }
    Ok(folder)
}

/// Whether a file stands in the place of an output; anything else there is a failure.
fn old(path: &Path, inside: &Path) -> Result<bool, Error> {
    let failed = |fault| Err(Error::new(Doing::Write, path, fault));
    let Ok(data) = fs::symlink_metadata(path) else { return Ok(false) };
    if data.is_symlink() {
        let real = path.canonicalize().map_err(Error::on(Doing::Write, path))?;
        if !real.starts_with(inside) {
            return failed(Fault::Outside);
        }
    }
    match fs::metadata(path).map_err(Error::on(Doing::Write, path))?.file_type() {
        of if of.is_file() => Ok(true),
        of if of.is_dir() => failed(Fault::IsFolder),
        _ => failed(Fault::Special),
    }
}

/// Whether a file holds these bytes and no others.
fn is_same(path: &Path, bytes: &[u8]) -> bool {
    let Ok(mut file) = fs::File::open(path) else { return false };
    if file.metadata().map_or(true, |data| !data.is_file() || data.len() != bytes.len() as u64) {
        return false;
    }
    let mut part = [0; 1 << 14];
    let mut rest = bytes;
    loop {
        match file.read(&mut part) {
            Ok(0) => return rest.is_empty(),
            Ok(read) => match rest.strip_prefix(&part[..read]) {
                Some(after) => rest = after,
                None => return false,
            },
            Err(_) => return false,
        }
    }
}

/// Puts every file in its place, or puts those back that had been replaced.
fn put(place: &mut Place, ready: Vec<Ready<'_>>) -> Result<(), Error> {
    let mut done: Vec<(&Path, Option<Temporary>)> = Vec::new();
    for Ready { path, new, old } in ready {
        // The lock is held until the file has its name.
        let Temporary { path: name, lock } = new;
        if let Err(error) = place(name, path) {
            let error = Error::on(Doing::Write, path)(error);
            return Err(if put_back(done) { error } else { error.tearing() });
        }
        drop(lock);
        done.push((path, old));
    }
    for (path, _) in &done {
        sync_folder(path);
    }
    Ok(())
}

/// Puts back what had been replaced; whether all of it is back.
fn put_back(done: Vec<(&Path, Option<Temporary>)>) -> bool {
    let mut all = true;
    for (path, old) in done.into_iter().rev() {
        all &= match old {
            Some(Temporary { path: name, lock: _lock }) => name.persist(path).is_ok(),
            None => fs::remove_file(path).is_ok(),
        };
    }
    all
}

/// Makes the names in the folder of a file last. A system that cannot do this keeps its own order of writing.
fn sync_folder(path: &Path) {
    #[cfg(unix)]
    if let Some(folder) = path.parent()
        && let Ok(folder) = fs::File::open(folder)
    {
        let _ = folder.sync_all();
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// Writes a new file.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    fs::create_dir_all(folder).map_err(Error::on(Doing::MakeFolder, folder))?;
    if fs::symlink_metadata(path).is_ok() {
        return Err(Error::new(Doing::Create, path, Fault::Exists));
    }
    let Temporary { path: name, lock } =
        temporary::new(folder, bytes, Lasting::Yes).map_err(Error::on(Doing::Create, path))?;
    name.persist_noclobber(path).map_err(|error| Error::on(Doing::Create, path)(error.error))?;
    drop(lock);
    sync_folder(path);
    Ok(())
}
