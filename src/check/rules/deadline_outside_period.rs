//! A deadline of which the plan does not speak.

use crate::check::deadlines::every_deadline;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Day;

/// A deadline behind the period of the plan.
pub const OUTSIDE_PERIOD: Code = Code {
    id: "KH-0336",
    title: "thời hạn sau thời kỳ",
    about: "Thời hạn đến sau khi thời kỳ của kế hoạch (thoi_ky), hoặc tầm nhìn của kế hoạch (tam_nhin), đã hết. Sửa thời hạn, \
            hoặc sửa thời kỳ, tầm nhìn.",
};

/// A deadline leads to a day behind the period of the plan.
pub static RULE: Rule = Rule {
    code: OUTSIDE_PERIOD,
    level: Severity::Warning,
    reason: "việc của kế hoạch xong trong thời kỳ của kế hoạch",
    about: OUTSIDE_PERIOD.about,
    wrong: "thoi_ky: 2026-2030\nnhiem_vu: {a: {viec: Rà soát, thoi_han: {nam: 2031}}}",
    right: "thoi_ky: 2026-2030\nnhiem_vu: {a: {viec: Rà soát, thoi_han: {nam: 2030}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some((year, words)) = plan.last_year().zip(plan.period_in_words()) else { return };
    let Some(end) = Day::last_of_year(year) else { return };
    for deadline in every_deadline(plan) {
        for (due, span) in deadline.days(&deadline.span, plan.counted()) {
            if due.last() > end {
                let message = format!("thời hạn {} sau {}, ngày cuối của {words}", due.display(), end.display());
                let help = "sửa thời hạn, hoặc sửa thời kỳ ở khóa «thoi_ky», tầm nhìn ở khóa «tam_nhin»";
                found.push(Diagnostic::error(OUTSIDE_PERIOD, span.first_line(), message).as_warning().help(help));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn deadlines_end_with_the_period() {
        let tasks = |keys: &str, deadline: &str| format!("{keys}nhiem_vu: {{a: {{viec: A, thoi_han: {deadline}}}}}");
        let message =
            "cảnh báo «{quy: I/2031»: thời hạn ngày 31/3/2031 sau 31/12/2030, ngày cuối của giai đoạn 2026 - 2030";
        check(&RULE, &tasks("thoi_ky: 2026-2030\n", "{quy: I/2031}"), &[message]);
        check(&RULE, &tasks("thoi_ky: 2026-2030\n", "{truoc_ngay: 01/01/2031}"), &[]);
        check(&RULE, &tasks("", "{quy: I/2031}"), &[]);
        check(&RULE, &tasks("thoi_ky: 2026-2030\ntam_nhin: 2045\n", "{quy: I/2031}"), &[]);
        let message = "cảnh báo «{nam: 2046»: thời hạn ngày 31/12/2046 sau 31/12/2045, ngày cuối của giai đoạn 2026 - 2030, \
                       tầm nhìn đến năm 2045";
        check(&RULE, &tasks("thoi_ky: 2026-2030\ntam_nhin: 2045\n", "{nam: 2046}"), &[message]);
        check(&RULE, &tasks("thoi_ky: năm học 2026-2027\n", "{thang: 5/2027}"), &[]);
    }
}
