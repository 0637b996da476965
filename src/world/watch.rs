//! Folders whose changes are noticed as they happen.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::Duration;

use notify::event::{AccessKind, AccessMode};
use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

use super::{Doing, Error, Fault};

/// How long nothing more must happen before what has changed is looked at: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(20);
/// How many such pauses are waited for at most, should something change all the time.
const MOST_PAUSES: usize = 25;

/// Watches folders, each without those below it.
pub struct Watcher {
    inner: RecommendedWatcher,
    changes: Receiver<notify::Result<Event>>,
    folders: BTreeSet<PathBuf>,
}

impl Watcher {
    /// A watcher of nothing.
    ///
    /// # Errors
    /// When the system notices no changes.
    pub fn new() -> Result<Self, Error> {
        let (sender, changes) = channel();
        let inner = notify::recommended_watcher(sender).map_err(|error| failed(Path::new("."), &error))?;
        Ok(Self { inner, changes, folders: BTreeSet::new() })
    }

    /// Watches these folders and no others; one that is not there is left out until it is asked for again.
    ///
    /// # Errors
    /// When the system watches no more folders.
    pub fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> Result<(), Error> {
        for gone in self.folders.difference(folders) {
            // A folder that has vanished is no longer watched by itself.
            let _ = self.inner.unwatch(gone);
        }
        let mut watched = BTreeSet::new();
        for folder in folders {
            // A folder that was made anew under its old name is another one, so all are asked for again.
            match self.inner.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(watched.insert(folder.clone())),
                Err(_) if !folder.is_dir() => {}
                Err(error) => return Err(failed(folder, &error)),
            }
        }
        self.folders = watched;
        Ok(())
    }

    /// Waits until something changes and nothing more does; the paths that did. `None` when nothing can be noticed any more.
    pub fn wait(&self) -> Option<BTreeSet<PathBuf>> {
        let mut paths = BTreeSet::new();
        while paths.is_empty() {
            paths.extend(self.changed(self.changes.recv().ok()?));
        }
        for _ in 0..MOST_PAUSES {
            match self.changes.recv_timeout(QUIET) {
                Ok(event) => paths.extend(self.changed(event)),
                Err(RecvTimeoutError::Timeout | RecvTimeoutError::Disconnected) => break,
            }
        }
        Some(paths)
    }

    /// The paths that an event tells of. A file that is only read has not changed.
    fn changed(&self, event: notify::Result<Event>) -> Vec<PathBuf> {
        match event {
            Ok(Event {
                kind:
                    EventKind::Access(
                        AccessKind::Open(_) | AccessKind::Read | AccessKind::Close(AccessMode::Read | AccessMode::Any),
                    ),
                ..
            }) => Vec::new(),
            Ok(event) if event.need_rescan() => self.folders.iter().cloned().collect(),
            Ok(event) => event.paths,
            // What the system has lost count of is as if everything had changed.
            Err(_) => self.folders.iter().cloned().collect(),
        }
    }
}

fn failed(path: &Path, error: &notify::Error) -> Error {
    let fault = match &error.kind {
        notify::ErrorKind::Io(error) => Fault::of(error),
        notify::ErrorKind::MaxFilesWatch => Fault::Named("hệ điều hành không cho theo dõi thêm thư mục"),
        notify::ErrorKind::Generic(_)
        | notify::ErrorKind::PathNotFound
        | notify::ErrorKind::WatchNotFound
        | notify::ErrorKind::InvalidConfig(_) => Fault::Named("hệ điều hành không báo được thay đổi của tệp"),
    };
    Error::new(Doing::Watch, path, fault)
}
