//! A subject that speaks of other years than the plan.

use std::ops::Range;

use crate::check::letters::place;
use crate::check::prose::digit_runs;
use crate::check::rule::{Case, Rule};
use crate::check::rules::year_of_last_plan::looks_back;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::whole::PERIOD;

/// A subject of other years than the plan.
pub const OTHER_YEARS: Code = Code {
    id: "KH-0493",
    title: "trích yếu và thời kỳ khác năm",
    about: "Trích yếu ghi một năm, một giai đoạn mà thời kỳ của kế hoạch không có năm nào trong đó: thường là chép kế hoạch cũ mà chưa \
            sửa. Sửa một trong hai.",
};

/// The subject names a year or some years, none of which is in the period of the plan.
pub static RULE: Rule = Rule {
    code: OTHER_YEARS,
    level: Severity::Warning,
    reason: "tên kế hoạch và thời kỳ của kế hoạch là một",
    about: OTHER_YEARS.about,
    wrong: "thoi_ky: 2026\ntrich_yeu: Giảm nghèo năm 2025",
    right: "thoi_ky: 2026\ntrich_yeu: Giảm nghèo năm 2026",
    check,
};

/// Words before a year that is another thing's: «thi hành Luật Đất đai năm 2024».
const OTHERS: [&str; 18] = [
    "luật",
    "nghị quyết",
    "quyết định",
    "chỉ thị",
    "kết luận",
    "nghị định",
    "thông tư",
    "hiến pháp",
    "pháp lệnh",
    "kế hoạch",
    "đề án",
    "chiến lược",
    "quy hoạch",
    "công ước",
    "công điện",
    "điều tra",
    "sửa đổi",
    "kỷ niệm",
];

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let (Some(period), Some(subject)) = (&case.plan.period, &case.plan.subject) else { return };
    let letters = subject.letters();
    let years = years(&letters);
    let [(at, first, last), ..] = years.as_slice() else { return };
    let is_own = |(_, from, to): &(usize, i32, i32)| *from <= period.value.to && period.value.from <= *to;
    let before = letters[..*at].to_lowercase();
    let is_other = OTHERS.iter().any(|word| before.contains(word))
        || *first != *last && before.contains("chương trình")
        || looks_back(&letters, *at);
    if is_other || years.iter().any(is_own) || case.plan.vision.as_ref().is_some_and(|vision| vision.value.0 == *last) {
        return;
    }
    let told = if first == last { format!("năm {first}") } else { format!("giai đoạn {first} - {last}") };
    let message = format!("trích yếu ghi {told}, «{}» là {}", PERIOD.name(), period.value.display());
    let shown = if first == last { told } else { first.to_string() };
    let finding = Diagnostic::error(OTHER_YEARS, place(subject, &shown), message).as_warning();
    let help = format!("sửa năm trong trích yếu, hoặc sửa «{}»", PERIOD.name());
    found.push(finding.label(period.span.clone(), "thời kỳ ở đây").help(help));
}

/// The years that words name, alone or as the two ends of a period, each with its place.
fn years(letters: &str) -> Vec<(usize, i32, i32)> {
    let mut numbers = Vec::new();
    for Range { start, end } in digit_runs(letters) {
        let year: Option<i32> = letters[start..end].parse().ok();
        let year = year.filter(|year| end - start == 4 && (1900..2100).contains(year));
        numbers.extend(year.map(|year| (start, end, year)));
    }
    let mut found: Vec<(usize, i32, i32)> = Vec::new();
    let mut end_of_last = None;
    for (start, end, year) in numbers {
        let is_end =
            end_of_last.is_some_and(|last: usize| ["-", "–", "đến", "đến năm"].contains(&letters[last..start].trim()));
        match found.last_mut() {
            Some(last) if is_end && last.1 < year => last.2 = year,
            Some(_) | None => found.push((start, year, year)),
        }
        end_of_last = Some(end);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[track_caller]
    fn subject(period: &str, subject: &str, expected: &[&str]) {
        check(&RULE, &format!("thoi_ky: {period}\ntrich_yeu: {subject}"), expected);
    }

    #[test]
    fn a_subject_is_of_the_years_of_the_plan() {
        let message = "cảnh báo «năm 2025»: trích yếu ghi năm 2025, «thoi_ky» là năm 2026";
        subject("2026", "Giảm nghèo năm 2025", &[message]);
        subject("2026", "Thực hiện Chương trình mục tiêu quốc gia giảm nghèo bền vững năm 2025", &[message]);
        let message = "cảnh báo «2021»: trích yếu ghi giai đoạn 2021 - 2025, «thoi_ky» là giai đoạn 2026 - 2030";
        subject("2026-2030", "Giảm nghèo giai đoạn 2021 - 2025", &[message]);
        subject("2026", "Giảm nghèo năm 2026", &[]);
        subject("2026-2030", "Giảm nghèo giai đoạn 2026-2030", &[]);
    }

    #[test]
    fn years_of_other_things_are_passed_over() {
        for words in [
            "Giảm nghèo",
            "Thi hành Luật Đất đai năm 2024",
            "Thực hiện Nghị quyết số 19 năm 2022",
            "Thực hiện Chương trình giảm nghèo giai đoạn 2021 - 2025",
            "Tổng kết công tác năm 2025",
            "Giảm nghèo năm 2025 và năm 2026",
            "Giảm nghèo giai đoạn 2021 - 2030",
            "Sửa đổi, bổ sung một số nội dung ban hành ngày 16/3/2025",
        ] {
            subject("2026", words, &[]);
        }
    }
}
