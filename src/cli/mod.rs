//! The command line: arguments, dispatch, exit codes. Fixes the order of calls; knows no rule and no number.

mod arguments;
mod build;
mod new;
mod office;
mod terminal;

use std::ffi::OsString;
use std::process::ExitCode;

use arguments::Command;

/// How a run ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Nothing was found.
    Clean,
    /// Something was found, at or above the severity that counts.
    Findings,
    /// The program could not do its work.
    Failed,
}

impl Outcome {
    fn code(self) -> ExitCode {
        ExitCode::from(match self {
            Self::Clean => 0,
            Self::Findings => 1,
            Self::Failed => 2,
        })
    }
}

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let outcome = match arguments::parse(arguments) {
        Ok(parsed) => {
            let terminal = terminal::Terminal::new(&parsed.global);
            match parsed.command {
                Command::Build(build) => build::run(&build, &parsed.global, &terminal),
                Command::New(new) => new::run(&new, &terminal),
                Command::Schema => {
                    let written = terminal::print_to_stdout(&format!("{:#}\n", crate::plan::json_schema::schema()));
                    if written { Outcome::Clean } else { Outcome::Failed }
                }
            }
        }
        Err(arguments::Stop::Answered) => Outcome::Clean,
        Err(arguments::Stop::Wrong) => Outcome::Failed,
    };
    outcome.code()
}
