//! Days and months: two digits for days below 10 and for the months 1 and 2. Phụ lục I, phần I, mục II, khoản 4.

use super::finding::{Fault, Finding};
use super::lexer::{Kind, Line};
use crate::vietnamese;

/// The words at which a date in words may begin.
pub(super) const BEGINNINGS: [&str; 2] = ["ngày", "tháng"];

/// A date in digits: `05/03/2026`.
pub(super) fn find_short(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    if !line.is_mark(at + 1, '/') || line.kind(at + 2) != Some(Kind::Number) {
        return;
    }
    let is_joined = at
        .checked_sub(1)
        .and_then(|before| line.kind(before))
        .is_some_and(|before| matches!(before, Kind::Word(_) | Kind::Mark('/' | '.' | '-' | '_')));
    let goes_on = |at: usize| matches!(line.kind(at), Some(Kind::Word(_) | Kind::Mark('/' | '_')));
    if is_joined || line.is_in_address(line.tokens[at].range().start) {
        return;
    }
    if line.is_mark(at + 3, '/') && line.kind(at + 4) == Some(Kind::Number) {
        let (day, month, year) = (line.letters(at), line.letters(at + 2), line.letters(at + 4));
        if let (Some(right_day), Some(right_month), true) = (padded_day(day), padded_month(month), is_year(year))
            && !goes_on(at + 5)
            && (day, month) != (right_day.as_str(), right_month.as_str())
        {
            found.push(finding(line, at, at + 4, format!("{right_day}/{right_month}/{year}")));
        }
    } else if is_year(line.letters(at + 2)) && line.before(at) == "tháng" && !goes_on(at + 3) {
        let (month, year) = (line.letters(at), line.letters(at + 2));
        if let Some(right) = padded_month(month).filter(|right| right != month) {
            found.push(finding(line, at, at + 2, format!("{right}/{year}")));
        }
    }
}

/// A date in words: `ngày 5 tháng 03 năm 2026`, `tháng 03 năm 2026`, `trong tháng 03`.
pub(super) fn find_long(line: &Line<'_>, at: usize, found: &mut Vec<Finding>) {
    let number = |at: usize| (line.kind(at) == Some(Kind::Number)).then(|| line.letters(at));
    match line.letters(at) {
        "ngày" => {
            let (Some(day), true) = (number(at + 2), line.letters(at + 4) == "tháng") else { return };
            let is_date =
                number(at + 6).is_some_and(|month| padded_month(month).is_some()) && line.letters(at + 8) == "năm";
            if let Some(right) = padded_day(day).filter(|right| is_date && right != day) {
                found.push(finding(line, at + 2, at + 2, right));
            }
        }
        "tháng" => {
            let Some(month) = number(at + 2) else { return };
            let is_counted =
                at >= 2 && line.kind(at - 2) == Some(Kind::Number) && line.letters(at.saturating_sub(4)) != "ngày";
            let is_followed = match line.kind(at + 3) {
                None | Some(Kind::Mark(',' | '.' | ';' | ')') | Kind::Break) => true,
                Some(Kind::Space) => matches!(line.letters(at + 4), "năm" | "và" | "đến" | "hằng" | "hàng" | "tới"),
                Some(_) => false,
            };
            let is_padded = month.len() == 2;
            // «tháng 1» alone may be «a month, once»; with its year it is January.
            let is_sure = is_padded || line.letters(at + 4) == "năm" && number(at + 6).is_some_and(is_year);
            if let Some(right) =
                padded_month(month).filter(|right| right != month && is_followed && is_sure && !is_counted)
            {
                found.push(finding(line, at + 2, at + 2, right));
            }
        }
        _ => {}
    }
}

fn finding(line: &Line<'_>, from: usize, to: usize, right: String) -> Finding {
    let range = line.range(from, to);
    let written = &line.text[range.clone()];
    let message = format!("«{written}» viết số 0 không đúng chỗ");
    let mut finding = Finding::mended(Fault::DatePadding, range, message, right);
    finding.help.push_str("; chỉ ngày dưới 10 và tháng 1, tháng 2 thêm số 0 ở trước");
    finding
}

fn padded_day(day: &str) -> Option<String> {
    let number: u8 = day.parse().ok().filter(|number| (1..=31).contains(number) && day.len() <= 2)?;
    Some(vietnamese::day(number))
}

fn padded_month(month: &str) -> Option<String> {
    let number: u8 = month.parse().ok().filter(|number| (1..=12).contains(number) && month.len() <= 2)?;
    Some(vietnamese::month(number))
}

fn is_year(year: &str) -> bool {
    year.len() == 4
        && (year.starts_with("19") || year.starts_with("20"))
        && year.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::trial::{check, silent};

    #[test]
    fn months_and_days_are_padded_as_the_decree_has_it() {
        check(
            Fault::DatePadding,
            "Trước 05/03/2026, sau 5/3/2026 và 15/2/2026",
            &["05/03/2026 → 05/3/2026", "5/3/2026 → 05/3/2026", "15/2/2026 → 15/02/2026"],
        );
        check(Fault::DatePadding, "ngày 5 tháng 03 năm 2026", &["5 → 05", "03 → 3"]);
        check(
            Fault::DatePadding,
            "Trong tháng 03, tháng 09/2026, tháng 1 năm 2026",
            &["03 → 3", "09/2026 → 9/2026", "1 → 01"],
        );
    }

    #[test]
    fn numbers_of_documents_and_spans_are_left_alone() {
        silent(&[
            "Trước 05/3/2026, 15/02/2026, ngày 05 tháng 3 năm 2026, tháng 12/2026, tháng 01 năm 2026",
            "Nghị quyết 05/03/2026/NQ-HĐND; 06 tháng 01 lần; 12 tháng 1 lần; ngày 5; 3/03/26; 05 ngày",
        ]);
    }
}
