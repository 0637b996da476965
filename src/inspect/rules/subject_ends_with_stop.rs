//! Trích yếu that ends with a full stop.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Kinds, Rule, Silence};

/// Trích yếu that ends with a full stop.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T06", title: "trích yếu có dấu chấm cuối", about: "Trích yếu không có dấu chấm ở cuối."
    },
    basis: Basis::Sample,
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "chữ cuối của trích yếu",
    pdf: "chữ cuối của trích yếu",
    cure: "Xóa dấu chấm.",
    wrong: "Triển khai kế hoạch năm 2026.",
    right: "Triển khai kế hoạch năm 2026",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.last(Component::Subject)?;
    if part.text.ends_with('.') && !part.text.ends_with("..") {
        found.on(part.piece, "trích yếu có dấu chấm ở cuối");
    }
    Ok(())
}
