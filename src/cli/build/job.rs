//! One plan to its documents.

use std::path::PathBuf;

use super::super::arguments::Build;
use super::prepare::{Job, Prepared};
use super::threads;
use crate::diagnostic::{Code, Diagnostic, has_errors};
use crate::pipeline::{OWN_FAULT, blame, guarded, room};
use crate::project::Unread;

/// What is said where the system starts no threads.
const NO_THREADS: &str = "máy không cho chương trình chạy thêm luồng xử lý; đóng bớt chương trình khác rồi chạy lại";

/// What became of a plan.
pub(super) enum Done {
    /// Its documents are written, or nothing hindered that.
    Built(Vec<Diagnostic>),
    /// Findings kept it from being built.
    Refused(Vec<Diagnostic>),
    /// The machine or the program failed; its old documents are as they were.
    Failed(String),
    /// The machine failed between its documents: they are no longer of one run.
    Torn(String),
}

/// Builds a plan.
pub(super) fn build(build: &Build, prepared: &Prepared<'_>, job: &Job) -> Done {
    // A mistake of ours in one plan must not take the others with it.
    let done = guarded(|| try_build(build, prepared, job));
    done.unwrap_or_else(|| {
        // The compiler of the PDF gives up where it gets no threads.
        let why = if threads::can_start() { OWN_FAULT } else { NO_THREADS };
        Done::Failed(format!("{}: {why}", job.name))
    })
}

fn try_build(build: &Build, prepared: &Prepared<'_>, job: &Job) -> Done {
    let Prepared { project, office, .. } = prepared;
    let file = match project.plan(&job.path) {
        Ok(file) => file,
        Err(Unread::Finding(finding)) => return Done::Refused(vec![*finding]),
        Err(Unread::Failure(failure)) => return Done::Failed(failure),
    };
    let mut checked = office.read(&file, &job.shared.shared, build.status);
    if job.shared.lacks_files {
        // Which names are unknown cannot be told as long as what declares them is broken; that has been reported.
        checked.diagnostics.retain(|found| ![Code::UnknownId, Code::UndefinedValue].contains(&found.code));
    }
    if job.shared.is_broken {
        return Done::Refused(checked.diagnostics);
    }
    let Some(plan) = checked.value else { return Done::Refused(checked.diagnostics) };
    let document = match office.document(&plan) {
        Ok(document) => document,
        Err(diagnostics) => return Done::Refused(diagnostics),
    };
    let layout = office.layout(&document);
    checked.diagnostics.extend(room(&layout, &plan.plan));
    if has_errors(&checked.diagnostics) {
        return Done::Refused(checked.diagnostics);
    }
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for &format in &build.formats {
        let mut target = job.target.clone().into_os_string();
        target.push(format!(".{}", format.extension()));
        match office.write(&layout, format) {
            Ok(bytes) => files.push((PathBuf::from(target), bytes)),
            Err(fault) => {
                let found = blame(&fault, &plan.plan);
                return if found.is_empty() {
                    Done::Failed(format!("{}: {OWN_FAULT}", job.name))
                } else {
                    Done::Refused(found)
                };
            }
        }
    }
    // Nothing is written before everything is there, so a failure leaves the old pair of documents.
    match project.world.write(&files, &prepared.out) {
        Ok(()) => Done::Built(checked.diagnostics),
        Err(error) => {
            let failure = format!("{}: {}", job.name, project.told(&error));
            if error.is_torn() { Done::Torn(failure) } else { Done::Failed(failure) }
        }
    }
}
