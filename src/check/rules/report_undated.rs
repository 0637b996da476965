//! Reports of which none says when.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::duty::WHEN;
use crate::plan::whole::REPORTS;

/// Reports without any time.
pub const REPORT_UNDATED: Code = Code {
    id: "KH-0413",
    title: "chế độ báo cáo không có thời hạn",
    about: "Trong các chế độ báo cáo của kế hoạch phải có ít nhất một chế độ ghi thời hạn: ngày, quý, hoặc bao lâu một lần.",
};

/// The plan has reporting duties and none of them says when.
pub static RULE: Rule = Rule {
    code: REPORT_UNDATED,
    level: Severity::Warning,
    reason: "không có thời hạn thì không biết khi nào báo cáo là chậm",
    about: REPORT_UNDATED.about,
    wrong: "co_quan: {kt: {ten: Phòng Kinh tế}, xa: {ten: UBND xã}}\nbao_cao: {a: {noi_dung: kết quả, co_quan: kt, gui: xa}}",
    right: "co_quan: {kt: {ten: Phòng Kinh tế}, xa: {ten: UBND xã}}\nbao_cao: {a: {noi_dung: kết quả, co_quan: kt, gui: xa, thoi_han: hằng quý}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let reports = &plan.reports;
    let is_dated = |report: &crate::plan::duty::Report| report.when.is_some() || report.place.is_refused(WHEN.name());
    if reports.is_empty() || reports.values().any(is_dated) {
        return;
    }
    let message = match reports.len() {
        1 => "chế độ báo cáo của kế hoạch không ghi thời hạn".to_owned(),
        count => format!("{count} chế độ báo cáo của kế hoạch đều không ghi thời hạn"),
    };
    let help = format!("thêm {}: {{truoc_ngay: 15/12/2026}}, hoặc {}: hằng quý", WHEN.name(), WHEN.name());
    found.push(Diagnostic::error(REPORT_UNDATED, plan.place.of(REPORTS.name()), message).as_warning().help(help));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn one_report_with_a_time_is_enough() {
        let report = |time: &str| format!("{{noi_dung: A, co_quan: x, gui: x{time}}}");
        let plan = |time: &str| format!("bao_cao: {{a: {}, b: {}}}", report(""), report(time));
        let message = "cảnh báo «bao_cao»: 2 chế độ báo cáo của kế hoạch đều không ghi thời hạn";
        check(&RULE, &plan(""), &[message]);
        check(&RULE, &plan(", thoi_han: khi có yêu cầu"), &[]);
        check(&RULE, "noi_dung: [Câu.]", &[]);
    }
}
