//! A mục «I.» that is not in capitals, bold, with the indent of the body.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge_parts};
use crate::inspect::observed::{Align, Medium};
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A mục «I.» that is not in capitals, bold, with the indent of the body.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N03",
        title: "tiêu đề mục I. sai cách trình bày",
        about: "Mục «I.» in hoa, cỡ 13–14, đứng, đậm, lùi đầu dòng như nội dung, không căn giữa.",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cỡ, kiểu chữ, in hoa, cách căn",
    pdf: "cỡ, kiểu chữ, in hoa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "I. Mục đích, yêu cầu",
    right: "I. MỤC ĐÍCH, YÊU CẦU",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_section = |part: &&Part| matches!(part.marker, Some(Marker::Roman(_)));
    let all: Vec<&Part> = case.parts.everywhere(Component::SectionTitle).filter(is_section).collect();
    judge_parts(case, found, Component::SectionTitle, Aspects::Face, &all)?;
    if case.observed.medium == Medium::Docx {
        let is_centered = |part: &&Part| case.observed.paragraph(part.piece).align == Some(Align::Center);
        let wrong: Vec<&Part> = all.into_iter().filter(is_centered).collect();
        found.summed(&wrong, "là tiêu đề mục, căn giữa; mẫu của Nghị định lùi đầu dòng như nội dung");
    }
    Ok(())
}
