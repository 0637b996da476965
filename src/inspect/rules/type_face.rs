//! Tên loại of a wrong size, weight or case, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence, not_applicable};

/// Tên loại of a wrong size, weight or case, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T02",
        title: "tên loại sai cỡ, kiểu chữ",
        about: "Tên loại in hoa, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa.",
    },
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Kế hoạch in thường",
    right: "KẾ HOẠCH in hoa, đậm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::DocumentType)?;
    // A line that holds trích yếu too has a rule of its own.
    if case.parts.kind.document_type().is_some_and(|kind| part.text.to_uppercase() != kind.name) {
        return Err(not_applicable("tên loại không đứng riêng một dòng"));
    }
    judge(case, found, Component::DocumentType, Aspects::Centered)
}
