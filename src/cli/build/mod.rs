//! `kehoach build`: every plan to its documents, one bad plan stopping no other.

mod job;
mod prepare;
mod report;

use std::collections::BTreeSet;

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
    let Some(office) = project.office(&mut notes) else {
        // Nothing can be built, however slight what is wrong with the office.
        return tell(&notes, global, terminal).max(Outcome::Findings);
    };
    let prepared = prepare(build, &project, office, &mut notes);
    let outcome = tell(&notes, global, terminal);
    if prepared.jobs.is_empty() && prepared.refused.is_empty() {
        return outcome;
    }
    for folder in prepared.jobs.iter().filter_map(|job| job.target.parent()).collect::<BTreeSet<_>>() {
        world.sweep(folder, &prepared.out);
    }
    outcome.max(build_all(build, global, &prepared, terminal))
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
    let work = |index: usize| job::build(build, prepared, &jobs[index]);
    threads::share(jobs.len(), &work, |done| Report::new(global, prepared, terminal).all(done, build))
}
