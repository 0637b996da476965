//! The mark of who drafted it of a wrong look.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// The mark of who drafted it of a wrong look.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-X05",
        title: "ký hiệu người soạn thảo",
        about: "Ký hiệu người soạn thảo in hoa, số lượng bản trong ngoặc, cỡ 11, kiểu chữ đứng: PL.(300).",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 4",
    docx: "chữ, cỡ, kiểu chữ",
    pdf: "chữ, cỡ, kiểu chữ",
    cure: "Viết «PL.(300)», cỡ 11, đứng.",
    wrong: "pl.(300)",
    right: "PL.(300)",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::DrafterMark)?;
    let letters: String = part.text.chars().take_while(|letter| letter.is_alphabetic()).collect();
    if !letters.starts_with(char::is_uppercase) {
        found.on(part.piece, &format!("ký hiệu người soạn thảo «{}» không in hoa", part.text));
    }
    judge(case, found, Component::DrafterMark, Aspects::Face)
}
