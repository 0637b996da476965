//! The line of number and symbol, and the line of place and date, taken apart.

use super::kind::{has_year, type_of_code};
use super::piece::squeezed;

/// The parts of `Số: 05/KH-UBND`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NumberSymbol<'t> {
    /// What stands before the number: `Số:`.
    pub head: &'t str,
    /// The number, trimmed; blanks where it is not yet given.
    pub number: &'t str,
    /// What stands behind the last slash, trimmed; `None` without a slash.
    pub symbol: Option<&'t str>,
    /// Whether spaces stand beside a slash or a hyphen, blanks of the number aside.
    pub has_spaces: bool,
    /// Whether a year stands between two slashes.
    pub has_year: bool,
}

/// Takes the line apart.
pub fn number_symbol(text: &str) -> NumberSymbol<'_> {
    let letters = text.len() - text.trim_start_matches(|letter: char| letter.is_alphabetic()).len();
    let mut head = letters;
    if let Some(colon) = text[letters..].trim_start().strip_prefix(':') {
        head = text.len() - colon.len();
    }
    let rest = &text[head..];
    let (number, symbol) = match rest.split_once('/') {
        Some((number, behind)) => (number, Some(behind.rsplit('/').next().unwrap_or(behind))),
        None => (rest, None),
    };
    let is_given = number.chars().any(|letter| letter.is_ascii_digit());
    let spaced_number = is_given && number.ends_with(char::is_whitespace);
    let spaced = symbol.is_some_and(|symbol| {
        symbol.starts_with(char::is_whitespace) || symbol.trim().chars().any(char::is_whitespace)
    });
    NumberSymbol {
        head: &text[..head],
        number: number.trim(),
        symbol: symbol.map(str::trim),
        has_spaces: spaced_number || spaced,
        has_year: has_year(text),
    }
}

impl NumberSymbol<'_> {
    /// The number, if it is given.
    pub fn value(&self) -> Option<u32> {
        let digits: String = self.number.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    }

    /// Which kind of document the symbol names, if it begins with an abbreviation of one: an index of the kinds.
    pub fn kind(&self) -> Option<usize> {
        let symbol = squeezed(self.symbol?);
        let first = symbol.split(['-', '–', ' ']).next()?;
        type_of_code(first)
    }

    /// The groups of letters of the symbol.
    pub fn groups(&self) -> Vec<&str> {
        self.symbol.map(|symbol| symbol.split(['-', '–', '—']).map(str::trim).collect()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_is_taken_apart() {
        let line = number_symbol("Số: 05/KH-UBND");
        assert_eq!((line.head, line.value(), line.symbol, line.has_spaces), ("Số:", Some(5), Some("KH-UBND"), false));
        assert_eq!((line.kind(), line.groups()), (Some(0), vec!["KH", "UBND"]));
        let blank = number_symbol("Số:      /KH-UBND");
        assert_eq!((blank.number, blank.value(), blank.has_spaces), ("", None, false));
        assert!(number_symbol("Số: 05 /KH-UBND").has_spaces && number_symbol("Số: 05/KH - UBND").has_spaces);
        let other = number_symbol("Số 12/2026/KH-UBND");
        assert_eq!((other.head, other.symbol, other.has_year), ("Số", Some("KH-UBND"), true));
    }
}
