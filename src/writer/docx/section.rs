//! Sections: the shape of their pages, and which headers and footers they show.

use super::package::{ADDRESS_FOOTER, BLANK_FOOTER, BLANK_HEADER, PAGE_NUMBER_HEADER};
use super::property::unsigned;
use super::xml::Xml;
use crate::layout::Section;

/// The shape of a section's pages, which the last paragraph of the section carries.
#[derive(Clone, Copy)]
pub(super) struct Shape<'a> {
    /// The section.
    pub(super) section: &'a Section,
    /// Whether any section of the document has a footer.
    pub(super) has_footers: bool,
}

/// Spells the shape of a section's pages.
pub(super) fn shape(xml: &mut Xml<'_>, shape: Shape<'_>) {
    let Shape { section, has_footers } = shape;
    xml.element("w:sectPr", |xml| {
        for (kind, part) in [("default", PAGE_NUMBER_HEADER), ("first", BLANK_HEADER)] {
            xml.empty(format_args!(r#"w:headerReference w:type="{kind}" r:id="{}""#, part.id));
        }
        if has_footers {
            // A section without a footer of its own would take over that of the section before.
            let footer = if section.footer.is_empty() { BLANK_FOOTER } else { ADDRESS_FOOTER };
            xml.empty(format_args!(r#"w:footerReference w:type="first" r:id="{}""#, footer.id));
        }
        let (width, height) = (unsigned(section.width), unsigned(section.height));
        let orientation = if section.landscape { r#" w:orient="landscape""# } else { "" };
        xml.empty(format_args!(r#"w:pgSz w:w="{width}" w:h="{height}"{orientation}"#));
        let [top, right, bottom, left, edge] =
            [section.top, section.right, section.bottom, section.left, section.header_distance]
                .map(|length| length.to_twips());
        xml.empty(format_args!(
            r#"w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}" w:header="{edge}" w:footer="{edge}" w:gutter="0""#
        ));
        xml.empty(format_args!(r#"w:pgNumType w:start="1" w:fmt="decimal""#));
        xml.empty(format_args!(r#"w:cols w:space="0" w:num="1""#));
        xml.empty(format_args!("w:titlePg"));
    });
}
