//! A body that does not end with ./.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Column;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence, not_applicable};

/// A body that does not end with ./.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B08",
        title: "thiếu dấu kết thúc «./.»",
        about: "Nội dung văn bản kết thúc bằng «./.», như các mẫu của Nghị định.",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "chữ cuối của nội dung",
    pdf: "chữ cuối của nội dung",
    cure: "Thêm «./.» sau câu cuối của nội dung.",
    wrong: "… tổ chức thực hiện.",
    right: "… tổ chức thực hiện./.",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let body = case.body()?;
    let Some(last) = body.last() else { return Ok(()) };
    if case.parts.first(Component::RecipientsLabel).is_none() && case.parts.first(Component::SignerPost).is_none() {
        return Err(not_applicable("không thấy phần kết thúc văn bản"));
    }
    let next = case.observed.paragraphs.get(last.piece.paragraph + 1);
    let is_before_table = next.is_some_and(|next| matches!(next.column, Column::Table(_)));
    let has_own = case.parts.first(Component::EndMark).is_some();
    let end: String = last.text.chars().filter(|letter| !letter.is_whitespace()).collect();
    if !has_own && !is_before_table && !end.ends_with("./.") && !end.ends_with("/.") {
        found.on(last.piece, &format!("nội dung kết thúc bằng «{}», thiếu «./.»", tail(&last.text)));
    }
    Ok(())
}

/// The last words of a text.
fn tail(text: &str) -> String {
    let words: Vec<_> = text.split(' ').collect();
    words[words.len().saturating_sub(4)..].join(" ")
}
