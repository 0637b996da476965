//! A repository: where it is, and which revision a name means.

use std::path::{Path, PathBuf};

use gix::discover::upwards::{Options, TrustPolicy};
use gix::open;
use gix::revision::spec::parse;
use gix::sec::Trust;
use gix::sec::trust::Mapping;

use super::fault::Unresolved;
use super::tree::Revision;

/// A git repository: whole or shallow, with a folder of files or without, or another folder of the same repository.
pub struct Repository {
    inner: gix::Repository,
    /// The folder of its files, without links.
    root: Option<PathBuf>,
}

impl Repository {
    /// The repository around a folder.
    ///
    /// # Errors
    /// When there is none, or it cannot be opened.
    pub fn around(folder: &Path) -> Result<Self, Unresolved> {
        // Nothing that a repository could set is run, so one that another user owns is as good to read, as on CI.
        let upwards = Options { trust: TrustPolicy::Assume(Trust::Full), ..Options::default() };
        let trust = Mapping { full: open::Options::isolated(), reduced: open::Options::isolated() };
        let inner = gix::ThreadSafeRepository::discover_opts(folder, upwards, trust).map_err(|error| {
            let is_missing = |error: &(dyn std::error::Error + 'static)| error.is::<gix::discover::upwards::Error>();
            if error.iter_errors().any(is_missing) {
                Unresolved::NoRepository(folder.to_owned())
            } else {
                Unresolved::BadRepository(folder.to_owned())
            }
        })?;
        let inner = inner.to_thread_local();
        let root = inner.workdir().map(|root| root.canonicalize().unwrap_or_else(|_| root.to_owned()));
        Ok(Self { inner, root })
    }

    /// Where a path without links stands in the world of a revision; `None` if it is not among the files of the repository.
    pub fn place(&self, path: &Path) -> Option<PathBuf> {
        let inside = path.strip_prefix(self.root.as_ref()?).ok()?;
        Some(Path::new("/").join(inside))
    }

    /// The files of a revision, seen from a folder of its world.
    ///
    /// # Errors
    /// When the name means none, or none that is here.
    pub fn revision(&self, name: &str, working: &Path) -> Result<Revision, Unresolved> {
        // A name that begins so would be an option of git, and a range is no revision.
        let spec = Some(name).filter(|name| !name.starts_with('-'));
        let spec = spec.ok_or_else(|| Unresolved::NoTree(name.to_owned()))?;
        let id = self.inner.rev_parse_single(spec).map_err(|error| self.why(name, &error))?;
        let object = id.object().map_err(|error| self.why(name, &error))?;
        if object.kind == gix::object::Kind::Blob {
            return Err(Unresolved::NoTree(name.to_owned()));
        }
        let tree = object.peel_to_tree().map_err(|error| self.why(name, &error))?;
        Ok(Revision::new(name, self.inner.clone(), tree.id, working))
    }

    fn why(&self, name: &str, error: &gix::Error) -> Unresolved {
        let is_ambiguous = |error: &(dyn std::error::Error + 'static)| {
            matches!(
                error.downcast_ref(),
                Some(parse::Error::AmbiguousPrefix { .. } | parse::Error::AmbiguousRefAndObject { .. })
            )
        };
        if error.iter_errors().any(is_ambiguous) {
            Unresolved::Ambiguous(name.to_owned())
        } else if self.inner.is_shallow().unwrap_or_default() {
            Unresolved::Shallow(name.to_owned())
        } else {
            Unresolved::Unknown(name.to_owned())
        }
    }
}
