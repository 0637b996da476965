//! What stays on one line: numbers of documents, a figure with its unit, a span, a name with its number.
//!
//! Finds such stretches in words; knows neither lines nor widths. A stretch begins and ends where a word does, so that a
//! bracket or a comma stays with it.

use std::ops::Range;

use super::within::{ends_within, may_end_within};
use super::words::Word;

/// What is counted or measured: the first word of a unit, which stays with its figure.
const UNITS: &[&str] = &[
    "%",
    "km",
    "km2",
    "km²",
    "m",
    "m2",
    "m²",
    "m3",
    "m³",
    "cm",
    "mm",
    "ha",
    "kg",
    "g",
    "tấn",
    "tạ",
    "yến",
    "lít",
    "kw",
    "kwh",
    "kv",
    "mw",
    "mwp",
    "triệu",
    "tỷ",
    "tỉ",
    "nghìn",
    "ngàn",
    "đồng",
    "đ",
    "vnđ",
    "vnd",
    "usd",
    "hộ",
    "người",
    "lượt",
    "lao",
    "hội",
    "xã",
    "phường",
    "thôn",
    "tổ",
    "bản",
    "làng",
    "ấp",
    "khóm",
    "nhà",
    "căn",
    "phòng",
    "lớp",
    "trường",
    "trạm",
    "công",
    "dự",
    "tiểu",
    "mô",
    "nhiệm",
    "chỉ",
    "nội",
    "nhóm",
    "điểm",
    "lần",
    "năm",
    "tháng",
    "tuần",
    "ngày",
    "giờ",
    "phút",
    "con",
    "cây",
    "cái",
    "chiếc",
    "bộ",
    "cuộc",
    "buổi",
    "đợt",
    "học",
    "hồ",
    "sản",
    "doanh",
    "hợp",
    "tuyến",
    "cơ",
    "đơn",
    "cán",
    "thành",
    "thửa",
    "suất",
    "máy",
    "văn",
];

/// Words that a figure multiplies before its unit: «3.600 triệu đồng».
const MULTIPLIERS: &[&str] = &["nghìn", "ngàn", "triệu", "tỷ", "tỉ"];

/// What follows such a word and stays with it.
const MULTIPLIED: &[&str] = &["đồng", "triệu", "tỷ", "tỉ"];

/// Names that carry a number, letter or Roman numeral behind them, each from its first word.
const NUMBERED: &[&[&str]] = &[
    &["dự", "án"],
    &["tiểu", "dự", "án"],
    &["phụ", "lục"],
    &["điều"],
    &["khoản"],
    &["điểm"],
    &["mục"],
    &["tiểu", "mục"],
    &["chương"],
    &["phần"],
    &["bảng"],
    &["biểu"],
    &["mẫu"],
    &["hình"],
    &["quý"],
    &["tháng"],
    &["ngày"],
    &["năm"],
    &["nhóm"],
    &["bước"],
    &["đợt"],
    &["giai", "đoạn"],
    &["nội", "dung"],
    &["nhiệm", "vụ"],
    &["chỉ", "tiêu"],
    &["thôn"],
    &["tổ"],
    &["ấp"],
    &["khóm"],
    &["bản"],
    &["khu", "phố"],
    &["kế", "hoạch"],
    &["tuần"],
    &["lần"],
    &["loại"],
    &["hạng"],
    &["cấp"],
    &["số"],
];

/// Signs that stand before a figure.
const SIGNS: &[&str] = &["≥", "≤", ">", "<", "=", "±", "~", "+", "-"];

/// Words that bound the figure behind them: «trên 323», «khoảng 48», «không quá 5».
const BOUNDS: &[&str] = &["trên", "dưới", "khoảng", "gần", "hơn", "quá", "nhất", "thiểu", "đa"];

/// The stretches of words that stay on one line, in order; each has a place inside where a line could end.
///
/// They are as long as they can be and do not touch.
pub(super) fn stretches(words: &[Word<'_>]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    for index in 0..words.len() {
        if index + 1 < words.len() && joins(words, index) {
            continue;
        }
        if index > start || is_stretch(words[index]) {
            found.push(words[start].at..words[index].end());
        }
        start = index + 1;
    }
    found
}

