//! Where the letters of a text stand in its file.
//!
//! A text is what a clerk wrote without folds of lines, quotes, stars and doubled spaces. Few texts have anything to be
//! found, so their letters are laid beside the file only then.

use std::borrow::Cow;
use std::ops::Range;

use crate::language::VALUE;
use crate::source::Span;
use crate::value::{Part, Text, What};

/// The letters of a text as rules read them: a value that it names is one letter, a line break a break.
pub(super) fn letters(text: &Text) -> Cow<'_, str> {
    match text.parts.as_slice() {
        [Part { what: What::Words(words), .. }] => Cow::Borrowed(words),
        parts => {
            let mut letters = String::with_capacity(text.span.range.len());
            for part in parts {
                match &part.what {
                    What::Words(words) => letters.push_str(words),
                    What::Value(_) => letters.push(VALUE),
                    What::Break => letters.push('\n'),
                }
            }
            Cow::Owned(letters)
        }
    }
}

/// Where stretches of the letters of a text stand, in their order; `None` for what is written otherwise there.
///
/// One way through the file serves all stretches.
pub(super) fn places(text: &Text, letters: &str, stretches: &[Range<usize>]) -> Vec<Option<Span>> {
    let mut offsets: Vec<_> = stretches.iter().flat_map(|stretch| [stretch.start, stretch.end]).collect();
    offsets.sort_unstable();
    offsets.dedup();
    let found = align(text.span.text(), letters, &offsets);
    let start = text.span.range.start;
    let place = |stretch: &Range<usize>| {
        let (_, begins) = *found.get(offsets.binary_search(&stretch.start).ok()?)?;
        let (ends, _) = *found.get(offsets.binary_search(&stretch.end).ok()?)?;
        (begins < ends).then(|| Span::new(&text.span.file, start + begins..start + ends))
    };
    stretches.iter().map(place).collect()
}

/// For each offset into the letters, where the letter before it ends in the file and where the one behind it begins; as many
/// as could be followed.
fn align(raw: &str, letters: &str, offsets: &[usize]) -> Vec<(usize, usize)> {
    let mut found = Vec::with_capacity(offsets.len());
    let mut offsets = offsets.iter().peekable();
    let mut reader = Reader::new(raw);
    for (at, letter) in letters.char_indices() {
        let ended = reader.at;
        let Some(begins) = reader.take(letter) else { return found };
        if offsets.next_if_eq(&&at).is_some() {
            found.push((ended, begins));
        }
    }
    if offsets.next_if_eq(&&letters.len()).is_some() {
        found.push((reader.at, reader.at));
    }
    found
}

/// A scalar as it is written in the file, read letter by letter.
struct Reader<'a> {
    raw: &'a str,
    at: usize,
    quote: Option<char>,
}

impl<'a> Reader<'a> {
    fn new(raw: &'a str) -> Self {
        let quote = raw.chars().next().filter(|first| matches!(first, '"' | '\''));
        // A block begins behind its sign, on the next line.
        let block = raw.starts_with(['|', '>']).then(|| raw.find('\n')).flatten();
        Self { raw, at: block.map_or(usize::from(quote.is_some()), |end| end + 1), quote }
    }

    fn rest(&self) -> &'a str {
        &self.raw[self.at..]
    }

    /// Passes over a letter of the text; where it begins, if it stands there.
    fn take(&mut self, letter: char) -> Option<usize> {
        match letter {
            ' ' | '\n' => self.take_space(),
            VALUE => {
                self.skip(|next| next.is_whitespace() || next == '*');
                let begins = self.at;
                self.rest().strip_prefix("{{")?;
                self.at += self.rest().find("}}")? + 2;
                Some(begins)
            }
            _ => self.take_letter(letter),
        }
    }

    /// Spaces, folds of lines, and the stars among them.
    fn take_space(&mut self) -> Option<usize> {
        self.skip(|next| next == '*');
        let begins = self.at;
        loop {
            self.skip(char::is_whitespace);
            match self.rest() {
                rest if self.quote == Some('"') && rest.starts_with("\\n") => self.at += 2,
                rest if self.quote == Some('"') && rest.starts_with("\\\n") => self.at += 2,
                _ => break,
            }
        }
        (self.at > begins).then_some(begins)
    }

    fn take_letter(&mut self, letter: char) -> Option<usize> {
        if letter != '*' {
            self.skip(|next| next == '*' || next.is_whitespace());
        }
        let begins = self.at;
        let rest = self.rest();
        let is_doubled =
            |sign: char, first: char| self.quote == Some(sign) && letter == sign && rest.starts_with([first]);
        if is_doubled('\'', '\'') || is_doubled('"', '\\') || self.quote == Some('"') && letter == '\\' {
            self.at += if rest.get(1..)?.starts_with(letter) { 2 } else { return None };
        } else if rest.starts_with(letter) {
            self.at += letter.len_utf8();
        } else {
            return None;
        }
        Some(begins)
    }

    fn skip(&mut self, passed: impl Fn(char) -> bool) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches(passed).len();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial;

    /// Asserts that words of the opening of a plan are found in its file, as they are written there.
    #[track_caller]
    fn check(opening: &str, words: &str, written: Option<&str>) {
        let plan = trial::plan(&format!("mo_dau:\n  - {opening}\nsu_kien: {{le: {{ten: lễ, ngay: 05/9/2026}}}}\n"));
        let text = plan.opening.first().expect("a text");
        let letters = letters(text);
        let at = letters.find(words).expect("the words are there");
        let found = places(text, &letters, std::slice::from_ref(&(at..at + words.len())));
        assert_eq!(found[0].as_ref().map(Span::text), written, "{opening}");
    }

    #[test]
    fn words_are_found_however_they_are_written() {
        check("một hai ba", "hai", Some("hai"));
        check("một\n    hai ba", "một hai", Some("một\n    hai"));
        check("\"một: \\\"hai\\\" ba\"", "\"hai\"", Some("\\\"hai\\\""));
        check("'một ''hai'' ba'", "hai", Some("hai"));
        check("|\n    một\n    hai ba", "hai", Some("hai"));
        check("\"**một** *hai* ba\"", "hai ba", Some("hai* ba"));
        check("một **hai:** ba", " ba", Some(" ba"));
        check("\"một {{ su_kien.le.ngay }} hai\"", " hai", Some(" hai"));
        check("\"{{ su_kien.le.ngay }}  hai\"", "\u{fffc} hai", Some("{{ su_kien.le.ngay }}  hai"));
    }

    #[test]
    fn what_is_written_otherwise_is_not_found() {
        check("\"một \\x61 hai\"", "hai", None);
        check("'{{ \"{{\" }} hai'", "hai", None);
    }
}
