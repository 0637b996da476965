//! Paragraphs that are nearer to each other than 6 pt.

use crate::decree::{Allowed, Component};
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// Paragraphs that are nearer to each other than 6 pt.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B05",
        title: "khoảng cách giữa các đoạn quá hẹp",
        about: "Khoảng cách giữa các đoạn tối thiểu 6 pt.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "khoảng cách (Before, After) giữa các đoạn nội dung",
    pdf: "khoảng cách giữa các đoạn nội dung",
    cure: "Chọn các đoạn nội dung, mở hộp Đoạn (Paragraph): Trước (Before) hoặc Sau (After) là 6 pt, bỏ dấu Không thêm khoảng cách (Don't add space).",
    wrong: "cách 3 pt",
    right: "cách 6 pt",
    check,
    ..Rule::USUAL
};

/// So many paragraphs, and one of so many, are too close before a PDF is said to have them so.
const SEVERAL: usize = 4;

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Allowed::Range(least, _) = case.decree.spacing.paragraph_gap.allowed else { return Ok(()) };
    let least_measured = least - case.tolerance().gap;
    let body = case.body()?;
    // The number of a Phần and its title are one heading.
    let is_heading = |part: &Part| matches!(part.component, Component::PartTitle);
    let follows = |pair: &&[&Part]| pair[1].piece.paragraph == pair[0].piece.paragraph + 1 && !is_heading(pair[1]);
    let pairs = body.windows(2).filter(follows);
    let measured: Vec<_> =
        pairs.filter_map(|pair| Some((pair[1], case.observed.paragraph(pair[1].piece).gap?))).collect();
    if measured.is_empty() {
        return Err(not_measured("không có hai đoạn nội dung liền nhau để đo"));
    }
    let wrong: Vec<_> = measured.iter().filter(|(_, gap)| *gap < least_measured).collect();
    // In a PDF a broken line may pass for a paragraph; where paragraphs stand too close, many do.
    let is_pdf = case.observed.medium == Medium::Pdf;
    if is_pdf && (wrong.len() < SEVERAL || wrong.len() * SEVERAL < measured.len()) {
        return Ok(());
    }
    if let Some((_, gap)) = wrong.first() {
        let parts: Vec<&Part> = wrong.iter().map(|(part, _)| *part).collect();
        found
            .summed(&parts, &format!("cách đoạn trên {}; quy định tối thiểu {}", gap.display_pt(), least.display_pt()));
    }
    Ok(())
}
