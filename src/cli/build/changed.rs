//! Which plans may print something else than at a revision.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use super::super::jobs::Job;
use crate::digest::Digest;
use crate::project::{Notes, Project, SETTINGS_FILE, shared, templates};
use crate::visible;
use crate::world::revision::{Repository, Revision};
use crate::world::{Kind, World};

/// Larger than any file that a plan is made of, in bytes.
const LARGEST: u64 = 64 << 20;

/// The files of a project, held against those of a revision.
pub(super) struct Since<'a> {
    now: &'a Project<'a>,
    revision: Revision,
    /// Where the project's root stands in the revision.
    home: PathBuf,
}

impl<'a> Since<'a> {
    /// The project's files at a revision of the repository around it.
    ///
    /// # Errors
    /// When there is no repository, or no such revision in it, in a sentence.
    pub(super) fn new(project: &'a Project<'a>, name: &str) -> Result<Self, String> {
        let repository = Repository::around(&project.root).map_err(|error| error.to_string())?;
        let home = repository
            .place(&project.root)
            .ok_or_else(|| format!("không có {} trong cây tệp của kho git", visible::path(&project.root)))?;
        let revision = repository.revision(name, &home).map_err(|error| error.to_string())?;
        Ok(Self { now: project, revision, home })
    }

    /// Which plans changed, or something that they are made of; `files` are those of the office with their contents.
    ///
    /// # Errors
    /// When a file of the revision cannot be read, in a sentence.
    pub(super) fn changed(&self, files: &[(PathBuf, Digest)], jobs: &[&Job]) -> Result<Vec<bool>, String> {
        let before = Project::of_revision(&self.revision, std::slice::from_ref(&self.home))?;
        let mut notes = Notes::default();
        let mut all = files.iter().any(|(path, content)| !self.held(path, *content));
        let gone = |path: &Path| self.now.world.kind(&self.now.root.join(path)) == Kind::Missing;
        let mut old: Vec<PathBuf> = templates::paths(&before, &mut notes);
        old.extend(Some(self.home.join(SETTINGS_FILE)).filter(|path| self.revision.kind(path) == Kind::File));
        all |= old.iter().any(|path| gone(path.strip_prefix(&self.home).unwrap_or(path)));
        let mut folders = BTreeMap::new();
        let mut changed = Vec::new();
        for job in jobs {
            let folder = job.path.parent().unwrap_or(&self.now.root);
            let shared = match folders.get(folder) {
                Some(is_changed) => *is_changed,
                None => {
                    let is_changed = self.shares_otherwise(&before, folder, job, &mut notes);
                    folders.insert(folder.to_owned(), is_changed);
                    is_changed
                }
            };
            changed.push(all || shared || self.is_changed(&job.path));
        }
        notes.failures.into_iter().next().map_or(Ok(changed), Err)
    }

    /// Whether a folder shares something else than at the revision.
    fn shares_otherwise(&self, before: &Project<'_>, folder: &Path, job: &Job, notes: &mut Notes) -> bool {
        let now: BTreeSet<_> = job.shared.files.iter().map(|(path, _)| self.place(path)).collect();
        let within = |above: &&Path| above.starts_with(&self.home);
        let place = self.place(folder);
        let old = place.ancestors().take_while(within).flat_map(|above| shared::paths(before, above, notes));
        let is_gone = old.collect::<Vec<_>>().iter().any(|path| !now.contains(path));
        is_gone || job.shared.files.iter().any(|(path, content)| !self.held(path, *content))
    }

    fn is_changed(&self, plan: &Path) -> bool {
        let now = self.now.world.read(plan, LARGEST).map(|bytes| Digest::of(&bytes));
        now.map_or(true, |content| !self.held(plan, content))
    }

    /// Where a file of the project stands in the revision.
    fn place(&self, path: &Path) -> PathBuf {
        self.home.join(self.now.inside(path))
    }

    /// Whether a file had a content at the revision already.
    fn held(&self, path: &Path, content: Digest) -> bool {
        self.revision.read(&self.place(path), LARGEST).is_ok_and(|bytes| Digest::of(&bytes) == content)
    }
}
