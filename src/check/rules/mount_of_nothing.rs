//! A place that prints data which the plan does not hold.

use crate::check::data;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};

/// A place of the body prints data of a kind that the plan has none of.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "chỗ in không có gì để in",
    about: "Chỗ này in một loại dữ liệu mà kế hoạch không khai báo. Khai báo dữ liệu, hoặc bỏ chỗ in.",
    wrong: "noi_dung: [{in: nhiem_vu}]",
    right: "noi_dung: [{in: nhiem_vu}]\nnhiem_vu: {ra_soat: {viec: Rà soát hộ nghèo}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for mount in case.plan.mounts().into_iter().filter(|mount| !data::holds(case.plan, mount.kind.value)) {
        let key = data::key(mount.kind.value);
        let message = format!("chỗ này in «{0}», nhưng kế hoạch không có khóa «{0}»", key.key);
        let help = format!("thêm khóa {} ({}) ở ngoài cùng, hoặc bỏ chỗ in này", key.key, key.title.to_lowercase());
        found.push(Diagnostic::error(Code::Incompatible, mount.kind.span.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn there_is_something_to_print() {
        let message = "lỗi «nhiem_vu»: chỗ này in «nhiem_vu», nhưng kế hoạch không có khóa «nhiem_vu»";
        check(&RULE, "noi_dung: [{in: nhiem_vu, dang: bang}]", &[message]);
        let message = "lỗi «kinh_phi»: chỗ này in «kinh_phi», nhưng kế hoạch không có khóa «kinh_phi»";
        let appendix = "phu_luc: {p: {ten: P, noi_dung: [{muc: M, gach: [{in: kinh_phi}]}]}}";
        check(&RULE, appendix, &[message]);
    }
}
