//! What `build` and `check` have in common: the plans of a run with what they share, each judged by itself, on all cores.

pub(super) mod threads;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::check::{Facts, across};
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::layout::Layout;
use crate::pipeline::{OWN_FAULT, Office, Printable, StatusOverride, guarded, room};
use crate::project::shared::{Folders, SharedFolder};
use crate::project::{Notes, Project, Unread};
use crate::source::SourceFile;

/// What is said where the system starts no threads.
const NO_THREADS: &str = "máy không cho chương trình chạy thêm luồng xử lý; đóng bớt chương trình khác rồi chạy lại";

/// A plan of a run.
pub(super) struct Job {
    /// The plan.
    pub(super) path: PathBuf,
    /// Its name in messages.
    pub(super) name: String,
    /// Where it stands below the folder that outputs mirror.
    pub(super) place: PathBuf,
    /// What its folders share.
    pub(super) shared: Arc<SharedFolder>,
}

/// Finds the plans and what they share; what is wrong with either is noted.
pub(super) fn jobs(project: &Project<'_>, office: &Office, paths: &[PathBuf], notes: &mut Notes) -> Vec<Job> {
    let mut folders = Folders::new(project, office);
    let plans = project.plans(paths, notes);
    let job = |plan: crate::project::plans::Found| {
        let folder = plan.path.parent().unwrap_or(&project.root);
        let shared = folders.shared(folder, notes);
        Job { name: project.shown(&plan.path), path: plan.path, place: plan.place, shared }
    };
    plans.into_iter().map(job).collect()
}

/// A plan that was judged.
pub(super) struct Judged {
    /// All that was found.
    pub(super) findings: Vec<Diagnostic>,
    /// What is compared with other plans.
    pub(super) facts: Option<Facts>,
    /// The plan, unless something found keeps it from being printed.
    pub(super) plan: Option<Printable>,
}

impl Judged {
    /// The plan laid out on paper, with what only paper shows among the findings; `None` where something forbids it.
    pub(super) fn laid_out(&mut self, office: &Office) -> Option<(Printable, Layout)> {
        let plan = self.plan.take()?;
        match office.document(&plan) {
            Ok(document) => {
                let layout = office.layout(&document);
                self.findings.extend(room(&layout, &plan.plan));
                Some((plan, layout)).filter(|_| !has_errors(&self.findings))
            }
            Err(faults) => {
                self.findings.extend(faults);
                None
            }
        }
    }
}

/// Reads a plan and says all that is wrong with what it says; what only paper shows is seen when it is laid out.
///
/// # Errors
/// What the machine or the program could not do, in a sentence.
pub(super) fn judge(
    project: &Project<'_>,
    office: &Office,
    job: &Job,
    status: StatusOverride,
) -> Result<Judged, String> {
    match project.plan(&job.path) {
        Ok(file) => Ok(judge_text(office, job, &file, status)),
        Err(Unread::Finding(finding)) => Ok(Judged { findings: vec![*finding], facts: None, plan: None }),
        Err(Unread::Failure(failure)) => Err(failure),
    }
}

/// Says all that is wrong with what the text of a plan says.
pub(super) fn judge_text(office: &Office, job: &Job, file: &Arc<SourceFile>, status: StatusOverride) -> Judged {
    let checked = office.read(file, &job.shared.shared, status);
    let mut judged = Judged { findings: checked.diagnostics, facts: None, plan: None };
    if job.shared.lacks_files {
        // Which names are unknown cannot be told as long as what declares them is broken; that has been reported.
        judged.findings.retain(|found| ![Code::UnknownId, Code::UndefinedValue].contains(&found.code));
    }
    let Some(plan) = checked.value.filter(|_| !job.shared.is_broken) else { return judged };
    judged.facts = Facts::new(&plan.plan);
    judged.plan = Some(plan);
    judged
}

/// Does the work of one plan; a mistake of ours in it must not take the others with it.
///
/// # Errors
/// What went wrong, in a sentence.
pub(super) fn apart<T>(name: &str, work: impl FnOnce() -> T) -> Result<T, String> {
    guarded(work).ok_or_else(|| {
        // The compiler of the PDF gives up where it gets no threads.
        let why = if threads::can_start() { OWN_FAULT } else { NO_THREADS };
        format!("{name}: {why}")
    })
}

/// What only the plans of a run together show.
pub(super) fn together<'f>(office: &Office, facts: impl IntoIterator<Item = &'f Facts>) -> Vec<Diagnostic> {
    office.levels.apply_to(across(facts))
}

/// What has been shown, by code, place and message: a mistake in a `_` file is found with each plan that reads it.
#[derive(Default)]
pub(super) struct Shown(BTreeSet<(&'static str, String, usize, String)>);

impl Shown {
    /// Leaves what has not been shown before.
    pub(super) fn new_only(&mut self, mut findings: Vec<Diagnostic>) -> Vec<Diagnostic> {
        findings.retain(|found| {
            let (file, at) = found.place();
            self.0.insert((found.code.id, file.to_owned(), at, found.message.clone()))
        });
        findings
    }
}

/// A path with an ending more.
pub(super) fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(format!(".{ending}"));
    PathBuf::from(path)
}
