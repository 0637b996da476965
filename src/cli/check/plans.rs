//! Plans, judged on all cores.

use std::path::PathBuf;

use super::super::arguments::{Check, Mending};
use super::super::jobs::{self, Shown, apart, judge, threads, together};
use super::super::terminal::Terminal;
use super::mend;
use super::sum::Sum;
use crate::diagnostic::render::Run;
use crate::project::{Notes, Project};

/// Judges plans, and what they share; what is found in a file that several share is kept once.
pub(super) fn check(check: &Check, project: &Project<'_>, paths: &[PathBuf], sum: &mut Sum, terminal: &mut Terminal) {
    judge_all(check, project, paths, sum, terminal);
    match check.fix {
        None => {}
        Some(Mending::Show) => sum.diffs.extend(mend::diffs(&sum.run.findings)),
        Some(Mending::Write) => {
            let findings = std::mem::take(&mut sum.run.findings);
            let mended = mend::write(project, &findings, sum);
            sum.run.findings = findings;
            if mended > 0 {
                // What is left is what the mended files say.
                sum.run = Run::default();
                judge_all(check, project, paths, sum, terminal);
            }
        }
    }
}

fn judge_all(check: &Check, project: &Project<'_>, paths: &[PathBuf], sum: &mut Sum, terminal: &mut Terminal) {
    let mut notes = Notes::default();
    let office = project.office(&mut notes);
    let jobs = office.as_ref().map(|office| jobs::jobs(project, office, paths, &mut notes)).unwrap_or_default();
    let mut shown = Shown::default();
    sum.run.findings.extend(shown.new_only(notes.findings));
    sum.failures.extend(notes.failures);
    let Some(office) = &office else { return };
    terminal.start(jobs.len() as u64);
    let work = |index: usize| {
        let job = &jobs[index];
        apart(&job.name, || judge(project, office, job, check.status)).and_then(|judged| judged)
    };
    let mut judged: Vec<_> = jobs.iter().map(|_| None).collect();
    threads::share(jobs.len(), &work, |done| {
        for (index, result) in done {
            terminal.step();
            judged[index] = Some(result.map(|judged| (judged.findings, judged.facts)));
        }
    });
    terminal.finish();
    let known: Vec<_> = judged.iter().flatten().flatten().filter_map(|(_, facts)| facts.as_ref()).collect();
    let among = together(project, office, known);
    // In the order of the plans, so that the same finding in a shared file is always told by the same plan.
    for (job, result) in jobs.iter().zip(judged) {
        sum.run.files.push(job.name.clone());
        match result {
            Some(Ok((findings, _))) => sum.run.findings.extend(shown.new_only(findings)),
            Some(Err(failure)) => sum.failures.push(failure),
            None => {}
        }
    }
    sum.run.findings.extend(shown.new_only(among));
}
