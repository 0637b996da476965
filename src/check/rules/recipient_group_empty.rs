//! A line of nơi nhận that sends the plan to nobody.

use std::collections::BTreeSet;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::vietnamese::did_you_mean;

/// A group of recipients to which no body belongs.
pub static RULE: Rule = Rule {
    code: Code::UnknownId,
    level: Severity::Error,
    reason: "nhóm không có cơ quan nào thì văn bản không gửi tới ai",
    about: "Nơi nhận gọi một nhóm mà không cơ quan nào trong danh bạ thuộc về. Sửa tên nhóm, hoặc ghi nhóm vào các cơ quan.",
    wrong: "noi_nhan: [{nhom: so, loi: Các sở}]",
    right: "noi_nhan: [{nhom: so, loi: Các sở}]\nco_quan: {so_yt: {ten: Sở Y tế, nhom: [so]}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let bodies = case.plan.bodies.values();
    let known: BTreeSet<&str> = bodies.flat_map(|body| &body.groups).map(|group| group.words.as_str()).collect();
    for group in case.plan.recipients.iter().filter_map(|line| line.group.as_ref()) {
        let name = group.words.as_str();
        if !known.contains(name) {
            let help = did_you_mean(name, known.iter().copied())
                .unwrap_or_else(|| format!("thêm nhom: [{name}] vào từng cơ quan của nhóm, dưới khóa «co_quan»"));
            let message = format!("không cơ quan nào thuộc nhóm «{name}»");
            found.push(Diagnostic::error(Code::UnknownId, group.span.clone(), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_group_has_bodies() {
        let plan = "noi_nhan: [{nhom: khong_co, loi: Các sở}, {nhom: khong_co2}, {nhom: co}]\nco_quan: {a: {ten: A, nhom: [co]}}";
        let found = [
            "lỗi «khong_co»: không cơ quan nào thuộc nhóm «khong_co»",
            "lỗi «khong_co2»: không cơ quan nào thuộc nhóm «khong_co2»",
        ];
        check(&RULE, plan, &found);
    }
}
