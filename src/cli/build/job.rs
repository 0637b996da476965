//! One plan to its documents.

use std::path::{Path, PathBuf};

use super::super::arguments::Build;
use super::super::jobs::{apart, judge, with_ending};
use super::prepare::{Prepared, Target};
use crate::check::Facts;
use crate::diagnostic::{Code, Diagnostic};
use crate::inspect::{Expected, inspect};
use crate::pipeline::{OWN_FAULT, blame};
use crate::plan::Status;

/// What became of a plan.
pub(super) enum Done {
    /// Its documents are written, or nothing hindered that.
    Built(Vec<Diagnostic>, Option<Facts>),
    /// Findings kept it from being built.
    Refused(Vec<Diagnostic>),
    /// The machine or the program failed; its old documents are as they were.
    Failed(String),
    /// The machine failed between its documents: they are no longer of one run.
    Torn(String),
}

/// Builds a plan.
pub(super) fn build(build: &Build, prepared: &Prepared<'_>, target: &Target) -> Done {
    apart(&target.job.name, || try_build(build, prepared, target)).unwrap_or_else(Done::Failed)
}

fn try_build(build: &Build, prepared: &Prepared<'_>, target: &Target) -> Done {
    let Prepared { project, office, .. } = prepared;
    let job = &target.job;
    let mut judged = match judge(project, office, job, build.status) {
        Ok(judged) => judged,
        Err(failure) => return Done::Failed(failure),
    };
    let Some((plan, layout)) = judged.laid_out(office) else { return Done::Refused(judged.findings) };
    let mut files: Vec<(PathBuf, Vec<u8>)> = Vec::new();
    for &format in &build.formats {
        match office.write(&layout, format) {
            Ok(bytes) => files.push((with_ending(&target.target, format.extension()), bytes)),
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
        Ok(()) => {
            let mut findings = judged.findings;
            if build.verify {
                files.iter().for_each(|(path, bytes)| findings.extend(proof(prepared, path, bytes, plan.status)));
            }
            Done::Built(findings, judged.facts)
        }
        Err(error) => {
            let failure = format!("{}: {}", job.name, project.told(&error));
            if error.is_torn() { Done::Torn(failure) } else { Done::Failed(failure) }
        }
    }
}

/// What is wrong with a document on paper, measured on the document itself.
fn proof(prepared: &Prepared<'_>, path: &Path, bytes: &[u8], status: Status) -> Vec<Diagnostic> {
    let Prepared { project, office, .. } = prepared;
    let name = project.shown(path);
    let expected = Expected { is_final: Some(status != Status::Draft), ..office.expected.clone() };
    match inspect(&name, bytes, &office.decree, &expected) {
        Ok(report) => report.findings,
        Err(refusal) => vec![Diagnostic::in_file(Code::NotMeasurable, name, refusal.message).help(refusal.help)],
    }
}
