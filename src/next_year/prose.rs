//! Years and figures in sentences: what was true of the old plan, and may not be of the new one.

use std::ops::Range;

use super::years::Years;

/// Words quoted before a year, so that a clerk knows which it is.
const WORDS_BEFORE: usize = 3;

/// How far before a date the number of a document is sought, in words.
const WORDS_OF_CITATION: usize = 10;

/// NĐ 351/2025/NĐ-CP: the poverty standard of 2022 to 2025 is used until the end of 2026.
const STANDARD: (&str, (i32, i32), i32) = ("chuẩn nghèo", (2022, 2025), 2026);

/// What is counted in sentences.
const COUNTED: [&str; 27] = [
    "hộ", "người", "nhân", "lao", "triệu", "tỷ", "nghìn", "đồng", "điểm", "lượt", "lớp", "nhà", "mô", "km", "ha", "em",
    "học", "cán", "thẻ", "buổi", "cuộc", "công", "con", "phiên", "chuyên", "trẻ", "vụ",
];

/// A year, or a span of years, in a sentence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Spoken {
    /// Where it stands in the sentence.
    pub(super) range: Range<usize>,
    /// The first year.
    pub(super) from: i32,
    /// The last year; the first for a single one.
    pub(super) to: i32,
}

impl Spoken {
    /// The word that holds the year with some words before it, in one line.
    pub(super) fn quoted(&self, text: &str) -> String {
        let begun = text[..self.range.start].rsplit(char::is_whitespace).next().unwrap_or_default();
        let start = self.range.start - begun.len();
        let before: Vec<&str> = text[..start].split_whitespace().rev().take(WORDS_BEFORE).collect();
        let words = before.into_iter().rev().chain(text[start..self.range.end].split_whitespace());
        words.collect::<Vec<_>>().join(" ").trim_start_matches(['"', '\'', '(', '“']).to_owned()
    }
}

/// The years in a sentence, as it is written in the file, that may have been true of the old plan only.
pub(super) fn stale(text: &str, years: &Years) -> Vec<Spoken> {
    spoken(text).into_iter().filter(|spoken| is_stale(text, spoken, years)).collect()
}

fn is_stale(text: &str, spoken: &Spoken, years: &Years) -> bool {
    let before = &text[..spoken.range.start];
    if spoken.from != spoken.to {
        let (words, span, until) = STANDARD;
        let is_standard = (spoken.from, spoken.to) == span && last_words(before, 6).to_lowercase().contains(words);
        let ends = if is_standard { until } else { spoken.to };
        return ends < years.new.to || (spoken.from, spoken.to) == (years.old.from, years.old.to);
    }
    if is_of_citation(before) {
        spoken.from >= years.old.from && years.is_stale(spoken.from)
    } else {
        years.is_stale(spoken.from)
    }
}

/// Whether what follows is the date of a document whose number stands before it: `số 90/QĐ-TTg ngày 18/01/`.
fn is_of_citation(before: &str) -> bool {
    let is_symbol = |word: &str| word.contains('/') && word.chars().any(char::is_uppercase);
    before.split_whitespace().rev().take(WORDS_OF_CITATION).any(is_symbol)
}

fn last_words(text: &str, count: usize) -> String {
    let words: Vec<&str> = text.split_whitespace().rev().take(count).collect();
    words.into_iter().rev().collect::<Vec<_>>().join(" ")
}

/// Every year in a sentence outside of the names of values, two that a dash joins as one span.
pub(super) fn spoken(text: &str) -> Vec<Spoken> {
    let named = named(text);
    let mut found: Vec<Spoken> = Vec::new();
    for (range, year) in years_in(text) {
        if named.iter().any(|name| name.contains(&range.start)) {
            continue;
        }
        if let Some(last) = found.last_mut()
            && last.from == last.to
            && last.to < year
            && is_dash(&text[last.range.end..range.start])
        {
            (last.range.end, last.to) = (range.end, year);
        } else {
            found.push(Spoken { range, from: year, to: year });
        }
    }
    found
}

fn is_dash(between: &str) -> bool {
    matches!(between.trim(), "-" | "–" | "—")
}

/// Four figures that can be a year, each with its place.
fn years_in(text: &str) -> impl Iterator<Item = (Range<usize>, i32)> {
    let bytes = text.as_bytes();
    let starts = (0..bytes.len()).filter(move |&at| at == 0 || !bytes[at - 1].is_ascii_digit());
    starts.filter_map(move |at| {
        let end = at + 4;
        let number = text.get(at..end).filter(|number| number.bytes().all(|byte| byte.is_ascii_digit()))?;
        let year: i32 = number.parse().ok().filter(|year| (1945..=2199).contains(year))?;
        let (before, after) = (&text[..at], &text[end..]);
        let digit = |letter: char| letter.is_ascii_digit();
        let is_decimal = before.strip_suffix(['.', ',']).is_some_and(|rest| rest.ends_with(digit));
        let goes_on = after.strip_prefix(['.', ',']).is_some_and(|rest| rest.starts_with(digit));
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
        let is_symbol = after.strip_prefix('/').is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let is_counted = after.starts_with('%') || counted_after(after);
        let is_year = !before.ends_with(is_word) && !after.starts_with(is_word) && !is_decimal && !goes_on;
        (is_year && !is_symbol && !is_counted).then_some((at..end, year))
    })
}

