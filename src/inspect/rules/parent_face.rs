//! The parent agency of a wrong size or case, or bold.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// The parent agency of a wrong size or case, or bold.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H10",
        title: "tên cơ quan chủ quản sai cỡ, kiểu chữ",
        about: "Tên cơ quan chủ quản trực tiếp in hoa, cỡ 12–13, kiểu chữ đứng, không đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 2",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "UBND TỈNH đậm",
    right: "UBND TỈNH không đậm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::ParentAgency, Aspects::Centered)
}
