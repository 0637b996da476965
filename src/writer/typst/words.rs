//! Words, broken where a word processor breaks them.
//!
//! Owns the differences between the compiler's line breaks and those of a word processor; knows nothing of blocks. They were
//! found by setting the same words in a narrow column with both.

use serde::Serialize;

use crate::layout::{Para, Run, ends_within};
use crate::units::Length;

/// A stretch of a paragraph.
#[derive(Debug, PartialEq, Serialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub(super) enum Piece {
    /// Words that may break where the compiler likes.
    Words(Words),
    /// Words that stay on one line.
    Whole { words: Vec<Words> },
    /// The end of a line.
    Break,
    /// Words without a look of their own.
    #[serde(untagged)]
    Plain(String),
}

/// Letters of one look.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(super) struct Words {
    text: String,
    bold: bool,
    italic: bool,
    /// How much wider they are than they would be: a space at the end of its line.
    #[serde(skip_serializing_if = "Option::is_none")]
    room: Option<Length>,
}

/// The words of a paragraph, with those kept whole that the compiler would break and those cut that have no room.
pub(super) fn pieces(para: &Para) -> Vec<Piece> {
    if breaks_at_spaces_only(para) {
        return join(para.runs.iter().filter_map(piece).collect()).into_iter().map(plain).collect();
    }
    let mut pieces = Vec::with_capacity(para.runs.len());
    let mut opens = true;
    for word in words(para) {
        match word {
            Word::Break => pieces.push(Piece::Break),
            Word::Open(words) => pieces.push(Piece::Words(words)),
            Word::Closed { parts, cuts } => {
                closed(parts, &cuts, opens, &mut pieces);
                continue;
            }
        }
        opens = false;
    }
    join(pieces).into_iter().map(plain).collect()
}

/// Whether word processors and the compiler break a paragraph alike: most paragraphs, which need not be cut into words.
fn breaks_at_spaces_only(para: &Para) -> bool {
    let mut before = None;
    let mut letters = para.runs.iter().flat_map(|run| match run {
        Run::Words { text, .. } => text.chars(),
        Run::Break => " ".chars(),
    });
    let tells_apart = letters.any(|letter| {
        let found =
            letter == '/' || (letter == 'w' && before == Some('w')) || (letter.is_ascii_digit() && before == Some('-'));
        before = Some(letter);
        found
    });
    !tells_apart && para.holds.is_empty() && para.cuts.is_empty()
}

fn piece(run: &Run) -> Option<Piece> {
    match run {
        Run::Words { text, bold, italic } => (!text.is_empty())
            .then(|| Piece::Words(Words { text: text.clone(), bold: *bold, italic: *italic, room: None })),
        Run::Break => Some(Piece::Break),
    }
}

/// Words of no special look are only their text.
fn plain(piece: Piece) -> Piece {
    match piece {
        Piece::Words(Words { text, bold: false, italic: false, room: None }) => Piece::Plain(text),
        Piece::Words(_) | Piece::Whole { .. } | Piece::Break | Piece::Plain(_) => piece,
    }
}

/// A word between two spaces, broken where Word breaks it and nowhere else.
fn closed(parts: Vec<Words>, cuts: &[usize], opens: bool, pieces: &mut Vec<Piece>) {
    let is_told_apart = |part: &Words| part.text.contains('/') || part.text.contains("www.");
    if !cuts.is_empty() {
        pieces.extend(broken(parts, cuts).into_iter().map(|words| Piece::Whole { words }));
    } else if parts.iter().any(is_told_apart) || breaks(&parts) {
        let word: String = parts.iter().map(|part| part.text.as_str()).collect();
        let ends = ends_within(&word, opens);
        pieces.extend(broken(parts, &ends).into_iter().map(|words| Piece::Whole { words }));
    } else {
        pieces.extend(parts.into_iter().map(Piece::Words));
    }
}

/// A word, or what lies between two words.
enum Word {
    Break,
    Open(Words),
    Closed {
        parts: Vec<Words>,
        /// Where the layout cuts it, in bytes.
        cuts: Vec<usize>,
    },
}

/// Splits a paragraph at spaces; those that hold what follows stand alone.
fn words(para: &Para) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open = OpenWord::default();
    let mut holds = para.holds.iter().peekable();
    let mut cuts = para.cuts.iter().peekable();
    for (index, run) in para.runs.iter().enumerate() {
        let Run::Words { text, bold, italic } = run else {
            words.extend(open.close());
            words.push(Word::Break);
            continue;
        };
        let look = |text: &str, room| Words { text: text.to_owned(), bold: *bold, italic: *italic, room };
        let mut at = 0;
        while at < text.len() {
            let rest = &text[at..];
            let spaces = rest.len() - rest.trim_start_matches(' ').len();
            if spaces > 0 {
                words.extend(open.close());
                let hold = holds.next_if(|hold| hold.run == index && hold.at == at + spaces - 1);
                let plain = spaces - usize::from(hold.is_some());
                if plain > 0 {
                    words.push(Word::Open(look(&rest[..plain], None)));
                }
                words.extend(hold.map(|hold| Word::Open(look(" ", Some(hold.room)))));
                at += spaces;
                continue;
            }
            let end = at + rest.find(' ').unwrap_or(rest.len());
            while let Some(cut) = cuts.next_if(|cut| cut.run == index && cut.at < end) {
                open.cuts.push(open.length + cut.at - at);
            }
            open.length += end - at;
            open.parts.push(look(&text[at..end], None));
            at = end;
        }
    }
    words.extend(open.close());
    words
}

/// A word while it is read.
#[derive(Default)]
struct OpenWord {
    parts: Vec<Words>,
    cuts: Vec<usize>,
    length: usize,
}

impl OpenWord {
    fn close(&mut self) -> Option<Word> {
        let Self { parts, cuts, .. } = std::mem::take(self);
        (!parts.is_empty()).then_some(Word::Closed { parts, cuts })
    }
}

/// Whether Word breaks a word where the compiler does not: after a hyphen before a digit.
fn breaks(parts: &[Words]) -> bool {
    let mut before = None;
    parts.iter().flat_map(|part| part.text.chars()).any(|letter| {
        let found = before == Some('-') && letter.is_ascii_digit();
        before = Some(letter);
        found
    })
}

/// Splits a word where a line may end in it.
fn broken(parts: Vec<Words>, ends: &[usize]) -> Vec<Vec<Words>> {
    let mut ends = ends.iter().copied().peekable();
    let mut stretches: Vec<Vec<Words>> = vec![Vec::new()];
    let mut at = 0;
    for part in parts {
        for letter in part.text.chars() {
            if ends.next_if_eq(&at).is_some() {
                stretches.push(Vec::new());
            }
            at += letter.len_utf8();
            let letter_part = Words { text: letter.to_string(), ..part };
            push(stretches.last_mut().expect("there is a first stretch"), letter_part);
        }
    }
    stretches
}

/// Adds words to others of the same look, or behind those of another.
fn push(words: &mut Vec<Words>, more: Words) {
    match words.last_mut() {
        Some(last) if (last.bold, last.italic) == (more.bold, more.italic) => last.text.push_str(&more.text),
        _ => words.push(more),
    }
}

/// Puts neighbors of one look together again.
fn join(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut joined: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        if let (Some(Piece::Words(last)), Piece::Words(words)) = (joined.last_mut(), &piece)
            && (last.bold, last.italic) == (words.bold, words.italic)
            && last.room.is_none()
            && words.room.is_none()
        {
            last.text.push_str(&words.text);
            continue;
        }
        joined.push(piece);
    }
    joined
}
