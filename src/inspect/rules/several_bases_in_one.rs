//! Several căn cứ in one paragraph.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Several căn cứ in one paragraph.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C03",
        title: "nhiều căn cứ trong một đoạn",
        about: "Mỗi căn cứ xuống dòng thành một đoạn riêng.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "ngắt dòng, «; Căn cứ» trong đoạn",
    pdf: "«; Căn cứ» trong đoạn",
    cure: "Bấm Enter để mỗi căn cứ thành một đoạn.",
    wrong: "Căn cứ A; Căn cứ B;",
    right: "mỗi căn cứ một đoạn",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::LegalBasis)?;
    let is_joined = |part: &&&Part| part.text.contains("; Căn cứ") || part.text.contains("; căn cứ");
    let wrong: Vec<&Part> = all.iter().filter(is_joined).copied().collect();
    found.summed(&wrong, "gộp nhiều căn cứ");
    Ok(())
}
