//! A long dash in Tiêu ngữ or the symbol.

use crate::decree::Component;
use crate::diagnostic::{Code, Severity};
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A long dash in Tiêu ngữ or the symbol.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-U02",
        title: "gạch dài thay gạch nối",
        about: "Tiêu ngữ và ký hiệu dùng gạch nối ngắn (-).",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "dấu gạch trong Tiêu ngữ, ký hiệu",
    pdf: "dấu gạch trong Tiêu ngữ, ký hiệu",
    cure: "Gõ lại gạch nối bằng phím - và bấm Ctrl+Z nếu Word tự đổi thành gạch dài.",
    wrong: "Độc lập – Tự do – Hạnh phúc",
    right: "Độc lập - Tự do - Hạnh phúc",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let parts = [Component::NationalMotto, Component::NumberSymbol]
        .into_iter()
        .filter_map(|component| case.parts.first(component));
    let has_dash = |part: &&Part| part.text.contains(['–', '—', '‐', '‑', '−']);
    if let Some(part) = parts.into_iter().find(has_dash) {
        found.graded_on(Severity::Error, part.piece, &format!("«{}» dùng gạch dài, phải là gạch nối (-)", part.text));
    }
    Ok(())
}
