//! The plans of a project that may mean something else than at a revision, two and two.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::likeness::likeness;
use super::read::{Which, side};
use super::side::{Pair, Side};
use crate::pipeline::Office;
use crate::project::shared::{Folders, SharedFolder};
use crate::project::{Notes, Project, Unread};
use crate::source::SourceFile;
use crate::visible;
use crate::world::revision::Repository;
use crate::world::{Kind, World};

/// The least likeness of two files that are one, renamed.
const LEAST_LIKENESS: f64 = 0.5;

/// Pairs of the plans that changed since a revision, in the order of their paths; `None` if nothing can be compared, and why
/// is noted.
pub(super) fn since(world: &dyn World, name: &str, paths: &[PathBuf], notes: &mut Notes) -> Option<Vec<Pair>> {
    match compare(world, name, paths, notes) {
        Ok(pairs) => pairs,
        Err(failure) => {
            notes.fail(failure);
            None
        }
    }
}

fn compare(world: &dyn World, name: &str, paths: &[PathBuf], notes: &mut Notes) -> Result<Option<Vec<Pair>>, String> {
    let now = Project::of(world, paths)?;
    let repository = Repository::around(&now.root).map_err(|error| error.to_string())?;
    let place = |path: &Path| {
        let place = repository.place(path);
        place.ok_or_else(|| format!("không có {} trong cây tệp của kho git", visible::path(path)))
    };
    let home = place(&now.root)?;
    let revision = repository.revision(name, &home).map_err(|error| error.to_string())?;
    let asked = if paths.is_empty() { vec![now.root.join("plans")] } else { paths.to_vec() };
    let asked: Vec<_> = asked.iter().map(|path| there(world, &now.working.join(path))).collect();
    let places = asked.iter().map(|path| place(path)).collect::<Result<Vec<_>, _>>()?;
    let before = Project::of_revision(&revision, &places)?;
    let (Some(old_office), Some(new_office)) = (before.office(notes), now.office(notes)) else { return Ok(None) };
    let mut old = Plans::new(&before, old_office);
    let mut new = Plans::new(&now, new_office);
    let (mut old_notes, mut new_notes) = (Notes::default(), Notes::default());
    for (path, place) in asked.iter().zip(&places) {
        let is_old = revision.kind(place) != Kind::Missing;
        if is_old {
            old.find(place, &mut old_notes, |path| Some(path.to_owned()));
        }
        // What is on neither side is missed where people look.
        if !is_old || world.kind(path) != Kind::Missing {
            new.find(path, &mut new_notes, |path| repository.place(path));
        }
    }
    // That a folder has no plan is nothing to tell if it had some, or has.
    let is_empty = old.texts.is_empty() && new.texts.is_empty();
    for found in [old_notes, new_notes] {
        notes.findings.extend(found.findings.into_iter().filter(|_| is_empty));
        found.failures.into_iter().for_each(|failure| notes.fail(failure));
    }
    Ok(Some(pairs(&mut old, &mut new, notes)))
}

/// A path without links in its folder, whether it is there or not.
fn there(world: &dyn World, path: &Path) -> PathBuf {
    if world.kind(path) != Kind::Missing {
        return world.resolve(path);
    }
    match (path.parent(), path.file_name()) {
        (Some(folder), Some(name)) => there(world, folder).join(name),
        _ => path.to_owned(),
    }
}

/// The plans of one side.
struct Plans<'a> {
    project: &'a Project<'a>,
    office: Arc<Office>,
    /// The path of each in its project, by its place in the repository.
    paths: BTreeMap<PathBuf, PathBuf>,
    /// The text of each that can be read, else why not.
    texts: BTreeMap<PathBuf, Result<Arc<SourceFile>, Unread>>,
    /// What each folder shares.
    shared: BTreeMap<PathBuf, Arc<SharedFolder>>,
}

impl<'a> Plans<'a> {
    fn new(project: &'a Project<'a>, office: Office) -> Self {
        let office = Arc::new(office);
        Self { project, office, paths: BTreeMap::new(), texts: BTreeMap::new(), shared: BTreeMap::new() }
    }

    /// Finds the plans at a path.
    fn find(&mut self, path: &Path, notes: &mut Notes, place: impl Fn(&Path) -> Option<PathBuf>) {
        for found in self.project.plans(&[path.to_owned()], notes) {
            if let Some(place) = place(&found.path) {
                self.texts.insert(place.clone(), self.project.plan(&found.path));
                self.paths.insert(place, found.path);
            }
        }
    }

    /// Reads what the folders of all plans share.
    fn read_shared(&mut self, notes: &mut Notes) {
        let mut folders = Folders::new(self.project, &self.office);
        for (place, path) in &self.paths {
            let folder = path.parent().unwrap_or(&self.project.root);
            self.shared.insert(place.clone(), folders.shared(folder, notes));
        }
    }

