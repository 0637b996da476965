//! Two appendices with one number.

use std::collections::BTreeMap;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// Two appendices with one number.
pub const ONE_NUMBER: Code = Code {
    id: "KH-0347",
    title: "hai phụ lục cùng một số",
    about: "Hai phụ lục in ra cùng một số, nên lời nhắc tới phụ lục không chỉ vào một phụ lục nào. Sửa số viết tay, hoặc bỏ nó \
            để chương trình đánh số La Mã.",
};

/// Two appendices are printed with the same number.
pub static RULE: Rule = Rule {
    code: ONE_NUMBER,
    level: Severity::Error,
    reason: "Phụ lục I, phần I, mục III, khoản 1",
    about: ONE_NUMBER.about,
    wrong: "phu_luc: {a: {ten: Một, so: II, noi_dung: [Câu.]}, b: {ten: Hai, so: II, noi_dung: [Câu.]}}",
    right: "phu_luc: {a: {ten: Một, so: số 01, noi_dung: [Câu.]}, b: {ten: Hai, so: số 02, noi_dung: [Câu.]}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let mut known = BTreeMap::new();
    for (at, (id, appendix)) in plan.appendices.iter().enumerate() {
        let number = plan.appendix_number(at);
        let span = appendix.number.as_ref().map_or(&id.span, |number| &number.span);
        let message = format!("hai phụ lục cùng là «{number}»");
        if let Some(first) = known.insert(number.to_lowercase(), span) {
            let help = "sửa số viết tay, hoặc bỏ khóa so để chương trình đánh số";
            found.push(
                Diagnostic::error(ONE_NUMBER, span.clone(), message).label(first.clone(), "phụ lục kia").help(help),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_number_by_hand_is_not_one_that_is_counted() {
        let message = "lỗi «b»: hai phụ lục cùng là «Phụ lục I»";
        check(&RULE, "phu_luc: {a: {ten: A, so: I, noi_dung: [C.]}, b: {ten: B, noi_dung: [C.]}}", &[message]);
        check(&RULE, "phu_luc: {a: {ten: A, so: số 1, noi_dung: [C.]}, b: {ten: B, noi_dung: [C.]}}", &[]);
    }
}
