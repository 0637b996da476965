//! What the plans of a folder share: the `_` files in it and above it. Reads each once.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::text::LARGEST_YAML;
use super::walk::{ends, is_hidden, is_shared};
use super::{Notes, Project};
use crate::diagnostic::{Code, Diagnostic, Severity, has_errors};
use crate::digest::Digest;
use crate::pipeline::{OWN_FAULT, Office, guarded};
use crate::plan::{Shared, read_shared};
use crate::source::SourceFile;
use crate::world::Kind;
use crate::yaml::{self, Node};

/// What the `_` files of a folder and the folders above it hold.
#[derive(Default)]
pub struct SharedFolder {
    /// What could be read.
    pub shared: Shared,
    /// The files that hold it, and what is in them.
    pub files: Vec<(PathBuf, Digest)>,
    /// Whether files could not be read and are left out; what they declare is unknown.
    pub lacks_files: bool,
    /// Whether files contradict each other, so that nothing can be built on them.
    pub is_broken: bool,
}

/// What the folders of a project share.
pub struct Folders<'a> {
    project: &'a Project<'a>,
    office: &'a Office,
    known: BTreeMap<PathBuf, Arc<SharedFolder>>,
}

impl<'a> Folders<'a> {
    /// The folders of a project, none of them read yet.
    pub fn new(project: &'a Project<'a>, office: &'a Office) -> Self {
        Self { project, office, known: BTreeMap::new() }
    }

    /// What the plans of a folder share: what the folders above it share, then its own `_` files.
    pub fn shared(&mut self, folder: &Path, notes: &mut Notes) -> Arc<SharedFolder> {
        if let Some(folder) = self.known.get(folder) {
            return Arc::clone(folder);
        }
        let root = &self.project.root;
        let above = folder.parent().filter(|_| folder != root && folder.starts_with(root));
        let outer = above.map(|above| self.shared(above, notes)).unwrap_or_default();
        let mut own = Notes::default();
        let read = self.files(folder, &mut own);
        let mut files = outer.files.clone();
        files.extend(read.iter().map(|(path, file)| (path.clone(), Digest::of(file.on_disk().as_bytes()))));
        let read: Vec<_> = read.into_iter().map(|(_, file)| file).collect();
        let shared = self.read(&outer.shared, &read, &mut own);
        let contradict = |found: &Diagnostic| found.code == Code::DuplicateId;
        let is_broken = outer.is_broken || own.findings.iter().any(contradict);
        let lacks_files = outer.lacks_files || !own.failures.is_empty() || has_errors(&own.findings);
        notes.findings.append(&mut own.findings);
        own.failures.into_iter().for_each(|failure| notes.fail(failure));
        let shared = Arc::new(SharedFolder { shared, files, lacks_files, is_broken });
        self.known.insert(folder.to_owned(), Arc::clone(&shared));
        shared
    }

    /// The `_` files of a folder; what cannot be read is noted.
    fn files(&self, folder: &Path, notes: &mut Notes) -> Vec<(PathBuf, Arc<SourceFile>)> {
        let mut files = Vec::new();
        for path in paths(self.project, folder, notes) {
            match self.project.text(&path, &self.project.shown(&path), LARGEST_YAML) {
                Ok(file) => files.push((path, file)),
                Err(unread) => notes.unread(unread),
            }
        }
        files
    }

    /// What files declare, beside what is declared above them.
    fn read(&self, outer: &Shared, files: &[Arc<SourceFile>], notes: &mut Notes) -> Shared {
        let covers = |letter| self.office.typeface.covers(letter);
        let mut nodes = Vec::new();
        for file in files {
            match guarded(|| yaml::read(file, &covers)) {
                Some(checked) => {
                    nodes.extend(checked.value.filter(|_| !has_errors(&checked.diagnostics)));
                    notes.findings.extend(checked.diagnostics);
                }
                None => notes.fail(format!("{}: {OWN_FAULT}", file.name)),
            }
        }
        let Some((shared, findings)) = guarded(|| read_whole(outer, nodes)) else {
            let names: Vec<_> = files.iter().map(|file| file.name.as_str()).collect();
            notes.fail(format!("{}: {OWN_FAULT}", names.join(", ")));
            return Shared::default();
        };
        notes.findings.extend(findings);
        shared
    }
}

/// Where the `_` files of a folder are, without those above it.
pub fn paths(project: &Project<'_>, folder: &Path, notes: &mut Notes) -> Vec<PathBuf> {
    if project.world.kind(folder) == Kind::Missing {
        return Vec::new();
    }
    let enters = |entry: &_, depth| if depth == 1 { is_shared(entry) } else { !is_hidden(entry) };
    let entries = project.walk(folder, &enters, notes);
    entries.into_iter().map(|entry| entry.path).filter(|path| ends(path, &["yaml"])).collect()
}

/// What files declare that hold no mistake; a file with one is left out, so that no half of an entity is printed.
fn read_whole(outer: &Shared, mut nodes: Vec<Node>) -> (Shared, Vec<Diagnostic>) {
    let (shared, findings) = read_shared(outer, &nodes);
    let wrong = |node: &Node| {
        let is_here = |found: &&Diagnostic| found.place().0 == node.span.file.name;
        findings
            .iter()
            .filter(is_here)
            .any(|found| found.severity == Severity::Error && found.code != Code::DuplicateId)
    };
    if !nodes.iter().any(wrong) {
        return (shared, findings);
    }
    nodes.retain(|node| !wrong(node));
    (read_shared(outer, &nodes).0, findings)
}
