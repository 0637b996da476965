//! The office of a project: its layout, templates and typeface.

use super::{Notes, Project, fonts, settings, templates};
use crate::check::verdict::Levels;
use crate::pipeline::{OWN_FAULT, Office, document, guarded};
use crate::template::{Templates, trial};

impl Project<'_> {
    /// Reads the project's settings, templates and fonts, and tries its own templates on a built-in sample; `None` if
    /// something keeps plans from being built in it.
    pub fn office(&self, notes: &mut Notes) -> Option<Office> {
        let settings = settings::read(self, notes);
        let decree = settings::decree(settings.as_ref(), notes);
        let (levels, wrong) = Levels::of(settings.as_ref());
        notes.findings.extend(wrong);
        let typeface = fonts::open(self, settings.as_ref(), notes);
        notes.findings.sort_by(|a, b| a.place().cmp(&b.place()));
        let own = templates::own(self, notes);
        let loaded = guarded(|| Templates::load(&own));
        let templates = match loaded {
            Some(Ok(templates)) if notes.let_build() => templates,
            Some(Ok(_)) => return None,
            Some(Err(faults)) => {
                notes.findings.extend(faults);
                return None;
            }
            None => {
                notes.fail(format!("{}: {OWN_FAULT}", templates::FOLDER));
                return None;
            }
        };
        let office = Office { decree, templates, typeface, levels };
        // The built-in templates alone need no trial.
        if own.is_empty() {
            return Some(office);
        }
        match guarded(|| {
            trial::findings(|plan| document(&office.templates, plan, plan.own_status()).err().unwrap_or_default())
        }) {
            Some(faults) => notes.findings.extend(faults),
            None => notes.fail(format!("{}: {OWN_FAULT}", templates::FOLDER)),
        }
        notes.let_build().then_some(office)
    }
}
