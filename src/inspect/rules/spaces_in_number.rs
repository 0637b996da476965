//! Spaces beside the slash or the hyphens of number and symbol.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::number::number_symbol;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Spaces beside the slash or the hyphens of number and symbol.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S04",
        title: "dấu cách trong số, ký hiệu",
        about: "Giữa số và ký hiệu là gạch chéo, giữa các nhóm chữ là gạch nối, không cách chữ.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 3",
    docx: "chữ của dòng số, ký hiệu",
    pdf: "chữ của dòng số, ký hiệu",
    cure: "Xóa dấu cách quanh gạch chéo và gạch nối.",
    wrong: "Số: 05 /KH - UBND",
    right: "Số: 05/KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::NumberSymbol)?;
    if number_symbol(&part.text).has_spaces {
        found.on(part.piece, &format!("số, ký hiệu «{}» có dấu cách quanh gạch chéo hoặc gạch nối", part.text));
    }
    Ok(())
}
