//! No rule under the issuer, or one of another length.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::stroke::judge;

/// No rule under the issuer, or one of another length.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H11",
        title: "đường kẻ dưới tên cơ quan ban hành",
        about: "Dưới tên cơ quan ban hành có đường kẻ ngang, nét liền, dài 1/3 đến 1/2 dòng chữ, cân đối ở giữa.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 2",
    docx: "độ dài, nét, vị trí của đường kẻ",
    pdf: "độ dài, nét, vị trí của đường kẻ",
    cure: "Chèn > Hình dạng > Đường thẳng (Insert > Shapes > Line), giữ phím Shift khi kéo, đặt màu đen, nét liền 0,75 pt.",
    wrong: "đường kẻ dài bằng dòng chữ",
    right: "đường kẻ dài 1/3–1/2 dòng chữ",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.last(Component::Issuer)?;
    judge(case, found, part, "tên cơ quan ban hành", case.decree.lines.under_issuer, true)
}
