//! The appendices: number, title, the line that says what they belong to, and their text.

use super::body;
use super::marker::{marker, roman_value};
use super::search::Search;
use crate::decree::Component;
use crate::inspect::observed::{Align, Column};
use crate::inspect::piece::Worded;
use crate::vietnamese::fold;

/// How many lines the title of an appendix has at most.
const TITLE_LINES: usize = 8;
/// How many lines the reference of an appendix has at most.
const REFERENCE_LINES: usize = 4;

/// Whether a line is `Phụ lục` with or without a number, however it is written; what stands for its number.
pub(super) fn begins_appendix(line: &Worded) -> Option<&str> {
    if line.column != Column::Full || !line.folded.starts_with("phuluc") {
        return None;
    }
    let rest = line.text.split_once(' ').and_then(|(_, rest)| rest.split_once(' ')).map_or("", |(_, rest)| rest);
    let rest = rest.trim_start_matches("số ").trim_start_matches("SỐ ");
    let number = rest.split([':', '.', ' ', '-']).next().unwrap_or_default();
    let is_number = number.is_empty()
        || roman_value(number).is_some()
        || number.len() <= 2 && (number.bytes().all(|b| b.is_ascii_digit()) || fold(number).len() == 1);
    let is_alone = line.text.chars().count() < 30 || rest[number.len()..].starts_with([':', '.']);
    (is_number && is_alone && !line.text.ends_with([';', ','])).then_some(number)
}

/// Finds the appendices after the end of the document itself.
pub(super) fn find(search: &mut Search<'_>, from: usize) {
    let words = search.words;
    let starts: Vec<_> = (from..words.len()).filter(|&index| begins_appendix(&words[index]).is_some()).collect();
    for (nth, &start) in starts.iter().enumerate() {
        let end = starts.get(nth + 1).copied().unwrap_or(words.len());
        search.add(Component::AppendixNumber, start, Some(nth));
        let at = head(search, start + 1, end, nth);
        body::find(search, at..end, Some(nth));
    }
}

/// Title and reference; one past their last line.
fn head(search: &mut Search<'_>, start: usize, end: usize, nth: usize) -> usize {
    let words = search.words;
    let mut at = start;
    while at < end && at < start + TITLE_LINES {
        let line = &words[at];
        if is_reference(&line.folded) {
            let last = end.min(at + REFERENCE_LINES);
            for (index, line) in words.iter().enumerate().take(last).skip(at) {
                if index > at && line.column != Column::Full {
                    return index;
                }
                search.add(Component::AppendixReference, index, Some(nth));
                if line.text.ends_with([')', '.']) {
                    return index + 1;
                }
            }
            return last;
        }
        let paragraph = search.observed.paragraph(line.piece);
        let is_title = paragraph.align == Some(Align::Center) || search.is_bold(at);
        if line.column != Column::Full || !is_title || marker(&line.text).is_some() {
            break;
        }
        search.add(Component::AppendixTitle, at, Some(nth));
        at += 1;
    }
    at
}

/// Whether a line says what an appendix belongs to.
pub(super) fn is_reference(folded: &str) -> bool {
    ["kemtheo", "banhanhkemtheo", "dinhkem"].iter().any(|start| folded.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inspect::piece::Piece;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let piece = Piece { paragraph: 0, line: None };
        let line = Worded { piece, text: text.to_owned(), folded: fold(text), column: Column::Full };
        assert_eq!(begins_appendix(&line), expected, "{text}");
    }

    #[test]
    fn numbers_of_appendices_are_read() {
        check("Phụ lục", Some(""));
        check("Phụ lục I", Some("I"));
        check("PHỤ LỤC 01", Some("01"));
        check("Phụ lục số 2", Some("2"));
        check("Phụ lục II: Danh mục các nhiệm vụ trọng tâm của năm", Some("II"));
        check("Phụ lục kèm theo Kế hoạch này gồm các bảng", None);
        check("Phụ lục I kèm theo Kế hoạch này gồm các bảng", None);
    }
}
