//! The layout as DOCX bytes.
//!
//! Owns how WordprocessingML spells a [`Layout`]: `styles` the named styles, `body` the flow of paragraphs, `table`
//! everything that stands in cells. docx-rs writes the XML, `tidy` brings it into the order that the schema demands, and
//! `package` puts the parts into the file. Decides no length: each comes from the layout or the decree.

mod body;
mod package;
mod styles;
mod table;
#[cfg(test)]
mod tests;
mod tidy;

use ::docx_rs::Docx;

use super::layout::Layout;
use crate::decree::Decree;

/// Spells a layout as the bytes of a DOCX file.
///
/// The decree gives the definitions of the styles, so that a paragraph carries formatting of its own only where the layout
/// departs from it. The same layout gives the same bytes.
pub fn docx(layout: &Layout, decree: &Decree) -> Vec<u8> {
    let parts = Docx::new().styles(styles::styles(decree)).document(body::document(layout, decree)).build();
    let [page_number, blank] = parts.headers.as_slice() else {
        unreachable!("the last section carries two headers");
    };
    let footers = package::footers(layout);
    let mut files = vec![
        ("[Content_Types].xml", package::content_types(footers)),
        ("_rels/.rels", package::relationships()),
        ("docProps/core.xml", package::core_properties(layout)),
        ("word/document.xml", tidy::tidy(&parts.document)),
        ("word/_rels/document.xml.rels", package::document_relationships(footers)),
        ("word/styles.xml", tidy::tidy(&parts.styles)),
        ("word/settings.xml", package::settings(decree)),
        (package::PAGE_NUMBER_HEADER.part, tidy::tidy(page_number)),
        (package::BLANK_HEADER.part, tidy::tidy(blank)),
    ];
    files.extend(footers.iter().zip(&parts.footers).map(|(footer, built)| (footer.part, tidy::tidy(built))));
    package::pack(&files)
}

/// A text that any XML may hold: white space is a space, and what XML forbids is left out.
///
/// Plans are read without control characters; one that slips through must not make a file that no program opens.
fn printable(text: &str) -> String {
    text.chars()
        .map(|letter| if letter.is_ascii_whitespace() { ' ' } else { letter })
        .filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
        .collect()
}
