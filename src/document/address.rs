//! How a part of a document is named elsewhere: «điểm a khoản 2 mục III».
//!
//! The name is made of what is printed: a number by hand counts, a part without a number is called by its title.

use super::number::NumberStyle;
use crate::vietnamese::{ordinal, shortened};

/// A numbered part, as far as naming it goes.
#[derive(Debug, Clone)]
pub(super) struct Numbered {
    /// Its style.
    pub(super) style: NumberStyle,
    /// Its number as it is printed, without the mark behind it: `III`, `2.1`, `Phần thứ nhất`.
    pub(super) number: String,
    /// Which of its style it is under its parent, from 1.
    pub(super) count: usize,
    /// Its title, or its words if it has none.
    pub(super) words: String,
}

/// What a number looks like, be it generated or written by hand.
enum Form {
    /// `Phần I`, `Bước 1`, `Điều 3`: words and number at once.
    Whole,
    /// `A`
    Capital,
    /// `III`
    Roman,
    /// `2`
    Arabic,
    /// `2.1`
    Decimal,
    /// `a`
    Letter,
    /// `-`
    Dash,
    /// `+`
    Plus,
    /// No number.
    None,
}

impl Numbered {
    fn form(&self) -> Form {
        let number = self.number.as_str();
        let all = |fits: fn(char) -> bool| number.chars().all(fits);
        let is_sign = ["", "-", "+"].contains(&number);
        if is_sign && self.style == NumberStyle::Dash {
            Form::Dash
        } else if is_sign && self.style == NumberStyle::Plus {
            Form::Plus
        } else if number.is_empty() {
            Form::None
        } else if number.contains(' ') {
            Form::Whole
        } else if all(|letter| letter.is_ascii_digit() || letter == '.') {
            if number.contains('.') { Form::Decimal } else { Form::Arabic }
        } else if self.style != NumberStyle::Capital && all(|letter| "IVXLC".contains(letter)) {
            Form::Roman
        } else if all(char::is_uppercase) {
            Form::Capital
        } else if number.starts_with(|letter: char| letter.is_ascii_digit()) {
            Form::Arabic
        } else if number.chars().count() <= 2 {
            Form::Letter
        } else {
            Form::Whole
        }
    }
}

/// What a level is called by how deep it stands. Phụ lục I, phần I, mục II, khoản 6: mục, khoản, điểm; below them by usage.
const LEVELS: [&str; 4] = ["mục", "khoản", "điểm", "tiết"];

/// A level that has been named, and how deep the next one stands.
struct Name {
    words: String,
    /// How many of [`LEVELS`] are used up before it.
    before: usize,
    /// Its decimal or whole number, for decimal numbers that go on from it.
    number: String,
}

