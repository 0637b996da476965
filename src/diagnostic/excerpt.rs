//! What a finding shows of a file: the lines around its places as they are on disk, cut to what a person reads, without a
//! letter that commands the terminal.

use std::ops::Range;

use super::Label;
use crate::visible;

/// Lines shown before and after the lines of a label.
const CONTEXT_LINES: usize = 1;
/// A line of more letters is cut around its marks.
const LONGEST_LINE: usize = 140;
/// Letters shown before a mark in a line that is cut.
const BEFORE_MARK: usize = 50;
/// Letters shown from the start of a mark on, in a line that is cut.
const FROM_MARK: usize = 80;
/// Stands for letters that are left out.
const LEFT_OUT: char = '…';

/// Lines of a file, and what is marked in them.
pub(super) struct Excerpt<'a> {
    /// The file.
    pub(super) name: String,
    /// The lines, as they are shown.
    pub(super) text: String,
    /// The number of the first.
    pub(super) first_line: usize,
    /// What is marked.
    pub(super) marks: Vec<Mark<'a>>,
}

/// A place that is marked.
pub(super) struct Mark<'a> {
    /// What is said of it.
    pub(super) label: &'a Label,
    /// Whether it is the finding's own place.
    pub(super) is_primary: bool,
    /// Its bytes in the text that is shown.
    pub(super) range: Range<usize>,
    /// Its line and column as the editor shows them.
    pub(super) place: (usize, usize),
    /// Its column in the line that is shown.
    pub(super) column: usize,
}

/// Lines that are shown together, and the labels in them, each with whether it is the finding's own place.
struct Window<'a> {
    lines: Range<usize>,
    labels: Vec<(&'a Label, bool)>,
}

/// The lines around labels; those of one file that stand near each other together.
pub(super) fn excerpts(labels: &[Label]) -> Vec<Excerpt<'_>> {
    let mut windows: Vec<Window<'_>> = Vec::new();
    for (index, label) in labels.iter().enumerate() {
        let file = &label.span.file;
        let lines = around(file.on_disk(), label.span.held().start);
        let is_near = |known: &&mut Window<'_>| {
            known.labels[0].0.span.file == *file && lines.start <= known.lines.end && known.lines.start <= lines.end
        };
        match windows.iter_mut().find(is_near) {
            Some(known) => {
                known.lines = known.lines.start.min(lines.start)..known.lines.end.max(lines.end);
                known.labels.push((label, index == 0));
            }
            None => windows.push(Window { lines, labels: vec![(label, index == 0)] }),
        }
    }
    windows.into_iter().map(excerpt).collect()
}

/// The lines that hold a place, and a few around them.
pub(super) fn around(text: &str, place: usize) -> Range<usize> {
    let mut start = text[..place].rfind('\n').map_or(0, |at| at + 1);
    let mut end = text[place..].find('\n').map_or(text.len(), |at| place + at);
    for _ in 0..CONTEXT_LINES {
        if start > 0 {
            start = text[..start - 1].rfind('\n').map_or(0, |at| at + 1);
        }
        if end < text.len() {
            end = text[end + 1..].find('\n').map_or(text.len(), |at| end + 1 + at);
        }
    }
    start..end
}

