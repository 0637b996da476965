//! What was found, in the form that was asked for, and how the run ends.

use super::super::arguments::{Check, Global, Shape};
use super::super::outcome::Outcome;
use super::super::terminal::{Terminal, print_to_stdout};
use super::sum::Sum;
use crate::diagnostic::render::concise::concise;
use crate::diagnostic::render::github::github;
use crate::diagnostic::render::gitlab::gitlab;
use crate::diagnostic::render::json::json;
use crate::diagnostic::render::junit::junit;
use crate::diagnostic::render::sarif::sarif;
use crate::diagnostic::{Severity, any_at};

/// Tells what was found: people on stderr, programs on stdout.
pub(super) fn show(check: &Check, global: &Global, sum: &Sum, terminal: &Terminal) -> Outcome {
    let run = &sum.run;
    let data = match check.format {
        Shape::Full => {
            terminal.findings_by_file(&run.findings);
            None
        }
        Shape::Concise => {
            run.findings.iter().for_each(|found| terminal.drawn(&concise(found)));
            None
        }
        Shape::Json => Some(json(run)),
        Shape::Sarif => Some(sarif(run)),
        Shape::Github => Some(github(run)),
        Shape::Gitlab => Some(gitlab(run)),
        Shape::Junit => Some(junit(run, global.fail_on)),
    };
    let is_told = data.is_none_or(|data| print_to_stdout(&data));
    for failure in &sum.failures {
        terminal.failure(failure);
    }
    terminal.talk(&summary(sum));
    if !is_told || !sum.failures.is_empty() {
        Outcome::Failed
    } else if any_at(&run.findings, global.fail_on) {
        Outcome::Findings
    } else {
        Outcome::Clean
    }
}

/// `đã kiểm tra 3 tệp: 1 lỗi, 2 cảnh báo`.
fn summary(sum: &Sum) -> String {
    let run = &sum.run;
    let of = |severity: Severity| {
        let count = run.findings.iter().filter(|found| found.severity == severity && found.waived.is_none()).count();
        (count, severity.term())
    };
    let waived = (run.findings.iter().filter(|found| found.waived.is_some()).count(), "điều bỏ qua");
    let counts = [of(Severity::Error), of(Severity::Warning), of(Severity::Info), waived];
    let counts: Vec<_> =
        counts.into_iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{count} {what}")).collect();
    let found = if counts.is_empty() { "không có gì phải sửa".to_owned() } else { counts.join(", ") };
    format!("đã kiểm tra {} tệp: {found}", run.files.len())
}
