//! `kehoach build`: every plan to its documents, as far as they are not there already; one bad plan stops no other.

mod changed;
mod deps;
mod document;
mod job;
mod ledger;
mod lock;
mod prepare;
mod report;
mod timings;

use std::path::PathBuf;

use self::prepare::{Prepared, prepare};
use self::report::Report;
use super::arguments::{Build, Global};
use super::jobs::threads;
use super::outcome::Outcome;
use super::terminal::Terminal;
use crate::diagnostic::any_at;
use crate::project::{Notes, Project};
use crate::world::World;

pub(super) fn run(world: &dyn World, build: &Build, global: &Global, terminal: &mut Terminal) -> Outcome {
    let project = match Project::of(world, &build.paths) {
        Ok(project) => project,
        Err(why) => {
            terminal.failure(&why);
            return Outcome::Failed;
        }
    };
    let mut notes = Notes::default();
    let Some(prepared) = prepare(build, &project, &mut notes) else {
        // Nothing can be built, however slight what is wrong with the office.
        return tell(&notes, global, terminal).max(Outcome::Findings);
    };
    let outcome = tell(&notes, global, terminal);
    if prepared.jobs.is_empty() && prepared.refused.is_empty() && !build.is_part() {
        return outcome;
    }
    prepared.sweep(world);
    outcome.max(build_all(build, global, &prepared, terminal))
}

/// The folders into which a run writes: that of all outputs, and that of the cache.
pub(super) fn folders(build: &Build, project: &Project<'_>) -> [PathBuf; 2] {
    prepare::folders(build, project)
}

/// Says what is wrong before any plan is looked at.
fn tell(notes: &Notes, global: &Global, terminal: &Terminal) -> Outcome {
    terminal.findings(&notes.findings);
    for failure in &notes.failures {
        terminal.failure(failure);
    }
    if !notes.failures.is_empty() {
        Outcome::Failed
    } else if any_at(&notes.findings, global.fail_on) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

fn build_all(build: &Build, global: &Global, prepared: &Prepared<'_>, terminal: &mut Terminal) -> Outcome {
    let jobs = prepared.jobs.as_slice();
    terminal.start(jobs.len() as u64);
    let work = |index: usize| {
        let start = prepared.clock.start();
        let done = job::build(build, prepared, &jobs[index]);
        (done, start.elapsed())
    };
    threads::share(global.jobs, jobs.len(), &work, |done| Report::new(build, global, prepared, terminal).all(done))
}
