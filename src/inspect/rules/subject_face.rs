//! Trích yếu of a wrong size or weight, in capitals, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence};

/// Trích yếu of a wrong size or weight, in capitals, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T03",
        title: "trích yếu sai cỡ, kiểu chữ",
        about: "Trích yếu in thường, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa dưới tên loại.",
    },
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "cỡ, kiểu chữ, in thường, căn giữa",
    pdf: "cỡ, kiểu chữ, in thường, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "TRIỂN KHAI CÔNG TÁC…",
    right: "Triển khai công tác…",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    case.first(Component::DocumentType)?;
    judge(case, found, Component::Subject, Aspects::Centered)
}
