//! The upper margin outside its range.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::{TOP, judge_margin};

/// The upper margin outside its range.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M03", title: "lề trên ngoài quy định", about: "Lề trên của văn bản là 20–25 mm."
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "lề trên của các phần (section) khổ dọc",
    pdf: "từ mép trên đến dòng đầu của trang",
    cure: "Mở thẻ Bố cục (Layout) > Lề (Margins) > Lề tùy chỉnh, đặt trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm, áp dụng cho toàn văn bản (Whole document).",
    wrong: "lề trên 27 mm",
    right: "lề trên 20 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge_margin(case, found, &TOP, &case.decree.page.margin_top)
}
