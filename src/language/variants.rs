//! What one document writes in two ways, though both are right: `hòa` and `hoà`, `kỹ` and `kĩ`, `hằng năm` and `hàng năm`.

use std::sync::LazyLock;

use super::lexer::{Case, Kind, Line, hash};
use super::syllable::tone_comes_first;

/// In what two ways differ.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Style {
    /// Over which vowel the tone stands.
    Tone,
    /// i or y.
    Vowel,
    /// `hằng năm` or `hàng năm`.
    Yearly,
}

/// Two ways of writing in one document, each with the place of its first word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mixed<P> {
    /// In what they differ.
    pub style: Style,
    /// The way that is usual now: words, place of the text, bytes in it.
    pub usual: Seen<P>,
    /// The other.
    pub other: Seen<P>,
}

/// Words where they stand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen<P> {
    /// The words.
    pub words: String,
    /// The text in which they stand.
    pub place: P,
    /// Their bytes in it.
    pub range: std::ops::Range<usize>,
}

/// Syllables with y, and with i; only words of two syllables of which both ways are in use.
const VOWELS: [(&str, &str, &str); 16] = [
    ("kỹ", "kĩ", "thuật"),
    ("kỹ", "kĩ", "năng"),
    ("quản", "quản", "lý/lí"),
    ("xử", "xử", "lý/lí"),
    ("pháp", "pháp", "lý/lí"),
    ("hợp", "hợp", "lý/lí"),
    ("lý", "lí", "do"),
    ("lý", "lí", "luận"),
    ("tỷ", "tỉ", "lệ"),
    ("tỷ", "tỉ", "đồng"),
    ("tỷ", "tỉ", "trọng"),
    ("thời", "thời", "kỳ/kì"),
    ("định", "định", "kỳ/kì"),
    ("học", "học", "kỳ/kì"),
    ("kỷ", "kỉ", "luật"),
    ("chiến", "chiến", "sỹ/sĩ"),
];

/// Spans of time behind hằng or hàng.
const SPANS: [&str; 5] = ["năm", "tháng", "quý", "tuần", "ngày"];

/// The words at which a variant may begin.
pub(super) fn beginnings() -> impl Iterator<Item = &'static str> {
    VOWELS.iter().flat_map(|(usual, other, _)| [*usual, *other]).chain(["hằng", "hàng"])
}

