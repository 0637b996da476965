//! The outside: files and folders, behind a trait.
//!
//! The disk is one world; others are in memory, or lay unsaved buffers over another, or note what was read, or are what a git
//! repository holds of earlier days. A watcher notices what changes on the disk. Only this module touches the disk. None asks for the date or
//! the network; the clock tells how long something took, if the user asks.

pub mod clock;
pub mod disk;
mod error;
pub mod memory;
pub mod overlay;
pub mod record;
pub mod revision;
pub mod watch;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

pub use error::{Doing, Error, Fault};

/// What stands at a path, links followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nothing.
    Missing,
    /// A link that leads to nothing, or round.
    DeadLink,
    /// A regular file.
    File,
    /// A folder.
    Folder,
    /// A pipe, a device or a socket: nothing that may be read.
    Special,
    /// It cannot be told; reading says why.
    Unknown,
}

/// Something in a folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path, which begins with that of the folder.
    pub path: PathBuf,
    /// What it is.
    pub kind: Kind,
    /// Whether it is a link to that.
    pub is_link: bool,
}

impl Entry {
    /// Its name in its folder.
    pub fn name(&self) -> &OsStr {
        self.path.file_name().unwrap_or_default()
    }
}

/// Where files are read and written.
pub trait World: Sync {
    /// The folder to which relative paths belong.
    ///
    /// # Errors
    /// When it is gone.
    fn working_folder(&self) -> Result<PathBuf, Error>;

    /// A path without `.`, `..` and links, as far as it is there.
    fn resolve(&self, path: &Path) -> PathBuf;

    /// What stands at a path.
    fn kind(&self, path: &Path) -> Kind;

    /// What stands in a folder, sorted by name.
    ///
    /// # Errors
    /// When the folder cannot be read.
    fn list(&self, folder: &Path) -> Result<Vec<Entry>, Error>;

    /// Reads a regular file of so many bytes at most.
    ///
    /// # Errors
    /// When it cannot be read, is no regular file, or has more bytes.
    fn read(&self, path: &Path, most: u64) -> Result<Vec<u8>, Error>;

    /// Writes files whole, in place of what was there, all or none, and nowhere but in a folder; leaves one alone that is
    /// there already, byte for byte.
    ///
    /// # Errors
    /// When one cannot be written, or would be written outside of the folder through a link; what was there stays.
    fn write(&self, files: &[(PathBuf, Vec<u8>)], within: &Path) -> Result<(), Error>;

    /// Writes a file that can be made again, whole or not at all, and nowhere but in a folder: as `write`, but without waiting
    /// until it lasts. After a power cut it may be damaged.
    ///
    /// # Errors
    /// When it cannot be written, or would be written outside of the folder through a link.
    fn keep(&self, path: &Path, bytes: &[u8], within: &Path) -> Result<(), Error> {
        self.write(&[(path.to_owned(), bytes.to_vec())], within)
    }

    /// Writes a new file, whole or not at all; one that is there is left alone and reported.
    ///
    /// # Errors
    /// When it is there already or cannot be written.
    fn create(&self, path: &Path, bytes: &[u8]) -> Result<(), Error>;

    /// Removes what killed runs have left of their work in a folder that lies within another.
    fn sweep(&self, folder: &Path, within: &Path);
}