fn excerpt(window: Window<'_>) -> Excerpt<'_> {
    let Window { lines, labels } = window;
    let file = &labels[0].0.span.file;
    let disk = file.on_disk();
    let first_line = file.line(lines.start);
    let mut excerpt = Excerpt { name: visible::text(&file.name), text: String::new(), first_line, marks: Vec::new() };
    let mut start = lines.start;
    for (index, line) in disk[lines].split('\n').enumerate() {
        if index > 0 {
            excerpt.text.push('\n');
        }
        let own = labels.iter().map(|&(label, is_primary)| (label, is_primary, label.span.held()));
        let own: Vec<_> = own.filter(|(.., range)| (start..=start + line.len()).contains(&range.start)).collect();
        // The mark of the byte order is no letter of the line, and the editor counts none.
        let mark =
            if start == 0 && first_line == 1 && line.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        let words = line[mark..].trim_end_matches('\r');
        let within = |at: usize| at.saturating_sub(start + mark).min(words.len());
        // A place that runs over several lines is shown by its first, so that a section does not fill the screen.
        let ranges: Vec<_> = own.iter().map(|(.., range)| within(range.start)..within(range.end)).collect();
        let line_start = excerpt.text.len();
        let shown = draw(&mut excerpt.text, words, &ranges);
        for ((label, is_primary, range), shown) in own.into_iter().zip(shown) {
            let column = excerpt.text[line_start..shown.start].chars().count() + 1;
            let place = label.span.file.line_column(label.span.range.start);
            debug_assert!(range.start >= start, "a mark stands in its line");
            excerpt.marks.push(Mark { label, is_primary, range: shown, place, column });
        }
        start += line.len() + 1;
    }
    excerpt
}

/// Writes a line, cut around its marks if it is long; where each mark stands in what is written.
fn draw(out: &mut String, line: &str, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut shown: Vec<Range<usize>> = marks.iter().map(|_| 0..0).collect();
    let mut end = 0;
    for piece in pieces(line, marks) {
        if piece.start > end {
            out.push(LEFT_OUT);
        }
        let letters = line[piece.clone()].char_indices().map(|(at, letter)| (piece.start + at, Some(letter)));
        for (at, letter) in letters.chain([(piece.end, None)]) {
            for (mark, shown) in marks.iter().zip(&mut shown).filter(|(mark, _)| piece.start <= mark.start) {
                if at == mark.start {
                    *shown = out.len()..out.len();
                }
                if at > mark.start && at <= mark.end && mark.start <= piece.end {
                    shown.end = out.len();
                }
            }
            out.extend(letter.map(harmless));
        }
        end = piece.end;
    }
    if end < line.len() {
        out.push(LEFT_OUT);
    }
    shown
}

/// The parts of a line that are shown, in order.
fn pieces(line: &str, marks: &[Range<usize>]) -> Vec<Range<usize>> {
    let after =
        |from: usize, most: usize| line[from..].char_indices().nth(most).map_or(line.len(), |(at, _)| from + at);
    if after(0, LONGEST_LINE) == line.len() {
        return std::iter::once(0..line.len()).collect();
    }
    if marks.is_empty() {
        return std::iter::once(0..after(0, LONGEST_LINE)).collect();
    }
    let before = |at: usize| line[..at].char_indices().rev().take(BEFORE_MARK).last().map_or(at, |(start, _)| start);
    let mut around: Vec<_> = marks.iter().map(|mark| before(mark.start)..after(mark.start, FROM_MARK)).collect();
    around.sort_by_key(|piece| piece.start);
    let mut pieces: Vec<Range<usize>> = Vec::new();
    for piece in around {
        match pieces.last_mut() {
            Some(last) if piece.start <= last.end => last.end = last.end.max(piece.end),
            _ => pieces.push(piece),
        }
    }
    pieces
}

/// A letter of a file as the terminal may show it, always as one letter, so that marks stay below what they mark.
fn harmless(letter: char) -> char {
    match letter {
        '\t' => letter,
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(letter)).unwrap_or(char::REPLACEMENT_CHARACTER),
        '\u{7f}' => '\u{2421}',
        '\u{2028}' | '\u{2029}' => char::REPLACEMENT_CHARACTER,
        _ if visible::is_hidden(letter) && !letter.is_whitespace() => char::REPLACEMENT_CHARACTER,
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(line: &str, marked: &[&str], expected: &str) {
        let place = |word: &&str| line.find(word).map(|at| at..at + word.len()).expect("in the line");
        let marks: Vec<_> = marked.iter().map(place).collect();
        let mut out = "|".to_owned();
        let shown = draw(&mut out, line, &marks);
        assert_eq!(out, format!("|{expected}"));
        for (range, word) in shown.into_iter().zip(marked) {
            let start: String = word.chars().map(harmless).take(10).collect();
            assert!(out[range.clone()].starts_with(&start), "{:?} for {word:?}", &out[range]);
        }
    }

    #[test]
    fn lines_are_cut_around_their_marks() {
        let many = |letter: &str, count: usize| letter.repeat(count);
        check("trich_yeu: Thử", &["Thử"], "trich_yeu: Thử");
        check(&many("ơ", 200), &[], &format!("{}…", many("ơ", 140)));
        let (before, after) = (many("ơ", 1_000), many("ă", 1_000));
        let shown = format!("…{}x{}…", many("ơ", 50), many("ă", 79));
        check(&format!("{before}x{after}"), &["x"], &shown);
        check(&format!("{before}x{after}y{before}z"), &["z", "x"], &format!("{shown}{}z", many("ơ", 50)));
        check(&format!("x{after}"), &["x"], &format!("x{}…", many("ă", 79)));
        check(&format!("{before}{after}"), &[&after], &format!("…{}{}…", many("ơ", 50), many("ă", 80)));
    }

    #[test]
    fn no_letter_commands_the_terminal() {
        check(
            "a\u{1b}[31m\u{9b}b\u{202e}\u{200d}c\u{f0001}\td\u{a0}e",
            &["b\u{202e}", "\u{f0001}"],
            "a␛[31m�b��c�\td\u{a0}e",
        );
    }
}
