//! A khoản of which only the beginning is bold.

use crate::decree::Component;
use crate::diagnostic::{Code, Severity};
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// A khoản of which only the beginning is bold.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N04",
        title: "khoản đậm một phần",
        about: "Tiêu đề của khoản đứng riêng một dòng, đậm; khoản không có tiêu đề thì không đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "chữ đậm trong các khoản «1.»",
    pdf: "chữ đậm trong các khoản «1.»",
    cure: "Tách tiêu đề thành một dòng riêng, hoặc bỏ đậm.",
    wrong: "**1. Thời gian:** quý I năm 2026",
    right: "1. Thời gian: quý I năm 2026",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_clause = |part: &&Part| matches!(part.marker, Some(Marker::Arabic(_)));
    let body: Vec<_> = case.parts.body().filter(is_clause).collect();
    if body.is_empty() {
        return Err(not_applicable("nội dung không có khoản «1.»"));
    }
    let bold = |part: &Part| case.observed.share(part.piece, |face| face.is_bold);
    let is_partly = |part: &&Part| part.component == Component::BodyText && (100..900).contains(&bold(part));
    let wrong: Vec<&Part> = body.into_iter().filter(is_partly).collect();
    found.summed_as(Severity::Warning, &wrong, "là khoản đậm một phần; tiêu đề đậm phải đứng riêng một dòng");
    Ok(())
}
