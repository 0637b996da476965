//! Days in sentences that no calendar has.

use crate::check::prose::{Passage, digit_runs, last_words};
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Day;

/// A day that no calendar has.
pub const NO_DAY: Code = Code {
    id: "KH-0496",
    title: "ngày không có thật trong câu",
    about: "Câu ghi một ngày mà lịch không có, như 31/4 hay 25/13. Sửa ngày hoặc tháng.",
};

/// A sentence names a day that no calendar has.
pub static RULE: Rule = Rule {
    code: NO_DAY,
    level: Severity::Warning,
    reason: "ngày không có thì không ai làm đúng hạn được",
    about: NO_DAY.about,
    wrong: "noi_dung: [Rà soát xong trước ngày 31/4/2026.]",
    right: "noi_dung: [Rà soát xong trước ngày 30/4/2026.]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    // Between a day and its month stands a stroke or the word.
    let may_tell = |words: &str| words.contains('/') || words.contains(" tháng ");
    for passage in case.passages().iter().filter(|passage| !passage.figures.is_empty() && may_tell(&passage.words)) {
        found.extend(digit_runs(&passage.words).filter_map(|run| judge(passage, run.start)));
    }
}

/// The finding for a day that begins at a place.
fn judge(passage: &Passage<'_>, start: usize) -> Option<Diagnostic> {
    let (before, rest) = passage.words.split_at(start);
    let is_joined = before.ends_with(|letter: char| letter.is_alphanumeric() || "/.-–_,".contains(letter));
    if is_joined {
        return None;
    }
    let (day, behind) = number(rest)?;
    let in_words = behind.strip_prefix(" tháng ");
    let (month, behind) = number(in_words.or_else(|| behind.strip_prefix('/'))?)?;
    let year = behind.strip_prefix(if in_words.is_some() { " năm " } else { "/" }).and_then(number);
    let (year, behind) = match year {
        Some((year, behind)) => (Some(Some(year).filter(|year| (1800..2200).contains(year))?), behind),
        None => (None, behind),
    };
    let is_called = last_words(before.trim_end()).to_lowercase().ends_with("ngày");
    // A fraction, the number of a document, a longer chain.
    let goes_on = behind.starts_with(|letter: char| letter.is_alphanumeric() || "/-–_%".contains(letter));
    if goes_on || year.is_none() && !is_called || in_words.is_some() && !is_called || is_number_of(before) {
        return None;
    }
    // Without its year the last day of February may be either.
    let numbers = u8::try_from(month).ok().zip(u8::try_from(day).ok());
    if numbers.and_then(|(month, day)| Day::new(year.unwrap_or(2024), month, day)).is_none() {
        let end = passage.words.len() - behind.len();
        let told = &passage.words[start..end];
        let message = format!("không có ngày {told}");
        let why = if (1..=12).contains(&month) {
            "tháng ấy không có ngày này"
        } else {
            "một năm có mười hai tháng"
        };
        let finding = Diagnostic::error(NO_DAY, passage.place(start..end), message).as_warning();
        return Some(finding.help(format!("sửa ngày hoặc tháng: {why}")));
    }
    None
}

/// A number of at most four digits, and what follows.
fn number(words: &str) -> Option<(i32, &str)> {
    let length = words.bytes().take_while(u8::is_ascii_digit).count();
    let number = words[..length].parse().ok().filter(|_| (1..=4).contains(&length))?;
    Some((number, &words[length..]))
}

/// Whether words say that a number follows that is no day.
fn is_number_of(before: &str) -> bool {
    let small = last_words(before.trim_end()).to_lowercase();
    ["số", "nghị quyết", "nghị định", "quyết định", "thông tư", "tỷ lệ", "luật"]
        .iter()
        .any(|word| small.ends_with(word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn sentence(sentence: &str, days: &[&str]) {
        let messages: Vec<_> = days.iter().map(|day| format!("cảnh báo «{day}»: không có ngày {day}")).collect();
        let messages: Vec<&str> = messages.iter().map(String::as_str).collect();
        check(&RULE, &format!("noi_dung: [\"{sentence}\"]"), &messages);
    }

    #[test]
    fn a_day_is_in_the_calendar() {
        sentence("Xong trước ngày 31/4/2026; báo cáo ngày 25/13/2026.", &["31/4/2026", "25/13/2026"]);
        sentence("Từ 29/02/2026 đến ngày 31/6 hằng năm", &["29/02/2026", "31/6"]);
        sentence("Trước ngày 31 tháng 9 năm 2026", &["31 tháng 9 năm 2026"]);
    }

    #[test]
    fn what_is_no_day_is_passed_over() {
        for words in [
            "Ngày 03/02/1930, 19/5/1890, 29/02/2024, 30/4/2026, ngày 29/02 hằng năm, ngày 31 tháng 12",
            "Nghị quyết số 31/4/2026, Quyết định 45/13/2026, 45/60 hộ, 35/40, tháng 4/2026",
            "Luật số 72/2025/QH15, 31/2021/NĐ-CP, giai đoạn 2021/2025, ngày 15, 20/30 xã",
            "từ 25/12/2025-05/01/2026, ngày 15/9/2026/KH",
        ] {
            sentence(words, &[]);
        }
    }
}
