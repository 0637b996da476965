//! Figures in words: a number and what it counts.

use std::ops::Range;

use crate::value::{Decimal, MONEY_UNITS, MoneyUnit};

/// What a figure in a sentence counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unit {
    /// Nothing that is known.
    None,
    /// `%`.
    Percent,
    /// `điểm %`, the difference of two rates.
    Points,
    /// Money.
    Money(MoneyUnit),
    /// Things or people that can be counted.
    Count(&'static str),
}

/// A figure in a sentence, with places in its words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Written {
    /// Where its number begins.
    pub(crate) start: usize,
    /// Where its number ends.
    pub(crate) end: usize,
    /// Where its unit ends; where its number ends if it has none.
    pub(crate) rest: usize,
    /// The number.
    pub(crate) number: Decimal,
    /// What it counts.
    pub(crate) unit: Unit,
    /// Whether another number stands below it: `45/120`.
    pub(crate) is_over: bool,
    /// Whether another number stands above it.
    pub(crate) is_under: bool,
}

/// Words that count, the longer before those with which they begin.
const COUNTS: [&str; 33] = [
    "lượt người",
    "lượt hộ",
    "hộ",
    "nhân khẩu",
    "khẩu",
    "người",
    "lao động",
    "học sinh",
    "sinh viên",
    "trẻ em",
    "cán bộ",
    "thôn",
    "xã",
    "phường",
    "tổ dân phố",
    "khu phố",
    "công trình",
    "căn nhà",
    "nhà",
    "trường",
    "lớp",
    "mô hình",
    "hợp tác xã",
    "doanh nghiệp",
    "cuộc",
    "đợt",
    "ha",
    "km",
    "tấn",
    "con",
    "ca",
    "ngày làm việc",
    "ngày",
];

/// Other words for units of money, the longer first.
const MONEY: [(&str, usize); 8] = [
    ("tỷ đồng", 0),
    ("tỉ đồng", 0),
    ("triệu đồng", 1),
    ("nghìn đồng", 2),
    ("ngàn đồng", 2),
    ("đồng", 3),
    ("VNĐ", 3),
    ("đ", 3),
];

/// What begins with «đồng» and is no money.
const NO_MONEY: [&str; 4] = [" chí", " bào", " bộ", " đội"];

/// The figures in some words, in order.
pub(super) fn figures(words: &str) -> Vec<Written> {
    let bytes = words.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(step) = first_digit(&bytes[at..]) {
        let start = at + step;
        let run = bytes[start..].iter().position(|byte| !byte.is_ascii_digit() && !b".,".contains(byte));
        at = run.map_or(bytes.len(), |run| start + run);
        let number = words[start..at].trim_end_matches(['.', ',']);
        found.extend(figure(words, start, start + number.len()));
    }
    found
}

/// Where runs of digits stand.
pub(crate) fn digit_runs(words: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = words.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + first_digit(&bytes[from..])?;
        from = start + bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        Some(start..from)
    })
}

/// Where the first digit stands; bytes without one are passed over many at once.
fn first_digit(bytes: &[u8]) -> Option<usize> {
    let (groups, _) = bytes.as_chunks::<16>();
    let has_digit = |group: &[u8; 16]| group.iter().fold(false, |found, byte| found | byte.is_ascii_digit());
    let passed = groups.iter().position(has_digit).unwrap_or(groups.len()) * 16;
    bytes[passed..].iter().position(u8::is_ascii_digit).map(|step| passed + step)
}

fn figure(words: &str, start: usize, end: usize) -> Option<Written> {
    let is_inside = |letter: char| letter.is_alphanumeric() || "-–−_".contains(letter);
    if words[..start].ends_with(is_inside) {
        return None;
    }
    let number = Decimal::of(&words[start..end])?;
    let tail = &words[end..];
    let is_under = words[..start].ends_with('/');
    if let Some(below) = tail.strip_prefix('/') {
        let is_over = below.starts_with(|letter: char| letter.is_ascii_digit());
        return Some(Written { start, end, rest: end, number, unit: Unit::None, is_over, is_under });
    }
    let blank = tail.len() - tail.trim_start().len();
    let (unit, length) = unit(tail.trim_start()).unwrap_or((Unit::None, 0));
    let is_name = length == 0 && tail.starts_with(char::is_alphabetic);
    let rest = if length == 0 { end } else { end + blank + length };
    (!is_name).then_some(Written { start, end, rest, number, unit, is_over: false, is_under })
}

/// The unit with which words begin, and its length. What is counted for one of something, `triệu đồng/hộ`, has none.
fn unit(words: &str) -> Option<(Unit, usize)> {
    let ends = |length: usize| {
        let rest = &words[length..];
        !rest.starts_with(|letter: char| letter.is_alphanumeric() || letter == '/')
    };
    // Most names begin with another byte, and none with a mark.
    let first = words.as_bytes().first();
    if first.is_none_or(|first| first.is_ascii_punctuation() && *first != b'%') {
        return None;
    }
    let begins = |name: &str| name.as_bytes().first() == first && words.starts_with(name) && ends(name.len());
    let rates = [("%", Unit::Percent), ("điểm %", Unit::Points), ("điểm phần trăm", Unit::Points)];
    if let Some((name, unit)) = rates.into_iter().find(|(name, _)| begins(name)) {
        return Some((unit, name.len()));
    }
    let is_money = |name: &str| !NO_MONEY.iter().any(|other| words[name.len()..].starts_with(other));
    if let Some((name, at)) = MONEY.into_iter().find(|(name, _)| begins(name) && is_money(name)) {
        return Some((Unit::Money(MONEY_UNITS[at]), name.len()));
    }
    COUNTS.into_iter().find(|name| begins(name)).map(|name| (Unit::Count(name), name.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, expected: &[&str]) {
        let shown = |figure: Written| {
            let over = if figure.is_over { "/" } else { "" };
            let unit = match figure.unit {
                Unit::None => "-",
                Unit::Percent => "%",
                Unit::Points => "điểm",
                Unit::Money(unit) => unit.name,
                Unit::Count(name) => name,
            };
            format!("{}{over} {unit}", figure.number.display())
        };
        let found: Vec<_> = figures(words).into_iter().map(shown).collect();
        assert_eq!(found, expected, "{words}");
    }

    #[test]
    fn numbers_are_read_with_what_they_count() {
        check("45/120 hộ, đạt 37,5%.", &["45/ -", "120 hộ", "37,5 %"]);
        check("tổng 3.230 triệu đồng, 15.000.000đ", &["3.230 triệu đồng", "15.000.000 đồng"]);
        check("giảm 2,5 điểm %, 1 điểm phần trăm", &["2,5 điểm", "1 điểm"]);
        check("150 lượt hộ, 20 hợp tác xã, 3 xã", &["150 lượt hộ", "20 hợp tác xã", "3 xã"]);
    }

    #[test]
    fn what_is_no_figure_is_passed_over() {
        check("Quyết định 90/QĐ-TTg", &["90 -"]);
        check("Covid19, 2021-2025, T2", &["2.021 -"]);
        check("4 triệu đồng/hộ, 05 đồng chí, 30 hộp", &["4 -", "5 -", "30 -"]);
        check("0.82% và 16A", &[]);
    }
}
