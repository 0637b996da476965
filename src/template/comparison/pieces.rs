//! Sentences that changed: on each side its own words with some of those around them.

use crate::diff::view::{Piece, Side};
use crate::template::xml::Xml;
use crate::value::Look;

/// Unchanged words that are shown before and behind a change.
const CONTEXT: usize = 4;
/// The same where several sentences stand in one cell.
const NEAR: usize = 2;
/// Words that were dropped, as the new side tells of them: the old side has them all.
const DROPPED: usize = 8;
/// Words that came or went in one place, beyond which only the first and the last are shown.
const LONGEST: usize = 28;

const BOLD: Look = Look { bold: true, italic: false };
const ITALIC: Look = Look { bold: false, italic: true };

/// What a sentence said and what it says; on each side what the other has not is marked.
///
/// Where the two have no word in common, nothing is marked: all of it is new.
pub(super) fn sides(pieces: &[Piece]) -> (Xml, Xml) {
    within(pieces, CONTEXT)
}

/// The same, with few words around.
pub(super) fn near(pieces: &[Piece]) -> (Xml, Xml) {
    within(pieces, NEAR)
}

fn within(pieces: &[Piece], context: usize) -> (Xml, Xml) {
    let marks = pieces.iter().any(|piece| piece.side == Side::Both && piece.words.chars().any(char::is_alphanumeric));
    let (mut old, mut new) = (Xml::default(), Xml::default());
    for (at, piece) in pieces.iter().enumerate() {
        match piece.side {
            Side::Both => {
                let words = around(&piece.words, context, at == 0, at + 1 == pieces.len());
                old.push_words(&words, Look::default());
                new.push_words(&words, Look::default());
            }
            Side::Old => {
                marked(&mut old, &piece.words, if marks { ITALIC } else { Look::default() });
                if pieces.get(at + 1).is_none_or(|next| next.side != Side::New) {
                    marked(&mut new, &dropped(&piece.words), ITALIC);
                }
            }
            Side::New => marked(&mut new, &piece.words, if marks { BOLD } else { Look::default() }),
        }
    }
    (old, new)
}

/// Words in a look, with the spaces around them outside of it.
fn marked(xml: &mut Xml, words: &str, look: Look) {
    let space = |is_there: bool| if is_there { " " } else { "" };
    xml.push_words(space(words.starts_with(char::is_whitespace)), Look::default());
    xml.push_words(&ends(words, LONGEST), look);
    xml.push_words(space(words.ends_with(char::is_whitespace)), Look::default());
}

/// What the new side says of words that are gone.
fn dropped(words: &str) -> String {
    let end = if words.ends_with(char::is_whitespace) { " " } else { "" };
    let start = if words.starts_with(char::is_whitespace) { " " } else { "" };
    format!("{start}[bỏ: {}]{end}", ends(words, DROPPED))
}

/// Words on one line; of more than so many, the first and the last.
fn ends(words: &str, most: usize) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let half = most / 2;
    if all.len() <= most {
        return all.join(" ");
    }
    format!("{} … {}", all[..half].join(" "), all[all.len() - half..].join(" "))
}

/// The unchanged words next to a change.
fn around(words: &str, context: usize, is_first: bool, is_last: bool) -> String {
    let all: Vec<&str> = words.split_whitespace().collect();
    let most = if is_first || is_last { context } else { 2 * context };
    // One word in place of a sign that says that some are left out.
    if all.len() <= most + 1 {
        return words.replace('\n', " ");
    }
    let end = if words.ends_with(char::is_whitespace) { " " } else { "" };
    let start = if words.starts_with(char::is_whitespace) { " " } else { "" };
    let (head, tail) = (all[..context].join(" "), all[all.len() - context..].join(" "));
    match (is_first, is_last) {
        (true, true) => words.replace('\n', " "),
        (true, false) => format!("… {tail}{end}"),
        (false, true) => format!("{start}{head} …"),
        (false, false) => format!("{start}{head} … {tail}{end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(pieces: &[(Side, &str)], old: &str, new: &str) {
        let pieces: Vec<_> = pieces.iter().map(|(side, words)| Piece { side: *side, words: (*words).into() }).collect();
        let (before, now) = sides(&pieces);
        assert_eq!((before.to_string().as_str(), now.to_string().as_str()), (old, new));
    }

    #[test]
    fn each_side_shows_its_own_words_in_their_place() {
        let pieces =
            [(Side::Both, "Rà soát năm "), (Side::Old, "2025 "), (Side::New, "2026 "), (Side::Both, "tại xã.")];
        check(&pieces, "Rà soát năm <i>2025</i> tại xã.", "Rà soát năm <b>2026</b> tại xã.");
    }

    #[test]
    fn what_is_dropped_is_told_on_the_new_side() {
        let pieces = [(Side::Both, "một "), (Side::Old, "a b c d e f g h i "), (Side::Both, "hai")];
        check(&pieces, "một <i>a b c d e f g h i</i> hai", "một <i>[bỏ: a b c d … f g h i]</i> hai");
    }

    #[test]
    fn words_far_from_a_change_are_left_out() {
        let pieces = [(Side::Both, "1 2 3 4 5 6 7 8 "), (Side::New, "mới"), (Side::Both, " 1 2 3 4 5 6 7 8")];
        check(&pieces, "… 5 6 7 8  1 2 3 4 …", "… 5 6 7 8 <b>mới</b> 1 2 3 4 …");
    }

    #[test]
    fn sentences_without_a_word_in_common_are_not_marked() {
        check(&[(Side::Old, "cũ"), (Side::New, "mới")], "cũ", "mới");
    }
}
