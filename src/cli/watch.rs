//! `kehoach watch`: builds again what a save touches, until it is stopped.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::arguments::{Build, Global};
use super::build;
use super::outcome::Outcome;
use super::terminal::Terminal;
use crate::digest::Digest;
use crate::project::Project;
use crate::world::record::Recorder;
use crate::world::watch::Watcher;
use crate::world::{Kind, World};

/// Endings of files that plans are made of; others that come or go beside them change nothing.
const MADE_OF: [&str; 5] = ["yaml", "yml", "xml", "ttf", "otf"];
/// Larger than any of these, in bytes.
const LARGEST: u64 = 64 << 20;

/// What a round of building has read.
struct Read {
    /// Files that were read, or would have been.
    files: BTreeSet<PathBuf>,
    /// Folders in which was looked for files.
    folders: BTreeSet<PathBuf>,
    /// What the files held.
    contents: Vec<(PathBuf, Digest)>,
}

pub(super) fn run(world: &dyn World, build: &Build, global: &Global, terminal: &mut Terminal) -> Outcome {
    match watch(world, build, global, terminal) {
        Ok(outcome) => outcome,
        Err(failure) => {
            terminal.failure(&failure);
            Outcome::Failed
        }
    }
}

fn watch(world: &dyn World, build: &Build, global: &Global, terminal: &mut Terminal) -> Result<Outcome, String> {
    let project = Project::of(world, &build.paths)?;
    let told = |error| project.told(&error);
    let mut watcher = Watcher::new().map_err(told)?;
    let outputs = build::folders(build, &project);
    let mut build = build.clone();
    loop {
        let (outcome, mut read) = round(world, &build, &project, &outputs, global, terminal);
        if !build.only_new && outcome == Outcome::Failed && read.files.is_empty() {
            // Nothing was read, so that no save could mend it.
            return Ok(outcome);
        }
        // From the second round on nothing is told but what the save has touched.
        build.only_new = true;
        build.explain = true;
        read.folders.extend([project.root.clone(), project.root.join("plans"), project.root.join("templates")]);
        watcher.watch(&read.folders).map_err(told)?;
        // What was saved while the folders were not watched yet is seen by its content.
        if !is_as_read(world, &read) {
            continue;
        }
        terminal.talk("đang chờ tệp được lưu; nhấn Ctrl+C để dừng");
        loop {
            let Some(changed) = watcher.wait() else { return Ok(Outcome::Failed) };
            if changed.iter().any(|path| is_of(world, &read, &outputs, path)) {
                break;
            }
        }
    }
}

/// Builds once; what was read of it.
fn round(
    world: &dyn World,
    build: &Build,
    project: &Project<'_>,
    outputs: &[PathBuf],
    global: &Global,
    terminal: &mut Terminal,
) -> (Outcome, Read) {
    let recorder = Recorder::new(world);
    let outcome = build::run(&recorder, build, global, terminal);
    let is_input = |path: &PathBuf| path.starts_with(&project.root) && !is_within(outputs, path);
    let (folders, files): (BTreeSet<_>, BTreeSet<_>) =
        recorder.paths().into_iter().filter(is_input).partition(|path| world.kind(path) == Kind::Folder);
    let contents = recorder.contents().into_iter().filter(|(path, _)| is_input(path)).collect();
    let parents = files.iter().filter_map(|file| file.parent()).map(Path::to_owned);
    let folders = folders.iter().cloned().chain(parents).collect();
    (outcome, Read { files, folders, contents })
}

fn is_within(folders: &[PathBuf], path: &Path) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

/// Whether every file still holds what was read of it.
fn is_as_read(world: &dyn World, read: &Read) -> bool {
    let holds = |path: &Path| world.read(path, LARGEST).ok().map(|bytes| Digest::of(&bytes));
    read.contents.iter().all(|(path, content)| holds(path) == Some(*content))
}

/// Whether what happened at a path may change what is built.
fn is_of(world: &dyn World, read: &Read, outputs: &[PathBuf], path: &Path) -> bool {
    if is_within(outputs, path) {
        return false;
    }
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    // A folder that has come or gone has no ending; what an editor keeps beside a file begins with a dot or has another one.
    let may_be_folder = ending.is_empty() && !name.ends_with('~') && world.kind(path) != Kind::File;
    let is_known = read.files.contains(path) || read.folders.contains(path);
    is_known || !name.starts_with('.') && (MADE_OF.contains(&ending.as_str()) || may_be_folder)
}
