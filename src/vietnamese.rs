//! The Vietnamese language as far as documents need it: letters, marks, numbers and dates in words.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Letters of điểm in order. Phụ lục I, phần I, mục II, khoản 6: no f, j, w, z, and no letter with a mark but đ.
const POINT_LETTERS: [char; 23] =
    ['a', 'b', 'c', 'd', 'đ', 'e', 'g', 'h', 'i', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't', 'u', 'v', 'x', 'y'];

/// The letter of the n-th điểm, from 1; after `y` two letters, `aa`, `ab`, since the decree ends there.
pub fn point_letter(number: usize) -> String {
    let index = number.saturating_sub(1);
    let count = POINT_LETTERS.len();
    if index < count {
        return POINT_LETTERS[index].to_string();
    }
    format!("{}{}", point_letter(index / count), POINT_LETTERS[index % count])
}

/// A number in Roman numerals; 0 is empty.
pub fn roman(number: usize) -> String {
    const STEPS: [(usize, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut rest = number;
    let mut out = String::new();
    for (value, letters) in STEPS {
        while rest >= value {
            out.push_str(letters);
            rest -= value;
        }
    }
    out
}

/// A text in composed form (NFC).
pub fn compose(text: &str) -> String {
    if is_nfc(text) { text.to_owned() } else { text.nfc().collect() }
}

/// The letter of the keyboard that a letter is a variant of: `:` for `：`.
pub fn plain_letter(letter: char) -> Option<char> {
    let mut letters = letter.nfkc();
    match (letters.next(), letters.next()) {
        (Some(plain), None) if plain != letter && plain.is_ascii_graphic() => Some(plain),
        _ => None,
    }
}

/// How many letters [`latin`] numbers.
pub const LATIN: usize = 0x350;

/// The number of a letter among those of Latin, all of Vietnamese with them; for any other one [`LATIN`] or more.
///
/// What is asked of each letter of every text is looked up by it.
#[inline]
pub fn latin(letter: char) -> usize {
    let number = letter as usize;
    if number < 0x250 { number } else { number.wrapping_sub(0x1e00).saturating_add(0x250) }
}

/// The letters of Latin in the order of their numbers.
pub fn latin_letters() -> impl Iterator<Item = char> {
    ('\0'..'\u{250}').chain('\u{1e00}'..'\u{1f00}')
}

/// A text without marks, case, spaces and punctuation: `Trích yếu` and `trich_yeu` fold alike.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let known: &[Folds] = &FOLDS;
    for letter in text.chars() {
        match known.get(latin(letter)) {
            Some(Folds::Away) => {}
            Some(Folds::To(folds_to)) => folded.push(*folds_to),
            Some(Folds::Apart) | None => fold_letter(letter, &mut folded),
        }
    }
    folded
}

/// What a letter folds to.
#[derive(Debug, Clone, Copy)]
enum Folds {
    /// Nothing.
    Away,
    /// One letter.
    To(char),
    /// Several letters.
    Apart,
}

/// What each letter of Latin folds to: names are compared often, and letters come apart slowly.
static FOLDS: LazyLock<Vec<Folds>> = LazyLock::new(|| {
    let folds = |letter| {
        let mut folded = String::new();
        fold_letter(letter, &mut folded);
        let mut letters = folded.chars();
        match (letters.next(), letters.next()) {
            (None, _) => Folds::Away,
            (Some(folds_to), None) => Folds::To(folds_to),
            (Some(_), Some(_)) => Folds::Apart,
        }
    };
    latin_letters().map(folds).collect()
});

fn fold_letter(letter: char, folded: &mut String) {
    decompose_canonical(letter, |part| match part {
        'đ' | 'Đ' => folded.push('d'),
        _ if part.is_alphanumeric() => folded.extend(part.to_lowercase().next()),
        _ => {}
    });
}

/// The text with a capital first letter.
pub fn capitalize(text: &str) -> String {
    change_first(text, |letter| letter.to_uppercase().collect())
}

/// The text with a small first letter, unless it begins with an abbreviation such as `UBND` or with a proper name.
pub fn uncapitalize(text: &str) -> String {
    let mut letters = text.chars();
    let (first, second) = (letters.next(), letters.next());
    if first.is_some_and(char::is_uppercase) && second.is_some_and(char::is_uppercase) || begins_with_name(text) {
        return text.to_owned();
    }
    change_first(text, |letter| letter.to_lowercase().collect())
}

/// Whether a text begins with a proper name: one of those known, or two words with capitals of which the first is not what
/// something is, as in «Xã Bình Minh».
fn begins_with_name(text: &str) -> bool {
    const NAMES: [&str; 15] = [
        "Chính phủ",
        "Công an",
        "Đảng",
        "Đoàn thanh niên",
        "Hội đồng nhân dân",
        "Kho bạc Nhà nước",
        "Mặt trận",
        "Ngân hàng Chính sách",
        "Nhà nước",
        "Quốc hội",
        "Tết",
        "Tòa án nhân dân",
        "Ủy ban",
        "Uỷ ban",
        "Viện kiểm sát",
    ];
    const NOUNS: [&str; 18] = [
        "Ấp",
        "Bà",
        "Bản",
        "Buôn",
        "Đồng",
        "Hộ",
        "Huyện",
        "Khu",
        "Người",
        "Nhóm",
        "Ông",
        "Phường",
        "Số",
        "Thôn",
        "Tỉnh",
        "Tổ",
        "Vùng",
        "Xã",
    ];
    let has_whole = |name: &str| text.strip_prefix(name).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    let title = |word: &str| {
        let mut letters = word.chars();
        letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase)
    };
    let mut words = text.split(' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    NAMES.iter().any(|name| has_whole(name))
        || title(first) && (title(second) || second == "Y") && !NOUNS.contains(&first)
}

fn change_first(text: &str, change: impl Fn(char) -> String) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| change(first) + letters.as_str())
}

