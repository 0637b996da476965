//! Paragraphs of the body that are not justified.

use crate::decree::Component;
use crate::decree::measured::LETTERS_OF_TWO_LINES;
use crate::diagnostic::Code;
use crate::inspect::observed::Align;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// Paragraphs of the body that are not justified.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B01",
        title: "nội dung không căn đều hai bên",
        about: "Nội dung văn bản được canh đều cả hai lề.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cách căn của các đoạn nội dung dài",
    pdf: "hai mép của các đoạn nội dung nhiều dòng",
    cure: "Chọn các đoạn nội dung, mở hộp Đoạn (Paragraph): Căn lề (Alignment) là Đều (Justified), hoặc Ctrl+J.",
    wrong: "đoạn căn trái",
    right: "đoạn căn đều",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_long = |part: &Part| {
        let paragraph = case.observed.paragraph(part.piece);
        let letters = part.text.chars().count();
        paragraph.lines.map_or(letters > LETTERS_OF_TWO_LINES, |lines| lines > 2)
    };
    let body: Vec<_> =
        case.body()?.into_iter().filter(|part| part.component == Component::BodyText && is_long(part)).collect();
    let measured: Vec<_> =
        body.iter().filter_map(|part| Some((*part, case.observed.paragraph(part.piece).align?))).collect();
    if measured.is_empty() {
        return Err(not_measured("không có đoạn nội dung đủ dài"));
    }
    let wrong: Vec<&Part> = measured.iter().filter(|(_, align)| *align != Align::Both).map(|(part, _)| *part).collect();
    found.summed(&wrong, "không căn đều hai bên");
    Ok(())
}
