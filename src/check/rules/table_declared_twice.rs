//! An id that two tables have.

use crate::check::rule::{Case, Rule};
use crate::check::twice::declared_twice;
use crate::diagnostic::{Code, Diagnostic, Severity};

/// Two tables have the same id.
pub static RULE: Rule = Rule {
    code: Code::DuplicateId,
    level: Severity::Error,
    reason: "mã trùng thì không biết câu lấy số của bảng nào",
    about: "Hai bảng của kế hoạch mang cùng một mã. Đặt mã khác cho một trong hai.",
    wrong: "noi_dung: [{bang: {ma: a, cot: [{ten: A}], dong: [[x]]}}, {bang: {ma: a, cot: [{ten: B}], dong: [[y]]}}]",
    right: "noi_dung: [{bang: {ma: a, cot: [{ten: A}], dong: [[x]]}}, {bang: {ma: b, cot: [{ten: B}], dong: [[y]]}}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let ids = case.plan.tables().into_iter().filter_map(|table| table.id.as_ref());
    found.extend(declared_twice("bảng", ids.map(|id| (id.0.value.as_str(), &id.0.span))));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn tables_have_ids_of_their_own_wherever_they_stand() {
        check(&RULE, RULE.wrong, &["lỗi «a»: bảng «a» đã được khai báo ở nơi khác"]);
        let table = "{bang: {ma: a, cot: [{ten: A}], dong: [[x]]}}";
        let plan = format!(
            "noi_dung: [{{muc: M, noi_dung: [{table}]}}]\nphu_luc: {{p: {{ten: P, noi_dung: [{table}]}}}}\nchuong_trinh: {{ten: C, du_an: {{d: {{so: 1, ten: D}}}}}}\ndu_an: {{d: {{noi_dung: [{table}]}}}}"
        );
        let twice = "lỗi «a»: bảng «a» đã được khai báo ở nơi khác";
        check(&RULE, &plan, &[twice, twice]);
    }
}
