//! The number or letter that a paragraph of the body begins with.

use crate::vietnamese::{fold, roman};

/// What a paragraph begins with, and its place in its order where it has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// `Phần I`, `Chương I` on a line of its own or before its title.
    Part(usize),
    /// `Mục 1`, `Tiểu mục 1`.
    Division(usize),
    /// `Điều 1.`
    Article(usize),
    /// `I.`
    Roman(usize),
    /// `1.`
    Arabic(usize),
    /// `1.1.`
    Nested,
    /// `a)`.
    Letter(char),
    /// A letter otherwise than the decree has it: `a.`, `(a)`, `A)`.
    OtherLetter(char),
    /// `-`, `+`, `•`.
    Dash,
}

/// The largest number of a khoản: more is a year or an amount.
const MOST: usize = 199;

/// The value of Roman numerals, if they are well formed.
pub(super) fn roman_value(letters: &str) -> Option<usize> {
    (1..60).find(|&number| roman(number) == letters)
}

/// Reads what a paragraph, trimmed, begins with.
pub(super) fn marker(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    if matches!(first, '-' | '–' | '—' | '+' | '•' | '*' | '▪' | '●') || ('\u{f000}'..='\u{f0ff}').contains(&first)
    {
        return Some(Marker::Dash);
    }
    let (word, rest) = text.split_once(' ').unwrap_or((text, ""));
    let next = rest.split(' ').next().unwrap_or_default();
    match fold(word).as_str() {
        "phan" | "chuong" if first.is_uppercase() => {
            return roman_value(next.trim_end_matches(['.', ':'])).map(Marker::Part);
        }
        "muc" if first.is_uppercase() => return number(next.trim_end_matches(['.', ':'])).map(Marker::Division),
        "dieu" if first.is_uppercase() => return number(next.strip_suffix('.')?).map(Marker::Article),
        _ => {}
    }
    if let Some(rest) = text.strip_prefix("Tiểu mục ") {
        return number(rest.split([' ', '.', ':']).next()?).map(Marker::Division);
    }
    numbered(word, text)
}

fn number(digits: &str) -> Option<usize> {
    let is_plain = !digits.is_empty() && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits.parse().ok().filter(|&value| is_plain && value <= MOST)
}

fn numbered(word: &str, text: &str) -> Option<Marker> {
    if let Some(letters) = word.strip_suffix('.')
        && let Some(value) = roman_value(letters)
    {
        return Some(Marker::Roman(value));
    }
    let mut letters = text.chars();
    match (letters.next(), letters.next(), letters.next()) {
        (Some(letter), Some(')'), _) if letter.is_lowercase() => return Some(Marker::Letter(letter)),
        (Some(letter), Some(')'), _) if letter.is_uppercase() => return Some(Marker::OtherLetter(letter)),
        (Some(letter), Some('.'), Some(' ')) if letter.is_lowercase() => return Some(Marker::OtherLetter(letter)),
        (Some('('), Some(letter), Some(')')) if letter.is_lowercase() => return Some(Marker::OtherLetter(letter)),
        _ => {}
    }
    let digits = text.find(|letter: char| !letter.is_ascii_digit() && letter != '.')?;
    let (label, rest) = text.split_at(digits);
    let groups: Vec<_> = label.trim_end_matches('.').split('.').collect();
    let starts_words = rest.trim_start().chars().next().is_some_and(|letter| !letter.is_lowercase());
    let small = |group: &&str| group.len() <= 2 && number(group).is_some();
    match groups.as_slice() {
        [one] if label.ends_with('.') => number(one).map(Marker::Arabic),
        [_, _, ..] if groups.iter().all(small) && starts_words => Some(Marker::Nested),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<Marker>) {
        assert_eq!(marker(text), expected, "{text}");
    }

    #[test]
    fn markers_are_read() {
        check("Phần I", Some(Marker::Part(1)));
        check("Chương II. QUY ĐỊNH", Some(Marker::Part(2)));
        check("Mục 1", Some(Marker::Division(1)));
        check("Tiểu mục 2", Some(Marker::Division(2)));
        check("Điều 12. Phạm vi", Some(Marker::Article(12)));
        check("IV. KINH PHÍ", Some(Marker::Roman(4)));
        check("3. Thời gian", Some(Marker::Arabic(3)));
        check("1.1. Mục đích", Some(Marker::Nested));
        check("1.1 Mục đích", Some(Marker::Nested));
        check("đ) Khác", Some(Marker::Letter('đ')));
        check("a. Khác", Some(Marker::OtherLetter('a')));
        check("- Khác", Some(Marker::Dash));
    }

    #[test]
    fn amounts_and_words_are_no_markers() {
        check("1.500 hộ", None);
        check("1.5 triệu đồng", None);
        check("2026. Năm", None);
        check("05 đồng chí", None);
        check("Phần lớn các hộ", None);
        check("Mục tiêu", None);
        check("ủy ban", None);
    }
}
