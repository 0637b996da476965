//! Words, numbers, spaces and marks, in one pass that all rules share.

use std::ops::Range;
use std::sync::LazyLock;

use crate::vietnamese::{LATIN, latin, latin_letters};

/// The letter that stands for a value which a text only names.
pub const VALUE: char = '\u{fffc}';

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Letters.
    Word(Case),
    /// Digits, with the marks between them: `1.234,5`.
    Number,
    /// Spaces, hard ones too.
    Space,
    /// A line break.
    Break,
    /// A value that the text names.
    Value,
    /// Any other letter.
    Mark(char),
}

/// How a word is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Case {
    /// In small letters.
    Small,
    /// With a capital first letter, and small ones behind it or none.
    Title,
    /// In capitals, two at least.
    Capitals,
    /// With a capital inside.
    Mixed,
}

/// A stretch of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) kind: Kind,
    start: usize,
    end: usize,
    /// A word's number: alike for words alike but for a capital first letter.
    pub(super) hash: u64,
    /// Whether a word has a letter that the keyboard has not.
    pub(super) marked: bool,
}

/// A text and its tokens.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line<'a> {
    pub(super) text: &'a str,
    pub(super) tokens: &'a [Token],
}

impl Token {
    pub(super) fn range(&self) -> Range<usize> {
        self.start..self.end
    }

    pub(super) fn is_word(&self) -> bool {
        matches!(self.kind, Kind::Word(_))
    }
}

impl<'a> Line<'a> {
    /// The letters of a token; none beyond the ends.
    pub(super) fn letters(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| &self.text[token.range()])
    }

    /// The kind of a token.
    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether a token is some mark.
    pub(super) fn is_mark(&self, at: usize, mark: char) -> bool {
        self.kind(at) == Some(Kind::Mark(mark))
    }

    /// The word behind a word, where only spaces part them.
    pub(super) fn next_word(&self, at: usize) -> Option<usize> {
        let next = at + 2;
        (self.kind(at + 1) == Some(Kind::Space) && self.tokens.get(next)?.is_word()).then_some(next)
    }

    /// The word before a word, where only spaces part them.
    pub(super) fn word_before(&self, at: usize) -> Option<usize> {
        let before = at.checked_sub(2)?;
        (self.kind(at - 1) == Some(Kind::Space) && self.tokens[before].is_word()).then_some(before)
    }

    /// The letters of the word before a word; none where there is no word.
    pub(super) fn before(&self, at: usize) -> &'a str {
        self.word_before(at).map_or("", |at| self.letters(at))
    }

    /// The bytes from one token to another, both included.
    pub(super) fn range(&self, from: usize, to: usize) -> Range<usize> {
        self.tokens[from].start..self.tokens[to].end
    }

    /// Whether a word is part of an address, a code, an abbreviation or a compound: nothing is said of its spelling.
    pub(super) fn is_part_of_code(&self, at: usize) -> bool {
        let Range { start, end } = self.tokens[at].range();
        let joined = |mark: char, beyond: Option<char>| match mark {
            '-' | '.' | '–' | ':' => beyond.is_some_and(|letter| letter.is_alphanumeric() || letter == '/'),
            _ => {
                mark.is_alphanumeric()
                    || matches!(mark, '@' | '_' | '\'' | '’' | '\\' | '/' | '&' | '+' | '#' | '=' | '%')
            }
        };
        let mut before = self.text[..start].chars().rev();
        let mut after = self.text[end..].chars();
        before.next().is_some_and(|mark| joined(mark, before.next()))
            || after.next().is_some_and(|mark| joined(mark, after.next()))
    }

    /// The letters around a byte up to the next spaces, as far as addresses go.
    fn chunk(&self, at: usize) -> &'a str {
        const FARTHEST: usize = 120;
        let before = self.text[..at].char_indices().rev().take(FARTHEST);
        let start = before.take_while(|(_, letter)| !letter.is_whitespace()).last().map_or(at, |(start, _)| start);
        let mut behind = self.text[at..].char_indices().enumerate();
        let end = behind.find(|(count, (_, letter))| *count == FARTHEST || letter.is_whitespace());
        &self.text[start..end.map_or(self.text.len(), |(_, (end, _))| at + end)]
    }

    /// Whether a byte stands in an address of the web or of mail.
    pub(super) fn is_in_address(&self, at: usize) -> bool {
        let chunk = self.chunk(at);
        chunk.contains('@') || chunk.contains("://") || chunk.contains("www.") || chunk.contains('_')
    }

    /// Whether a word begins a sentence, an item or a line.
    pub(super) fn begins(&self, at: usize) -> bool {
        let mut before = self.tokens[..at].iter().rev().map(|token| token.kind);
        let is_passed = |kind: &Kind| {
            matches!(kind, Kind::Space | Kind::Mark('"' | '“' | '«' | '(' | '-' | '–' | '+' | '*' | '\''))
        };
        match before.find(|kind| !is_passed(kind)) {
            None | Some(Kind::Break | Kind::Mark('.' | '!' | '?' | ':' | ';' | '…' | ')')) => true,
            Some(Kind::Word(_) | Kind::Number | Kind::Value | Kind::Mark(_) | Kind::Space) => false,
        }
    }
}

