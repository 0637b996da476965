//! Several communes in the plan of one.

use crate::check::language::report_out_of_place;
use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::language::Misplaced;

/// Several communes in the plan of one.
pub const SEVERAL_COMMUNES: Code = Code {
    id: "KH-0622",
    title: "nhiều xã trong kế hoạch của một xã",
    about: "Kế hoạch của một xã không giao việc cho UBND nhiều xã. Câu này hay sót lại khi chép kế hoạch của cấp \
            trên.",
};

/// Several communes in the plan of one.
pub static RULE: Rule = Rule {
    code: SEVERAL_COMMUNES,
    level: Severity::Warning,
    reason: "một xã chỉ giao việc cho cơ quan, thôn của mình",
    about: SEVERAL_COMMUNES.about,
    wrong: "mo_dau: [UBND các xã tổ chức rà soát hộ nghèo.]",
    right: "mo_dau: [Các thôn tổ chức rà soát hộ nghèo.]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let message = |phrase: &str| format!("kế hoạch của một xã mà giao việc cho nhiều xã: «{phrase}»");
    let help = "viết tên cơ quan, thôn của xã; nói về các xã khác thì viết rõ: các xã khác, các xã lân cận";
    report_out_of_place(case, Misplaced::Several, &RULE, message, help, found);
}
