//! Underlined letters in the head.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// Underlined letters in the head.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H13",
        title: "gạch chân chữ thay đường kẻ",
        about: "Đường kẻ dưới Tiêu ngữ, tên cơ quan, trích yếu là nét vẽ riêng, không phải gạch chân chữ.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "gạch chân ở các dòng đầu",
    cure: "Bỏ gạch chân (Ctrl+U), vẽ đường kẻ bằng Chèn > Hình dạng (Insert > Shapes).",
    wrong: "Tiêu ngữ gạch chân",
    right: "Tiêu ngữ có đường kẻ bên dưới",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let parts = [
        Component::NationalTitle,
        Component::NationalMotto,
        Component::ParentAgency,
        Component::Issuer,
        Component::DocumentType,
        Component::Subject,
    ];
    let lines = parts.into_iter().flat_map(|component| case.parts.of(component));
    let wrong: Vec<&Part> =
        lines.filter(|part| case.observed.share(part.piece, |face| face.is_underlined) > 0).collect();
    found.summed(&wrong, "gạch chân chữ thay cho đường kẻ");
    Ok(())
}
