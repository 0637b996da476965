//! Words within a paragraph: what came and what went, so that a person can read it.
//!
//! Words and numbers are whole. A word that stayed between two stretches that did not is no island: it is taken with them.

use std::ops::Range;

use ::similar::{Algorithm, DiffOp, capture_diff_slices};

use super::likeness::letters;
use super::tree::{Change, Para, Span};
use crate::decree::Align;
use crate::layout::{self, Run};
use crate::units::Length;

/// A paragraph of both versions: the new one, with what changed in its words.
pub(super) fn revised<'a>(old: &layout::Para, new: &'a layout::Para) -> Para<'a> {
    let unchanged = Para { para: new, spans: None, change: None, is_restyled: false };
    if old.runs == new.runs {
        return unchanged;
    }
    // The lines of a centered title are found for each version; where they end is no word of it.
    let is_centered = new.style.align == Align::Center;
    let [old, new] = [old, new].map(|para| Letters::of(para, is_centered));
    if old.text == new.text {
        return Para { is_restyled: old.styles() != new.styles(), ..unchanged };
    }
    Para { spans: Some(spans(&old, &new)), ..unchanged }
}

/// The letters of a paragraph with the look of each.
struct Letters {
    /// A line break is a sign, or a space where it says nothing.
    text: String,
    /// Words of one look, in their order.
    looks: Vec<Look>,
}

/// Words of one look.
struct Look {
    range: Range<usize>,
    /// `None` for a line break.
    bold_italic: Option<(bool, bool)>,
    room: Length,
}

impl Letters {
    fn of(para: &layout::Para, is_centered: bool) -> Self {
        let mut out = Self { text: letters(para), looks: Vec::new() };
        let mut holds = para.holds.iter().peekable();
        let mut start = 0;
        for (index, run) in para.runs.iter().enumerate() {
            let Run::Words { text, bold, italic } = run else {
                out.looks.push(Look { range: start..start + 1, bold_italic: None, room: Length::ZERO });
                start += 1;
                continue;
            };
            let mut push = |range: Range<usize>, room| {
                out.looks.push(Look { range, bold_italic: Some((*bold, *italic)), room });
            };
            let mut from = start;
            while let Some(hold) = holds.next_if(|hold| hold.run == index) {
                push(from..start + hold.at, Length::ZERO);
                push(start + hold.at..start + hold.at + 1, hold.room);
                from = start + hold.at + 1;
            }
            push(from..start + text.len(), Length::ZERO);
            start += text.len();
        }
        if is_centered {
            out.text = out.text.replace('\n', " ");
        }
        out
    }

    /// Where its letters begin to be bold or italic otherwise than those before them; spaces are neither.
    fn styles(&self) -> Vec<(usize, (bool, bool))> {
        let mut styles: Vec<(usize, (bool, bool))> = Vec::new();
        for look in &self.looks {
            let words = &self.text[look.range.clone()];
            let Some(style) = look.bold_italic.filter(|_| !words.trim().is_empty()) else { continue };
            let at = look.range.start + (words.len() - words.trim_start().len());
            if styles.last().is_none_or(|(_, last)| *last != style) {
                styles.push((at, style));
            }
        }
        styles
    }

    /// The words of a range of the letters, look by look.
    fn put(&self, range: Range<usize>, change: Option<Change>, keeps_room: bool, spans: &mut Vec<Span>) {
        for look in &self.looks {
            let (start, end) = (look.range.start.max(range.start), look.range.end.min(range.end));
            if start >= end {
                continue;
            }
            let run = match look.bold_italic {
                Some((bold, italic)) => Run::Words { text: self.text[start..end].to_owned(), bold, italic },
                None => Run::Break,
            };
            let room = if keeps_room { look.room } else { Length::ZERO };
            spans.push(Span { run, room, change });
        }
    }
}

/// The words of both versions of a paragraph.
fn spans(old: &Letters, new: &Letters) -> Vec<Span> {
    let mut spans = Vec::new();
    let (mut old_at, mut new_at) = (0, 0);
    let mut is_same = true;
    let ends = (old.text.len()..old.text.len(), new.text.len()..new.text.len());
    for (old_word, new_word) in kept(&old.text, &new.text).into_iter().chain([ends]) {
        let (gone, come) = (old_at..old_word.start, new_at..new_word.start);
        let (before, after) = edges(&old.text[gone.clone()], &new.text[come.clone()]);
        let (gone, come) = (gone.start + before..gone.end - after, come.start + before..come.end - after);
        new.put(new_at..come.start, None, is_same, &mut spans);
        is_same &= gone.is_empty() && come.is_empty();
        old.put(gone, Some(Change::Deleted), false, &mut spans);
        new.put(come.clone(), Some(Change::Inserted), false, &mut spans);
        // A space that ends a line does so only as long as the line is what it was.
        new.put(come.end..new_word.end, None, is_same, &mut spans);
        (old_at, new_at) = (old_word.end, new_word.end);
    }
    joined(spans)
}

