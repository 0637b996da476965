//! A finished file, measured against the decree: Word files and PDF of this program and of anyone else.
//!
//! Its readers are its own: they share nothing with the writers but lengths and the decree, so that one mistake cannot hide in
//! both. A reader fills [`observed::Observed`]; what kind of document it is and where its parts stand is found by their words
//! ([`parts`]); rules, one file each, judge what was measured ([`rules`]), and a [`Report`] says what came of each of them.

mod boxes;
pub mod docx;
pub mod expected;
mod face;
pub mod kind;
pub mod number;
pub mod observed;
pub mod parts;
pub mod pdf;
pub mod piece;
pub mod reference;
mod regime;
mod report;
pub mod rule;
pub mod rules;
#[cfg(test)]
mod sample;
mod sheets;
mod stroke;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_parts;
pub mod texts;
mod width;

pub use expected::Expected;
pub use regime::OTHER_REGIME;
pub use report::{Counts, Report};

use self::observed::{Observed, Refusal};
use self::rule::Case;
use crate::decree::Decree;

/// Measures a file by what it is, whatever its name says, and judges it.
///
/// # Errors
/// Why it could not be measured.
pub fn inspect(file: &str, bytes: &[u8], decree: &Decree, expected: &Expected) -> Result<Report, Refusal> {
    Ok(judge(file, &read(bytes)?, decree, expected))
}

/// Measures a file by what it is.
///
/// # Errors
/// Why it could not be measured.
pub fn read(bytes: &[u8]) -> Result<Observed, Refusal> {
    /// Before the header of a PDF other bytes may stand.
    const HEAD: usize = 1_024;
    let head = &bytes[..bytes.len().min(HEAD)];
    if head.windows(5).any(|letters| letters == b"%PDF-") && !bytes.starts_with(b"PK") {
        return pdf::read(bytes);
    }
    docx::read(bytes)
}

/// Judges a measured file.
pub fn judge(file: &str, observed: &Observed, decree: &Decree, expected: &Expected) -> Report {
    let parts = parts::find(observed);
    report::judge(&Case { file, observed, decree, expected, parts: &parts })
}
