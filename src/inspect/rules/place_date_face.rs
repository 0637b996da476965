//! Place and date of a wrong size, upright, bold, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Place and date of a wrong size, upright, bold, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-D03",
        title: "địa danh, thời gian sai cỡ, kiểu chữ",
        about: "Địa danh và thời gian in thường, cỡ 13–14, kiểu chữ nghiêng, canh giữa dưới Quốc hiệu, Tiêu ngữ.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 4",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "địa danh, thời gian kiểu chữ đứng",
    right: "địa danh, thời gian kiểu chữ nghiêng",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::PlaceDate, Aspects::Centered)
}
