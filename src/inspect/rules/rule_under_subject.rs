//! No rule under trích yếu, or one of another length.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence, not_applicable};
use crate::inspect::stroke::judge;

/// No rule under trích yếu, or one of another length.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T04",
        title: "đường kẻ dưới trích yếu",
        about: "Dưới trích yếu có đường kẻ ngang, nét liền, dài 1/3 đến 1/2 dòng chữ, cân đối ở giữa.",
    },
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "độ dài, nét, vị trí của đường kẻ",
    pdf: "độ dài, nét, vị trí của đường kẻ",
    cure: "Chèn > Hình dạng > Đường thẳng (Insert > Shapes > Line), giữ phím Shift khi kéo, đặt màu đen, nét liền 0,75 pt.",
    wrong: "không có đường kẻ",
    right: "đường kẻ dài 1/3–1/2 dòng chữ",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.last(Component::Subject)?;
    if case.parts.first(Component::AppendixReference).is_some() {
        return Err(not_applicable("đường kẻ nằm dưới dòng «Kèm theo»"));
    }
    judge(case, found, part, "trích yếu", case.decree.lines.under_subject, true)
}
