//! Named styles.
//!
//! Owns the pairing of a component with a Word style. Headings use Word's built-in styles, because its navigation pane and
//! tables of contents know only those.

use super::property::{Face, placement, run_property, size, spacing};
use super::xml::Xml;
use crate::decree::{Component, Decree, Style, TYPEFACE};
use crate::layout::Para;
use crate::units::Length;

/// The language of every document.
const LANGUAGE: &str = "vi-VN";

/// The deepest heading that has a style.
const HEADING_LEVELS: u8 = 4;

/// Every style of a document: Normal, the headings, and one for each component under the decree's term.
///
/// Normal has no look of its own: the defaults of the document are its look.
pub(super) fn styles(decree: &Decree) -> Vec<u8> {
    Xml::part("w:styles", |xml| {
        xml.element("w:docDefaults", |xml| {
            xml.element("w:rPrDefault", |xml| {
                xml.element("w:rPr", |xml| {
                    xml.empty(format_args!(
                        r#"w:rFonts w:ascii="{TYPEFACE}" w:hAnsi="{TYPEFACE}" w:cs="{TYPEFACE}" w:eastAsia="{TYPEFACE}""#
                    ));
                    size(xml, decree.sizes.body.chosen);
                    xml.empty(format_args!(r#"w:lang w:val="{LANGUAGE}" w:eastAsia="{LANGUAGE}""#));
                });
            });
            xml.element("w:pPrDefault", |xml| {
                xml.element("w:pPr", |xml| spacing(xml, Length::ZERO, Length::ZERO, None));
            });
        });
        let normal = format_args!(r#" w:type="paragraph" w:default="1" w:styleId="Normal""#);
        xml.element_with("w:style", normal, |xml| {
            xml.empty(format_args!(r#"w:name w:val="Normal""#));
            xml.empty(format_args!("w:qFormat"));
        });
        for level in 1..=HEADING_LEVELS {
            let style = heading_style(level, decree);
            definition(xml, &heading_id(level), &format!("heading {level}"), &style, Some(level));
        }
        for component in Component::ALL {
            definition(xml, &style_id(component), &style_name(component), &decree.style(component), None);
        }
    })
}

/// A style; that of a heading has a level, and body text follows it.
fn definition(xml: &mut Xml<'_>, id: &str, name: &str, style: &Style, level: Option<u8>) {
    xml.element_with("w:style", format_args!(r#" w:type="paragraph" w:styleId="{id}""#), |xml| {
        xml.empty(format_args!(r#"w:name w:val="{name}""#));
        xml.empty(format_args!(r#"w:basedOn w:val="Normal""#));
        if level.is_some() {
            xml.empty(format_args!(r#"w:next w:val="{}""#, style_id(Component::BodyText)));
        }
        xml.empty(format_args!("w:qFormat"));
        xml.element("w:pPr", |xml| {
            if style.keep_with_next {
                xml.empty(format_args!("w:keepNext"));
            }
            xml.empty(format_args!(r#"w:widowControl w:val="1""#));
            placement(xml, style, None);
            if let Some(level) = level {
                xml.empty(format_args!(r#"w:outlineLvl w:val="{}""#, level - 1));
            }
        });
        run_property(xml, Face::of(style), None, None);
    });
}

/// The style that a paragraph names, and its definition.
pub(super) fn named_style(para: &Para, decree: &Decree) -> (String, Style) {
    match para.heading {
        Some(level) => {
            let level = level.clamp(1, HEADING_LEVELS);
            (heading_id(level), heading_style(level, decree))
        }
        None => (style_id(para.component), decree.style(para.component)),
    }
}

/// The identifier of a component's style: its English name, because identifiers are ASCII.
pub(super) fn style_id(component: Component) -> String {
    format!("{component:?}")
}

/// The name of a component's style, as it stands in Word's list: the decree's term.
///
/// Word takes what follows a comma for a second name, so a term that joins two things says "and" (và).
fn style_name(component: Component) -> String {
    component.term().replace(", ", " và ")
}

fn heading_id(level: u8) -> String {
    format!("Heading{level}")
}

/// The look of a level of headings: that of the component which usually has it.
fn heading_style(level: u8, decree: &Decree) -> Style {
    decree.style(match level {
        1 => Component::SectionTitle,
        2 => Component::ClauseTitle,
        _ => Component::PointTitle,
    })
}
