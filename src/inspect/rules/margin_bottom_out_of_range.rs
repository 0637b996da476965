//! The lower margin outside its range.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::{BOTTOM, judge_margin};

/// The lower margin outside its range.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M04", title: "lề dưới ngoài quy định", about: "Lề dưới của văn bản là 20–25 mm."
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "lề dưới của các phần (section) khổ dọc",
    pdf: "từ dòng cuối đến mép dưới, chỉ xét có quá hẹp không",
    cure: "Mở thẻ Bố cục (Layout) > Lề (Margins) > Lề tùy chỉnh, đặt trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm, áp dụng cho toàn văn bản (Whole document).",
    wrong: "lề dưới 15 mm",
    right: "lề dưới 20 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge_margin(case, found, &BOTTOM, &case.decree.page.margin_bottom)
}
