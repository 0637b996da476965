//! Weekdays that stand beside a date in words.
//!
//! `thứ hai` is also «the second»: what may be that is passed over, and so is a date without its year.

use crate::value::{Day, Weekday};

/// A weekday and the date beside which it stands.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Claim {
    /// The weekday that is written.
    pub(super) weekday: Weekday,
    /// The day that the date is.
    pub(super) day: Day,
    /// The words of the weekday, as they are written.
    pub(super) written: String,
}

/// Words behind which a weekday stands, not an ordinal number.
const BEFORE: [&str; 16] = [
    "sáng", "trưa", "chiều", "tối", "vào", "từ", "đến", "trước", "hết", "ngày", "là", "và", "hoặc", "giờ", "phút",
    "lúc",
];
/// Words and marks with which weekdays are strung together.
const LINKS: [&str; 5] = [",", "và", "hoặc", "-", "–"];

/// Every weekday of some words that surely stands beside a date.
pub(super) fn claims(letters: &str) -> Vec<Claim> {
    let small = letters.to_lowercase();
    // Only letters that change their length when made small shift the places; Vietnamese has none.
    if small.len() != letters.len() {
        return Vec::new();
    }
    let starts = small.match_indices("thứ ").chain(small.match_indices("chủ nhật")).map(|(at, _)| at);
    let mut starts: Vec<_> = starts.collect();
    starts.sort_unstable();
    starts.into_iter().filter_map(|at| claim(letters, at)).collect()
}

fn claim(letters: &str, at: usize) -> Option<Claim> {
    let (before, rest) = letters.split_at(at);
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let length = weekday_length(rest)?;
    let (written, after) = rest.split_at(length);
    let weekday = Weekday::parse(written)?;
    let before = before.trim_end();
    if is_strung(before) {
        return None;
    }
    let behind = after.trim_start().strip_prefix([',', '(']).unwrap_or(after).trim_start();
    let behind = behind.strip_prefix("ngày ").unwrap_or(behind);
    let day = match date_at_start(behind) {
        Some(day) => Some(day).filter(|_| is_weekday(before, written)),
        // The date before, and the weekday in brackets behind it.
        None => before.strip_suffix('(').filter(|_| after.starts_with(')')).and_then(date_at_end),
    }?;
    Some(Claim { weekday, day, written: written.to_owned() })
}

/// The length of the name of a weekday with which words begin: two words.
fn weekday_length(text: &str) -> Option<usize> {
    let space = text.find(' ')?;
    let second = &text[space + 1..];
    let end = second.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(second.len());
    (end > 0).then_some(space + 1 + end)
}

/// Whether a weekday is surely one, by its capital and by what stands before it.
fn is_weekday(before: &str, written: &str) -> bool {
    let is_sunday = Weekday::parse(written) == Some(Weekday::Sunday);
    let has_capital = written.split(' ').nth(1).is_some_and(|word| word.starts_with(char::is_uppercase));
    let word = before.rsplit(|letter: char| !letter.is_alphanumeric()).next().unwrap_or_default();
    let stands_alone = word.is_empty() && has_capital;
    let word = word.to_lowercase();
    let is_time = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    is_sunday || stands_alone || BEFORE.contains(&word.as_str()) || (is_time && has_capital)
}

/// Whether words end with a weekday to which the next one is strung: `thứ Bảy, Chủ nhật`.
fn is_strung(before: &str) -> bool {
    let Some(before) = LINKS.iter().find_map(|link| before.strip_suffix(link)) else { return false };
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let [second, first] = words.as_slice() else { return false };
    Weekday::parse(&format!("{first} {second}")).is_some()
}

/// The date in full with which words begin: `15/6/2026`, `15 tháng 6 năm 2026`.
fn date_at_start(text: &str) -> Option<Day> {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != '/').unwrap_or(text.len());
    slashed(&text[..end]).or_else(|| {
        let words: Vec<&str> = text.split_whitespace().take(5).collect();
        in_words(&words)
    })
}

/// The date in full with which words end, the only one of its kind: `ngày 15/6/2026`.
fn date_at_end(text: &str) -> Option<Day> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (last, before) = words.split_last()?;
    let leads = |word: Option<&&str>| word.is_none_or(|word| BEFORE.contains(&word.to_lowercase().as_str()));
    if let Some(day) = slashed(last) {
        return Some(day).filter(|_| leads(before.last()));
    }
    let from = words.len().checked_sub(5)?;
    in_words(&words[from..]).filter(|_| from == 0 || leads(words.get(from - 1)))
}

fn slashed(text: &str) -> Option<Day> {
    let parts: Vec<&str> = text.split('/').collect();
    let [day, month, year] = parts.as_slice() else { return None };
    numbered(day, month, year)
}

fn in_words(words: &[&str]) -> Option<Day> {
    let [day, "tháng", month, "năm", year] = words else { return None };
    numbered(day, month, year.trim_end_matches(|letter: char| !letter.is_ascii_digit()))
}

fn numbered(day: &str, month: &str, year: &str) -> Option<Day> {
    let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
    Day::new(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weekdays that stand beside a date, as `thứ Hai 15/6/2026`.
    #[track_caller]
    fn check(letters: &str, expected: &[&str]) {
        let shown = |claim: Claim| format!("{} {}", claim.written, claim.day.display());
        let found: Vec<_> = claims(letters).into_iter().map(shown).collect();
        assert_eq!(found, expected, "{letters}");
    }

    #[test]
    fn weekdays_beside_dates_are_found() {
        check("Khai mạc lúc 07 giờ 30 thứ Hai, ngày 15/6/2026.", &["thứ Hai 15/6/2026"]);
        check("Thứ Ba, 16/6/2026: họp thôn.", &["Thứ Ba 16/6/2026"]);
        check("sáng thứ hai ngày 15 tháng 6 năm 2026", &["thứ hai 15/6/2026"]);
        check("vào ngày 15/6/2026 (thứ Hai)", &["thứ Hai 15/6/2026"]);
        check("ngày 15 tháng 6 năm 2026 (thứ hai)", &["thứ hai 15/6/2026"]);
        check("ra quân chủ nhật, ngày 14/6/2026", &["chủ nhật 14/6/2026"]);
        check("Chiều THỨ 6 (19/6/2026)", &["THỨ 6 19/6/2026"]);
        let both = "từ thứ Hai, ngày 15/6/2026 đến thứ Sáu, ngày 19/6/2026";
        check(both, &["thứ Hai 15/6/2026", "thứ Sáu 19/6/2026"]);
    }

    #[test]
    fn what_may_be_something_else_is_passed_over() {
        for letters in [
            "Đợt thứ hai, ngày 15/6/2026",
            "Đại hội lần thứ Hai, ngày 15/6/2026",
            "Kỳ họp thứ 2 ngày 15/6/2026",
            "Thứ hai, ngày 15/6/2026 phải xong",
            "thứ Hai hằng tuần",
            "thứ Hai, ngày 15/6",
            "thứ Hai, ngày 15 và 16/6/2026",
            "ngày 15, 16/6/2026 (thứ Ba)",
            "thứ Bảy, Chủ nhật, ngày 20/6/2026",
            "thứ Hai, ngày 31/02/2026",
            "thứ tự ngày 15/6/2026",
            "thứ",
        ] {
            check(letters, &[]);
        }
    }
}
