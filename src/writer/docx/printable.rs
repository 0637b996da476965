//! Letters that XML can hold.

/// The letters of a text that any XML may hold: white space is a space, and what XML forbids is left out.
///
/// Plans are read without control characters; one that slips through must not make a file that no program opens.
pub(super) fn printable(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .map(|letter| if letter.is_ascii_whitespace() { ' ' } else { letter })
        .filter(|letter| !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}'))
}
