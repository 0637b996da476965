//! An Điều that is not bold.

use crate::diagnostic::Code;
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// An Điều that is not bold.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N10",
        title: "Điều không in đậm",
        about: "«Điều 1.» in thường, cỡ chữ của nội dung, đứng, đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "chữ đậm của «Điều 1.»",
    pdf: "chữ đậm của «Điều 1.»",
    cure: "Chọn «Điều 1.», bấm Ctrl+B.",
    wrong: "Điều 1. chữ thường",
    right: "Điều 1. chữ đậm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let articles: Vec<&Part> =
        case.parts.body().filter(|part| matches!(part.marker, Some(Marker::Article(_)))).collect();
    if articles.is_empty() {
        return Err(not_applicable("nội dung không có Điều"));
    }
    let is_plain = |part: &&Part| case.observed.share(part.piece, |face| face.is_bold) == 0;
    let wrong: Vec<&Part> = articles.into_iter().filter(is_plain).collect();
    found.summed(&wrong, "là Điều không in đậm");
    Ok(())
}
