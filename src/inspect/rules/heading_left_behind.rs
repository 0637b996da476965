//! A heading that may stand alone at the foot of a page.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A heading that may stand alone at the foot of a page.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B09",
        title: "tiêu đề rời khỏi nội dung",
        about: "Tiêu đề không đứng một mình ở cuối trang, tách khỏi đoạn sau.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    pdf: "tiêu đề ở dòng cuối của trang",
    cure: "Chọn các đoạn nội dung, mở hộp Đoạn (Paragraph): thẻ Ngắt dòng và trang (Line and Page Breaks), đánh dấu Giữ với đoạn sau (Keep with next).",
    wrong: "«II. KINH PHÍ» ở cuối trang 1",
    right: "«II. KINH PHÍ» sang trang 2 cùng nội dung",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let body = case.body()?;
    let is_heading = |part: &Part| {
        matches!(
            part.component,
            Component::PartNumber | Component::PartTitle | Component::SectionTitle | Component::ClauseTitle
        )
    };
    let page = |part: &Part| case.observed.paragraph(part.piece).page;
    let is_left = |pair: &&[&Part]| {
        let follows = pair[1].piece.paragraph == pair[0].piece.paragraph + 1;
        follows
            && is_heading(pair[0])
            && matches!((page(pair[0]), page(pair[1])), (Some(one), Some(next)) if next > one)
    };
    let wrong: Vec<&Part> = body.windows(2).filter(is_left).map(|pair| pair[0]).collect();
    found.summed(&wrong, "là tiêu đề ở cuối trang, nội dung ở trang sau");
    Ok(())
}
