//! Tên loại, trích yếu, and what stands between them and the body.

use super::header::{Head, is_mark};
use super::marker::marker;
use super::search::Search;
use crate::decree::Component;
use crate::inspect::kind::{TYPES, type_of_line};
use crate::inspect::number::number_symbol;
use crate::inspect::observed::{Align, Column};
use crate::inspect::piece::{Worded, is_capitals};
use crate::vietnamese::fold;

/// What was found of the title.
pub(super) struct Title {
    /// Which of [`TYPES`].
    pub(super) kind: Option<usize>,
    /// The line with `Kính gửi`.
    pub(super) addressee: Option<usize>,
    /// One past the last line of title and căn cứ.
    pub(super) end: usize,
}

/// In how many lines after the head tên loại is looked for.
const LINES: usize = 14;
/// How many lines a trích yếu has at most.
const SUBJECT_LINES: usize = 8;
/// How many lines the name of who decides has at most.
const AUTHORITY_LINES: usize = 3;

pub(super) fn find(search: &mut Search<'_>, head: &Head) -> Title {
    let words = search.words;
    let most = words.len().min(head.end + LINES);
    let is_free = |index: usize| !matches!(words[index].column, Column::Table(_));
    let line = (head.end..most).find_map(|index| {
        let kind = type_of_line(&words[index].folded).or_else(|| begins_with_type(&words[index].text))?;
        is_free(index).then_some((index, kind))
    });
    // What goes on in capitals names the kind that the symbol says.
    let number = search.found.iter().find(|part| part.component == Component::NumberSymbol);
    let code = number.and_then(|part| number_symbol(&part.text).kind());
    let by_code = || {
        let kind = code?;
        let begins = |index: &usize| {
            let rest = words[*index].text.strip_prefix(TYPES[kind].name);
            let is_centered = search.observed.paragraph(words[*index].piece).align == Some(Align::Center);
            is_free(*index) && is_centered && rest.is_some_and(|rest| rest.starts_with(' ') && is_capitals(rest))
        };
        (head.end..most).find(begins).map(|index| (index, kind))
    };
    let line = line.or_else(by_code);
    let mut end = line.map_or(head.end, |(index, _)| index + 1);
    if let Some((index, _)) = line {
        search.add(Component::DocumentType, index, None);
        end = subject(search, index + 1);
    }
    let addressee = (head.end..most).find(|&index| words[index].folded.starts_with("kinhgui"));
    end = end.max(addressee.map_or(0, |index| addressees(search, index)));
    if line.is_none() && addressee.is_none() {
        // Marks below the head are no body.
        end += (end..most).take_while(|&index| is_mark(&words[index].folded)).count();
    }
    Title { kind: line.map(|(_, kind)| kind), addressee, end: basis(search, end) }
}

/// One past the last of those to whom it is addressed: each behind a dash below the line with `Kính gửi`.
fn addressees(search: &Search<'_>, label: usize) -> usize {
    let words = search.words;
    if words[label].text.ends_with('.') {
        return label + 1;
    }
    let is_one = |index: &usize| {
        let text = words[*index].text.as_str();
        let is_first = *index == label + 1 || !words[*index - 1].text.ends_with('.');
        is_first && text.starts_with(['-', '–']) && text.ends_with([';', '.', ',']) && text.chars().count() < 160
    };
    (label + 1..words.len()).take_while(is_one).last().unwrap_or(label) + 1
}

/// The kind that a line in capitals begins with, when it goes on in small letters: `KẾ HOẠCH Triển khai…`.
fn begins_with_type(text: &str) -> Option<usize> {
    TYPES.iter().position(|kind| {
        let rest = text.strip_prefix(kind.name);
        rest.is_some_and(|rest| rest.starts_with([' ', ':', '-']) && !is_capitals(rest))
    })
}

/// Trích yếu, and the line that says with what it is issued; one past their last line.
fn subject(search: &mut Search<'_>, start: usize) -> usize {
    let words = search.words;
    let mut at = start;
    while at < words.len() && at < start + SUBJECT_LINES {
        let line = &words[at];
        let paragraph = search.observed.paragraph(line.piece);
        let is_reference = line.folded.starts_with("kemtheo") || line.folded.starts_with("banhanhkemtheo");
        let is_basis = begins_basis(&line.folded) || line.folded.starts_with("kinhgui");
        if matches!(line.column, Column::Table(_)) || is_basis || marker(&line.text).is_some() {
            break;
        }
        if is_reference {
            search.add(Component::AppendixReference, at, None);
            at += 1;
            break;
        }
        let is_centered = paragraph.align.is_none_or(|align| align == Align::Center);
        let is_title = is_centered || search.is_bold(at);
        let is_sentence = line.text.ends_with(['.', ':', ';']) && line.text.chars().count() > 120;
        if !is_title || is_sentence && !search.is_bold(at) {
            break;
        }
        search.add(Component::Subject, at, None);
        at += 1;
        let is_last_line = line.piece.line.is_none_or(|index| index + 1 == paragraph.text.split('\n').count());
        let goes_on = words.get(at).is_some_and(|next| next.folded.starts_with("kemtheo"));
        if paragraph.rule.is_some() && is_last_line && !goes_on {
            break;
        }
    }
    at
}

/// Whether a line begins a căn cứ.
fn begins_basis(folded: &str) -> bool {
    ["cancu", "theodenghi", "xetdenghi", "xettotrinh"].iter().any(|start| folded.starts_with(start))
}

/// The căn cứ; one past the last.
fn basis(search: &mut Search<'_>, start: usize) -> usize {
    let words = search.words;
    let mut at = start;
    // A body that decides may stand before them: «ỦY BAN NHÂN DÂN XÃ …» of a quyết định.
    let is_authority = |line: &Worded| is_capitals(&line.text) && !begins_basis(&line.folded);
    let lines = words.iter().skip(at).take(AUTHORITY_LINES).take_while(|line| is_authority(line)).count();
    if words.get(at + lines).is_some_and(|line| begins_basis(&line.folded)) {
        at += lines;
    }
    let is_basis = |index: usize| {
        let line = &words[index];
        let is_short = line.text.ends_with([';', '.', ',']) && !fold(&line.text).contains("nhusau");
        begins_basis(&line.folded) && is_short && !matches!(line.column, Column::Table(_))
    };
    // After one that ends in a semicolon another may begin otherwise: «Thực hiện Kế hoạch …».
    let goes_on = |index: usize, start: usize| {
        let is_italic = || search.observed.share(words[index].piece, |face| face.is_italic) > 900;
        let is_ended = words[index].text.ends_with([';', '.']);
        index > start && words[index - 1].text.ends_with(';') && is_ended && is_italic()
    };
    let start = at;
    let end = (start..words.len()).take_while(|&index| is_basis(index) || goes_on(index, start)).last();
    let end = end.map_or(start, |last| last + 1);
    while at < end {
        search.add(Component::LegalBasis, at, None);
        at += 1;
    }
    at
}
