//! What is said, and where: findings and talk on stderr, data on stdout.

use std::io::{IsTerminal, Write};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

use super::arguments::{Color, Global};
use super::jobs::threads::share;
use crate::diagnostic::render::full::{Styling, full};
use crate::diagnostic::{Diagnostic, Severity};
use crate::diff::render::text::Look;
use crate::visible;
use crate::world::Fault;

/// Findings of one file that are printed in full; the rest is counted, so that a broken file does not bury the others.
const MOST_FINDINGS: usize = 50;
/// Files whose findings are drawn before any of them is shown: many enough for all cores, few enough for the memory.
const AT_ONCE: usize = 256;
/// Runs of fewer plans are over before a bar could be read.
const BAR_FROM: u64 = 12;

/// Letters of a line where nobody says how wide it is, and the fewest that words are broken into.
const WIDTH: usize = 120;
const NARROWEST: usize = 40;

/// The terminal of a run.
pub(super) struct Terminal {
    styling: Styling,
    color: Color,
    quiet: bool,
    bar: ProgressBar,
}

/// Writes to stdout; whether that worked. A reader that has gone away is no failure of ours.
pub(super) fn print_to_stdout(text: &str) -> bool {
    let mut stdout = std::io::stdout();
    match stdout.write_all(text.as_bytes()).and_then(|()| stdout.flush()) {
        Ok(()) => true,
        Err(error) if error.kind() == std::io::ErrorKind::BrokenPipe => true,
        Err(error) => {
            print_error(&format!("không ghi được kết quả: {}", Fault::of(&error)));
            false
        }
    }
}

/// Writes an error of the command line itself, before any option is known.
pub(super) fn print_error(text: &str) {
    let _ = writeln!(std::io::stderr(), "{}: {}", Severity::Error.term(), visible::lines(text));
}

impl Terminal {
    pub(super) fn new(global: &Global) -> Self {
        let colored = match global.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => {
                std::io::stderr().is_terminal()
                    && matches!(
                        anstream::AutoStream::choice(&std::io::stderr()),
                        anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi | anstream::ColorChoice::Auto
                    )
            }
        };
        Self {
            styling: if colored { Styling::Colored } else { Styling::Plain },
            color: global.color,
            quiet: global.quiet,
            bar: ProgressBar::hidden(),
        }
    }

    /// How text for reading is shown on stdout, or in a file: in colour and as wide as it is on a terminal alone.
    pub(super) fn look(&self, in_file: bool) -> Look {
        let is_terminal = !in_file && std::io::stdout().is_terminal();
        let choice = || anstream::AutoStream::choice(&std::io::stdout());
        let colour = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => is_terminal && choice() != anstream::ColorChoice::Never,
        };
        let width = if is_terminal { terminal_size::terminal_size() } else { None };
        Look { colour, width: width.map_or(WIDTH, |(width, _)| usize::from(width.0).max(NARROWEST)) }
    }

    /// Shows progress over a number of plans, on a terminal only.
    pub(super) fn start(&mut self, plans: u64) {
        if self.quiet || plans < BAR_FROM || !std::io::stderr().is_terminal() {
            return;
        }
        let style = ProgressStyle::with_template("{bar:30} {pos}/{len} kế hoạch, còn khoảng {eta}")
            .expect("the template of the bar is well formed");
        self.bar = ProgressBar::with_draw_target(Some(plans), ProgressDrawTarget::stderr()).with_style(style);
    }

    /// One plan more is done.
    pub(super) fn step(&self) {
        self.bar.inc(1);
    }

    /// Nothing more will be done.
    pub(super) fn finish(&self) {
        self.bar.finish_and_clear();
    }

    fn line(&self, text: &str) {
        self.bar.suspend(|| {
            let _ = writeln!(std::io::stderr(), "{text}");
        });
    }

    /// Says something that is no finding; silent when quiet.
    pub(super) fn talk(&self, text: &str) {
        if !self.quiet {
            self.line(&visible::lines(text));
        }
    }

    /// Says that the program could not do something.
    pub(super) fn failure(&self, text: &str) {
        self.line(&format!("{}: {}", Severity::Error.term(), visible::lines(text)));
    }

    /// Shows findings of several files, each file by itself.
    pub(super) fn findings_by_file(&self, diagnostics: &[Diagnostic]) {
        let files: Vec<_> = diagnostics.chunk_by(|one, other| one.place().0 == other.place().0).collect();
        for files in files.chunks(AT_ONCE) {
            let mut drawn = vec![String::new(); files.len()];
            share(None, files.len(), &|index| draw(files[index], self.styling), |done| {
                done.into_iter().for_each(|(index, text)| drawn[index] = text);
            });
            drawn.iter().for_each(|text| self.line(text));
        }
    }

    /// Shows a finding that is drawn already.
    pub(super) fn drawn(&self, text: &str) {
        self.line(text);
    }

    /// Shows findings.
    pub(super) fn findings(&self, diagnostics: &[Diagnostic]) {
        if !diagnostics.is_empty() {
            self.line(&draw(diagnostics, self.styling));
        }
    }
}

/// Draws findings of one file, with an empty line behind each.
fn draw(diagnostics: &[Diagnostic], styling: Styling) -> String {
    let mut drawn: Vec<_> =
        diagnostics.iter().take(MOST_FINDINGS).map(|found| format!("{}\n", full(found, styling))).collect();
    if diagnostics.len() > MOST_FINDINGS {
        let file = visible::text(diagnostics[0].place().0);
        let more = diagnostics.len() - MOST_FINDINGS;
        drawn.push(format!("{file}: còn {more} điều nữa, sửa những điều trên rồi chạy lại\n"));
    }
    drawn.join("\n")
}
