//! The theme of a file: the typefaces that styles name by their place in it.

use std::rc::Rc;

use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// The two typefaces of a theme.
#[derive(Debug, Default)]
pub(super) struct Theme {
    major: Option<Rc<str>>,
    minor: Option<Rc<str>>,
}

impl Theme {
    /// Reads a theme.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Refusal> {
        let mut theme = Self::default();
        let mut is_major = true;
        while let Some(token) = xml.within(0)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "majorFont" => is_major = true,
                "minorFont" => is_major = false,
                "latin" => {
                    let slot = if is_major { &mut theme.major } else { &mut theme.minor };
                    if slot.is_none() {
                        *slot = tag.get("typeface").filter(|name| !name.is_empty()).map(|name| Rc::from(&*name));
                    }
                }
                _ => {}
            }
        }
        Ok(theme)
    }

    /// The typeface at a place of the theme: `minorHAnsi`. Those of other scripts print no Vietnamese letter.
    pub(super) fn font(&self, place: &str) -> Option<Rc<str>> {
        match place {
            "majorAscii" | "majorHAnsi" => self.major.clone(),
            "minorAscii" | "minorHAnsi" => self.minor.clone(),
            _ => None,
        }
    }
}
