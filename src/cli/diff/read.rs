//! A plan of a project, read as one side of a comparison.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::super::jobs::apart;
use super::side::Side;
use crate::diagnostic::has_errors;
use crate::pipeline::Office;
use crate::project::shared::{Folders, SharedFolder};
use crate::project::{Notes, Project};
use crate::source::SourceFile;

/// Offices that were opened, each once.
#[derive(Default)]
pub(super) struct Offices(Vec<(String, PathBuf, Option<Arc<Office>>)>);

impl Offices {
    /// The office of a project; what is wrong with it is noted once. `None` if nothing can be read in it.
    pub(super) fn open(&mut self, project: &Project<'_>, notes: &mut Notes) -> Option<Arc<Office>> {
        let known = self.0.iter().find(|(before, root, _)| *before == project.before && *root == project.root);
        if let Some((.., office)) = known {
            return office.clone();
        }
        let office = project.office(notes).map(Arc::new);
        self.0.push((project.before.clone(), project.root.clone(), office.clone()));
        office
    }
}

/// Reads the plan at an argument's path in its project; `None` if it cannot be compared, and why is noted.
pub(super) fn read_one(
    project: &Project<'_>,
    path: &Path,
    which: Which,
    offices: &mut Offices,
    notes: &mut Notes,
) -> Option<Side> {
    let office = offices.open(project, notes)?;
    let [plan] = <[_; 1]>::try_from(project.plans(&[path.to_owned()], notes)).ok()?;
    let file = match project.plan(&plan.path) {
        Ok(file) => file,
        Err(unread) => {
            notes.unread(unread);
            return None;
        }
    };
    let folder = plan.path.parent().unwrap_or(&project.root);
    let shared = Folders::new(project, &office).shared(folder, notes);
    side(file, &shared, &office, which, notes)
}

/// Which side of a comparison a plan is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    /// The older one: what it was is told, however it fares under the rules of today.
    Old,
    /// The newer one: what is wrong with it is told.
    New,
}

/// Reads a plan with what its folders share; `None` if it cannot be understood, and why is noted.
pub(super) fn side(
    file: Arc<SourceFile>,
    shared: &SharedFolder,
    office: &Arc<Office>,
    which: Which,
    notes: &mut Notes,
) -> Option<Side> {
    // What could not be read of shared files would look as if the plan had changed.
    if shared.is_broken || shared.lacks_files {
        return None;
    }
    let read = || {
        let checked = match which {
            Which::Old => office.understood(&file, &shared.shared),
            Which::New => office.read(&file, &shared.shared, None),
        };
        // What breaks a rule can be compared; what cannot be understood cannot.
        let printable = checked.value.or_else(|| office.understood(&file, &shared.shared).value);
        (printable, checked.diagnostics)
    };
    match apart(&file.name, read) {
        Ok((printable, found)) => {
            if has_errors(&found) {
                notes.findings.extend(found);
            }
            Some(Side { shown: file.name.clone(), printable: printable?, office: Arc::clone(office) })
        }
        Err(failure) => {
            notes.fail(failure);
            None
        }
    }
}
