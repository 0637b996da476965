//! A year in number and symbol.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::number::number_symbol;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A year in number and symbol.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S06",
        title: "số, ký hiệu có năm",
        about: "Số, ký hiệu của văn bản hành chính không có năm; chỉ văn bản quy phạm pháp luật mới có.",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục II, khoản 3",
    docx: "chữ của dòng số, ký hiệu",
    pdf: "chữ của dòng số, ký hiệu",
    cure: "Xóa năm: «Số: 05/KH-UBND».",
    wrong: "Số: 05/2026/KH-UBND",
    right: "Số: 05/KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::NumberSymbol)?;
    if number_symbol(&part.text).has_year {
        found.on(part.piece, &format!("số, ký hiệu «{}» có năm ở giữa", part.text));
    }
    Ok(())
}
