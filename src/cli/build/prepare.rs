//! What a run will build, and into which files.

use std::collections::BTreeMap;
use std::path::PathBuf;

use super::super::arguments::Build;
use super::super::jobs::{self, Job};
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::Office;
use crate::project::{Notes, Project};

/// What is known before any plan is built.
pub(super) struct Prepared<'a> {
    pub(super) project: &'a Project<'a>,
    pub(super) office: Office,
    pub(super) jobs: Vec<Target>,
    /// Names of plans that are not built, whose reason stands among the findings.
    pub(super) refused: Vec<String>,
    /// The folder of all outputs.
    pub(super) out: PathBuf,
}

/// A plan to build.
pub(super) struct Target {
    /// The plan.
    pub(super) job: Job,
    /// Its outputs, without ending.
    pub(super) target: PathBuf,
}

/// Finds the plans and what they share; what is wrong with either is noted.
pub(super) fn prepare<'a>(build: &Build, project: &'a Project<'a>, office: Office, notes: &mut Notes) -> Prepared<'a> {
    let out = build.out.as_ref().map_or_else(|| project.root.join("output"), |out| project.working.join(out));
    let mut prepared = Prepared { project, office, jobs: Vec::new(), refused: Vec::new(), out };
    let mut targets: BTreeMap<PathBuf, String> = BTreeMap::new();
    for job in jobs::jobs(project, &prepared.office, &build.paths, notes) {
        let target = prepared.out.join(job.place.with_extension(""));
        if let Some(first) = targets.get(&target) {
            let message = format!("kết quả sẽ ghi đè kết quả của {first}");
            notes.findings.push(
                Diagnostic::in_file(Code::SameOutput, job.name.clone(), message)
                    .help("đổi tên một tệp, hoặc dựng vào hai thư mục bằng --out"),
            );
            prepared.refused.push(job.name);
            continue;
        }
        targets.insert(target.clone(), job.name.clone());
        prepared.jobs.push(Target { job, target });
    }
    prepared
}
