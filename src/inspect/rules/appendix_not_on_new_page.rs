//! An appendix that does not begin a page.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// An appendix that does not begin a page.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A08",
        title: "phụ lục không bắt đầu trang mới",
        about: "Mỗi phụ lục bắt đầu ở một trang mới.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "ngắt trang trước «Phụ lục»",
    pdf: "vị trí của dòng «Phụ lục»",
    cure: "Đặt con trỏ trước «Phụ lục», bấm Ctrl+Enter.",
    wrong: "Phụ lục ngay dưới chữ ký",
    right: "Phụ lục ở đầu trang mới",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::AppendixNumber)?;
    let wrong: Vec<&Part> = all.into_iter().filter(|part| !case.observed.paragraph(part.piece).begins_page).collect();
    found.summed(&wrong, "không bắt đầu trang mới");
    Ok(())
}
