//! A điểm that is bold, or whose letter has another form than a).

use crate::diagnostic::Code;
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// A điểm that is bold, or whose letter has another form than a).
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N05",
        title: "điểm sai cách trình bày",
        about: "Điểm dùng chữ cái thường, sau là dấu đóng ngoặc đơn: a), b); chữ đứng, không đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "dạng chữ cái, chữ đậm của các điểm",
    pdf: "dạng chữ cái, chữ đậm của các điểm",
    cure: "Viết «a)», bỏ đậm.",
    wrong: "a. Nội dung; (a) Nội dung",
    right: "a) Nội dung",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let points: Vec<&Part> = case
        .parts
        .body()
        .filter(|part| matches!(part.marker, Some(Marker::Letter(_) | Marker::OtherLetter(_))))
        .collect();
    if points.is_empty() {
        return Err(not_applicable("nội dung không có điểm «a)»"));
    }
    let (other, right): (Vec<&Part>, Vec<&Part>) =
        points.into_iter().partition(|part| matches!(part.marker, Some(Marker::OtherLetter(_))));
    found.summed(&other, "là điểm không viết dạng «a)»");
    let is_bold = |part: &&Part| case.observed.share(part.piece, |face| face.is_bold) > 500;
    let bold: Vec<&Part> = right.into_iter().filter(is_bold).collect();
    found.summed(&bold, "là điểm in đậm; quy định không đậm");
    Ok(())
}