/// The first word of those that stay on one line with a word.
pub(super) fn first_of_stretch(words: &[Word<'_>], index: usize) -> usize {
    (1..=index).rev().find(|&at| !joins(words, at - 1)).unwrap_or(0)
}

/// The last word of those that stay on one line with a word.
pub(super) fn last_of_stretch(words: &[Word<'_>], index: usize) -> usize {
    (index..words.len() - 1).find(|&at| !joins(words, at)).unwrap_or(words.len() - 1)
}

/// Whether a word alone is a stretch.
pub(super) fn is_stretch(word: Word<'_>) -> bool {
    may_end_within(word.text) && stays_whole(word.text) && !ends_within(word.text, true).is_empty()
}

/// What opens before a word.
const OPENING: [char; 7] = ['(', '[', '«', '“', '"', '‘', '\''];

/// What closes behind a word.
const CLOSING: [char; 14] = ['.', ',', ';', ':', ')', ']', '»', '”', '"', '’', '\'', '/', '?', '!'];

fn opened(word: &str) -> &str {
    word.trim_start_matches(OPENING)
}

/// The word without what opens and closes around it.
fn bare(word: Word<'_>) -> &str {
    opened(word.text).trim_end_matches(CLOSING)
}

/// Whether no line ends between a word and the next.
fn joins(words: &[Word<'_>], index: usize) -> bool {
    let (word, next) = (words[index], words[index + 1]);
    // What closes ends a name or a figure.
    if word.text.ends_with(CLOSING) || next.text.starts_with(OPENING) {
        return false;
    }
    let first = opened(word.text);
    spans(words, index)
        || (is_figure(bare(next)) && SIGNS.contains(&first) && first != "-")
        || bounds(words, index)
        || (is_figure(first) && !is_number_of(words, index) && is_one_of(bare(next), UNITS))
        || multiplies(words, index)
        || names(words, index)
}

/// Whether a word bounds the figure behind it; years are bounded by other words.
fn bounds(words: &[Word<'_>], index: usize) -> bool {
    let (bound, figure) = (opened(words[index].text), bare(words[index + 1]));
    is_figure(figure) && !is_year(figure) && is_one_of(bound, BOUNDS)
}

/// Whether a word is one of some, whatever its capitals.
fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| is_word(word, known))
}

/// Whether a word is another that is written in small letters. Capitals of Vietnamese are as long as their small letters, so
/// most words are told apart by their length.
fn is_word(word: &str, small: &str) -> bool {
    word.len() == small.len() && word.chars().flat_map(char::to_lowercase).eq(small.chars())
}

/// A dash between two figures, with spaces around it: «2022 - 2025».
fn spans(words: &[Word<'_>], index: usize) -> bool {
    let is_dash = |word: Word<'_>| matches!(word.text, "-" | "–");
    let between = |dash: usize| {
        dash > 0
            && dash + 1 < words.len()
            && is_dash(words[dash])
            && is_bound(opened(words[dash - 1].text))
            && is_bound(bare(words[dash + 1]))
    };
    between(index) || between(index + 1)
}

/// «triệu | đồng» behind a figure.
fn multiplies(words: &[Word<'_>], index: usize) -> bool {
    let mut at = index;
    if !is_one_of(bare(words[index + 1]), MULTIPLIED) {
        return false;
    }
    while at > 0 && is_one_of(bare(words[at]), MULTIPLIERS) {
        at -= 1;
    }
    at < index && is_figure(opened(words[at].text))
}

/// Whether a word and the next are both within a name and its number.
fn names(words: &[Word<'_>], index: usize) -> bool {
    // A name has three words at most, and «số» may stand behind it.
    let reach = &words[index + 1..words.len().min(index + 5)];
    let is_number = |bare: &str| is_plain_number(bare) || is_roman(bare) || is_letter(bare);
    if !reach.iter().any(|&word| is_number(bare(word))) {
        return false;
    }
    NUMBERED.iter().any(|name| {
        (0..name.len()).any(|offset| {
            let Some(start) = index.checked_sub(offset) else { return false };
            let Some(found) = words.get(start..start + name.len()) else { return false };
            let is_name = found.iter().enumerate().all(|(place, word)| {
                let bare = if place == 0 { opened(word.text) } else { word.text };
                is_word(bare, name[place])
            });
            is_name && numbered(words, start + name.len(), name)
        })
    })
}

/// Whether a number of the name stands there, perhaps behind «số».
fn numbered(words: &[Word<'_>], at: usize, name: &[&str]) -> bool {
    let Some(&word) = words.get(at) else { return false };
    if name != ["số"] && is_word(word.text, "số") {
        return words.get(at + 1).is_some_and(|&next| is_plain_number(bare(next)));
    }
    let core = bare(word);
    let numbers_years = name == ["năm"] || !is_year(core);
    (name == ["điểm"] && is_letter(core))
        || (is_plain_number(core) && numbers_years)
        || (name != ["số"] && is_roman(core))
}

/// Whether a figure numbers the name before it or is a year: what follows is not its unit.
fn is_number_of(words: &[Word<'_>], index: usize) -> bool {
    let Some(before) = index.checked_sub(1).map(|before| words[before]) else { return false };
    let before_lower = before.text.to_lowercase();
    (opened(&before_lower) != "số" && names(words, index - 1))
        || (is_year(bare(words[index])) && matches!(before_lower.as_str(), "-" | "–" | "đoạn" | "đến"))
}

fn is_year(figure: &str) -> bool {
    figure.len() == 4 && figure.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits with the marks of a figure: «3.600», «1,2», «15%», «02-03».
fn is_figure(word: &str) -> bool {
    let rest = word.strip_suffix('%').unwrap_or(word);
    rest.starts_with(|letter: char| letter.is_ascii_digit())
        && rest.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | ',' | '-' | '–'))
}

/// One end of a span: a figure, or a date.
fn is_bound(word: &str) -> bool {
    is_figure(word)
        || (word.starts_with(|letter: char| letter.is_ascii_digit())
            && word.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '/' | '.')))
}

/// Digits, perhaps with parts or a letter: «05», «1.2», «5a», «3/2026».
fn is_plain_number(word: &str) -> bool {
    if !word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return false;
    }
    let digits = word.trim_end_matches(|letter: char| letter.is_lowercase());
    word.chars().count() - digits.chars().count() <= 1
        && digits.chars().all(|letter| letter.is_ascii_digit() || matches!(letter, '.' | '/' | '-' | '–' | ','))
}

fn is_letter(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(|letter| letters.as_str().is_empty() && letter.is_alphabetic())
}

fn is_roman(word: &str) -> bool {
    !word.is_empty() && word.chars().all(|letter| matches!(letter, 'I' | 'V' | 'X' | 'L'))
}

/// Whether a word is the address of a page or of a mailbox.
fn is_address(word: &str) -> bool {
    word.contains("://") || word.contains('@') || word.contains("www.")
}

/// Whether a word is a number of a document, a code, a span or an address, in which no line ends.
///
/// An address that has no room in a line breaks; of one that has, word processors break now this part and now that.
fn stays_whole(word: &str) -> bool {
    if is_address(word) {
        return true;
    }
    let is_short = |part: &str| part.chars().filter(|letter| letter.is_uppercase()).count() > 1;
    word.contains('/') || word.chars().any(|letter| letter.is_ascii_digit()) || word.split(['-', '–']).any(is_short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::words::words;

    /// A stretch is the same whether it is sought from its beginning or from any of its words.
    #[track_caller]
    fn check_around(words: &[Word<'_>]) {
        let all = stretches(words);
        for (index, &word) in words.iter().enumerate() {
            let (first, last) = (first_of_stretch(words, index), last_of_stretch(words, index));
            let found = (first < last || is_stretch(word)).then(|| words[first].at..words[last].end());
            assert_eq!(found.as_ref(), all.iter().find(|stretch| stretch.contains(&word.at)), "{word:?}");
        }
    }

    /// Brackets stand around each stretch.
    #[track_caller]
    fn check(expected: &str) {
        let text = expected.replace(['{', '}'], "");
        check_around(&words(&text));
        let mut found = String::new();
        let mut end = 0;
        for stretch in stretches(&words(&text)) {
            found.push_str(&text[end..stretch.start]);
            found.push('{');
            found.push_str(&text[stretch.clone()]);
            found.push('}');
            end = stretch.end;
        }
        found.push_str(&text[end..]);
        assert_eq!(found, expected);
    }

    #[test]
    fn numbers_of_documents_and_codes_stay_whole() {
        check("Quyết định số {417/QĐ-BNNMT} {ngày 31/01/2026}");
        check("Kế hoạch {47-KH/TU,} {(05/KH-UBND);} Luật số {72/2025/QH15.}");
        check("Phòng {VH-XH} và {QĐ-TTg}");
        check("tổ chức chính trị-xã hội");
        check("tại {https://a-b.gov.vn/x-y} và {hoa-mai@xa-minh.gov.vn}");
    }

    #[test]
    fn a_figure_stays_with_its_unit() {
        check("dài {1,2 km} đường; {3.600 triệu đồng} vốn");
        check("{khoảng 50 tỷ đồng,} {15 %} và 15% số hộ; đạt {≥ 95%}");
        check("{(12 hộ)} nghèo; 12, hộ nghèo; tổng {số 12 hộ}");
        check("{năm 2025} đồng bào; {Thôn 3} xã Bình Minh; đến 2025 người dân");
    }

    #[test]
    fn a_figure_stays_with_the_word_that_bounds_it() {
        check("xây {trên 323} {(khoảng 48)} và {gần 1.200 hộ}");
        check("không {quá 5 ngày,} ít {nhất 95%,} tối {thiểu 3}");
        check("trên 2025 và trên địa bàn {12 xã;} trên, 12");
    }

    #[test]
    fn spans_stay_whole() {
        check("giai đoạn {2022 - 2025} và {2021-2025}");
        check("từ {01/6 - 30/9;} {mục 1} - Việc");
        check("- 12 - việc");
    }

    #[test]
    fn names_stay_with_their_numbers() {
        check("{Dự án 4,} {Tiểu dự án 2} của {Dự án 3:} {DỰ ÁN 1}");
        check("{điểm a} {khoản 2} {Điều 5} {(Phụ lục II)}");
        check("{ngày 05} {tháng 3} {năm 2026;} {quý III;} {Phụ lục số 01}");
        check("dự án thủy lợi; khoản chi; điểm trường; phụ lục kèm theo");
    }
}