/// One of two ways of writing a word: `lý/lí`.
fn way_of(word: &'static str, way: usize) -> &'static str {
    word.split_once('/').map_or(word, |both| if way == 0 { both.0 } else { both.1 })
}

/// The numbers of all second words.
static SECOND: LazyLock<Vec<u64>> = LazyLock::new(|| {
    let both = VOWELS.iter().flat_map(|(_, _, behind)| [way_of(behind, 0), way_of(behind, 1)]);
    both.chain(SPANS).map(hash).collect()
});

/// What was seen first of each way of each style.
#[derive(Debug)]
pub(super) struct Variants<P> {
    seen: [[Option<Seen<P>>; 2]; 2],
    vowels: Vec<(usize, [Option<Seen<P>>; 2])>,
}

impl<P> Default for Variants<P> {
    fn default() -> Self {
        Self { seen: [[None, None], [None, None]], vowels: Vec::new() }
    }
}

impl<P: Clone> Variants<P> {
    /// Looks where the tone of a word stands. Names and words in capitals are as they are.
    pub(super) fn tone(&mut self, line: &Line<'_>, at: usize, case: Case, place: &P) {
        if case != Case::Small || !line.tokens[at].marked || line.is_part_of_code(at) {
            return;
        }
        let word = line.letters(at);
        if let Some(comes_first) = tone_comes_first(word) {
            let seen = &mut self.seen[0][usize::from(!comes_first)];
            if seen.is_none() {
                *seen = Some(Seen { words: word.to_owned(), place: place.clone(), range: line.tokens[at].range() });
            }
        }
    }

    /// Looks at a word that is written in two ways.
    pub(super) fn word(&mut self, line: &Line<'_>, at: usize, place: &P) {
        let Some(next) = line.next_word(at) else { return };
        // Of words with one capital at most the number tells whether they may be meant.
        let is_known = matches!(line.kind(next), Some(Kind::Word(Case::Small | Case::Title)));
        if is_known && !SECOND.contains(&line.tokens[next].hash) {
            return;
        }
        let (first, second) = (line.letters(at).to_lowercase(), line.letters(next).to_lowercase());
        let range = line.range(at, next);
        let seen = || Seen { words: line.text[range.clone()].to_owned(), place: place.clone(), range: range.clone() };
        if (first == "hằng" || first == "hàng") && SPANS.contains(&second.as_str()) {
            self.seen[1][usize::from(first == "hàng")].get_or_insert_with(seen);
            return;
        }
        let ways = |index: usize, way: usize| {
            let (usual, other, behind) = VOWELS[index];
            let word = if way == 0 { usual } else { other };
            word == first && way_of(behind, way) == second
        };
        let Some((index, way)) =
            (0..VOWELS.len()).flat_map(|index| [(index, 0), (index, 1)]).find(|(index, way)| ways(*index, *way))
        else {
            return;
        };
        let known = self.vowels.iter().position(|(known, _)| *known == index).unwrap_or_else(|| {
            self.vowels.push((index, [None, None]));
            self.vowels.len() - 1
        });
        self.vowels[known].1[way].get_or_insert_with(seen);
    }

    /// What stands in two ways.
    pub(super) fn mixed(self) -> Vec<Mixed<P>> {
        let [tone, yearly] = self.seen;
        let vowels = self.vowels.into_iter().map(|(_, seen)| (Style::Vowel, seen));
        [(Style::Tone, tone), (Style::Yearly, yearly)]
            .into_iter()
            .chain(vowels)
            .filter_map(|(style, [usual, other])| Some(Mixed { style, usual: usual?, other: other? }))
            .collect()
    }
}

impl<P> Mixed<P> {
    /// One Vietnamese sentence.
    pub fn message(&self) -> String {
        let (usual, other) = (&self.usual.words, &self.other.words);
        match self.style {
            Style::Tone => format!("dấu thanh đặt hai kiểu trong một văn bản: «{usual}», «{other}»"),
            Style::Vowel | Style::Yearly => format!("một từ viết hai cách trong một văn bản: «{usual}», «{other}»"),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::language::Scanner;

    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let mut scanner = Scanner::default();
        for (place, text) in texts.iter().enumerate() {
            assert_eq!(scanner.read(text, Some(&place)), Vec::new());
        }
        let found: Vec<_> = scanner
            .mixed()
            .into_iter()
            .map(|mixed| {
                format!("{} {} {} {}", mixed.usual.words, mixed.usual.place, mixed.other.words, mixed.other.place)
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_written_in_two_ways_are_found_once_a_document() {
        check(&["Văn hóa và văn hoá", "tự hoà, thúy"], &["hóa 0 hoá 0"]);
        check(&["kỹ thuật", "Kĩ thuật và kĩ năng"], &["kỹ thuật 0 Kĩ thuật 1"]);
        check(&["hằng năm", "hàng năm", "hằng tháng"], &["hằng năm 0 hàng năm 1"]);
        check(&["quản lí", "quản lý"], &["quản lý 1 quản lí 0"]);
    }

    #[test]
    fn one_way_and_names_are_left_alone() {
        check(&["hóa, hòa, thúy, tỷ lệ, kỹ thuật, hằng năm"], &[]);
        check(&["hóa, quý, toàn, Hoà Bình, xã Thuỷ Xuân, tỉ mỉ, tỷ lệ, hàng hóa, hằng năm, HOÁ"], &[]);
    }
}
