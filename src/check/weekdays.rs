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
    /// The words from the weekday to the date, or from the date to the weekday.
    pub(super) both: String,
}

/// Words behind which a weekday stands, not an ordinal number.
const BEFORE: [&str; 22] = [
    "sáng", "trưa", "chiều", "tối", "vào", "từ", "đến", "trước", "hết", "ngày", "là", "và", "hoặc", "giờ", "phút",
    "lúc", "sau", "họp", "lịch", "trực", "nghỉ", "tới",
];
/// Words behind which an ordinal number stands, whatever follows.
const COUNTED: [&str; 16] = [
    "lần",
    "đợt",
    "kỳ",
    "phiên",
    "khóa",
    "vòng",
    "bước",
    "số",
    "người",
    "cuộc",
    "kỳ họp",
    "phiên họp",
    "cuộc họp",
    "buổi họp",
    "khoá",
    "hạng",
];
/// The weekdays in short; as they are written, in capitals.
const SHORT: [(&str, Weekday); 7] = [
    ("T2", Weekday::Monday),
    ("T3", Weekday::Tuesday),
    ("T4", Weekday::Wednesday),
    ("T5", Weekday::Thursday),
    ("T6", Weekday::Friday),
    ("T7", Weekday::Saturday),
    ("CN", Weekday::Sunday),
];
/// Words and marks with which weekdays are strung together.
const LINKS: [&str; 5] = [",", "và", "hoặc", "-", "–"];

/// Every weekday of some words that surely stands beside a date.
pub(super) fn claims(letters: &str) -> Vec<Claim> {
    if !may_claim(letters) {
        return Vec::new();
    }
    let small = letters.to_lowercase();
    // Only letters that change their length when made small shift the places; Vietnamese has none.
    if small.len() != letters.len() {
        return Vec::new();
    }
    let mut starts: Vec<_> = small.match_indices("thứ ").map(|(at, _)| at).collect();
    starts.extend(small.match_indices("chủ nhật").map(|(at, _)| at));
    starts.extend(shorts(letters));
    starts.sort_unstable();
    starts.into_iter().filter_map(|at| claim(letters, at)).collect()
}

/// Where a weekday in short may begin.
fn shorts(letters: &str) -> impl Iterator<Item = usize> {
    let bytes = letters.as_bytes();
    let pairs = bytes.iter().zip(bytes.iter().skip(1)).enumerate();
    pairs.filter(|(_, (first, second))| is_short(**first, **second)).map(|(at, _)| at)
}

/// Whether two bytes are a weekday in short, told without a way out.
fn is_short(first: u8, second: u8) -> bool {
    ((first == b'T') & matches!(second, b'2'..=b'7')) | ((first == b'C') & (second == b'N'))
}

/// Whether some words hold a figure, as every date does, and the end of «thứ» or «chủ» or a weekday in short: most do not.
fn may_claim(letters: &str) -> bool {
    let bytes = letters.as_bytes();
    let ([_, second @ ..], [_, _, third @ ..]) = (bytes, bytes) else { return false };
    // «ủ», «Ủ», «ứ» and «Ứ» differ in their last byte alone.
    let is_long = |first: u8, second: u8, third: u8| (first == 0xbb) & matches!(second, 0xa6..=0xa9) & (third == b' ');
    // Without a way out the bytes are looked at many at once.
    let has_short = || bytes.iter().zip(second).fold(false, |found, (first, second)| found | is_short(*first, *second));
    let has_long = || {
        let letters = bytes.iter().zip(second).zip(third);
        letters.fold(false, |found, ((first, second), third)| found | is_long(*first, *second, *third))
    };
    bytes.iter().fold(false, |found, byte| found | byte.is_ascii_digit()) && (has_long() || has_short())
}

fn claim(letters: &str, at: usize) -> Option<Claim> {
    let (before, rest) = letters.split_at(at);
    if before.ends_with(char::is_alphanumeric) {
        return None;
    }
    let (weekday, length) = weekday(rest)?;
    let (written, after) = rest.split_at(length);
    let before = before.trim_end();
    if is_strung(before) {
        return None;
    }
    let behind = after.trim_start().strip_prefix([',', '(']).unwrap_or(after).trim_start();
    let behind = behind.strip_prefix("ngày ").unwrap_or(behind);
    let (day, both) = match date_at_start(behind) {
        Some((day, length)) => {
            let end = rest.len() - behind.len() + length;
            Some((day, rest.get(..end)?)).filter(|_| is_weekday(before, written, weekday))
        }
        // The date before, and the weekday in brackets behind it.
        None => {
            let date = before.strip_suffix('(').filter(|_| after.starts_with(')'))?.trim_end();
            let (day, length) = date_at_end(date)?;
            Some((day, letters.get(date.len().checked_sub(length)?..at + written.len())?))
        }
    }?;
    Some(Claim { weekday, day, written: written.to_owned(), both: both.to_owned() })
}

/// The weekday with which words begin, and how long its name is.
fn weekday(text: &str) -> Option<(Weekday, usize)> {
    let ends = |length: usize| !text[length..].starts_with(|letter: char| letter.is_alphanumeric() || letter == '/');
    let short = SHORT.iter().find(|(short, _)| text.starts_with(short) && ends(short.len()));
    if let Some((short, day)) = short {
        return Some((*day, short.len()));
    }
    let length = weekday_length(text)?;
    // «Thứ tự» is an order, no weekday.
    if text[..length].to_lowercase().ends_with(" tự") {
        return None;
    }
    Some((Weekday::parse(&text[..length])?, length))
}

