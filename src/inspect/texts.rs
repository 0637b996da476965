//! The texts of a file with their places, for whoever judges words.

use std::borrow::Cow;

use super::observed::{Observed, Place};

/// Each paragraph with words, where it stands, and what it says, in the order of reading; footnotes and the like at the end,
/// without a place. Room that is left for a number or a date is one space.
pub fn texts(observed: &Observed) -> impl Iterator<Item = (Option<&Place>, Cow<'_, str>)> {
    let paragraphs = observed.paragraphs.iter().map(|paragraph| (Some(&paragraph.place), paragraph.text.as_str()));
    let elsewhere = observed.traits.elsewhere.iter().map(|text| (None, text.as_str()));
    let said = paragraphs.chain(elsewhere).filter(|(_, text)| !text.trim().is_empty());
    said.map(|(place, text)| (place, without_blanks(text)))
}

/// Spaces that leave room for a number.
const ROOM: usize = 3;

/// A text whose blanks to fill in, «ngày      tháng      năm», are one space each.
fn without_blanks(text: &str) -> Cow<'_, str> {
    if !text.contains("  ") {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("  ") {
        let (before, after) = rest.split_at(at);
        let next = after.trim_start_matches(' ');
        out.push_str(before);
        let spaces = &after[..after.len() - next.len()];
        let is_asked = ["số", "Số:", "ngày", "tháng", "năm"].iter().any(|word| before.ends_with(word));
        out.push_str(if is_asked && spaces.len() >= ROOM { " " } else { spaces });
        rest = next;
    }
    out.push_str(rest);
    Cow::Owned(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_to_fill_in_are_one_space_and_slips_stay() {
        let date = "(Kèm theo Kế hoạch số        /KH-UBND ngày      tháng      năm 2026)";
        assert_eq!(without_blanks(date), "(Kèm theo Kế hoạch số /KH-UBND ngày tháng năm 2026)");
        assert_eq!(without_blanks("hai  từ"), "hai  từ");
    }
}