/// Whether something that is counted follows a number.
fn counted_after(after: &str) -> bool {
    let Some(rest) = after.strip_prefix(char::is_whitespace) else { return false };
    let word = rest.trim_start().split(|letter: char| !letter.is_alphabetic()).next().unwrap_or_default();
    COUNTED.contains(&word)
}

/// Where a text names values: `{{ kinh_phi.tong }}`.
pub(super) fn named(text: &str) -> Vec<Range<usize>> {
    let ends = |(at, _): (usize, &str)| text[at..].find("}}").map(|end| at..at + end + 2);
    text.match_indices("{{").filter_map(ends).collect()
}

/// The first figures of a sentence that count or measure something, with what they count.
pub(super) fn figures(text: &str) -> Vec<String> {
    let named = named(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(next) = text[at..].find(|letter: char| letter.is_ascii_digit()).map(|next| at + next) {
        let is_part = |letter: char| letter.is_ascii_digit() || matches!(letter, '.' | ',');
        let end = text[next..].find(|letter: char| !is_part(letter)).map_or(text.len(), |end| next + end);
        let number = text[next..end].trim_end_matches(['.', ',']);
        let after = &text[next + number.len()..];
        let is_whole = !text[..next].ends_with(|letter: char| letter.is_alphanumeric() || letter == '/');
        if is_whole && !named.iter().any(|name| name.contains(&next)) {
            if after.starts_with('%') {
                found.push(format!("{number}%"));
            } else if counted_after(after) {
                let word: Vec<&str> = after.split_whitespace().take(2).collect();
                found.push(
                    format!("{number} {}", word.join(" ")).trim_end_matches([',', ';', '.', ')', '"', '\'']).to_owned(),
                );
            }
        }
        at = end;
    }
    found
}

/// Words of the file in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").trim_matches(['"', '\'']).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Period;

    fn years(old: i32, new: i32) -> Years {
        Years { old: Period::of_years(old, old), new: Period::of_years(new, new), by: new - old }
    }

    #[track_caller]
    fn check(old: i32, text: &str, expected: &[&str]) {
        let found: Vec<_> = stale(text, &years(old, old + 1)).iter().map(|spoken| spoken.quoted(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn years_of_the_old_plan_are_seen() {
        check(2024, "Giảm nghèo năm 2024, so với cuối năm 2023", &["Giảm nghèo năm 2024", "với cuối năm 2023"]);
        check(2024, "đến 31/12/2024 và năm\n    2025", &["đến 31/12/2024", "31/12/2024 và năm 2025"]);
        check(2024, "Đến năm 2030, từ năm 2019", &[]);
    }

    #[test]
    fn numbers_and_symbols_are_no_years() {
        check(2024, "2.024 hộ, 2024 hộ, 12.2024, Luật số 59/2024/QH15, KH2024, {{ chi_tieu.a.nam.2024 }}, 2024%", &[]);
    }

    #[test]
    fn a_document_of_the_years_before_stays_cited() {
        check(2024, "Quyết định số 90/QĐ-TTg ngày 18/01/2023 của Thủ tướng", &[]);
        check(2024, "Kế hoạch số 21/KH-UBND ngày 29/02/2024 của huyện", &["số 21/KH-UBND ngày 29/02/2024"]);
    }

    #[test]
    fn spans_are_stale_once_they_are_over() {
        check(2024, "giai đoạn 2021 - 2025", &[]);
        check(2025, "giai đoạn 2021 -\n  2025", &["giai đoạn 2021 - 2025"]);
        check(2025, "Chuẩn nghèo đa chiều giai đoạn 2022-2025", &[]);
        check(2026, "chuẩn nghèo đa chiều giai đoạn 2022 – 2025", &["chiều giai đoạn 2022 – 2025"]);
    }

    #[test]
    fn figures_are_what_is_counted() {
        assert_eq!(figures("Mở 03 lớp cho 75 lao động, giảm 2,52%."), ["03 lớp cho", "75 lao động", "2,52%"]);
        assert_eq!(figures("Dự án 1, Điều 3, ngày 15/12/2026, {{ a.b2 }} hộ, quý 2"), Vec::<String>::new());
    }
}
