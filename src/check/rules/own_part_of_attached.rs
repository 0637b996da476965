//! Parts that belong to the document that issues a plan.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::whole::{
    ADDRESS, ARCHIVE, ATTACHED, CIRCULATION, COPIES, DATE, DRAFTER, NUMBER, PLACE, RECIPIENTS, SIGNATURES, SYMBOL,
    URGENCY,
};

/// A part of its own in a plan that another document issues.
pub const OF_ISSUING_DOCUMENT: Code = Code {
    id: "KH-0346",
    title: "phần thuộc văn bản ban hành kế hoạch",
    about: "Kế hoạch ban hành kèm theo một quyết định không có số, ngày, nơi nhận, chữ ký riêng: những phần ấy đứng ở quyết định, \
            nên viết ở đây thì không được in. Xóa khóa, hoặc bỏ kem_theo nếu kế hoạch tự mang số.",
};

/// A plan that a document issues has a number, date, recipients or signature of its own.
pub static RULE: Rule = Rule {
    code: OF_ISSUING_DOCUMENT,
    level: Severity::Error,
    reason: "số, ngày, nơi nhận, chữ ký là của văn bản ban hành",
    about: OF_ISSUING_DOCUMENT.about,
    wrong: "kem_theo: {van_ban: qd}\nvan_ban: {qd: {loai: Quyết định}}\nso: 5",
    right: "kem_theo: {van_ban: qd}\nvan_ban: {qd: {loai: Quyết định}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.attached.is_none() {
        return;
    }
    let parts = [
        (&NUMBER.key, plan.number.is_some()),
        (&SYMBOL.key, plan.symbol.is_some()),
        (&PLACE.key, plan.seat.is_some()),
        (&DATE.key, plan.date.is_some()),
        (&URGENCY.key, plan.urgency.is_some()),
        (&CIRCULATION.key, plan.circulation.is_some()),
        (&RECIPIENTS.key, !plan.recipients.is_empty()),
        (&ARCHIVE.key, !plan.archive.is_empty()),
        (&DRAFTER.key, plan.drafter.is_some()),
        (&COPIES.key, plan.copies.is_some()),
        (&ADDRESS.key, plan.address.is_some()),
        (&SIGNATURES.key, !plan.signatures.is_empty()),
    ];
    for (key, _) in parts.into_iter().filter(|(_, is_given)| *is_given) {
        let message = format!("«{}» ({}) là của văn bản ban hành kế hoạch, ở đây không in", key.key, key.title);
        let help = format!("xóa khóa này; kế hoạch tự mang số thì bỏ {}", ATTACHED.name());
        found.push(Diagnostic::error(OF_ISSUING_DOCUMENT, plan.place.of(key.key), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_plan_that_a_decision_issues_has_no_head_and_no_end() {
        let plan = format!("{}\nnoi_nhan: [Các thôn]\nso_ban:\n", RULE.wrong);
        check(
            &RULE,
            &plan,
            &[
                "lỗi «so»: «so» (Số văn bản) là của văn bản ban hành kế hoạch, ở đây không in",
                "lỗi «noi_nhan»: «noi_nhan» (Nơi nhận) là của văn bản ban hành kế hoạch, ở đây không in",
            ],
        );
        check(&RULE, "so: 5", &[]);
    }
}
