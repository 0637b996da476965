//! What a run will build, and into which files.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::Arc;

use super::super::arguments::Build;
use crate::diagnostic::{Code, Diagnostic};
use crate::pipeline::Office;
use crate::project::shared::{Folders, SharedFolder};
use crate::project::{Notes, Project};

/// What is known before any plan is built.
pub(super) struct Prepared<'a> {
    pub(super) project: &'a Project<'a>,
    pub(super) office: Office,
    pub(super) jobs: Vec<Job>,
    /// Names of plans that are not built, whose reason stands among the findings.
    pub(super) refused: Vec<String>,
    /// The folder of all outputs.
    pub(super) out: PathBuf,
}

/// A plan to build.
pub(super) struct Job {
    /// The plan.
    pub(super) path: PathBuf,
    /// Its name in messages.
    pub(super) name: String,
    /// Its outputs, without ending.
    pub(super) target: PathBuf,
    /// What its folders share.
    pub(super) shared: Arc<SharedFolder>,
}

/// Finds the plans and what they share; what is wrong with either is noted.
pub(super) fn prepare<'a>(build: &Build, project: &'a Project<'a>, office: Office, notes: &mut Notes) -> Prepared<'a> {
    let plans = project.plans(&build.paths, notes);
    let out = build.out.as_ref().map_or_else(|| project.root.join("output"), |out| project.working.join(out));
    let mut jobs = Vec::new();
    let mut refused = Vec::new();
    let mut folders = Folders::new(project, &office);
    let mut targets: BTreeMap<PathBuf, String> = BTreeMap::new();
    for plan in plans {
        let name = project.shown(&plan.path);
        let target = out.join(plan.place.with_extension(""));
        if let Some(first) = targets.get(&target) {
            let message = format!("kết quả sẽ ghi đè kết quả của {first}");
            notes.findings.push(
                Diagnostic::in_file(Code::SameOutput, name.clone(), message)
                    .help("đổi tên một tệp, hoặc dựng vào hai thư mục bằng --out"),
            );
            refused.push(name);
            continue;
        }
        targets.insert(target.clone(), name.clone());
        let folder = plan.path.parent().unwrap_or(&project.root);
        let shared = folders.shared(folder, notes);
        jobs.push(Job { path: plan.path, name, target, shared });
    }
    Prepared { project, office, jobs, refused, out }
}
