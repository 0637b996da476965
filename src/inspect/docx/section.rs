//! What a file says of a section: its paper, margins, headers.

use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// Which pages of a section a header stands on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Pages {
    First,
    Even,
    /// All others.
    Usual,
}

/// A section as it is declared; lengths in twips.
#[derive(Debug, Clone, Default)]
pub(super) struct Section {
    pub(super) size: Option<(i64, i64)>,
    pub(super) is_landscape: bool,
    pub(super) top: Option<i64>,
    pub(super) bottom: Option<i64>,
    pub(super) left: Option<i64>,
    pub(super) right: Option<i64>,
    pub(super) gutter: Option<i64>,
    /// The first page has headers of its own, or none.
    pub(super) has_first_header: bool,
    pub(super) restart: Option<i64>,
    /// In which digits pages are numbered.
    pub(super) digits: Option<String>,
    /// It goes on on the same page.
    pub(super) is_continuous: bool,
    pub(super) headers: Vec<Reference>,
}

/// A header or footer that a section names.
#[derive(Debug, Clone)]
pub(super) struct Reference {
    pub(super) is_header: bool,
    pub(super) pages: Pages,
    pub(super) id: String,
}

impl Section {
    /// Reads the element `sectPr` that has just begun.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Refusal> {
        let depth = xml.depth();
        let mut section = Self::default();
        while let Some(token) = xml.within(depth)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "pgSz" => {
                    section.size = tag.twips("w").zip(tag.twips("h"));
                    section.is_landscape = tag.get("orient").is_some_and(|value| value == "landscape");
                }
                "pgMar" => {
                    // A negative margin holds whatever the header does.
                    section.top = tag.twips("top").map(i64::abs);
                    section.bottom = tag.twips("bottom").map(i64::abs);
                    section.left = tag.twips("left").or_else(|| tag.twips("start"));
                    section.right = tag.twips("right").or_else(|| tag.twips("end"));
                    section.gutter = tag.twips("gutter");
                }
                "titlePg" => section.has_first_header = tag.switch(),
                "type" => section.is_continuous = tag.val().is_some_and(|value| value == "continuous"),
                "pgNumType" => {
                    section.restart = tag.number("start");
                    section.digits = tag.get("fmt").map(|value| value.into_owned());
                }
                name @ ("headerReference" | "footerReference") if section.headers.len() < 6 => {
                    let pages = match tag.get("type").as_deref() {
                        Some("first") => Pages::First,
                        Some("even") => Pages::Even,
                        _ => Pages::Usual,
                    };
                    let is_header = name == "headerReference";
                    section.headers.extend(tag.get("id").map(|id| Reference { is_header, pages, id: id.into_owned() }));
                }
                _ => {}
            }
        }
        Ok(section)
    }

    /// The width of its text.
    pub(super) fn text_width(&self) -> Option<i64> {
        let margins = self.left? + self.right? + self.gutter.unwrap_or(0);
        Some(self.size?.0 - margins).filter(|width| *width > 0)
    }
}
