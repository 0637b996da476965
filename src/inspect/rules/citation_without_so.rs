//! A citation without «số» before its number.

use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A citation without «số» before its number.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C06",
        title: "viện dẫn thiếu chữ «số»",
        about: "Trước số của văn bản được viện dẫn có chữ «số»: «Kế hoạch số 12/KH-UBND».",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "viện dẫn trong nội dung",
    pdf: "viện dẫn trong nội dung",
    cure: "Thêm chữ «số» trước số của văn bản.",
    wrong: "Kế hoạch 12/KH-UBND",
    right: "Kế hoạch số 12/KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let body = case.parts.all.iter();
    let wrong: Vec<&Part> = body.filter(|part| is_without(&part.text)).collect();
    found.summed(&wrong, "viện dẫn văn bản thiếu chữ «số» trước số");
    Ok(())
}

const KINDS: [&str; 8] =
    ["Nghị định ", "Nghị quyết ", "Quyết định ", "Kế hoạch ", "Thông tư ", "Chỉ thị ", "Công văn ", "Hướng dẫn "];

/// Whether a number with a symbol follows the name of a kind at once.
fn is_without(text: &str) -> bool {
    KINDS.iter().any(|kind| {
        text.match_indices(kind).any(|(at, _)| {
            let word = text[at + kind.len()..].split_whitespace().next().unwrap_or_default();
            let digits = word.chars().take_while(char::is_ascii_digit).count();
            let rest = &word[digits..];
            let symbol = rest.rsplit('/').next().unwrap_or_default();
            digits > 0 && rest.starts_with('/') && symbol.contains('-') && symbol.starts_with(char::is_uppercase)
        })
    })
}