    /// The text of a plan, if it can be read.
    fn text(&self, place: &Path) -> Option<&Arc<SourceFile>> {
        self.texts.get(place)?.as_ref().ok()
    }

    /// The plan as one side of a pair.
    fn side(&mut self, place: &Path, which: Which, notes: &mut Notes) -> Option<Side> {
        match self.texts.remove(place)? {
            Ok(file) => side(file, self.shared.get(place)?, &self.office, which, notes),
            Err(unread) => {
                notes.unread(unread);
                None
            }
        }
    }
}

/// Which place was which, and is: those of one name, then those of one text, then the likeliest.
fn pairs(old: &mut Plans<'_>, new: &mut Plans<'_>, notes: &mut Notes) -> Vec<Pair> {
    old.read_shared(notes);
    new.read_shared(notes);
    let (was, is): (BTreeSet<_>, BTreeSet<_>) =
        (old.paths.keys().cloned().collect(), new.paths.keys().cloned().collect());
    let both = was.intersection(&is).filter(|place| is_changed(old, new, place));
    let mut found: Vec<(Option<PathBuf>, Option<PathBuf>)> =
        both.map(|place| (Some(place.clone()), Some(place.clone()))).collect();
    let renamed = renamed(old, new, was.difference(&is), is.difference(&was));
    let gone = was.difference(&is).filter(|place| !renamed.iter().any(|(old, _)| old == *place));
    let added = is.difference(&was).filter(|place| !renamed.iter().any(|(_, new)| new == *place));
    found.extend(gone.map(|place| (Some(place.clone()), None)));
    found.extend(added.map(|place| (None, Some(place.clone()))));
    found.extend(renamed.iter().map(|(old, new)| (Some(old.clone()), Some(new.clone()))));
    found.sort_by(|one, other| one.1.as_ref().or(one.0.as_ref()).cmp(&other.1.as_ref().or(other.0.as_ref())));
    found.into_iter().filter_map(|(was, is)| read(old, new, was.as_deref(), is.as_deref(), notes)).collect()
}

/// Whether the plan at a place may mean something else: by its own text, or by what its folders share.
fn is_changed(old: &Plans<'_>, new: &Plans<'_>, place: &Path) -> bool {
    let own = match (old.text(place), new.text(place)) {
        (Some(old), Some(new)) => old.text != new.text,
        (None, _) | (_, None) => true,
    };
    let state = |shared: &SharedFolder| (shared.is_broken, shared.lacks_files);
    let shared = match (old.shared.get(place), new.shared.get(place)) {
        (Some(old), Some(new)) => state(old) != state(new) || old.shared != new.shared,
        (None, _) | (_, None) => true,
    };
    own || shared
}

/// Places that are gone with those that took their plans over, the likeliest first.
fn renamed<'p>(
    old: &Plans<'_>,
    new: &Plans<'_>,
    gone: impl Iterator<Item = &'p PathBuf>,
    added: impl Iterator<Item = &'p PathBuf> + Clone,
) -> Vec<(PathBuf, PathBuf)> {
    let mut likely = Vec::new();
    for was in gone {
        for is in added.clone() {
            let (Some(before), Some(after)) = (old.text(was), new.text(is)) else { continue };
            let likeness = if before.text == after.text { 2.0 } else { likeness(&before.text, &after.text) };
            if likeness >= LEAST_LIKENESS {
                likely.push((likeness, was, is));
            }
        }
    }
    // Among equals the order of the paths decides, so that the same files always give the same pairs.
    likely.sort_by(|one, other| other.0.total_cmp(&one.0).then_with(|| (one.1, one.2).cmp(&(other.1, other.2))));
    let mut renamed: Vec<(PathBuf, PathBuf)> = Vec::new();
    for (_, was, is) in likely {
        if !renamed.iter().any(|(old, new)| old == was || new == is) {
            renamed.push((was.clone(), is.clone()));
        }
    }
    renamed
}

/// Reads a pair; `None` if a side of it cannot be compared, and why is noted.
fn read(
    old: &mut Plans<'_>,
    new: &mut Plans<'_>,
    was: Option<&Path>,
    is: Option<&Path>,
    notes: &mut Notes,
) -> Option<Pair> {
    // Both are read before either gives up, so that all that is wrong is said in one run.
    let before = was.map(|place| old.side(place, Which::Old, notes));
    let after = is.map(|place| new.side(place, Which::New, notes));
    let (before, after) =
        (before.map_or(Some(None), |side| side.map(Some)), after.map_or(Some(None), |side| side.map(Some)));
    before.zip(after).map(|(old, new)| Pair { old, new })
}