/// How many bytes at the beginning and at the end of two texts are the same.
///
/// Both stand between the same words, so what they share there are spaces; a word is never torn.
fn edges(old: &str, new: &str) -> (usize, usize) {
    if old == new {
        return (old.len(), 0);
    }
    let spaces = |text: &str| text.len() - text.trim_start_matches([' ', '\n']).len();
    let same = |(a, b): (u8, u8)| a == b;
    let most = spaces(old).min(spaces(new));
    let before = old.bytes().zip(new.bytes()).take(most).take_while(|&pair| same(pair)).count();
    let (old, new) = (&old[before..], &new[before..]);
    let spaces = |text: &str| text.len() - text.trim_end_matches([' ', '\n']).len();
    let most = spaces(old).min(spaces(new));
    let after = old.bytes().rev().zip(new.bytes().rev()).take(most).take_while(|&pair| same(pair)).count();
    (before, after)
}

/// Neighbors of one look and one fate become one.
fn joined(spans: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::with_capacity(spans.len());
    for span in spans {
        if let (Some(last), Run::Words { text: more, bold, italic }) = (out.last_mut(), &span.run)
            && let Run::Words { text, bold: last_bold, italic: last_italic } = &mut last.run
            && (last.change, last.room) == (span.change, span.room)
            && (&*last_bold, &*last_italic) == (bold, italic)
            && span.room.is_zero()
        {
            text.push_str(more);
        } else {
            out.push(span);
        }
    }
    out
}

/// The words that stayed, by their places in both texts.
fn kept(old: &str, new: &str) -> Vec<(Range<usize>, Range<usize>)> {
    let (old_words, new_words) = (words(old), words(new));
    let texts = |text, words: &[Range<usize>]| -> Vec<&str> {
        let text: &str = text;
        words.iter().map(|word| &text[word.clone()]).collect()
    };
    let (old_texts, new_texts) = (texts(old, &old_words), texts(new, &new_words));
    let ops = capture_diff_slices(Algorithm::Myers, &old_texts, &new_texts);
    let mut stretches: Vec<Stretch> = ops.iter().map(|op| Stretch::of(op, &old_texts, &new_texts)).collect();
    while let Some(island) = (1..stretches.len().saturating_sub(1)).find(|&at| is_island(&stretches, at)) {
        let parts: Vec<_> = stretches.drain(island - 1..=island + 1).collect();
        stretches.insert(island - 1, Stretch::joined(&parts));
    }
    let of =
        |is_same: bool| stretches.iter().filter(|part| part.is_same == is_same).map(|part| part.count).sum::<usize>();
    if of(true) * LEAST_SHARE < of(false) {
        return Vec::new();
    }
    let same = stretches.into_iter().filter(|part| part.is_same);
    same.flat_map(|part| part.old.zip(part.new)).map(|(a, b)| (old_words[a].clone(), new_words[b].clone())).collect()
}

/// Where of so many words fewer than one stayed, the whole reads better as one deletion and one insertion.
const LEAST_SHARE: usize = 5;

/// Neighboring words of one fate.
#[derive(Clone)]
struct Stretch {
    old: Range<usize>,
    new: Range<usize>,
    is_same: bool,
    /// How many words it has, marks not counted, in the version in which it has more.
    count: usize,
}

impl Stretch {
    fn of(op: &DiffOp, old_texts: &[&str], new_texts: &[&str]) -> Self {
        let (tag, old, new) = op.as_tag_tuple();
        let count = |texts: &[&str], range: &Range<usize>| {
            texts[range.clone()].iter().filter(|text| text.contains(char::is_alphanumeric)).count()
        };
        let count = count(old_texts, &old).max(count(new_texts, &new));
        Self { old, new, is_same: tag == ::similar::DiffTag::Equal, count }
    }

    fn joined(parts: &[Self]) -> Self {
        let (first, last) = (&parts[0], &parts[parts.len() - 1]);
        let count = parts.iter().map(|part| part.count).sum();
        Self { old: first.old.start..last.old.end, new: first.new.start..last.new.end, is_same: false, count }
    }
}

/// Whether what stayed is too little between what did not.
fn is_island(stretches: &[Stretch], at: usize) -> bool {
    let [before, here, after] = [&stretches[at - 1], &stretches[at], &stretches[at + 1]];
    here.is_same
        && !before.is_same
        && !after.is_same
        && (here.count == 0 || here.count * ISLAND <= before.count.min(after.count))
}

