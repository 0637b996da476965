//! The title of an appendix of a wrong size, weight or case, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge_parts};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// The title of an appendix of a wrong size, weight or case, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A03",
        title: "tiêu đề phụ lục sai cách trình bày",
        about: "Tiêu đề phụ lục in hoa, cỡ 13–14, kiểu chữ đứng, đậm, ở giữa.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "cỡ, kiểu chữ, căn giữa",
    pdf: "cỡ, kiểu chữ, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Danh mục nhiệm vụ",
    right: "DANH MỤC NHIỆM VỤ",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all: Vec<_> = case.parts.everywhere(Component::AppendixTitle).collect();
    judge_parts(case, found, Component::AppendixTitle, Aspects::Centered, &all)
}
