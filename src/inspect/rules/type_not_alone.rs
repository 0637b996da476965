//! Tên loại that is not alone on its line, or missing.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence};

/// Tên loại that is not alone on its line, or missing.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T01",
        title: "tên loại không đứng riêng một dòng",
        about: "Tên loại đứng riêng một dòng, trích yếu ở dòng dưới.",
    },
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "chữ của dòng tên loại",
    pdf: "chữ của dòng tên loại",
    cure: "Xuống dòng (Enter) sau tên loại.",
    wrong: "KẾ HOẠCH Triển khai…",
    right: "KẾ HOẠCH / Triển khai…",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::DocumentType)?;
    let name = case.parts.kind.document_type().map_or("", |kind| kind.name);
    if part.text.to_uppercase() != name {
        found.on(
            part.piece,
            &format!("tên loại không đứng riêng một dòng: «{}»", crate::vietnamese::shortened(&part.text)),
        );
    }
    Ok(())
}
