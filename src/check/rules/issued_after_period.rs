//! A plan that is issued when its period is over.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Day;

/// A plan issued after its period.
pub const AFTER_PERIOD: Code = Code {
    id: "KH-0423",
    title: "ban hành sau khi hết thời kỳ",
    about: "Ngày ban hành sau ngày cuối của thời kỳ (thoi_ky), hoặc của tầm nhìn: kế hoạch không còn lúc nào để thực hiện. Thường là năm \
            chép từ kế hoạch cũ. Sửa một trong hai.",
};

/// The plan is dated after the end of its period.
pub static RULE: Rule = Rule {
    code: AFTER_PERIOD,
    level: Severity::Error,
    reason: "kế hoạch ban hành trước hoặc trong thời kỳ của nó",
    about: AFTER_PERIOD.about,
    wrong: "ngay_ban_hanh: 05/3/2026\nthoi_ky: 2025",
    right: "ngay_ban_hanh: 05/3/2026\nthoi_ky: 2026",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let (Some(period), Some(date), Some(year)) = (&plan.period, &plan.date, plan.last_year()) else { return };
    let (Some(first), Some(end)) = (date.value.first_day(), Day::last_of_year(year)) else { return };
    if first > end {
        let shown = period.value.display();
        let message = format!("kế hoạch {shown} ban hành {}, sau khi hết thời kỳ", date.value.display_short());
        let finding = Diagnostic::error(AFTER_PERIOD, date.span.clone(), message);
        let help = "sửa khóa «ngay_ban_hanh», hoặc khóa «thoi_ky»";
        found.push(finding.label(period.span.clone(), "thời kỳ ghi ở đây").help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_plan_is_issued_within_its_period_or_before() {
        let plan = |date: &str, period: &str| format!("ngay_ban_hanh: {date}\nthoi_ky: {period}");
        check(&RULE, &plan("08/12/2023", "2024"), &[]);
        check(&RULE, &plan("31/12/2026", "2025-2026"), &[]);
        check(&RULE, &plan("5/2026", "năm học 2025-2026"), &[]);
        let message = "lỗi «01/2027»: kế hoạch giai đoạn 2025 - 2026 ban hành 01/2027, sau khi hết thời kỳ";
        check(&RULE, &plan("01/2027", "2025-2026"), &[message]);
    }
}
