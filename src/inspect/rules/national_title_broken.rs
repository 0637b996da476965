//! Quốc hiệu over two lines.

use crate::decree::{Component, NATIONAL_TITLE};
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};
use crate::vietnamese::fold;

/// Quốc hiệu over two lines.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H03", title: "Quốc hiệu bị ngắt hai dòng", about: "Quốc hiệu nên nằm trọn trên một dòng."
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    pdf: "số dòng của Quốc hiệu",
    cure: "Kéo rộng cột phải của bảng đầu văn bản, ít nhất 100 mm khi cỡ 13.",
    wrong: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA / VIỆT NAM",
    right: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::NationalTitle)?;
    let is_cut = part.folded().len() < fold(NATIONAL_TITLE).len();
    if is_cut || case.observed.paragraph(part.piece).lines.is_some_and(|lines| lines > 1) && part.piece.line.is_none() {
        found.on(part.piece, "Quốc hiệu bị ngắt thành hai dòng");
    }
    Ok(())
}
