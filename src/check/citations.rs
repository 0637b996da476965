//! Documents that are cited in the words of a sentence: `Kế hoạch số 21/KH-UBND ngày 29/02/2024`.

use super::letters::Words;
use crate::value::Day;

/// A document as a sentence cites it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Citation<'a> {
    /// The text that cites it.
    pub(super) words: &'a Words<'a>,
    /// What stands before «số», its kind too.
    pub(super) before: &'a str,
    /// Its kind, where the two words before are one.
    pub(super) kind: Option<&'a str>,
    /// Its number and symbol.
    pub(super) symbol: &'a str,
    /// Its date, if one follows.
    pub(super) day: Option<Day>,
    /// From the symbol to the end of the date.
    pub(super) written: &'a str,
    /// What follows.
    pub(super) after: &'a str,
}

/// Words with which the title of a document begins.
const TITLES: [&str; 5] = [" về ", " phê duyệt ", " ban hành ", " quy định ", " hướng dẫn "];

impl<'a> Citation<'a> {
    /// The body that stands behind it: `của Thủ tướng Chính phủ`, up to the next mark or the title.
    pub(super) fn issuer(&self) -> Option<&'a str> {
        let name = self.after.trim_start().strip_prefix("của ")?;
        let end = name.find([',', ';', '.', '(', ':']).unwrap_or(name.len());
        let end = TITLES.iter().filter_map(|word| name.find(word)).fold(end, usize::min);
        Some(name[..end].trim())
    }

    /// The title that follows, and all behind it: `phê duyệt Chương trình …`.
    pub(super) fn title(&self) -> Option<&'a str> {
        let start = TITLES.iter().filter_map(|word| self.after.find(word)).min()?;
        let is_next = !self.after[..start].contains([',', ';', '.', '(', ':']);
        is_next.then(|| self.after[start..].trim_start())
    }
}

/// Whether only one body has such symbols.
pub(super) fn is_unique(symbol: &str) -> bool {
    ["-TTg", "-CP", "/TW"].iter().any(|end| symbol.ends_with(end))
        || symbol.contains("/QH")
        || symbol.matches('-').count() > 1
}

/// Every document that some texts cite by number and symbol.
pub(super) fn all<'a>(prose: &'a [Words<'a>]) -> Vec<Citation<'a>> {
    prose
        .iter()
        // Every symbol has a stroke, and few texts.
        .filter(|words| words.letters.contains('/'))
        .flat_map(|words| words.letters.match_indices("số ").filter_map(|(at, _)| citation(words, at)))
        .collect()
}

fn citation<'a>(words: &'a Words<'a>, at: usize) -> Option<Citation<'a>> {
    let letters = words.letters.as_ref();
    let (before, rest) = (&letters[..at], &letters[at + "số ".len()..]);
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && !"/-&".contains(letter)).unwrap_or(rest.len());
    let symbol = rest[..end].trim_end_matches(['-', '/']);
    let is_symbol = symbol.starts_with(|letter: char| letter.is_ascii_digit())
        && symbol.contains('/')
        && symbol.chars().any(char::is_alphabetic);
    if !is_symbol {
        return None;
    }
    let behind = &rest[symbol.len()..];
    let dated = behind.strip_prefix(" ngày ").or_else(|| behind.strip_prefix(", ngày ")).and_then(date);
    let (day, after) = dated.map_or((None, behind), |(day, after)| (Some(day), after));
    let written = &rest[..rest.len() - after.len()];
    Some(Citation { words, before, kind: kind(before), symbol, day, written, after })
}

/// The kind of document with which some words end: two of them, the first with a capital.
fn kind(before: &str) -> Option<&str> {
    let before = before.strip_suffix(' ')?;
    let second = before.rfind(' ')?;
    let first = before[..second]
        .rfind([' ', '(', '“'])
        .map_or(0, |space| space + before[space..].chars().next().map_or(1, char::len_utf8));
    let kind = &before[first..];
    kind.starts_with(char::is_uppercase).then_some(kind)
}

/// The date with which some words begin, in figures or in full, and what follows.
pub(super) fn date(text: &str) -> Option<(Day, &str)> {
    let (day, rest) = number(text)?;
    let (month, rest) = match rest.strip_prefix(['/', '-', '.']) {
        Some(rest) => number(rest)?,
        None => number(rest.strip_prefix(" tháng ")?)?,
    };
    let (year, rest) = match rest.strip_prefix(['/', '-', '.']) {
        Some(rest) => number(rest)?,
        None => number(rest.strip_prefix(" năm ")?)?,
    };
    let day = Day::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)?;
    (year > 1900).then_some((day, rest))
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
    Some((text[..end].parse().ok()?, &text[end..]))
}
