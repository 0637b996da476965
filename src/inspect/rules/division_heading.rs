//! A Mục or Tiểu mục that is not in the middle, bold, on a line of its own.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge_parts};
use crate::inspect::parts::{Marker, Part};
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
    let is_such = |part: &&&Part| matches!(part.marker, Some(Marker::Division(_)));
    let all: Vec<_> = case.parts.of(Component::PartNumber).collect();
    let numbers: Vec<&Part> = all.iter().filter(is_such).copied().collect();
    judge_parts(case, found, Component::PartNumber, Aspects::Centered, &numbers)?;
    let body = case.body()?;
    let after =
        |part: &Part| body.iter().position(|other| other.piece == part.piece).and_then(|at| body.get(at + 1)).copied();
    let titles: Vec<&Part> =
        numbers.iter().filter_map(|part| after(part)).filter(|part| part.component == Component::PartTitle).collect();
    if titles.is_empty() { Ok(()) } else { judge_parts(case, found, Component::PartTitle, Aspects::Centered, &titles) }
}