/// Cuts a text into tokens, into a list that is used again.
pub(super) fn cut(text: &str, tokens: &mut Vec<Token>) {
    tokens.clear();
    let classes: &Classes = &CLASSES;
    let mut rest = text.chars();
    let mut start = 0;
    while let Some(letter) = rest.next() {
        let mut token = Token { kind: Kind::Mark(letter), start, end: start, hash: 0, marked: false };
        let class = classes.of(letter);
        if class & LETTER != 0 {
            let mut word = Word::new(letter, class);
            let mut ahead = rest.clone();
            while let Some(next) = ahead.next() {
                let class = classes.of(next);
                if class & LETTER == 0 {
                    break;
                }
                word.push(next, class);
                rest = ahead.clone();
            }
            token.kind = Kind::Word(word.case());
            token.hash = word.hash;
            token.marked = word.is_marked();
        } else if class & BLANK != 0 {
            token.kind = Kind::Space;
            let mut ahead = rest.clone();
            while ahead.next().is_some_and(|next| classes.of(next) & BLANK != 0) {
                rest = ahead.clone();
            }
        } else if letter == '\n' {
            token.kind = Kind::Break;
        } else if letter.is_ascii_digit() {
            token.kind = Kind::Number;
            let end = text.len() - rest.as_str().len();
            rest = text[end + rest_of_number(&text.as_bytes()[end..])..].chars();
        } else if letter == VALUE {
            token.kind = Kind::Value;
        }
        token.end = text.len() - rest.as_str().len();
        start = token.end;
        tokens.push(token);
    }
}

/// How many bytes behind a digit are of its number.
fn rest_of_number(bytes: &[u8]) -> usize {
    let is_digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut end = 0;
    while is_digit(end) || matches!(bytes.get(end), Some(b'.' | b',')) && is_digit(end + 1) {
        end += 1;
    }
    end
}

/// Whether a letter makes words, the marks that a decomposed text sets behind letters too.
fn is_letter(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphabetic(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'Ḁ'..='ỿ' | '\u{300}'..='\u{36f}' => true,
        '\u{2000}'..='\u{206f}' | '«' | '»' | VALUE => false,
        _ => letter.is_alphabetic(),
    }
}

/// The bit of what makes words.
const LETTER: u8 = 1;
/// The bit of capitals.
const CAPITAL: u8 = 2;
/// The bit of spaces, hard ones too, which are no line breaks.
const BLANK: u8 = 4;
/// The bit of letters that the keyboard has not.
const MARKED: u8 = 8;
/// What the letters of Latin are, since of each letter of every text is asked.
struct Classes([u8; LATIN]);

static CLASSES: LazyLock<Classes> = LazyLock::new(|| {
    let mut classes = [0; LATIN];
    classes.iter_mut().zip(latin_letters()).for_each(|(class, letter)| *class = class_of(letter));
    Classes(classes)
});

impl Classes {
    #[inline]
    fn of(&self, letter: char) -> u8 {
        self.0.get(latin(letter)).copied().unwrap_or_else(|| class_of(letter))
    }
}

