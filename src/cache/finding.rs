//! Findings as an entry keeps them: a code by its name alone, so that its words are always those of this program.

use serde::{Deserialize, Serialize};

use crate::check::reference;
use crate::diagnostic::{Diagnostic, Fix, Label, Severity, Site};

/// A finding.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    code: String,
    severity: Severity,
    message: String,
    labels: Vec<Label>,
    site: Option<Site>,
    help: Option<String>,
    fix: Option<Fix>,
    waived: Option<String>,
}

impl From<Diagnostic> for Kept {
    fn from(found: Diagnostic) -> Self {
        let Diagnostic { code, severity, message, labels, site, help, fix, waived } = found.light();
        Self { code: code.id.to_owned(), severity, message, labels, site, help, fix, waived }
    }
}

impl Kept {
    /// The finding, if this program knows its code.
    pub(super) fn told(self) -> Option<Diagnostic> {
        let Self { code, severity, message, labels, site, help, fix, waived } = self;
        let code = reference::code(&code)?;
        Some(Diagnostic { code, severity, message, labels, site, help, fix, waived })
    }
}
