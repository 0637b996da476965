//! The settings of a file that change what is seen.

use super::xml::{Token, Xml};
use crate::inspect::observed::Refusal;

/// Twips from one tab stop to the next where none are set.
const USUAL_STOP: i64 = 720;

/// Settings.
#[derive(Debug)]
pub(super) struct Settings {
    /// Left and right margins change sides on even pages.
    pub(super) is_mirrored: bool,
    /// Even pages have headers of their own.
    pub(super) has_even_headers: bool,
    /// Twips from one tab stop to the next.
    pub(super) stop: i64,
    /// The space below a paragraph adds to the one above the next.
    pub(super) adds_spaces: bool,
    /// The language.
    pub(super) language: Option<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self { is_mirrored: false, has_even_headers: false, stop: USUAL_STOP, adds_spaces: false, language: None }
    }
}

impl Settings {
    /// Reads the settings.
    pub(super) fn read(xml: &mut Xml<'_>) -> Result<Self, Refusal> {
        let mut settings = Self::default();
        while let Some(token) = xml.within(0)? {
            let Token::Open(tag) = token else { continue };
            match tag.name() {
                "mirrorMargins" => settings.is_mirrored = tag.switch(),
                "evenAndOddHeaders" => settings.has_even_headers = tag.switch(),
                "defaultTabStop" => settings.stop = tag.twips("val").filter(|stop| *stop > 0).unwrap_or(USUAL_STOP),
                "doNotUseHTMLParagraphAutoSpacing" => settings.adds_spaces = tag.switch(),
                "themeFontLang" => settings.language = tag.val().map(|name| name.into_owned()),
                _ => {}
            }
        }
        Ok(settings)
    }
}
