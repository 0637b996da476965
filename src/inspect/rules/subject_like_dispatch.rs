//! Trích yếu that begins like that of a công văn.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Kinds, Rule, Silence};

/// Trích yếu that begins like that of a công văn.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T05",
        title: "trích yếu bắt đầu bằng «V/v»",
        about: "«V/v» chỉ dùng cho công văn; văn bản có tên loại viết «Về việc …» hoặc bắt đầu bằng động từ.",
    },
    basis: Basis::Sample,
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "chữ đầu của trích yếu",
    pdf: "chữ đầu của trích yếu",
    cure: "Đổi «V/v» thành «Về việc», hoặc bắt đầu bằng động từ: «Triển khai …».",
    wrong: "V/v triển khai…",
    right: "Triển khai…",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::Subject)?;
    if part.text.to_lowercase().starts_with("v/v") {
        found.on(part.piece, "trích yếu bắt đầu bằng «V/v», chỉ dùng cho công văn");
    }
    Ok(())
}
