//! Tiêu ngữ of a wrong size or weight, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Tiêu ngữ of a wrong size or weight, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H05",
        title: "Tiêu ngữ sai cỡ, kiểu chữ",
        about: "Tiêu ngữ in thường, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa dưới Quốc hiệu.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Tiêu ngữ không đậm",
    right: "Tiêu ngữ đậm, cỡ 14",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::NationalMotto, Aspects::Centered)
}
