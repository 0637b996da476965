//! Where a line may end inside a word.

/// Word processors end a line at a slash only so many letters behind the last space.
const LETTERS_BEFORE_A_SLASH_MAY_END_A_LINE: usize = 66;

/// Where a line may end inside a word: byte offsets, in order.
///
/// They were found by setting words in narrow columns with a word processor. `opens` says that no space stands before the
/// word in its paragraph.
pub fn ends_within(word: &str, opens: bool) -> Vec<usize> {
    places(word, opens).into_iter().filter(|place| place.ends).map(|place| place.at).collect()
}

/// A place inside a word at which a line may end, unless it is a slash too near to the last space.
pub(super) struct Place {
    /// In bytes.
    pub(super) at: usize,
    /// Whether a line ends there.
    pub(super) ends: bool,
}

/// The places inside a word at which a line may end, in order.
pub(super) fn places(word: &str, opens: bool) -> Vec<Place> {
    if !may_end_within(word) {
        return Vec::new();
    }
    let mut places = Vec::new();
    let mut before = None;
    for (count, (at, letter)) in word.char_indices().enumerate() {
        let is_place = before.is_some_and(|before| match (before, letter) {
            ('-', _) => letter.is_alphanumeric() || letter == '(',
            ('–' | '—' | '?' | '!' | '…', _) => letter.is_alphanumeric(),
            (_, '—') => before.is_alphanumeric(),
            (')', '(') => true,
            (_, '%') => before.is_alphabetic(),
            // Behind a figure, digits are its own: a date, a rate.
            ('/', _) => letter.is_alphabetic() || (letter.is_ascii_digit() && !is_behind_figure(&word[..at])),
            _ => false,
        });
        if is_place {
            let ends = before != Some('/') || opens || count >= LETTERS_BEFORE_A_SLASH_MAY_END_A_LINE;
            places.push(Place { at, ends });
        }
        before = Some(letter);
    }
    places
}

/// Whether a word holds a sign at which a line could end, or a letter that begins with the same byte as «–».
pub(super) fn may_end_within(word: &str) -> bool {
    word.bytes().any(|byte| matches!(byte, b'-' | b'?' | b'!' | b')' | b'%' | b'/' | DASHES))
}

/// The first byte of «–», «—» and «…».
const DASHES: u8 = 0xe2;

/// Whether a text ends with a digit and a slash.
fn is_behind_figure(text: &str) -> bool {
    text.trim_end_matches('/').ends_with(|letter: char| letter.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bars stand where a line may end within a word.
    #[track_caller]
    fn check_ends(expected: &str, opens: bool) {
        let word = expected.replace('|', "");
        let mut found = word.clone();
        for end in ends_within(&word, opens).into_iter().rev() {
            found.insert(end, '|');
        }
        assert_eq!(found, expected);
    }

    #[test]
    fn lines_end_within_words_where_a_word_processor_ends_them() {
        for word in
            ["12/KH-|UBND", "2021-|2025", "2021–|2025", "chính-|trị", "a?|b", "(a)|(b)", "12%", "a.b,c:d", "a--|b"]
        {
            check_ends(word, false);
        }
        check_ends("nguồn/vốn", false);
        check_ends("nguồn/|vốn", true);
        check_ends("20/10/2025", true);
        check_ends("tin/|2026/10", true);
        let long = "a".repeat(70);
        check_ends(&format!("{long}/|b"), false);
    }
}