/// A whole number with dots between thousands: `1.250.000`.
pub fn group_thousands(number: i128) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push('.');
        }
        out.push(digit);
    }
    if number < 0 { format!("-{out}") } else { out }
}

/// A place in an order, in words: `nhất`, `hai`, `ba`, `tư`.
pub fn ordinal(place: usize) -> String {
    match place {
        1 => "nhất".to_owned(),
        4 => "tư".to_owned(),
        _ => number_in_words(place as u128),
    }
}

/// A whole number in words, as amounts of money are written out: `ba tỷ hai trăm ba mươi triệu`.
pub fn number_in_words(number: u128) -> String {
    const SCALES: [&str; 3] = ["", "nghìn", "triệu"];
    if number == 0 {
        return "không".to_owned();
    }
    let billions = number / 1_000_000_000;
    let rest = number % 1_000_000_000;
    let mut words: Vec<String> = Vec::new();
    if billions > 0 {
        words.push(format!("{} tỷ", number_in_words(billions)));
    }
    for scale in (0..3).rev() {
        let group = (rest / 1_000_u128.pow(scale)) % 1_000;
        if group > 0 {
            let leading = words.is_empty();
            let scale = SCALES[scale as usize];
            words.push(format!("{} {scale}", three_digits(group, leading)).trim_end().to_owned());
        }
    }
    words.join(" ")
}

/// A number below 1,000 in words; inside a larger number the hundreds are read even if they are none.
fn three_digits(number: u128, leading: bool) -> String {
    const DIGITS: [&str; 10] = ["không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"];
    let digit = |value: u128| DIGITS[value as usize];
    let (hundreds, tens, ones) = (number / 100, number / 10 % 10, number % 10);
    let mut words = Vec::new();
    if hundreds > 0 || !leading {
        words.push(format!("{} trăm", digit(hundreds)));
    }
    match tens {
        0 if ones > 0 && !words.is_empty() => words.push("linh".to_owned()),
        0 => {}
        1 => words.push("mười".to_owned()),
        _ => words.push(format!("{} mươi", digit(tens))),
    }
    match (tens, ones) {
        (_, 0) => {}
        (2.., 1) => words.push("mốt".to_owned()),
        (1.., 5) => words.push("lăm".to_owned()),
        _ => words.push(digit(ones).to_owned()),
    }
    words.join(" ")
}

/// A day of the month in two digits. Phụ lục I, phần I, mục II, khoản 4.
pub fn day(day: u8) -> String {
    format!("{day:02}")
}

/// A month: two digits only for 1 and 2. Phụ lục I, phần I, mục II, khoản 4.
pub fn month(month: u8) -> String {
    if month <= 2 { format!("{month:02}") } else { month.to_string() }
}

