//! The texts of a file with their places, for whoever judges words.

use super::observed::{Observed, Place};

/// Each paragraph with words, where it stands, and what it says, in the order of reading; footnotes and the like at the end,
/// without a place.
pub fn texts(observed: &Observed) -> impl Iterator<Item = (Option<&Place>, &str)> {
    let paragraphs = observed.paragraphs.iter().map(|paragraph| (Some(&paragraph.place), paragraph.text.as_str()));
    let elsewhere = observed.traits.elsewhere.iter().map(|text| (None, text.as_str()));
    paragraphs.chain(elsewhere).filter(|(_, text)| !text.trim().is_empty())
}
