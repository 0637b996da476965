//! A later step that is due before an earlier one.

use crate::check::deadlines::every_deadline;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// Steps that are not in the order of their days.
pub const OUT_OF_ORDER: Code = Code {
    id: "KH-0337",
    title: "mốc thời hạn không theo thứ tự",
    about: "Một mốc của thời hạn đến trước mốc viết trên nó. Sửa ngày, hoặc đổi chỗ hai mốc.",
};

/// A step of a deadline is due before the step that is written before it.
pub static RULE: Rule = Rule {
    code: OUT_OF_ORDER,
    level: Severity::Warning,
    reason: "các mốc được đọc theo thứ tự thời gian",
    about: OUT_OF_ORDER.about,
    wrong: "nhiem_vu: {a: {viec: A, thoi_han: [{moc: Dự thảo, thoi_han: {thang: 6/2026}}, {moc: Trình, thoi_han: {thang: 4/2026}}]}}",
    right: "nhiem_vu: {a: {viec: A, thoi_han: [{moc: Dự thảo, thoi_han: {thang: 4/2026}}, {moc: Trình, thoi_han: {thang: 6/2026}}]}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for deadline in every_deadline(case.plan) {
        let days = deadline.days(&deadline.span, case.plan.counted());
        for pair in days.windows(2) {
            let [(before, first), (after, second)] = pair else { continue };
            if after.last() < before.last() {
                let message = format!("mốc {} đứng sau mốc {} mà đến trước", after.day.display(), before.day.display());
                found.push(
                    Diagnostic::error(OUT_OF_ORDER, second.first_line(), message)
                        .as_warning()
                        .label(first.first_line(), "mốc đứng trước")
                        .help("sửa ngày của một trong hai, hoặc đổi chỗ hai mốc"),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn steps_follow_each_other() {
        let steps = |days: [&str; 3]| {
            let steps: Vec<_> = days.iter().map(|day| format!("{{moc: M, thoi_han: {day}}}")).collect();
            format!("nhiem_vu: {{a: {{viec: A, thoi_han: [{}]}}}}", steps.join(", "))
        };
        let message = "cảnh báo «{thang: 4/2026»: mốc 30/4/2026 đứng sau mốc 30/6/2026 mà đến trước";
        check(&RULE, &steps(["{quy: II/2026}", "hằng quý", "{thang: 4/2026}"]), &[message]);
        check(&RULE, &steps(["{thang: 4/2026}", "{quy: II/2026}", "{ngay: 30/6/2026}"]), &[]);
    }
}
