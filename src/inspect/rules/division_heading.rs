//! A Mục or Tiểu mục that is not in the middle, bold, on a line of its own.

use crate::diagnostic::Code;
use crate::inspect::face::judge_numbered;
use crate::inspect::parts::Marker;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A Mục or Tiểu mục that is not in the middle, bold, on a line of its own.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N02",
        title: "số Mục, Tiểu mục sai cách trình bày",
        about: "Chữ «Mục» và số thứ tự đứng riêng một dòng, ở giữa, in thường, cỡ 13–14, đứng, đậm; tiêu đề ở dòng dưới, in hoa, đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cỡ, kiểu chữ, căn giữa",
    pdf: "cỡ, kiểu chữ, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Mục 1 căn trái",
    right: "Mục 1 ở giữa, đậm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge_numbered(case, found, |marker| matches!(marker, Marker::Division(_)))
}
