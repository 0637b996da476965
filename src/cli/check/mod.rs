//! `kehoach check`: everything that is wrong with plans and with finished files, said in one run; nothing is built.

mod finished;
mod mend;
mod plans;
mod show;
mod sum;

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use self::sum::Sum;
use super::arguments::{Check, Global};
use super::outcome::Outcome;
use super::terminal::Terminal;
use crate::diagnostic::Diagnostic;
use crate::project::{Notes, Project};
use crate::world::World;

/// Endings of files that are measured, or that look as if they were to be.
const FINISHED: [&str; 8] = ["docx", "pdf", "doc", "docm", "dotx", "rtf", "odt", "html"];

pub(super) fn run(world: &dyn World, check: &Check, global: &Global, terminal: &mut Terminal) -> Outcome {
    let project = match Project::of(world, &check.paths) {
        Ok(project) => project,
        Err(why) => {
            terminal.failure(&why);
            return Outcome::Failed;
        }
    };
    let (finished, plans): (Vec<PathBuf>, Vec<PathBuf>) =
        check.paths.iter().cloned().partition(|path| is_finished(path));
    let mut sum = Sum::default();
    let mut notes = Notes::default();
    let office = project.office(&mut notes);
    sum.run.findings.append(&mut notes.findings);
    sum.failures.append(&mut notes.failures);
    if let Some(office) = &office {
        if !plans.is_empty() || finished.is_empty() {
            plans::check(check, global, &project, office, &plans, &mut sum, terminal);
        }
        if !finished.is_empty() {
            finished::check(check, &project, office, &finished, &mut sum);
        }
    }
    sum.run.findings.sort_by(|one, other| order(one).cmp(&order(other)));
    sum.run.files.sort();
    sum.run.files.dedup();
    show::show(check, global, &sum, terminal)
}

/// Files in their order, each from its beginning on.
fn order(found: &Diagnostic) -> (&str, usize, &str) {
    let (file, at) = found.place();
    (file, at, found.code.id)
}

fn is_finished(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_lowercase);
    ending.is_some_and(|ending| FINISHED.contains(&ending.as_str()))
}
