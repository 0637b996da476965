//! The command line: arguments, dispatch, exit codes. Fixes the order of calls; knows no rule and no number.

mod arguments;
mod build;
mod check;
mod diff;
mod explain;
mod jobs;
mod new;
mod outcome;
mod renew;
mod sample;
mod shard;
mod templates;
mod terminal;
mod watch;

use std::ffi::OsString;
use std::process::ExitCode;

use arguments::{Arguments, Command, Stop};
use outcome::Outcome;
use terminal::Terminal;

use crate::pipeline::guarded;
use crate::world::disk::Disk;

/// Runs the program with its arguments, the first of which is its own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    // Where the program is at fault is said by whoever guards the work; the system's own words are no help to a clerk.
    std::panic::set_hook(Box::new(|_| {}));
    let outcome = guarded(|| match arguments::parse(arguments) {
        Ok(parsed) => dispatch(&parsed),
        Err(Stop::Answered(answer)) => print(&answer),
        Err(Stop::Wrong(why)) => {
            terminal::print_error(&why);
            Outcome::Failed
        }
    });
    let outcome = outcome.unwrap_or_else(|| {
        terminal::print_error("chương trình gặp lỗi của chính nó; xin báo lại cùng lệnh này");
        Outcome::Failed
    });
    outcome.code()
}

fn dispatch(parsed: &Arguments) -> Outcome {
    let mut terminal = Terminal::new(&parsed.global);
    match &parsed.command {
        Command::Build(build) => build::run(&Disk, build, &parsed.global, &mut terminal),
        Command::Check(check) => check::run(&Disk, check, &parsed.global, &mut terminal),
        Command::Diff(diff) => diff::run(&Disk, diff, &terminal),
        Command::Explain(code) => explain::run(code, &terminal),
        Command::New(new) => new::run(&Disk, new, &terminal),
        Command::Renew(wanted) => renew::run(&Disk, wanted, &terminal),
        Command::Templates(templates) => templates::run(&Disk, templates, &terminal),
        Command::Watch(build) => watch::run(&Disk, build, &parsed.global, &mut terminal),
        Command::Schema => print(&format!("{:#}\n", schema())),
        Command::Print(text) => print(text),
    }
}

/// The schema of plans and of what they share, for editors.
fn schema() -> impl std::fmt::Display {
    crate::schema::json::schema(&crate::plan::whole::PLAN, &crate::plan::read::SHARED, &crate::plan::whole::SYMBOL.key)
}

fn print(data: &str) -> Outcome {
    if terminal::print_to_stdout(data) { Outcome::Clean } else { Outcome::Failed }
}
