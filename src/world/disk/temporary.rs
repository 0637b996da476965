//! Files of a run's own, beside its outputs, and what killed runs have left of theirs.
//!
//! Such a file is locked as long as its run lives, and the system unlocks it when the run ends, in whatever way. So what
//! can be locked belongs to nobody. A disk without locks is never swept.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use tempfile::TempPath;

/// How the names of these files begin.
const PREFIX: &str = ".kehoach-";
/// The letters that follow, made up anew for each.
const RANDOM: usize = 8;
/// How often a new file is made, should another run sweep it away before it is locked.
const TRIES: usize = 8;

/// A file that goes away unless it is given its name.
pub(super) struct Temporary {
    /// Where it is.
    pub(super) path: TempPath,
    /// The file, locked, as far as it can be.
    pub(super) lock: Option<fs::File>,
}

/// Whether the bytes of a new file outlast a power cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Lasting {
    Yes,
    No,
}

fn builder() -> tempfile::Builder<'static, 'static> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(PREFIX).rand_bytes(RANDOM);
    builder
}

/// A new file in a folder, its bytes safe on the disk where they are to last.
pub(super) fn new(folder: &Path, bytes: &[u8], lasting: Lasting) -> io::Result<Temporary> {
    let mut builder = builder();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's mask leaves of this is what any other program would give the file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    for _ in 0..TRIES {
        let (mut lock, path) = builder.tempfile_in(folder)?.into_parts();
        if is_ours(&lock, &path) {
            lock.write_all(bytes)?;
            if lasting == Lasting::Yes {
                lock.sync_all()?;
            }
            return Ok(Temporary { path, lock: Some(lock) });
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

/// A second name of a file that is about to be replaced, or a copy of it where the disk knows no second names.
///
/// The file stays in its place too, so that a killed run leaves it there.
pub(super) fn kept(path: &Path, folder: &Path) -> io::Result<Temporary> {
    for last in (0..TRIES).map(|at| at + 1 == TRIES) {
        let backup = builder().make_in(folder, |name| {
            let linked = fs::hard_link(path, name);
            let is_taken = linked.as_ref().is_err_and(|error| error.kind() == io::ErrorKind::AlreadyExists);
            if linked.is_ok() || is_taken { linked } else { copy(path, name) }
        })?;
        let path = backup.into_temp_path();
        // What may not be opened, or is locked by another program for long, serves without a lock.
        let lock = fs::File::open(&path).ok();
        let held = lock.as_ref().map_or_else(|| path.exists(), |lock| is_ours(lock, &path));
        if held || last && path.exists() {
            return Ok(Temporary { path, lock });
        }
    }
    Err(io::ErrorKind::ResourceBusy.into())
}

fn copy(path: &Path, name: &Path) -> io::Result<()> {
    let mut copy = fs::File::create_new(name)?;
    io::copy(&mut fs::File::open(path)?, &mut copy)?;
    copy.sync_all()
}

/// Locks a file that has just been made; false if another run is sweeping it away.
///
/// The lock is shared, since two runs may keep the same old file.
fn is_ours(file: &fs::File, path: &Path) -> bool {
    !matches!(file.try_lock_shared(), Err(fs::TryLockError::WouldBlock)) && path.exists()
}

/// Removes the files that no living run holds.
pub(super) fn sweep(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let is_temporary = name
            .to_str()
            .and_then(|name| name.strip_prefix(PREFIX))
            .is_some_and(|random| random.len() == RANDOM && random.bytes().all(|byte| byte.is_ascii_alphanumeric()));
        if !is_temporary || !entry.file_type().is_ok_and(|of| of.is_file()) {
            continue;
        }
        if let Ok(file) = fs::File::open(entry.path())
            && file.try_lock().is_ok()
        {
            // Should it stay, the next run tries again.
            let _ = fs::remove_file(entry.path());
        }
    }
}
