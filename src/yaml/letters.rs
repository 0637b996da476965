//! Letters that cannot be printed.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::cured::Cured;
use super::line::{is_key, item_start};
use crate::diagnostic::{Code, Diagnostic};
use crate::source::{SourceFile, Span};
use crate::visible;

/// Characters that cannot be printed after which the rest is only counted.
const MOST_CHARACTERS: usize = 20;

/// Where the letters end that are known by their number: those of Vietnamese, and more, lie below.
const MOST_KNOWN: usize = 0x2100;

/// What a keyboard for Chinese writes for a colon.
pub(super) const WIDE_COLON: char = '：';

/// The letters of a text, each once: few, however long the text is, so what is asked of letters is asked of these first.
pub(super) struct Letters {
    /// Whether a letter stands in the text, by its number.
    known: [bool; MOST_KNOWN],
    /// Those beyond.
    others: BTreeSet<char>,
}

impl Letters {
    pub(super) fn of(text: &str) -> Self {
        let mut letters = Self { known: [false; MOST_KNOWN], others: BTreeSet::new() };
        for letter in text.chars() {
            match letters.known.get_mut(letter as usize) {
                Some(known) => *known = true,
                None => drop(letters.others.insert(letter)),
            }
        }
        letters
    }

    /// Whether something is true of one of them.
    pub(super) fn any(&self, is: impl Fn(char) -> bool) -> bool {
        let known = (0u32..).zip(&self.known).filter(|(_, stands)| **stands);
        known.filter_map(|(number, _)| char::from_u32(number)).chain(self.others.iter().copied()).any(is)
    }
}

/// The letters of a file that cannot be printed.
pub(super) fn unprintable(file: &Arc<SourceFile>, bad: &dyn Fn(char) -> bool) -> Vec<Diagnostic> {
    let odd = || file.text.char_indices().filter(|&(_, letter)| bad(letter));
    let mut found: Vec<_> = odd()
        .take(MOST_CHARACTERS + 1)
        .map(|(at, letter)| bad_character(Span::new(file, at..at + letter.len_utf8()), letter))
        .collect();
    if found.len() > MOST_CHARACTERS {
        found.truncate(MOST_CHARACTERS);
        let rest = odd().count() - MOST_CHARACTERS;
        found.push(Diagnostic::in_file(
            Code::BadCharacter,
            &file.name,
            format!("còn {rest} ký tự khác không in được trong tệp này"),
        ));
    }
    found
}

fn bad_character(span: Span, letter: char) -> Diagnostic {
    let shown = if visible::is_hidden(letter) { String::new() } else { format!(" «{letter}»") };
    let message = format!("ký tự{shown} U+{:04X} không in được", u32::from(letter));
    let help = match crate::vietnamese::plain_letter(letter) {
        Some(plain) => format!("gõ lại bằng «{plain}»"),
        None => "xóa ký tự này, hoặc gõ lại bằng chữ có trong phông Times New Roman".to_owned(),
    };
    Diagnostic::error(Code::BadCharacter, span, message).help(help)
}

/// Takes out the letters that no parser takes, which have been named, so that what else is wrong is found too.
///
/// In front of a line nothing stands for them, else the line would move to another column.
pub(super) fn cure(text: &mut Cured<'_>) {
    let mut edits = Vec::new();
    let mut start = 0;
    for line in text.text.split_inclusive('\n') {
        let mut in_front = true;
        for (at, letter) in line.char_indices() {
            let range = start + at..start + at + letter.len_utf8();
            if is_unreadable(letter) {
                edits.push((range, if in_front { "" } else { " " }));
            } else if letter == WIDE_COLON && is_key(&line[item_start(line)..at]) {
                edits.push((range, if line[at + letter.len_utf8()..].starts_with(' ') { ":" } else { ": " }));
            }
            in_front &= letter == ' ' || is_unreadable(letter);
        }
        start += line.len();
    }
    if !edits.is_empty() {
        text.edit_all(&edits);
    }
}

/// Whether YAML has no place for a letter.
pub(super) fn is_unreadable(letter: char) -> bool {
    letter.is_control() && !matches!(letter, '\n' | '\t') || matches!(letter, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// Whether a letter can stand in no document, whatever the typeface has.
pub(super) fn is_forbidden(letter: char) -> bool {
    letter.is_control() || is_invisible(letter) || is_foreign(letter)
}

/// Letters that a typeface may have and a document may not: those for private use, which PDF/A forbids and this program uses
/// itself, and those of writings that run from right to left, which no part of a document is laid out for.
fn is_foreign(letter: char) -> bool {
    matches!(letter, '\u{e000}'..='\u{f8ff}' | '\u{f0000}'.. | '\u{fffe}' | '\u{ffff}')
        || matches!(letter, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefe}')
}

/// Letters without width: they break search and comparison, and nobody sees them.
fn is_invisible(letter: char) -> bool {
    matches!(letter, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}