fn class_of(letter: char) -> u8 {
    let is_blank = letter.is_whitespace() && letter != '\n';
    let classes =
        [(is_letter(letter), LETTER), (is_capital(letter), CAPITAL), (is_blank, BLANK), (!letter.is_ascii(), MARKED)];
    classes.into_iter().map(|(is, class)| if is { class } else { 0 }).sum()
}

/// A word that is being read.
struct Word {
    hash: u64,
    /// What its first letter is.
    first: u8,
    /// What some of the letters behind it are.
    some: u8,
    /// What all of the letters behind it are.
    all: u8,
}

impl Word {
    fn new(first: char, class: u8) -> Self {
        let small = if class & CAPITAL != 0 { small(first) } else { first };
        Self { hash: hashed(0xcbf2_9ce4_8422_2325, small), first: class, some: 0, all: u8::MAX }
    }

    #[inline]
    fn push(&mut self, letter: char, class: u8) {
        self.hash = hashed(self.hash, letter);
        self.some |= class;
        self.all &= class;
    }

    fn is_marked(&self) -> bool {
        (self.first | self.some) & MARKED != 0
    }

    fn case(&self) -> Case {
        let is_capital = |class: u8| class & CAPITAL != 0;
        match (is_capital(self.first), is_capital(self.some)) {
            (false, false) => Case::Small,
            (true, false) => Case::Title,
            (true, true) if is_capital(self.all) => Case::Capitals,
            (_, true) => Case::Mixed,
        }
    }
}

#[inline]
fn hashed(hash: u64, letter: char) -> u64 {
    (hash ^ u64::from(u32::from(letter))).wrapping_mul(0x0000_0100_0000_01b3)
}

fn is_capital(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_uppercase(),
        'à'..='ö' | 'ă' | 'đ' | 'ĩ' | 'ũ' | 'ơ' | 'ư' => false,
        // In this block capitals and small letters take turns.
        'Ạ'..='ỹ' => u32::from(letter).is_multiple_of(2),
        _ => letter.is_uppercase(),
    }
}

/// The small letter of a capital one.
fn small(letter: char) -> char {
    if letter.is_ascii() {
        return letter.to_ascii_lowercase();
    }
    letter.to_lowercase().next().unwrap_or(letter)
}

/// The number of a word in small letters, as tokens have it.
pub(super) fn hash(word: &str) -> u64 {
    let mut letters = word.chars();
    let Some(first) = letters.next() else { return 0 };
    let mut read = Word::new(first, class_of(first));
    letters.for_each(|letter| read.push(letter, class_of(letter)));
    read.hash
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let mut tokens = Vec::new();
        cut(text, &mut tokens);
        let found: Vec<_> = tokens.iter().map(|token| &text[token.range()]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn texts_are_cut_into_words_numbers_spaces_and_marks() {
        check("Đạt 1.234,5%; hết.", &["Đạt", " ", "1.234,5", "%", ";", " ", "hết", "."]);
        check("05/3/2026, 7.", &["05", "/", "3", "/", "2026", ",", " ", "7", "."]);
        check("a \u{a0}b\nc", &["a", " \u{a0}", "b", "\n", "c"]);
    }

    #[test]
    fn words_alike_but_for_their_first_letter_have_one_number() {
        let mut tokens = Vec::new();
        cut("Ủy ủy ỦY", &mut tokens);
        assert_eq!(tokens[0].hash, tokens[2].hash);
        assert_eq!(tokens[0].hash, hash("ủy"));
        assert_eq!(tokens[0].kind, Kind::Word(Case::Title));
        assert_eq!(tokens[4].kind, Kind::Word(Case::Capitals));
    }

    #[test]
    fn parts_of_codes_are_known() {
        let text = "tên-miền a.vn h'mông mét2 ô/b câu.";
        let mut tokens = Vec::new();
        cut(text, &mut tokens);
        let line = Line { text, tokens: &tokens };
        let plain: Vec<_> = (0..tokens.len())
            .filter(|at| tokens[*at].is_word() && !line.is_part_of_code(*at))
            .map(|at| line.letters(at))
            .collect();
        assert_eq!(plain, ["câu"]);
    }
}
