//! Two plans as one DOCX in which each change from the old to the new is tracked.

use super::{Office, Printable};
use crate::diagnostic::Diagnostic;
use crate::layout::Layout;
use crate::redline::{Stamp, Untrue, compare, prove};
use crate::writer::docx;

/// Why there is no document with changes.
#[derive(Debug)]
pub enum NoRedline {
    /// A template's mistakes, in the old plan or in the new.
    Template(Vec<Diagnostic>),
    /// What was written did not hold both versions: the program is at fault.
    Untrue(Untrue),
}

/// The new plan as a DOCX in which each change from the old is a tracked insertion or deletion.
///
/// What is written is read back: all accepted it says what the new plan says, all rejected what the old one says.
///
/// # Errors
/// What kept either plan from being printed, or the first paragraph that would not be true.
pub fn redline(office: &Office, old: &Printable, new: &Printable, stamp: &Stamp) -> Result<Vec<u8>, NoRedline> {
    let layout = |printable| Ok(office.layout(&office.document(printable).map_err(NoRedline::Template)?));
    office.redline(&layout(old)?, &layout(new)?, stamp).map_err(NoRedline::Untrue)
}

impl Office {
    /// How many paragraphs of two layouts say the same and look otherwise, bold or italic: no mark tells of them.
    pub fn restyled(&self, old: &Layout, new: &Layout) -> usize {
        compare(old, new).restyled()
    }

    /// The new of two layouts as a DOCX in which each change from the old is a tracked insertion or deletion.
    ///
    /// # Errors
    /// The first paragraph that would not be true.
    pub fn redline(&self, old: &Layout, new: &Layout, stamp: &Stamp) -> Result<Vec<u8>, Untrue> {
        let marked = docx::redline(new, &compare(old, new), stamp, &self.decree);
        prove(&marked, &docx::docx(old, &self.decree), &docx::docx(new, &self.decree))?;
        Ok(marked)
    }
}
