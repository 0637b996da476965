//! A deadline that is over when the plan is issued.

use crate::check::deadlines::every_deadline;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Date;

/// A deadline before the issue.
pub const BEFORE_ISSUE: Code = Code {
    id: "KH-0335",
    title: "thời hạn trước ngày ban hành",
    about: "Thời hạn đã qua khi kế hoạch được ban hành, nên không ai làm kịp. Sửa thời hạn, hoặc sửa ngày ban hành. Ngày ban \
            hành còn để trống thì so với ngày đầu của tháng, của năm đã ghi.",
};

/// A deadline leads to a day before that of the issue.
pub static RULE: Rule = Rule {
    code: BEFORE_ISSUE,
    level: Severity::Warning,
    reason: "không ai làm xong một việc trước khi được giao",
    about: BEFORE_ISSUE.about,
    wrong: "ngay_ban_hanh: 26/02/2026\nnhiem_vu: {a: {viec: Rà soát, thoi_han: {truoc_ngay: 15/02/2026}}}",
    right: "ngay_ban_hanh: 26/02/2026\nnhiem_vu: {a: {viec: Rà soát, thoi_han: {truoc_ngay: 15/12/2026}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let Some(issued) = plan.date.as_ref().map(|date| date.value) else { return };
    let Some(first) = issued.first_day() else { return };
    for deadline in every_deadline(plan) {
        for (due, span) in deadline.days(&deadline.span, plan.counted()) {
            if due.last() < first {
                let issue = shown(issued);
                let message = format!("thời hạn {} đã qua vào {issue}", due.display());
                let help = "sửa thời hạn, hoặc sửa ngày ban hành ở khóa «ngay_ban_hanh»";
                found.push(Diagnostic::error(BEFORE_ISSUE, span.first_line(), message).as_warning().help(help));
            }
        }
    }
}

fn shown(date: Date) -> String {
    let what = match (date.month, date.day) {
        (_, Some(_)) => "ngày",
        (Some(_), None) => "tháng",
        (None, None) => "năm",
    };
    format!("{what} ban hành {}", date.display_short())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn deadlines_of_all_data_are_compared() {
        let plan = |issued: &str| {
            format!(
                "ngay_ban_hanh: {issued}\n\
                 nhiem_vu: {{a: {{viec: A, thoi_han: {{ngay: 25/02/2026}}}}}}\n\
                 bao_cao: {{b: {{noi_dung: B, co_quan: x, gui: x, thoi_han: {{thang: 1/2026}}}}}}\n\
                 chi_tieu: {{c: {{ten: C, trong_do: {{d: {{ten: D, thoi_han: {{quy: IV/2025}}}}}}}}}}\n\
                 trach_nhiem: [{{co_quan: x, loi: E, thoi_han: {{truoc_ngay: 26/02/2026}}}}]\n\
                 noi_dung: [{{loi: F, thoi_han: [{{moc: Một, thoi_han: {{nam: 2025}}}}, {{moc: Hai, thoi_han: {{nam: 2026}}}}]}}]"
            )
        };
        let message =
            |place: &str, day: &str, issued: &str| format!("cảnh báo «{place}»: thời hạn {day} đã qua vào {issued}");
        let issued = "ngày ban hành 26/02/2026";
        let all = [
            message("{ngay: 25/02/2026", "ngày 25/02/2026", issued),
            message("{thang: 1/2026", "ngày 31/01/2026", issued),
            message("{quy: IV/2025", "ngày 31/12/2025", issued),
            message("{truoc_ngay: 26/02/2026", "trước ngày 26/02/2026", issued),
            message("{nam: 2025", "ngày 31/12/2025", issued),
        ];
        check(&RULE, &plan("26/02/2026"), &all.iter().map(String::as_str).collect::<Vec<_>>());
        let issued = "tháng ban hành 02/2026";
        let certain =
            [message("{thang: 1/2026", "ngày 31/01/2026", issued), message("{quy: IV/2025", "ngày 31/12/2025", issued)];
        let certain = certain.into_iter().chain([message("{nam: 2025", "ngày 31/12/2025", issued)]).collect::<Vec<_>>();
        check(&RULE, &plan("2/2026"), &certain.iter().map(String::as_str).collect::<Vec<_>>());
        check(&RULE, &plan("2025"), &[]);
    }
}
