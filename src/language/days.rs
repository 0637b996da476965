//! Weekdays and Tết: `thứ Hai`, `tết Nguyên đán`. Phụ lục II, phần V.

use super::finding::{Fault, Finding};
use super::lexer::{Kind, Line};

/// The words at which a weekday or Tết may begin, in small letters.
pub(super) const BEGINNINGS: [&str; 2] = ["thứ", "tết"];
/// Weekdays by their number, with a small and with a capital letter.
const WEEKDAYS: [(&str, &str); 6] =
    [("hai", "Hai"), ("ba", "Ba"), ("tư", "Tư"), ("năm", "Năm"), ("sáu", "Sáu"), ("bảy", "Bảy")];
/// Words before a weekday and its date, or nothing: «đợt thứ hai, ngày 16/6» is the second.
const BEFORE_DATE: [&str; 6] = ["", "vào", "từ", "đến", "trước", "sau"];
/// Words before a weekday, where it is no ordinal number.
const BEFORE: [&str; 4] = ["sáng", "chiều", "tối", "trưa"];

/// `thứ hai` beside a part of the day or a date.
pub(super) fn find_small(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let word = line.letters(at);
    if word == "thứ" {
        weekday(line, at, found);
    } else if word == "tết" {
        tet(line, at, found);
    }
}

/// `Thứ Hai`, `Tết Trung Thu` in mid-sentence.
pub(super) fn find_capital(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let word = line.letters(at);
    if word == "Thứ" && line.word_before(at).is_some_and(|before| BEFORE.contains(&line.letters(before))) {
        weekday(line, at, found);
    } else if word == "Tết" && !line.begins(at) {
        tet(line, at, found);
    }
}

fn weekday(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let Some(next) = line.next_word(at) else { return };
    let Some((_, right)) = WEEKDAYS.iter().find(|(small, capital)| [*small, *capital].contains(&line.letters(next)))
    else {
        return;
    };
    // «, ngày 15/6»
    let has_date =
        line.is_mark(next + 1, ',') && line.letters(next + 3) == "ngày" && line.kind(next + 5) == Some(Kind::Number);
    let is_weekday = has_date && BEFORE_DATE.contains(&line.before(at)) || BEFORE.contains(&line.before(at));
    let range = line.range(at, next);
    let right = format!("thứ {right}");
    if is_weekday && line.text[range.clone()] != right {
        let message = format!("«{}» viết hoa không đúng", &line.text[range.clone()]);
        found.push(Finding::mended(Fault::DayCase, range, message, right));
    }
}

/// `tết Nguyên đán`, `tết Trung thu`, wherever their capitals are wrong.
fn tet(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let Some((first, second)) = line.next_word(at).and_then(|first| Some((first, line.next_word(first)?))) else {
        return;
    };
    let right = match (line.letters(first), line.letters(second)) {
        ("Nguyên" | "nguyên", "đán" | "Đán") => "tết Nguyên đán",
        ("Trung" | "trung", "thu" | "Thu") => "tết Trung thu",
        _ => return,
    };
    let range = line.range(at, second);
    let written = &line.text[range.clone()];
    if written != right {
        let message = format!("«{written}» viết hoa không đúng");
        found.push(Finding::mended(Fault::DayCase, range, message, right));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn weekdays_and_tet_have_their_case() {
        check(Fault::DayCase, "Họp sáng thứ hai; thứ ba, ngày 16/6/2026", &["thứ hai → thứ Hai", "thứ ba → thứ Ba"]);
        check(
            Fault::DayCase,
            "quà Tết Trung Thu, tết nguyên đán",
            &["Tết Trung Thu → tết Trung thu", "tết nguyên đán → tết Nguyên đán"],
        );
    }

    #[test]
    fn ordinal_numbers_and_right_names_are_left_alone() {
        silent(&[
            "lần thứ hai, Phụ lục thứ ba, ngày càng",
            "sáng thứ Hai; Tết đến; tết Nguyên đán; dịp Tết",
            "xếp thứ tư, ngày nay; đợt thứ hai, ngày 16/6/2026",
        ]);
    }
}
