//! Two plans beside each other (bảng so sánh), made by the pipeline that makes plans.

use super::{Format, Office};
use crate::document;
use crate::template::comparison::Compared;
use crate::writer::typst::Fault;

/// The comparison of one or several pairs of plans, in one format.
///
/// # Errors
/// What kept the document from being written.
///
/// # Panics
/// When the built-in template of comparisons makes no document, which is a mistake of ours.
pub fn comparison(office: &Office, compared: &[Compared<'_>], format: Format) -> Result<Vec<u8>, Fault> {
    let xml = office.templates.render_comparison(compared, office.expected.issuer.as_deref());
    let document = document::parse(&xml).unwrap_or_else(|faults| panic!("a comparison is a document: {faults:?}"));
    office.write(&office.layout(&document), format)
}
