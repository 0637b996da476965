//! «Phụ lục I» of another size than 14, in capitals, or not bold and in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge_parts};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// «Phụ lục I» of another size than 14, in capitals, or not bold and in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A01",
        title: "dòng «Phụ lục» sai cách trình bày",
        about: "«Phụ lục I» đứng riêng một dòng ở giữa, in thường, cỡ 14, kiểu chữ đứng, đậm.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "cỡ, kiểu chữ, căn giữa",
    pdf: "cỡ, kiểu chữ, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "PHỤ LỤC I",
    right: "Phụ lục I",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all: Vec<_> = case.parts.everywhere(Component::AppendixNumber).collect();
    judge_parts(case, found, Component::AppendixNumber, Aspects::Centered, &all)
}
