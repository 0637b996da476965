//! What a run tells other programs in the end: its lock, its timings, what depends on what.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::super::arguments::Build;
use super::deps::{self, Rule};
use super::job::{Built, Done};
use super::lock;
use super::prepare::{Prepared, Target};
use super::timings::{self, Result as Became, Timing};
use crate::diagnostic::{Code, Diagnostic};
use crate::digest::Digest;

/// Larger than the lock of any run, in bytes.
const LARGEST: u64 = 256 << 20;

/// What is written down, plan by plan, as far as anyone asked for it.
#[derive(Default)]
pub(super) struct Ledger {
    outputs: BTreeMap<String, Digest>,
    rules: Vec<Rule>,
    timings: Vec<Timing>,
    /// Whether a plan is missing in it.
    is_partial: bool,
}

impl Ledger {
    /// Writes down what became of a plan.
    pub(super) fn add(
        &mut self,
        build: &Build,
        prepared: &Prepared<'_>,
        target: &Target,
        done: &Done,
        took: Option<u64>,
    ) {
        let built = match done {
            Done::Built(built) => Some(built),
            Done::Refused(_) | Done::Failed(_) | Done::Torn(_) => None,
        };
        if let Some(milliseconds) = took {
            let is_made = built.is_some_and(|built| built.outputs.iter().any(|output| output.why.is_some()));
            let result = match built {
                Some(_) if is_made => Became::Built,
                Some(_) => Became::Kept,
                None => Became::Failed,
            };
            let build_milliseconds = built.and_then(|built| built.cost);
            let plan = prepared.name(&target.job.path);
            self.timings.push(Timing { plan, result, milliseconds, build_milliseconds });
        }
        let Some(built) = built else {
            self.is_partial = true;
            return;
        };
        if build.lock.is_some() {
            self.outputs.extend(built.outputs.iter().map(|output| (prepared.output(&output.path), output.content)));
        }
        if build.deps.is_some() {
            self.rules.push(rule(prepared, built));
        }
    }

    /// Writes the files that were asked for, or holds the lock against that which is there.
    ///
    /// # Errors
    /// What could not be written, in a sentence.
    pub(super) fn close(self, build: &Build, prepared: &Prepared<'_>) -> Result<Vec<Diagnostic>, String> {
        let write = |path: &Path, bytes: Vec<u8>| {
            let path = prepared.project.working.join(path);
            let within = path.parent().unwrap_or(&prepared.project.working).to_owned();
            let written = prepared.project.world.write(&[(path, bytes)], &within);
            written.map_err(|error| prepared.project.told(&error))
        };
        if let Some(path) = &build.deps {
            write(path, deps::encode(&self.rules).into_bytes())?;
        }
        if let Some(path) = &build.timings {
            write(path, timings::encode(self.timings))?;
        }
        let Some(path) = &build.lock else { return Ok(Vec::new()) };
        let path = path.clone().unwrap_or_else(|| prepared.out.join(lock::NAME));
        let shown = prepared.project.shown(&prepared.project.working.join(&path));
        if build.check {
            return verify(prepared, &path, &shown, &self.outputs);
        }
        if self.is_partial {
            // A lock of some plans would look as if there were no others.
            let finding =
                Diagnostic::in_file(Code::LockBroken, shown, "không ghi tệp khóa vì còn kế hoạch chưa dựng được");
            return Ok(vec![finding.help("sửa các kế hoạch ấy rồi chạy lại; tệp khóa cũ, nếu có, còn nguyên")]);
        }
        write(&path, lock::encode(&self.outputs).into_bytes())?;
        Ok(Vec::new())
    }
}

/// Holds the lock that is there against what the plans say.
fn verify(
    prepared: &Prepared<'_>,
    path: &Path,
    shown: &str,
    outputs: &BTreeMap<String, Digest>,
) -> Result<Vec<Diagnostic>, String> {
    let bytes = prepared.project.world.read(&prepared.project.working.join(path), LARGEST);
    let bytes = bytes.map_err(|error| prepared.project.told(&error))?;
    let finding = |place: String| {
        let message = format!("mã băm của «{place}» không khớp với kế hoạch");
        Diagnostic::in_file(Code::LockBroken, shown, message)
            .help("nếu thay đổi là đúng thì chạy kehoach build --lock rồi lưu tệp khóa mới")
    };
    Ok(lock::differing(&String::from_utf8_lossy(&bytes), outputs).into_iter().map(finding).collect())
}

/// What the documents of a plan depend on, named as the working folder sees it.
fn rule(prepared: &Prepared<'_>, built: &Built) -> Rule {
    let shown = |path: PathBuf| prepared.project.shown(&path);
    Rule {
        outputs: built.outputs.iter().map(|output| shown(output.path.clone())).collect(),
        inputs: built.inputs.files().map(|file| shown(prepared.project.root.join(file))).collect(),
    }
}
