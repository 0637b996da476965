//! Folders whose changes are noticed as they happen.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use notify::{RecommendedWatcher, RecursiveMode};
use notify_debouncer_mini::{DebounceEventResult, Debouncer, new_debouncer};

use super::{Doing, Error, Fault};

/// How long nothing more must happen to a file before it is looked at: editors write a file in several steps.
const QUIET: Duration = Duration::from_millis(30);

/// Watches folders, each without those below it.
pub struct Watcher {
    debouncer: Debouncer<RecommendedWatcher>,
    changes: Receiver<DebounceEventResult>,
    folders: BTreeSet<PathBuf>,
}

impl Watcher {
    /// A watcher of nothing.
    ///
    /// # Errors
    /// When the system notices no changes.
    pub fn new() -> Result<Self, Error> {
        let (sender, changes) = channel();
        let debouncer = new_debouncer(QUIET, sender).map_err(|error| failed(Path::new("."), &error))?;
        Ok(Self { debouncer, changes, folders: BTreeSet::new() })
    }

    /// Watches these folders and no others; one that is not there is left out until it is asked for again.
    ///
    /// # Errors
    /// When the system watches no more folders.
    pub fn watch(&mut self, folders: &BTreeSet<PathBuf>) -> Result<(), Error> {
        let watcher = self.debouncer.watcher();
        for gone in self.folders.difference(folders) {
            // A folder that has vanished is no longer watched by itself.
            let _ = watcher.unwatch(gone);
        }
        let mut watched = BTreeSet::new();
        for folder in folders {
            // A folder that was made anew under its old name is another one, so all are asked for again.
            match watcher.watch(folder, RecursiveMode::NonRecursive) {
                Ok(()) => drop(watched.insert(folder.clone())),
                Err(_) if !folder.is_dir() => {}
                Err(error) => return Err(failed(folder, &error)),
            }
        }
        self.folders = watched;
        Ok(())
    }

    /// Waits until something changes; the paths that did, none twice. `None` when nothing can be noticed any more.
    pub fn wait(&self) -> Option<BTreeSet<PathBuf>> {
        let mut paths = BTreeSet::new();
        let mut next = self.changes.recv().ok()?;
        loop {
            // What the system has lost count of is as if everything had changed: the folders themselves are named.
            match next {
                Ok(events) => paths.extend(events.into_iter().map(|event| event.path)),
                Err(_) => paths.extend(self.folders.iter().cloned()),
            }
            match self.changes.try_recv() {
                Ok(more) => next = more,
                Err(_) => return Some(paths),
            }
        }
    }
}

fn failed(path: &Path, error: &notify::Error) -> Error {
    let fault = match &error.kind {
        notify::ErrorKind::Io(error) => Fault::of(error),
        notify::ErrorKind::MaxFilesWatch => Fault::Named("hệ điều hành không cho theo dõi thêm thư mục"),
        _ => Fault::Named("hệ điều hành không báo được thay đổi của tệp"),
    };
    Error::new(Doing::Watch, path, fault)
}
