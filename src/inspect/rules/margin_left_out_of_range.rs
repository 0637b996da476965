//! The left margin outside its range.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::{LEFT, judge_margin};

/// The left margin outside its range.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M05", title: "lề trái ngoài quy định", about: "Lề trái của văn bản là 30–35 mm."
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "lề trái của các phần (section) khổ dọc",
    pdf: "từ mép trái đến dòng không thụt",
    cure: "Mở thẻ Bố cục (Layout) > Lề (Margins) > Lề tùy chỉnh, đặt trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm, áp dụng cho toàn văn bản (Whole document).",
    wrong: "lề trái 25 mm",
    right: "lề trái 30 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge_margin(case, found, &LEFT, &case.decree.page.margin_left)
}
