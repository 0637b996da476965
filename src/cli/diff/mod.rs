//! `kehoach diff`: two plans, or the plans of a project since a revision, compared by meaning.

mod argument;
mod likeness;
mod read;
mod render;
mod side;
mod since;

use self::read::{Offices, Which};
use self::render::render;
use self::side::Pair;
use super::arguments::{Compared, Diff};
use super::outcome::Outcome;
use super::terminal::{Terminal, print_to_stdout};
use crate::diagnostic::{Diagnostic, Severity};
use crate::project::Notes;
use crate::world::World;

/// Compares; a plan that cannot be read or has errors on one side keeps the others of the run from nothing.
pub(super) fn run(world: &dyn World, diff: &Diff, terminal: &Terminal) -> Outcome {
    let mut notes = Notes::default();
    let pairs = match &diff.compared {
        Compared::Two { old, new } => {
            let mut offices = Offices::default();
            let mut read = |argument, which| argument::read(world, argument, which, &mut offices, &mut notes);
            let (old, new) = (read(old, Which::Old), read(new, Which::New));
            old.zip(new).map(|(old, new)| vec![Pair { old: Some(old), new: Some(new) }])
        }
        Compared::Since { revision, paths } => since::since(world, revision, paths, &mut notes),
    };
    let outcome = tell(&notes, terminal);
    let Some(pairs) = pairs else { return outcome };
    match render(pairs, diff, terminal) {
        Ok(rendered) => {
            let differs = if rendered.differs && diff.exit_code { Outcome::Findings } else { Outcome::Clean };
            outcome.max(differs).max(hand_over(world, diff, &rendered.bytes, terminal))
        }
        Err(why) => {
            terminal.failure(&why);
            Outcome::Failed
        }
    }
}

/// Says what kept plans from being compared: the errors alone, since the rest is the work of `check`.
fn tell(notes: &Notes, terminal: &Terminal) -> Outcome {
    let is_error = |found: &&Diagnostic| found.severity == Severity::Error && found.waived.is_none();
    let errors: Vec<_> = notes.findings.iter().filter(is_error).cloned().collect();
    terminal.findings_by_file(&errors);
    notes.failures.iter().for_each(|failure| terminal.failure(failure));
    match (notes.failures.is_empty(), errors.is_empty()) {
        (false, _) => Outcome::Failed,
        (true, false) => Outcome::Findings,
        (true, true) => Outcome::Clean,
    }
}

/// Writes the result into the file that was named, else on stdout.
fn hand_over(world: &dyn World, diff: &Diff, bytes: &[u8], terminal: &Terminal) -> Outcome {
    let Some(out) = &diff.out else {
        return if print_to_stdout(&String::from_utf8_lossy(bytes)) { Outcome::Clean } else { Outcome::Failed };
    };
    let written = world.working_folder().map_err(|error| error.to_string()).and_then(|working| {
        let path = working.join(out);
        let within = path.parent().unwrap_or(&working).to_owned();
        world.write(&[(path, bytes.to_vec())], &within).map_err(|error| error.seen_from(&working))
    });
    match written {
        Ok(()) => Outcome::Clean,
        Err(why) => {
            terminal.failure(&why);
            Outcome::Failed
        }
    }
}
