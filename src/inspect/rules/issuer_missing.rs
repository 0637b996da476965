//! No issuer, or another than the office's.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::vietnamese::fold;

/// No issuer, or another than the office's.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H08",
        title: "thiếu, sai tên cơ quan ban hành",
        about: "Tên cơ quan ban hành là tên chính thức, đầy đủ, ở góc trên bên trái.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 2",
    docx: "các dòng bên trái Quốc hiệu",
    pdf: "các dòng bên trái Quốc hiệu",
    cure: "Viết tên đầy đủ của cơ quan ở góc trên bên trái.",
    wrong: "UBND XÃ BÌNH MINH",
    right: "ỦY BAN NHÂN DÂN XÃ BÌNH MINH",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    case.first(Component::NationalTitle)?;
    let lines: Vec<_> = case.parts.of(Component::Issuer).collect();
    let Some(first) = lines.first() else {
        found.in_file("không thấy tên cơ quan ban hành bên trái Quốc hiệu");
        return Ok(());
    };
    let name = lines.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join(" ");
    if let Some(expected) = case.expected.issuer.as_ref().filter(|expected| fold(expected) != fold(&name)) {
        found.on(first.piece, &format!("cơ quan ban hành «{name}» khác tên của cơ quan «{expected}»"));
    }
    Ok(())
}
