//! Trích yếu of more letters than the exchange of documents takes.

use crate::decree::Component;
use crate::decree::measured::SUBJECT_LETTERS;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Kinds, Rule, Silence};

/// Trích yếu of more letters than the exchange of documents takes.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T07",
        title: "trích yếu quá dài",
        about: "Trường trích yếu của văn bản điện tử chứa tối đa 500 ký tự.",
    },
    basis: Basis::Sample,
    kinds: Kinds::Named,
    clause: "Phụ lục VI",
    docx: "số ký tự của trích yếu",
    pdf: "số ký tự của trích yếu",
    cure: "Viết gọn trích yếu.",
    wrong: "trích yếu 620 ký tự",
    right: "trích yếu 120 ký tự",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::Subject)?;
    let letters: usize = case.parts.of(Component::Subject).map(|line| line.text.chars().count() + 1).sum();
    if letters > SUBJECT_LETTERS + 1 {
        found.on(part.piece, &format!("trích yếu dài {} ký tự, tối đa {SUBJECT_LETTERS}", letters - 1));
    }
    Ok(())
}
