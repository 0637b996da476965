//! Plans, judged on all cores.

use std::path::PathBuf;

use super::super::arguments::{Check, Global, Mending};
use super::super::jobs::{self, Shown, apart, judge, threads, together};
use super::super::terminal::Terminal;
use super::mend;
use super::sum::Sum;
use crate::diagnostic::Diagnostic;
use crate::diagnostic::render::Run;
use crate::pipeline::Office;
use crate::project::{Notes, Project};

/// Judges plans, and what they share; what is found in a file that several share is kept once.
pub(super) fn check(
    check: &Check,
    global: &Global,
    project: &Project<'_>,
    office: &Office,
    paths: &[PathBuf],
    sum: &mut Sum,
    terminal: &mut Terminal,
) {
    let mut run = judge_all(check, global, project, office, paths, sum, terminal);
    let mended = match check.fix {
        None => 0,
        Some(Mending::Show) => {
            sum.diffs.extend(mend::diffs(&run.findings));
            0
        }
        Some(Mending::Write) => mend::write(project, &run.findings, sum),
    };
    if mended > 0 {
        // What is left is what the mended files say.
        run = judge_all(check, global, project, office, paths, sum, terminal);
    }
    sum.run.findings.append(&mut run.findings);
    sum.run.files.append(&mut run.files);
}

fn judge_all(
    check: &Check,
    global: &Global,
    project: &Project<'_>,
    office: &Office,
    paths: &[PathBuf],
    sum: &mut Sum,
    terminal: &mut Terminal,
) -> Run {
    let mut notes = Notes::default();
    let jobs = jobs::jobs(project, office, paths, &mut notes);
    let mut shown = Shown::default();
    let mut run = Run { findings: shown.new_only(notes.findings), files: Vec::new() };
    sum.failures.extend(notes.failures);
    terminal.start(jobs.len() as u64);
    let work = |index: usize| {
        let job = &jobs[index];
        let judged = apart(&job.name, || judge(project, office, job, check.status)).and_then(|judged| judged)?;
        // What is mended is written into the whole file; else nothing but what is shown is kept of it.
        let is_kept = check.fix.is_some();
        let lighten = |found: Diagnostic| if is_kept { found } else { found.light() };
        Ok((judged.findings.into_iter().map(lighten).collect::<Vec<_>>(), judged.facts))
    };
    let mut judged: Vec<_> = jobs.iter().map(|_| None).collect();
    threads::share(global.jobs, jobs.len(), &work, |done| {
        for (index, result) in done {
            terminal.step();
            judged[index] = Some(result);
        }
    });
    terminal.finish();
    let known: Vec<_> = judged.iter().flatten().flatten().filter_map(|(_, facts)| facts.as_ref()).collect();
    let among = together(office, known);
    // In the order of the plans, so that the same finding in a shared file is always told by the same plan.
    for (job, result) in jobs.iter().zip(judged) {
        run.files.push(job.name.clone());
        match result {
            Some(Ok((findings, _))) => run.findings.extend(shown.new_only(findings)),
            Some(Err(failure)) => sum.failures.push(failure),
            None => {}
        }
    }
    run.findings.extend(shown.new_only(among));
    run
}
