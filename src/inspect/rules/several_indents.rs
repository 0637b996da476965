//! Both indents in one document.

use crate::decree::{Allowed, Component};
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};
use crate::units::Length;

/// Both indents in one document.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B04",
        title: "hai cách thụt đầu dòng",
        about: "Một văn bản nên dùng một giá trị thụt đầu dòng.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "thụt đầu dòng của các đoạn nội dung",
    pdf: "đầu dòng so với các dòng sau",
    cure: "Chọn các đoạn nội dung, mở hộp Đoạn (Paragraph): Đặc biệt (Special) là Dòng đầu (First line), cùng một giá trị.",
    wrong: "đoạn 1 cm, đoạn 1,27 cm",
    right: "mọi đoạn 1,27 cm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let rule = &case.decree.spacing.first_line;
    let Allowed::OneOf(values) = rule.allowed else { return Ok(()) };
    let tolerance = case.tolerance().indent.to_emu();
    let near = |indent: Length, value: Length| (indent - value).to_emu().abs() <= tolerance;
    let body = case.body()?;
    let of = |value: Length| -> Vec<&Part> {
        let is_so =
            |part: &&Part| case.observed.paragraph(part.piece).first_line.is_some_and(|indent| near(indent, value));
        body.iter().copied().filter(|part| part.component == Component::BodyText).filter(is_so).collect()
    };
    let groups: Vec<_> =
        values.iter().map(|&value| (value, of(value))).filter(|(_, parts)| !parts.is_empty()).collect();
    if let Some((value, fewest)) = groups.iter().min_by_key(|(_, parts)| parts.len()).filter(|_| groups.len() > 1) {
        found.summed(
            fewest,
            &format!("thụt đầu dòng {}, các đoạn khác thụt khác; nên dùng một giá trị", value.display_mm()),
        );
    }
    Ok(())
}