/// The length of the name of a weekday with which words begin: two words.
fn weekday_length(text: &str) -> Option<usize> {
    let space = text.find(' ')?;
    let second = &text[space + 1..];
    let end = second.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(second.len());
    (end > 0).then_some(space + 1 + end)
}

/// Whether a weekday is surely one, by how it is written and by what stands before it.
fn is_weekday(before: &str, written: &str, weekday: Weekday) -> bool {
    let Some(second) = written.split(' ').nth(1) else { return true };
    let small = before.to_lowercase();
    let follows = |word: &str| {
        let rest = small.strip_suffix(word);
        rest.is_some_and(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    if weekday == Weekday::Sunday {
        return true;
    }
    if COUNTED.iter().any(|word| follows(word)) {
        return false;
    }
    let has_capital = second.starts_with(char::is_uppercase);
    let is_number = second.bytes().all(|byte| byte.is_ascii_digit());
    // «Thứ hai, …» at the head of a sentence is «secondly».
    let stands_alone = !before.ends_with(char::is_alphanumeric) && (is_number || written.starts_with('t'));
    has_capital || stands_alone || BEFORE.iter().any(|word| follows(word))
}

/// Whether words end with a weekday to which the next one is strung: `thứ Bảy, Chủ nhật`.
fn is_strung(before: &str) -> bool {
    let Some(before) = LINKS.iter().find_map(|link| before.strip_suffix(link)) else { return false };
    let words: Vec<&str> = before.split_whitespace().rev().take(2).collect();
    let [second, first] = words.as_slice() else { return false };
    Weekday::parse(&format!("{first} {second}")).is_some()
}

/// The date in full with which words begin, and its length: `15/6/2026`, `15-6-2026`, `15 tháng 6 năm 2026`.
fn date_at_start(text: &str) -> Option<(Day, usize)> {
    let by_mark = ['/', '-'].into_iter().find_map(|mark| {
        let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != mark).unwrap_or(text.len());
        Some((parted(&text[..end], mark)?, end))
    });
    by_mark.or_else(|| {
        let words: Vec<&str> = text.split_whitespace().take(5).collect();
        let length = words.join(" ").trim_end_matches(|letter: char| !letter.is_ascii_digit()).len();
        Some((in_words(&words)?, length))
    })
}

/// The date in full with which words end, the only one of its kind, and its length: `ngày 15/6/2026`.
fn date_at_end(text: &str) -> Option<(Day, usize)> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let (last, before) = words.split_last()?;
    let leads = |word: Option<&&str>| word.is_none_or(|word| BEFORE.contains(&word.to_lowercase().as_str()));
    if let Some(day) = parted(last, '/').or_else(|| parted(last, '-')) {
        return Some((day, last.len())).filter(|_| leads(before.last()));
    }
    let from = words.len().checked_sub(5)?;
    let day = in_words(&words[from..]).filter(|_| from == 0 || leads(words.get(from - 1)))?;
    Some((day, words[from..].join(" ").len()))
}

fn parted(text: &str, mark: char) -> Option<Day> {
    let parts: Vec<&str> = text.split(mark).collect();
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
        check("Lịch thứ Hai, ngày 15/6/2026", &["thứ Hai 15/6/2026"]);
        check("Họp thứ 2, ngày 15/6/2026", &["thứ 2 15/6/2026"]);
        check("xong; thứ hai ngày 15/06/2026", &["thứ hai 15/6/2026"]);
        check("Thứ 2, 15-6-2026: họp", &["Thứ 2 15/6/2026"]);
        check("Họp T2, 15/6/2026 và CN (21/6/2026)", &["T2 15/6/2026", "CN 21/6/2026"]);
        check("Tổng kết thứ Bảy (ngày 20/6/2026)", &["thứ Bảy 20/6/2026"]);
        let both = "từ thứ Hai, ngày 15/6/2026 đến thứ Sáu, ngày 19/6/2026";
        check(both, &["thứ Hai 15/6/2026", "thứ Sáu 19/6/2026"]);
    }

    #[test]
    fn the_words_reach_from_the_weekday_to_the_date() {
        let both = |letters: &str| claims(letters).into_iter().map(|claim| claim.both).collect::<Vec<_>>();
        assert_eq!(both("Họp sáng thứ Hai, ngày 15/6/2026."), ["thứ Hai, ngày 15/6/2026"]);
        assert_eq!(both("sáng thứ Hai (15 tháng 6 năm 2026)"), ["thứ Hai (15 tháng 6 năm 2026"]);
        assert_eq!(both("vào ngày 15/6/2026 (thứ Hai)"), ["15/6/2026 (thứ Hai"]);
        assert_eq!(both("ngày 15 tháng 6 năm 2026 (thứ hai)"), ["15 tháng 6 năm 2026 (thứ hai"]);
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
            "Công trình thứ hai, ngày 15/6/2026",
            "Cuộc họp thứ 2, ngày 15/6/2026",
            "ký hiệu CT2 15/6/2026",
            "T2/2026",
            "thứ",
        ] {
            check(letters, &[]);
        }
    }
}
