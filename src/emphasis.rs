//! Emphasis inside a text: how a clerk writes it and how it travels.
//!
//! A clerk writes `*nghiêng*` and `**đậm**`. From the reader on, four private letters stand in the text instead; no input
//! can hold them (the reader refuses them), so what they mean can never come from data that only looks alike.

/// Starts bold words.
pub const BOLD_ON: char = '\u{f0001}';
/// Ends bold words.
pub const BOLD_OFF: char = '\u{f0002}';
/// Starts italic words.
pub const ITALIC_ON: char = '\u{f0003}';
/// Ends italic words.
pub const ITALIC_OFF: char = '\u{f0004}';

/// Whether a letter is one of the four that carry emphasis.
pub fn is_mark(letter: char) -> bool {
    matches!(letter, BOLD_ON | BOLD_OFF | ITALIC_ON | ITALIC_OFF)
}

/// Turns pairs of stars into marks; stars that are no pair, as in `2*3*4`, stay letters.
pub fn mark(text: &str) -> String {
    let with_bold = mark_pairs(text, "**", BOLD_ON, BOLD_OFF);
    mark_pairs(&with_bold, "*", ITALIC_ON, ITALIC_OFF)
}

/// The text without its marks.
pub fn strip(text: &str) -> String {
    text.chars().filter(|&letter| !is_mark(letter)).collect()
}

/// A pair opens before a letter, not after one, and closes after a letter, not before one.
fn mark_pairs(text: &str, star: &str, on: char, off: char) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(start) = rest.find(star) {
        let (before, after) = (&rest[..start], &rest[start + star.len()..]);
        let opens = !before.chars().next_back().or(out.chars().next_back()).is_some_and(is_word)
            && after.chars().next().is_some_and(|letter| !letter.is_whitespace() && letter != '*');
        let end = opens.then(|| closing(after, star)).flatten();
        out.push_str(before);
        if let Some(end) = end {
            out.push(on);
            out.push_str(&after[..end]);
            out.push(off);
            rest = &after[end + star.len()..];
        } else {
            out.push_str(star);
            rest = after;
        }
    }
    out.push_str(rest);
    out
}

fn closing(text: &str, star: &str) -> Option<usize> {
    text.match_indices(star).map(|(at, _)| at).find(|&at| {
        let before = text[..at].chars().next_back();
        let after = text[at + star.len()..].chars().next();
        before.is_some_and(|letter| !letter.is_whitespace() && letter != '*')
            && !after.is_some_and(|letter| is_word(letter) || letter == '*')
    })
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let shown: String = mark(text)
            .chars()
            .map(|letter| match letter {
                BOLD_ON => '[',
                BOLD_OFF => ']',
                ITALIC_ON => '<',
                ITALIC_OFF => '>',
                other => other,
            })
            .collect();
        assert_eq!(shown, expected);
        assert_eq!(strip(&mark("a *b* c")), "a b c");
    }

    #[test]
    fn pairs_become_emphasis_and_stray_stars_stay() {
        check("hộ (*ít nhất 80%*).", "hộ (<ít nhất 80%>).");
        check("**Đẩy mạnh:** x *y*", "[Đẩy mạnh:] x <y>");
        check("2*3*4", "2*3*4");
        check("một * hai * ba", "một * hai * ba");
        check("*chưa đóng", "*chưa đóng");
        check("****", "****");
        check("5 * 6 và *x", "5 * 6 và *x");
    }
}
