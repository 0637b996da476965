//! No rule under Tiêu ngữ, or one of another length.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::stroke::judge;

/// No rule under Tiêu ngữ, or one of another length.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H06",
        title: "đường kẻ dưới Tiêu ngữ",
        about: "Dưới Tiêu ngữ có đường kẻ ngang, nét liền, dài bằng độ dài của dòng chữ.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "độ dài, nét, vị trí của đường kẻ",
    pdf: "độ dài, nét, vị trí của đường kẻ",
    cure: "Chèn > Hình dạng > Đường thẳng (Insert > Shapes > Line), giữ phím Shift khi kéo, đặt màu đen, nét liền 0,75 pt.",
    wrong: "đường kẻ bằng nửa dòng Tiêu ngữ",
    right: "đường kẻ dài bằng dòng Tiêu ngữ",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::NationalMotto)?;
    judge(case, found, part, "Tiêu ngữ", case.decree.lines.under_motto, false)
}
