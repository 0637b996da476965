//! Căn cứ of a wrong size, upright or bold.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Căn cứ of a wrong size, upright or bold.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C01",
        title: "căn cứ sai cỡ, kiểu chữ",
        about: "Căn cứ ban hành in thường, cỡ 13–14, kiểu chữ nghiêng.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cỡ, kiểu chữ của căn cứ",
    pdf: "cỡ, kiểu chữ của căn cứ",
    cure: "Chọn các dòng căn cứ, đặt kiểu chữ nghiêng (Ctrl+I), cỡ 13 hoặc 14.",
    wrong: "Căn cứ Luật … kiểu chữ đứng",
    right: "Căn cứ Luật … kiểu chữ nghiêng",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::LegalBasis, Aspects::Face)
}