/// The name of the innermost of some parts in each other, from the outermost in: the innermost is named first.
pub(super) fn name(parts: &[Numbered]) -> String {
    let mut names: Vec<Name> = Vec::new();
    let mut used = 0;
    let mut goes_on = false;
    for (index, part) in parts.iter().enumerate() {
        let number = part.number.clone();
        let form = part.form();
        if matches!(form, Form::Decimal) {
            // A decimal number holds those of the parts that it goes on from, which are not said again.
            goes_on = false;
            while let Some(last) = names.pop_if(|last| number.starts_with(&format!("{}.", last.number))) {
                used = last.before;
                goes_on = true;
            }
        }
        let before = used;
        let level = match form {
            Form::Roman => Some(0),
            Form::Arabic => Some(used),
            // Below a mục, what has its number from a khoản is no khoản itself.
            Form::Decimal => Some(if used > 0 && goes_on { used.max(2) } else { used }),
            Form::Letter => Some(used.max(2)),
            Form::Whole | Form::Capital | Form::Dash | Form::Plus | Form::None => None,
        };
        let level = level.map(|level| level.min(LEVELS.len() - 1));
        used = level.map_or(used, |level| level + 1);
        let words = match form {
            Form::Whole => number.clone(),
            Form::Capital => format!("Phần {number}"),
            Form::Roman | Form::Arabic | Form::Decimal | Form::Letter => {
                format!("{} {number}", LEVELS[level.unwrap_or_default()])
            }
            Form::Dash => format!("gạch đầu dòng thứ {}", ordinal(part.count)),
            Form::Plus => format!("dấu cộng thứ {}", ordinal(part.count)),
            Form::None if index + 1 == parts.len() || part.style == NumberStyle::None => {
                format!("phần “{}”", shortened(part.words.trim_end_matches(['.', ';', ':', ','])))
            }
            Form::None => continue,
        };
        names.push(Name { words, before, number });
    }
    let names: Vec<_> = names.into_iter().rev().map(|name| name.words).collect();
    names.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(style: NumberStyle, number: &str) -> Numbered {
        Numbered { style, number: number.to_owned(), count: 2, words: "Tên mục.".to_owned() }
    }

    #[track_caller]
    fn check(parts: &[(NumberStyle, &str)], expected: &str) {
        let parts: Vec<_> = parts.iter().map(|(style, number)| part(*style, number)).collect();
        assert_eq!(name(&parts), expected);
    }

    use NumberStyle::{Arabic, Capital, Dash, Decimal, Letter, None, Part, PartInWords, Plus, Roman, Step};

    #[test]
    fn levels_are_named_by_style_and_depth() {
        check(&[(Part, "Phần I"), (Roman, "III"), (Arabic, "2"), (Letter, "a")], "điểm a khoản 2 mục III Phần I");
        check(&[(PartInWords, "Phần thứ nhất"), (Roman, "I")], "mục I Phần thứ nhất");
        check(&[(Capital, "A"), (Roman, "I"), (Arabic, "2")], "khoản 2 mục I Phần A");
        check(&[(Arabic, "1"), (Letter, "b")], "điểm b mục 1");
        check(&[(Roman, "II"), (Letter, "đ")], "điểm đ mục II");
        check(&[(Roman, "II"), (Arabic, "1"), (Dash, "")], "gạch đầu dòng thứ hai khoản 1 mục II");
        check(&[(Roman, "II"), (Dash, ""), (Plus, "")], "dấu cộng thứ hai gạch đầu dòng thứ hai mục II");
        check(&[(Roman, "II"), (Step, "Bước 3")], "Bước 3 mục II");
    }

    #[test]
    fn decimal_numbers_hold_those_they_go_on_from() {
        check(&[(Arabic, "2"), (Decimal, "2.1")], "mục 2.1");
        check(&[(Arabic, "2"), (Decimal, "2.1"), (Letter, "a")], "điểm a mục 2.1");
        check(&[(Roman, "III"), (Arabic, "2"), (Decimal, "2.1")], "điểm 2.1 mục III");
        check(&[(Roman, "III"), (Arabic, "2"), (Decimal, "2.1"), (Decimal, "2.1.1")], "điểm 2.1.1 mục III");
        check(&[(Roman, "III"), (Arabic, "2"), (Decimal, "2.1"), (Letter, "a")], "tiết a điểm 2.1 mục III");
        check(&[(Roman, "III"), (Arabic, "2"), (Arabic, "2.10")], "điểm 2.10 mục III");
    }

    #[test]
    fn numbers_by_hand_are_named_as_they_look() {
        check(&[(Roman, "Điều 3"), (Arabic, "1a")], "mục 1a Điều 3");
        check(&[(None, "II"), (None, "4")], "khoản 4 mục II");
        check(&[(Dash, "b")], "điểm b");
    }

    #[test]
    fn a_decimal_number_by_hand_is_named_by_its_level() {
        check(&[(Roman, "III"), (Arabic, "2.10")], "khoản 2.10 mục III");
        check(&[(Roman, "III"), (Arabic, "2.10"), (Letter, "a")], "điểm a khoản 2.10 mục III");
        check(&[(Arabic, "2.10")], "mục 2.10");
        check(&[(Roman, "III"), (Arabic, "2"), (Arabic, "1")], "điểm 1 khoản 2 mục III");
    }

    #[test]
    fn what_has_no_number_is_called_by_its_words() {
        check(&[(Roman, "II"), (None, "")], "phần “Tên mục” mục II");
        check(&[(None, ""), (Arabic, "1")], "mục 1 phần “Tên mục”");
    }
}
