//! Where a project begins.

use std::path::{Path, PathBuf};

use super::{Project, SETTINGS_FILE};
use crate::visible;
use crate::world::revision::Revision;
use crate::world::{Kind, World};

impl<'a> Project<'a> {
    /// The project of some paths; without paths, or where they are in none, that of the working folder.
    ///
    /// # Errors
    /// When there is no working folder, or the paths belong to two projects, in a sentence.
    pub fn of(world: &'a dyn World, paths: &[PathBuf]) -> Result<Self, String> {
        let working = world.working_folder().map_err(|error| error.to_string())?;
        let usual = above(world, &working).unwrap_or_else(|| working.clone());
        let mut roots: Vec<PathBuf> = Vec::new();
        for path in paths {
            let place = place(world, &working, path);
            let found = above(world, &place).or_else(|| {
                // A link outside of every project is a way into one.
                let way = (!place.starts_with(&usual)).then(|| world.resolve(&place));
                way.and_then(|real| above(world, &real))
            });
            // The way may lead through a link to the root itself.
            let found = found.map(|root| world.resolve(&root));
            roots.extend(found.filter(|root| !roots.contains(root)));
        }
        let root = match roots.as_slice() {
            [] => usual,
            [root] => root.clone(),
            [first, second, ..] => {
                let [first, second] =
                    [first, second].map(|root| visible::path(root.strip_prefix(&working).unwrap_or(root)));
                return Err(format!("các đường dẫn thuộc hai dự án: {first} và {second}; dựng mỗi dự án một lần"));
            }
        };
        Ok(Self { world, root, working, before: String::new() })
    }

    /// The project of some paths as it was at a revision; its files are named as git names them, from the root of the
    /// repository.
    ///
    /// # Errors
    /// When the paths belong to two projects, in a sentence.
    pub fn of_revision(revision: &'a Revision, paths: &[PathBuf]) -> Result<Self, String> {
        let project = Self::of(revision, paths)?;
        Ok(Self { working: PathBuf::from("/"), before: revision.prefix(), ..project })
    }

    /// Where the path of an argument is: a link of the project is taken as it stands there, so that it is seen whether it
    /// leads out; any other is followed.
    pub(super) fn place(&self, path: &Path) -> PathBuf {
        let place = place(self.world, &self.working, path);
        if place.starts_with(&self.root) { place } else { self.world.resolve(&place) }
    }

    /// Whether a path of the project, or of another folder, leads out of it.
    pub(super) fn leads_out(&self, path: &Path) -> bool {
        let own = if path.starts_with(&self.root) { Some(self.root.as_path()) } else { path.parent() };
        own.is_some_and(|own| !self.world.resolve(path).starts_with(own))
    }
}

/// A path whose folder is without links; the last name may be one.
fn place(world: &dyn World, working: &Path, path: &Path) -> PathBuf {
    let full = working.join(path);
    match (full.parent(), full.file_name()) {
        (Some(folder), Some(name)) => world.resolve(folder).join(name),
        _ => world.resolve(&full),
    }
}

/// The nearest folder at or above a path that holds the settings.
fn above(world: &dyn World, path: &Path) -> Option<PathBuf> {
    let marks = |folder: &&Path| !matches!(world.kind(&folder.join(SETTINGS_FILE)), Kind::Missing | Kind::Folder);
    path.ancestors().find(marks).map(Path::to_owned)
}
