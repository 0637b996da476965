//! A duty that is to run on in a sentence it does not have.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::duty::{DutyForm, FORM, TEXT};

/// A responsibility is to be printed on the line of its body, but has no words.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "dạng liền dòng và cả câu cần lời để in liền sau tên cơ quan",
    about: "Dạng lien_dong và ca_cau in lời liền sau tên cơ quan, nên cần khóa loi. Thêm lời, hoặc bỏ dạng.",
    wrong: "trach_nhiem: [{co_quan: a, dang: ca_cau, viec: [Rà soát.]}]\nco_quan: {a: {ten: A}}",
    right: "trach_nhiem: [{co_quan: a, dang: ca_cau, loi: rà soát.}]\nco_quan: {a: {ten: A}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for duty in &case.plan.responsibilities {
        let form = duty.form.as_ref().filter(|form| form.value != DutyForm::Block);
        if let Some(form) = form.filter(|_| !duty.place.has(TEXT.name())) {
            let message = format!("«{}: {}» cần khóa «{}»", FORM.name(), form.word(), TEXT.name());
            let help = format!("thêm {}: {}; hoặc xóa khóa {}", TEXT.name(), TEXT.key.example, FORM.name());
            found.push(Diagnostic::error(Code::Incompatible, form.span.clone(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn words_are_needed_to_run_on() {
        let duty = |rest: &str| format!("trach_nhiem: [{{co_quan: a, {rest}}}]");
        check(&RULE, &duty("dang: ca_cau, viec: [b]"), &["lỗi «ca_cau»: «dang: ca_cau» cần khóa «loi»"]);
        check(&RULE, &duty("dang: lien_dong, viec: [b]"), &["lỗi «lien_dong»: «dang: lien_dong» cần khóa «loi»"]);
        check(&RULE, &duty("dang: rieng_dong, viec: [b]"), &[]);
        check(&RULE, &duty("dang: ca_cau, loi: a, viec: [b]"), &[]);
    }
}
