//! Findings as JSON of the program's own, version 1.

use serde_json::{Value, json};

use super::position::{self, Position};
use super::{Run, TOOL};
use crate::diagnostic::{Diagnostic, Severity, Site};
use crate::source::Span;

/// The version of the form; it grows when a key changes its meaning or is gone.
const VERSION: u32 = 1;

/// What a run found, as JSON.
pub fn json(run: &Run) -> String {
    let findings: Vec<_> = run.findings.iter().map(finding).collect();
    let counts =
        |severity| run.findings.iter().filter(|found| found.severity == severity && found.waived.is_none()).count();
    let whole = json!({
        "version": VERSION,
        "tool": {"name": TOOL, "version": env!("CARGO_PKG_VERSION")},
        "files": run.files,
        "summary": {
            "error": counts(Severity::Error),
            "warning": counts(Severity::Warning),
            "info": counts(Severity::Info),
            "waived": run.findings.iter().filter(|found| found.waived.is_some()).count(),
        },
        "findings": findings,
    });
    format!("{whole:#}\n")
}

/// The word of a severity in what programs read, which is that of `--fail-on` too.
pub(super) fn word(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Info => "info",
    }
}

fn finding(found: &Diagnostic) -> Value {
    let related = found.labels.iter().skip(1).map(|label| json!({"text": label.text, "at": at(&label.span)}));
    let mut value = json!({
        "code": found.code.id,
        "severity": word(found.severity),
        "message": found.message,
        "file": position::file(found),
        "at": found.labels.first().map(|label| at(&label.span)),
        "related": related.collect::<Vec<_>>(),
        "help": found.help,
        "fix": found.fix.as_ref().map(|fix| json!({"at": at(&fix.span), "with": fix.with})),
        "waived": found.waived,
    });
    match &found.site {
        Some(Site::Part { part, .. }) => value["part"] = json!(part),
        Some(Site::Page { page, .. }) => value["page"] = json!(page),
        Some(Site::File(_)) | None => {}
    }
    value
}

fn at(span: &Span) -> Value {
    let place = Position::of(span);
    json!({
        "file": place.file,
        "start": {"line": place.start.0, "column": place.start.1, "byte": place.bytes.start},
        "end": {"line": place.end.0, "column": place.end.1, "byte": place.bytes.end},
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn places_are_those_of_the_disk() {
        let whole: Value = serde_json::from_str(&json(&sample::run())).expect("it is JSON");
        assert_eq!(whole["version"], 1);
        assert_eq!(whole["summary"], json!({"error": 1, "warning": 1, "info": 0, "waived": 1}));
        let first = &whole["findings"][0];
        // Three bytes of the mark of the byte order, "so: 1", and a line end of two bytes.
        assert_eq!(first["at"]["start"], json!({"line": 2, "column": 1, "byte": 10}));
        assert_eq!(first["at"]["end"], json!({"line": 2, "column": 10, "byte": 20}));
        assert_eq!(first["fix"]["with"], "trich_yeu");
        assert_eq!(whole["findings"][1]["waived"], "đúng như bản gốc");
        assert_eq!(whole["findings"][2]["page"], 2);
    }
}
