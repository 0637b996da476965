//! A Phần or Chương that is not in the middle, bold, on a line of its own.

use crate::diagnostic::Code;
use crate::inspect::face::judge_numbered;
use crate::inspect::parts::Marker;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A Phần or Chương that is not in the middle, bold, on a line of its own.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N01",
        title: "số Phần, Chương sai cách trình bày",
        about: "Chữ «Phần» và số thứ tự đứng riêng một dòng, ở giữa, in thường, cỡ 13–14, đứng, đậm; tiêu đề ở dòng dưới, in hoa, đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cỡ, kiểu chữ, căn giữa",
    pdf: "cỡ, kiểu chữ, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Phần I căn trái",
    right: "Phần I ở giữa, đậm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge_numbered(case, found, |marker| matches!(marker, Marker::Part(_)))
}
