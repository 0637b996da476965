//! `check --fix`: what can be mended without a doubt, written into the files or shown.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::sum::Sum;
use crate::check::fix::{apply, diff, fixes_in};
use crate::diagnostic::Diagnostic;
use crate::project::Project;
use crate::source::SourceFile;

/// What would be changed, file by file, as unified diffs.
pub(super) fn diffs(findings: &[Diagnostic]) -> Vec<String> {
    let mended = files(findings).into_values().filter_map(|file| {
        let fixed = apply(&file, &fixes_in(&file, findings))?;
        Some(diff(&file, &fixed))
    });
    mended.collect()
}

/// Writes every fix, file by file, each whole or not at all; how many files were mended.
pub(super) fn write(project: &Project<'_>, findings: &[Diagnostic], sum: &mut Sum) -> usize {
    let mut mended = 0;
    for (name, file) in files(findings) {
        let Some(fixed) = apply(&file, &fixes_in(&file, findings)) else { continue };
        let path = project.working.join(&name);
        match project.world.write(&[(path, fixed.text.into_bytes())], &project.root) {
            Ok(()) => {
                mended += 1;
                sum.talk.push(format!("{name}: đã sửa {} chỗ", fixed.count));
            }
            Err(error) => sum.failures.push(project.told(&error)),
        }
    }
    mended
}

/// The files in which something can be mended; what a plan sets aside is left alone.
fn files(findings: &[Diagnostic]) -> BTreeMap<String, Arc<SourceFile>> {
    let fixes = findings.iter().filter(|found| found.waived.is_none()).filter_map(|found| found.fix.as_ref());
    fixes.map(|fix| (fix.span.file.name.clone(), Arc::clone(&fix.span.file))).collect()
}
