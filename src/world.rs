//! The disk: the only module that touches it.
//!
//! Reads whole files, writes whole files or none, lists plans in a fixed order. Never reads the clock or the network.

#![expect(clippy::wildcard_enum_match_arm, reason = "the system may name new kinds of failure")]
#![expect(clippy::disallowed_methods, reason = "this is the module that touches the disk")]

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

/// The file that marks the root of a project and holds the settings of its office.
pub const SETTINGS_FILE: &str = "kehoach.yaml";

/// The machine's failure: a file that cannot be read or written.
#[derive(Debug)]
pub struct Error {
    /// What was to be done.
    doing: &'static str,
    /// With which file.
    path: PathBuf,
    /// What the system said.
    source: io::Error,
}

impl std::fmt::Display for Error {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let why = match self.source.kind() {
            _ if self.path.is_symlink() && !self.path.exists() => "liên kết này không dẫn tới tệp nào".to_owned(),
            io::ErrorKind::NotFound => "không có tệp hoặc thư mục này".to_owned(),
            io::ErrorKind::PermissionDenied => "không có quyền".to_owned(),
            io::ErrorKind::NotADirectory => "đường dẫn đi qua một tệp, không phải thư mục".to_owned(),
            io::ErrorKind::IsADirectory => "đây là thư mục, không phải tệp".to_owned(),
            io::ErrorKind::AlreadyExists => "đã có tệp cùng tên".to_owned(),
            io::ErrorKind::StorageFull => "ổ đĩa đã đầy".to_owned(),
            io::ErrorKind::ReadOnlyFilesystem => "ổ đĩa chỉ cho đọc".to_owned(),
            _ => self.source.to_string(),
        };
        write!(f, "không {} được {}: {why}", self.doing, self.path.display())
    }
}

impl std::error::Error for Error {}

fn failed(doing: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Error {
    let path = path.to_owned();
    move |source| Error { doing, path, source }
}

/// The nearest folder at or above a path that holds the settings.
pub fn project_above(path: &Path) -> Option<PathBuf> {
    path.ancestors().find(|folder| folder.join(SETTINGS_FILE).is_file()).map(Path::to_owned)
}

/// The working folder.
///
/// # Errors
/// When the folder is gone.
pub fn working_folder() -> Result<PathBuf, Error> {
    std::env::current_dir().map_err(failed("mở", Path::new(".")))
}

/// A path without `.` and `..`, as far as it is there.
pub fn resolved(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Whether a path is a folder.
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether a path is there.
pub fn exists(path: &Path) -> bool {
    path.exists()
}

/// Reads a file.
///
/// # Errors
/// When it cannot be read.
pub fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(failed("đọc", path))
}

/// Whether a file or folder holds what plans share, or is hidden.
fn is_apart(name: &std::ffi::OsStr) -> bool {
    let name = name.to_string_lossy();
    name.starts_with('_') || name.starts_with('.')
}

/// Files below a folder with one of some endings, sorted by path; those set apart are passed over.
///
/// # Errors
/// When a folder cannot be read.
pub fn list(folder: &Path, endings: &[&str]) -> Result<Vec<PathBuf>, Error> {
    walk(folder, endings, |entry| entry.depth() > 0 && is_apart(entry.file_name()))
}

/// Files that the plans of a folder share: `_*.yaml` in it, and every file in its `_` folders.
///
/// # Errors
/// When a folder cannot be read.
pub fn list_shared(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    walk(folder, &["yaml"], |entry| {
        let name = entry.file_name().to_string_lossy();
        match entry.depth() {
            0 => false,
            1 => !name.starts_with('_'),
            _ => name.starts_with('.'),
        }
    })
}

/// Files below a folder that look like plans, or like what plans share, but for the spelling of their ending.
///
/// # Errors
/// When a folder cannot be read.
pub fn list_strays(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let hidden = |entry: &walkdir::DirEntry| entry.depth() > 0 && entry.file_name().to_string_lossy().starts_with('.');
    let mut strays = walk(folder, &[], hidden)?;
    strays.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
        let looks = [".yml", ".yaml", ".yml.txt", ".yaml.txt"].iter().any(|ending| name.ends_with(ending));
        looks && path.extension().is_none_or(|ending| ending != "yaml")
    });
    Ok(strays)
}

fn walk(
    folder: &Path,
    endings: &[&str],
    passed_over: impl Fn(&walkdir::DirEntry) -> bool,
) -> Result<Vec<PathBuf>, Error> {
    let mut files = Vec::new();
    for entry in WalkDir::new(folder).sort_by_file_name().into_iter().filter_entry(|entry| !passed_over(entry)) {
        let entry = entry.map_err(|error| {
            let path = error.path().unwrap_or(folder).to_owned();
            let source = error.into_io_error().unwrap_or_else(|| io::Error::other("các liên kết thư mục quay vòng"));
            Error { doing: "đọc", path, source }
        })?;
        let path = entry.path();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        // A link that leads nowhere is listed too, so that reading it says so.
        if (endings.is_empty() || endings.contains(&ending))
            && (path.is_file() || entry.path_is_symlink() && !path.exists())
        {
            files.push(path.to_owned());
        }
    }
    Ok(files)
}

/// Writes files whole, in place of what was there, all or none; does nothing for one that is there already, byte for
/// byte.
///
/// # Errors
/// When one cannot be written; what was there stays.
pub fn write(files: &[(PathBuf, Vec<u8>)]) -> Result<(), Error> {
    let mut ready = Vec::new();
    for (path, bytes) in files {
        let folder = path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder).map_err(failed("tạo", folder))?;
        if path.is_dir() {
            return Err(failed("ghi", path)(io::ErrorKind::IsADirectory.into()));
        }
        if fs::read(path).is_ok_and(|old| old == *bytes) {
            continue;
        }
        let mut file = beside(folder).map_err(failed("ghi", path))?;
        file.write_all(bytes).map_err(failed("ghi", path))?;
        ready.push((path, file));
    }
    for (path, file) in ready {
        file.persist(path).map_err(|error| failed("ghi", path)(error.error))?;
    }
    Ok(())
}

/// A new file in a folder, which goes away unless it is given its name.
fn beside(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".kehoach-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // What the user's mask leaves of this is what any other program would give the file.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

/// Writes a new file; one that is there is left alone and reported.
///
/// # Errors
/// When it is there already or cannot be written.
pub fn create(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(failed("tạo", folder))?;
    }
    let mut file = fs::File::create_new(path).map_err(failed("viết mới", path))?;
    file.write_all(bytes).map_err(failed("ghi", path))
}
