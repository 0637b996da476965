//! First lines indented by another length than 1 cm or 1,27 cm.

use crate::decree::Allowed;
use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::{Align, Medium};
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::units::Length;

/// First lines indented by another length than 1 cm or 1,27 cm.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B03",
        title: "thụt đầu dòng ngoài quy định",
        about: "Chữ đầu dòng lùi vào 1 cm hoặc 1,27 cm, không có giá trị khác.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "thụt đầu dòng của các đoạn có dòng sau sát lề",
    pdf: "đầu dòng so với các dòng sau",
    cure: "Chọn các đoạn nội dung, mở hộp Đoạn (Paragraph): Đặc biệt (Special) là Dòng đầu (First line) 1 cm hoặc 1,27 cm.",
    wrong: "thụt 1,5 cm",
    right: "thụt 1,27 cm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let rule = &case.decree.spacing.first_line;
    let tolerance = case.tolerance().indent;
    let is_flush = |left: Length| left.to_emu().abs() <= tolerance.to_emu();
    let indent = |part: &Part| {
        let paragraph = case.observed.paragraph(part.piece);
        let is_prose = part.component == Component::BodyText
            && paragraph.align != Some(Align::Center)
            && !paragraph.has_layout_spaces;
        // A single line of a PDF does not tell its indent from its edge; two that begin alike may be two paragraphs.
        let least = if paragraph.first_line.is_some_and(Length::is_zero) { 3 } else { 2 };
        let is_told = case.observed.medium == Medium::Docx || paragraph.lines.is_some_and(|lines| lines >= least);
        (is_prose && is_told && paragraph.left.is_some_and(is_flush)).then_some(paragraph.first_line?)
    };
    let measured: Vec<_> = case.body()?.into_iter().filter_map(|part| Some((part, indent(part)?))).collect();
    if measured.is_empty() {
        return Err(not_measured("không có đoạn nội dung để đo"));
    }
    let wrong: Vec<_> = measured.iter().filter(|(_, indent)| !rule.allows_within(*indent, tolerance)).collect();
    if let Some((_, indent)) = wrong.first() {
        let permitted = match rule.allowed {
            Allowed::OneOf(values) => values.iter().map(|value| value.display_mm()).collect::<Vec<_>>().join(" hoặc "),
            Allowed::Range(least, most) => format!("{}–{}", least.display_mm(), most.display_mm()),
        };
        let parts: Vec<&Part> = wrong.iter().map(|(part, _)| *part).collect();
        found.summed(&parts, &format!("thụt đầu dòng {}; quy định {permitted}", indent.display_mm()));
    }
    Ok(())
}
