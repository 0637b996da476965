//! Headers of pages: the number, or nothing.

use super::paragraph::words;
use super::property::{Face, placement, run_property};
use super::styles::style_id;
use super::xml::Xml;
use crate::decree::{Component, Decree};
use crate::layout::Section;

/// The page number of the second page on. All sections of a layout look alike, so they share it.
pub(super) fn page_number_header(section: &Section, decree: &Decree) -> Vec<u8> {
    let base = decree.style(Component::PageNumber);
    let run = |xml: &mut Xml<'_>, inside: &dyn Fn(&mut Xml<'_>)| {
        xml.element("w:r", |xml| {
            run_property(xml, Face::of(&section.page_number), Some(Face::of(&base)), None);
            inside(xml);
        });
    };
    let field = |xml: &mut Xml<'_>, kind: &str| {
        run(xml, &|xml| xml.empty(format_args!(r#"w:fldChar w:fldCharType="{kind}" w:dirty="false""#)));
    };
    Xml::part("w:hdr", |xml| {
        xml.element("w:p", |xml| {
            xml.element("w:pPr", |xml| {
                xml.empty(format_args!(r#"w:pStyle w:val="{}""#, style_id(Component::PageNumber)));
                placement(xml, &section.page_number, Some(&base));
            });
            field(xml, "begin");
            run(xml, &|xml| xml.element("w:instrText", |xml| xml.words("PAGE")));
            field(xml, "separate");
            run(xml, &|xml| words(xml, "1", None));
            field(xml, "end");
        });
    })
}

/// The header of the first page of each section, which shows no number.
pub(super) fn blank_header() -> Vec<u8> {
    Xml::part("w:hdr", |xml| {
        xml.element("w:p", |xml| {
            xml.element("w:pPr", |xml| {
                xml.empty(format_args!(r#"w:pStyle w:val="{}""#, style_id(Component::PageNumber)));
            });
        });
    })
}
