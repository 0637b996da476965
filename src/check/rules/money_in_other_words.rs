//! An amount in figures, and another in words behind it.

use crate::check::prose::{Passage, Unit, Written};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Money;

/// An amount in words that is not the one in figures.
pub const OTHER_WORDS: Code = Code {
    id: "KH-0495",
    title: "số tiền bằng chữ khác số",
    about: "Số tiền viết bằng chữ trong ngoặc khác số tiền viết bằng số ngay trước đó. Sửa một trong hai.",
};

/// The words in brackets behind an amount are another amount.
pub static RULE: Rule = Rule {
    code: OTHER_WORDS,
    level: Severity::Warning,
    reason: "số và chữ là một số tiền",
    about: OTHER_WORDS.about,
    wrong: "noi_dung: [\"Tổng kinh phí là 12 triệu đồng (bằng chữ: Hai mươi mốt triệu đồng).\"]",
    right: "noi_dung: [\"Tổng kinh phí là 12 triệu đồng (bằng chữ: Mười hai triệu đồng).\"]",
    check,
};

/// Words that announce an amount in words.
const ANNOUNCING: [&str; 4] = ["số tiền viết bằng chữ", "số tiền bằng chữ", "viết bằng chữ", "bằng chữ"];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for passage in case.passages() {
        found.extend(passage.figures.iter().filter_map(|figure| judge(passage, figure)));
    }
}

fn judge(passage: &Passage<'_>, figure: &Written) -> Option<Diagnostic> {
    let Unit::Money(unit) = figure.unit else { return None };
    let inside = passage.words.get(figure.rest..)?.trim_start().strip_prefix('(')?;
    let (inside, _) = inside.split_once(')')?;
    let small = inside.trim().to_lowercase();
    let announced = ANNOUNCING.iter().find_map(|words| small.strip_prefix(words)).unwrap_or(&small);
    let said = amount_of(announced.trim_start_matches([':', ' ']))?;
    let (top, bottom) = figure.number.to_fraction();
    let written = top.checked_mul(unit.dong)?;
    if said.checked_mul(bottom)? == written {
        return None;
    }
    let told = passage.told(figure);
    let words = inside.split_once(':').map_or(inside, |(_, words)| words);
    let message = format!("số ghi {told}, chữ ghi «{}»", words.trim());
    let finding = Diagnostic::error(OTHER_WORDS, passage.place(figure.start..figure.rest), message).as_warning();
    let exact = (written % bottom == 0).then(|| Money(written / bottom).in_words());
    Some(finding.help(match exact {
        Some(words) => format!("sửa một trong hai; {told} là «{words}»"),
        None => "sửa một trong hai".to_owned(),
    }))
}

/// How many đồng words say; `None` unless every word is one of an amount.
fn amount_of(words: &str) -> Option<i128> {
    const DIGITS: [&[&str]; 10] = [
        &["không"],
        &["một", "mốt"],
        &["hai"],
        &["ba"],
        &["bốn", "tư"],
        &["năm", "lăm", "nhăm"],
        &["sáu"],
        &["bảy", "bẩy"],
        &["tám"],
        &["chín"],
    ];
    let (number, behind) = words.split_once("đồng")?;
    if !["", "chẵn", "việt nam", "chẵn./"].contains(&behind.trim_matches([' ', '.', '/', ','])) {
        return None;
    }
    // What is read of each: whole billions, below a billion, below a thousand, and the digit before a scale.
    let (mut billions, mut section, mut group, mut digit) = (0_i128, 0_i128, 0_i128, None::<i128>);
    let mut is_said = false;
    let separators = |letter: char| letter.is_whitespace() || letter == ',';
    for word in number.split(separators).filter(|word| !word.is_empty()) {
        let value = DIGITS.iter().position(|names| names.contains(&word));
        match (word, value) {
            (_, Some(value)) => {
                // Two digits in a row are no number in words.
                if digit.replace(value as i128).is_some() {
                    return None;
                }
            }
            ("mười" | "mươi", None) => group += digit.take().unwrap_or(1).checked_mul(10)?,
            ("trăm", None) => group += digit.take()?.checked_mul(100)?,
            ("linh" | "lẻ", None) if digit.is_none() => {}
            ("nghìn" | "ngàn", None) => section += step(&mut group, &mut digit, 1_000)?,
            ("triệu", None) => section += step(&mut group, &mut digit, 1_000_000)?,
            ("tỷ" | "tỉ", None) => {
                let whole =
                    billions.checked_add(section)?.checked_add(group)?.checked_add(digit.take().unwrap_or(0))?;
                billions = whole.checked_mul(1_000_000_000)?;
                (section, group) = (0, 0);
            }
            _ => return None,
        }
        is_said = true;
    }
    is_said.then(|| billions.checked_add(section)?.checked_add(group)?.checked_add(digit.unwrap_or(0))).flatten()
}

/// What stands before a scale, in ones.
fn step(group: &mut i128, digit: &mut Option<i128>, scale: i128) -> Option<i128> {
    let whole = group.checked_add(digit.take().unwrap_or(0))?;
    *group = 0;
    whole.checked_mul(scale)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn words_are_read_as_amounts() {
        for dong in [1, 5, 10, 15, 21, 24, 55, 101, 110, 1_001, 21_000, 1_000_500, 3_230_000_000, 1_234_000_000_000] {
            assert_eq!(amount_of(&Money(dong).in_words().to_lowercase()), Some(dong), "{dong}");
        }
        assert_eq!(amount_of("một trăm lẻ năm ngàn đồng chẵn"), Some(105_000));
        assert_eq!(amount_of("hai mươi tư triệu đồng"), Some(24_000_000));
        assert_eq!(amount_of("hai tỉ rưỡi đồng"), None);
        assert_eq!(amount_of("đồng"), None);
        assert_eq!(amount_of("ngân sách xã đồng"), None);
    }

    #[track_caller]
    fn sentence(sentence: &str, expected: &[&str]) {
        check(&RULE, &format!("noi_dung: [\"{sentence}\"]"), expected);
    }

    #[test]
    fn figures_and_words_are_one_amount() {
        let message = "cảnh báo «12 triệu đồng»: số ghi 12 triệu đồng, chữ ghi «Hai mươi mốt triệu đồng»";
        sentence("Tổng là 12 triệu đồng (bằng chữ: Hai mươi mốt triệu đồng).", &[message]);
        sentence("Tổng là 12 triệu đồng (Mười hai triệu đồng chẵn./.).", &[]);
        sentence("Tổng 10.900.000 đồng (Mười triệu chín trăm nghìn đồng).", &[]);
        sentence("Tổng 1,5 tỷ đồng (một tỷ năm trăm triệu đồng).", &[]);
        sentence("Tổng 12 triệu đồng (ngân sách xã), 9 triệu đồng (mỗi hộ 3 triệu đồng).", &[]);
    }
}
