//! Tên loại that is not alone on its line, or missing.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::piece::is_capitals;
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
    let text = part.text.to_uppercase();
    let Some(rest) = text.strip_prefix(name) else {
        found.on(part.piece, &format!("tên loại «{}» viết thừa dấu cách, dấu câu; viết «{name}»", part.text));
        return Ok(());
    };
    if rest.is_empty() || is_capitals(&part.text) && is_part_of_name(rest) {
        return Ok(());
    }
    let message = if rest.chars().any(char::is_alphanumeric) {
        format!("tên loại không đứng riêng một dòng: «{}»", crate::vietnamese::shortened(&part.text))
    } else {
        format!("sau tên loại «{}» thừa dấu «{}»", part.text, rest.trim())
    };
    found.on(part.piece, &message);
    Ok(())
}

/// Whether words in capitals only say which one of the kind it is: «BÁO CÁO TỔNG KẾT».
fn is_part_of_name(rest: &str) -> bool {
    const MOST_WORDS: usize = 3;
    rest.starts_with(' ') && rest.split_whitespace().count() <= MOST_WORDS
}
