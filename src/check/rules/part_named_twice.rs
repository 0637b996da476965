//! An id that two parts of the body have.

use crate::check::rule::{Case, Rule};
use crate::check::twice::declared_twice;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Id;

/// Two parts of the body or of the appendices have the same id.
pub static RULE: Rule = Rule {
    code: Code::DuplicateId,
    level: Severity::Error,
    reason: "mã trùng thì không biết câu nhắc tới mục nào",
    about: "Hai mục, khoản hay điểm mang cùng một mã. Đặt mã khác cho một trong hai.",
    wrong: "noi_dung: [{muc: Một, ma: a}, {muc: Hai, ma: a}]",
    right: "noi_dung: [{muc: Một, ma: a}, {muc: Hai, ma: b}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    found.extend(declared_twice("mục", case.plan.part_ids().into_iter().map(Id::named)));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn body_and_appendices_have_one_register() {
        let message = "lỗi «a»: mục «a» đã được khai báo ở nơi khác";
        let appendix = "phu_luc: {x: {ten: X, noi_dung: [{muc: Hai, ma: a}]}}";
        check(&RULE, &format!("noi_dung: [{{muc: Một, ma: a}}]\n{appendix}"), &[message]);
        check(&RULE, RULE.right, &[]);
    }
}