/// The candidate nearest to a mistyped word, if any is near: marks, case and spaces do not count.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    /// Longer than any candidate, in bytes; comparing costs the product of both lengths.
    const LONGEST: usize = 400;
    if word.len() > LONGEST {
        return None;
    }
    let word = fold(word);
    let score = |candidate: &str| {
        let candidate = fold(candidate);
        if word == candidate {
            return 1.0;
        }
        if word.len() > 3 && (candidate.contains(&word) || word.contains(&candidate) && candidate.len() > 3) {
            return 0.9;
        }
        strsim::jaro_winkler(&word, &candidate)
    };
    candidates
        .into_iter()
        .map(|candidate| (score(candidate), candidate))
        .filter(|(score, _)| *score > 0.78)
        .max_by(|(a, _), (b, _)| a.total_cmp(b))
        .map(|(_, candidate)| candidate)
}

/// The question whether a word was meant.
pub fn question(near: &str) -> String {
    format!("có phải «{near}»?")
}

/// The question whether the candidate nearest to a mistyped word was meant, if any is near.
pub fn did_you_mean<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<String> {
    nearest(word, candidates).map(question)
}

/// The first words of a sentence, for advice.
pub fn shortened(words: &str) -> String {
    const MOST: usize = 40;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    if words.chars().count() <= MOST {
        return words;
    }
    let cut: String = words.chars().take(MOST).collect();
    let cut = cut.rfind(' ').map_or(cut.as_str(), |space| &cut[..space]);
    format!("{cut}…")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_latin_are_numbered_in_their_order() {
        assert!(latin_letters().map(latin).eq(0..LATIN));
        assert!(['\u{250}', '\u{1dff}', '\u{1f00}', 'Ω', '中'].iter().all(|letter| latin(*letter) >= LATIN));
    }

    #[test]
    fn letters_of_points_follow_the_vietnamese_alphabet() {
        let letters: Vec<_> = (1..=24).map(point_letter).collect();
        assert_eq!(letters.join(" "), "a b c d đ e g h i k l m n o p q r s t u v x y aa");
    }

    #[test]
    fn roman_numerals() {
        let numbers: Vec<_> = [1, 4, 9, 14, 40, 1994].map(roman).to_vec();
        assert_eq!(numbers.join(" "), "I IV IX XIV XL MCMXCIV");
    }

    #[test]
    fn months_are_padded_only_up_to_february() {
        assert_eq!([1, 2, 3, 12].map(month).join(" "), "01 02 3 12");
    }

    #[test]
    fn mistyped_keys_find_their_neighbor() {
        let keys = ["trich_yeu", "noi_nhan", "nguoi_ky"];
        assert_eq!(nearest("trích yếu", keys), Some("trich_yeu"));
        assert_eq!(nearest("noi_nhân", keys), Some("noi_nhan"));
        assert_eq!(nearest("nguoi_ki", keys), Some("nguoi_ky"));
        assert_eq!(nearest("kinh_phi", keys), None);
    }

    #[track_caller]
    fn check_words(number: u128, expected: &str) {
        assert_eq!(number_in_words(number), expected);
    }

    #[test]
    fn numbers_are_read_aloud() {
        check_words(0, "không");
        check_words(15, "mười lăm");
        check_words(21, "hai mươi mốt");
        check_words(105, "một trăm linh năm");
        check_words(1_005, "một nghìn không trăm linh năm");
        check_words(3_230_000_000, "ba tỷ hai trăm ba mươi triệu");
        check_words(15_000_000, "mười lăm triệu");
        check_words(1_000_011_000, "một tỷ không trăm mười một nghìn");
        check_words(2_000_000_000_000, "hai nghìn tỷ");
    }

    #[test]
    fn first_letters_change() {
        assert_eq!(capitalize("đạt 96%"), "Đạt 96%");
        assert_eq!(uncapitalize("Tỷ lệ"), "tỷ lệ");
        for kept in ["UBND xã", "Hà Nội ký kết", "Tết Nguyên đán", "Đảng ủy xã", "Công an tỉnh", "Sở Y tế"]
        {
            assert_eq!(uncapitalize(kept), kept);
        }
        assert_eq!(uncapitalize("Xã Bình Minh"), "xã Bình Minh");
        assert_eq!(uncapitalize("Tài liệu OCOP"), "tài liệu OCOP");
        assert_eq!(uncapitalize("Đảng viên mới"), "Đảng viên mới");
        assert_eq!(group_thousands(-1_250_000), "-1.250.000");
    }
}