/// How many times as many words must have changed at both sides of words that stayed to take these with them.
const ISLAND: usize = 2;

/// The words of a text and the marks around them: what a space does not part, without the brackets and stops at its ends.
fn words(text: &str) -> Vec<Range<usize>> {
    const OPENING: [char; 7] = ['(', '[', '“', '«', '"', '‘', '\''];
    const CLOSING: [char; 14] = ['.', ',', ';', ':', '!', '?', ')', ']', '”', '»', '"', '’', '…', '/'];
    let mut found = Vec::with_capacity(text.len() / 4);
    let mut start = 0;
    for piece in text.split([' ', '\n']) {
        let (from, to) = (start, start + piece.len());
        start = to + 1;
        let opened = piece.trim_start_matches(OPENING);
        let core = opened.trim_end_matches(CLOSING);
        if core.is_empty() {
            found.extend((!piece.is_empty()).then_some(from..to));
            continue;
        }
        let first = from + piece.len() - opened.len();
        let last = first + core.len();
        let each = |range: Range<usize>| {
            let at = range.start;
            text[range].char_indices().map(move |(place, letter)| at + place..at + place + letter.len_utf8())
        };
        found.extend(each(from..first));
        found.push(first..last);
        found.extend(each(last..to));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::decree::{Component, Decree, TypeSet};

    fn para(text: &str, component: Component) -> layout::Para {
        let line = |text: &str| Run::Words { text: text.to_owned(), bold: false, italic: false };
        let mut runs: Vec<_> = text.split('\n').flat_map(|text| [line(text), Run::Break]).collect();
        runs.pop();
        layout::Para::new(component, Decree::new(TypeSet::Fourteen).style(component), runs)
    }

    /// `[-gone-]` and `[+come+]` stand around what changed.
    #[track_caller]
    fn check_in(component: Component, old: &str, new: &str, expected: &str) {
        let (old, new) = (para(old, component), para(new, component));
        let mut found = String::new();
        for span in revised(&old, &new).spans.unwrap_or_default() {
            let text = match span.run {
                Run::Words { text, .. } => text,
                Run::Break => "\n".to_owned(),
            };
            found += &match span.change {
                None => text,
                Some(Change::Deleted) => format!("[-{text}-]"),
                Some(Change::Inserted) => format!("[+{text}+]"),
            };
        }
        assert_eq!(found, expected);
    }

    #[track_caller]
    fn check(old: &str, new: &str, expected: &str) {
        check_in(Component::BodyText, old, new, expected);
    }

    #[test]
    fn words_and_numbers_are_whole() {
        check("giảm 52 hộ nghèo", "giảm 48 hộ nghèo", "giảm [-52-][+48+] hộ nghèo");
        check(
            "số 12/KH-UBND ngày 30/6/2025;",
            "số 13/KH-UBND ngày 30/6/2025;",
            "số [-12/KH-UBND-][+13/KH-UBND+] ngày 30/6/2025;",
        );
        check("đạt 12,5% (năm 2025)", "đạt 13,5% (năm 2025).", "đạt [-12,5%-][+13,5%+] (năm 2025)[+.+]");
    }

    #[test]
    fn a_word_more_or_less_takes_one_space_with_it() {
        check("a b c d", "a b x c d", "a b [+x +]c d");
        check("a b c d", "a b d", "a b [-c -]d");
        check("a b c", "x a b c", "[+x +]a b c");
        check("a b c", "a b c x", "a b c[+ x+]");
        check("a, b; c", "a b; c", "a[-,-] b; c");
        check("a  b", "a b", "a [- -]b");
    }

    #[test]
    fn small_words_that_stayed_are_no_islands() {
        let (old, new) = ("trước a b và c d sau đó hết", "trước x y và z t sau đó hết");
        check(old, new, "trước [-a b và c d-][+x y và z t+] sau đó hết");
        check("từ 5 đến 7 giờ sáng", "từ 6 đến 8 giờ sáng", "từ [-5-][+6+] đến [-7-][+8+] giờ sáng");
        check("nay a, b nữa", "nay c, d nữa", "nay [-a, b-][+c, d+] nữa");
        check("a b c d e f g", "t u v w x y g", "[-a b c d e f g-][+t u v w x y g+]");
    }

    #[test]
    fn line_breaks_count_where_someone_wrote_them() {
        check("a\nb c d", "a b c d", "a[-\n-][+ +]b c d");
        check_in(Component::Subject, "a b\nc d", "a\nb c d", "");
        check_in(Component::Subject, "a b\nc d", "a x\nb c d", "a [+x+][+\n+]b c d");
    }
}
