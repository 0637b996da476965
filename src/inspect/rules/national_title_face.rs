//! Quốc hiệu of a wrong size, weight or case.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Quốc hiệu of a wrong size, weight or case.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H02",
        title: "Quốc hiệu sai cỡ, kiểu chữ",
        about: "Quốc hiệu in hoa, cỡ 12–13, kiểu chữ đứng, đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "cỡ, kiểu chữ, in hoa",
    pdf: "cỡ, kiểu chữ, in hoa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Quốc hiệu cỡ 14",
    right: "Quốc hiệu cỡ 13",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::NationalTitle, Aspects::Face)
}
