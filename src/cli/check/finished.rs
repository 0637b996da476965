//! Finished files, measured; and the slip that says what came of it.

use std::path::{Path, PathBuf};

use super::super::arguments::Check;
use super::super::jobs::apart;
use super::sum::Sum;
use crate::check::check_words;
use crate::diagnostic::{Code, Diagnostic, Site};
use crate::inspect::observed::Refusal;
use crate::inspect::rule::site;
use crate::inspect::texts::texts;
use crate::inspect::{self, Report};
use crate::pipeline::{Format, Office, slip};
use crate::plan::Status;
use crate::project::Project;

/// Larger than any document of an office, in bytes.
const LARGEST: u64 = 64 << 20;

/// Measures files and judges them.
pub(super) fn check(check: &Check, project: &Project<'_>, office: &Office, paths: &[PathBuf], sum: &mut Sum) {
    let mut reports = Vec::new();
    for path in paths {
        let name = project.shown(path);
        match one(check, project, office, path, &name) {
            Ok(Ok(report)) => {
                sum.run.findings.extend(report.findings.iter().cloned());
                sum.talk.push(format!("{name}: {}", report.summary()));
                reports.push((name.clone(), report));
            }
            Ok(Err(finding)) => sum.run.findings.push(*finding),
            Err(failure) => {
                sum.failures.push(failure);
                continue;
            }
        }
        sum.run.files.push(name);
    }
    if let Some(target) = &check.report {
        sum.failures.extend(write_slip(project, office, &reports, target));
    }
}

/// Measures a file; a finding where it cannot be measured.
fn one(
    check: &Check,
    project: &Project<'_>,
    office: &Office,
    path: &Path,
    name: &str,
) -> Result<Result<Report, Box<Diagnostic>>, String> {
    let bytes = project.world.read(&project.working.join(path), LARGEST).map_err(|error| project.told(&error))?;
    let mut expected = office.expected.clone();
    expected.is_final = check.status.map(|status| status != Status::Draft);
    let judged = apart(name, || {
        let observed = inspect::read(&bytes)?;
        let mut report = inspect::judge(name, &observed, &office.decree, &expected);
        // Where the decree does not rule, its ways of writing are not asked for either.
        if !report.rules.is_empty() {
            let file = || Site::File(name.to_owned());
            let texts: Vec<_> = texts(&observed).collect();
            let texts =
                texts.iter().map(|(place, text)| (place.map_or_else(file, |place| site(name, place)), text.as_ref()));
            report.findings.extend(office.levels.apply_to(check_words(texts)));
        }
        Ok::<_, Refusal>(report)
    })?;
    Ok(judged.map_err(|refusal| {
        Box::new(Diagnostic::in_file(Code::NotMeasurable, name, refusal.message).help(refusal.help))
    }))
}

/// Writes the slip; why it could not be written.
fn write_slip(project: &Project<'_>, office: &Office, reports: &[(String, Report)], target: &Path) -> Option<String> {
    let format = Format::ALL
        .into_iter()
        .find(|format| target.extension().is_some_and(|ending| ending.eq_ignore_ascii_case(format.extension())));
    let Some(format) = format else {
        return Some("--report cần một tệp có đuôi .docx hoặc .pdf".to_owned());
    };
    let [(name, report)] = reports else {
        return Some("--report viết phiếu của đúng một tệp DOCX hoặc PDF đo được".to_owned());
    };
    let path = project.working.join(target);
    let bytes = match apart(name, || slip(office, name, report, format)) {
        Ok(bytes) => bytes,
        Err(failure) => return Some(failure),
    };
    let within = path.parent().unwrap_or(&project.working).to_owned();
    project.world.write(&[(path, bytes)], &within).err().map(|error| project.told(&error))
}
