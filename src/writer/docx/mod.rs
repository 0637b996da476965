//! The layout as DOCX bytes.
//!
//! Owns how WordprocessingML spells a [`Layout`]: `styles` the named styles, `body` the flow of paragraphs, `table`
//! everything that stands in cells, `section` and `header` the pages. Each writes its elements in the order that the schema
//! demands; `xml` spells them, and `package` puts the parts into the file. Decides no length: each comes from the layout or
//! the decree.

mod body;
mod cell;
mod header;
mod package;
mod paragraph;
mod printable;
mod property;
mod section;
mod styles;
mod table;
mod tail;
#[cfg(test)]
mod tests;
mod xml;

use crate::decree::Decree;
use crate::layout::Layout;
use crate::redline::{Redline, Stamp, pieces};

/// Spells a layout as the bytes of a DOCX file.
///
/// The decree gives the definitions of the styles, so that a paragraph carries formatting of its own only where the layout
/// departs from it. The same layout gives the same bytes.
pub fn docx(layout: &Layout, decree: &Decree) -> Vec<u8> {
    file(layout, &Redline::unchanged(layout), None, decree)
}

/// Spells a document with its changes as the bytes of a DOCX file, in which each is tracked.
///
/// `layout` is the new version, whose properties and pages the file has.
pub fn redline(layout: &Layout, redline: &Redline<'_>, stamp: &Stamp, decree: &Decree) -> Vec<u8> {
    file(layout, redline, Some(stamp), decree)
}

fn file(layout: &Layout, document: &Redline<'_>, stamp: Option<&Stamp>, decree: &Decree) -> Vec<u8> {
    let first = layout.sections.first().expect("a layout has a body");
    let footers = package::footers(document);
    let mut files = vec![
        ("[Content_Types].xml", package::content_types(footers)),
        ("_rels/.rels", package::relationships()),
        ("docProps/core.xml", package::core_properties(layout)),
        ("word/document.xml", body::document(document, stamp, decree)),
        ("word/_rels/document.xml.rels", package::document_relationships(footers)),
        ("word/styles.xml", styles::styles(decree)),
        ("word/settings.xml", package::settings(decree)),
        (package::PAGE_NUMBER_HEADER.part, header::page_number_header(first, decree)),
        (package::BLANK_HEADER.part, header::blank_header()),
    ];
    // Appendices have no address at their foot.
    files.extend(
        footers
            .iter()
            .zip([&*first.footer, &[]])
            .map(|(part, blocks)| (part.part, body::footer(&pieces(blocks, None), decree))),
    );
    package::pack(&files)
}
