//! Recipients of another size than 11, bold or italic.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Recipients of another size than 11, bold or italic.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R03",
        title: "danh sách nơi nhận sai cỡ, kiểu chữ",
        about: "Danh sách nơi nhận in thường, cỡ 11, kiểu chữ đứng, không đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "cỡ, kiểu chữ, in hoa",
    pdf: "cỡ, kiểu chữ, in hoa",
    cure: "Chọn các dòng nơi nhận, đặt cỡ 11, bỏ đậm, bỏ nghiêng.",
    wrong: "nơi nhận cỡ 12",
    right: "nơi nhận cỡ 11",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::Recipient, Aspects::Face)
}
