//! The right margin outside its range.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::{RIGHT, judge_margin};

/// The right margin outside its range.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M06", title: "lề phải ngoài quy định", about: "Lề phải của văn bản là 15–20 mm."
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "lề phải của các phần (section) khổ dọc",
    pdf: "từ cuối dòng căn đều đến mép phải",
    cure: "Mở thẻ Bố cục (Layout) > Lề (Margins) > Lề tùy chỉnh, đặt trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm, áp dụng cho toàn văn bản (Whole document).",
    wrong: "lề phải 25 mm",
    right: "lề phải 15 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge_margin(case, found, &RIGHT, &case.decree.page.margin_right)
}
