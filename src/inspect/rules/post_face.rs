//! An authority or post of a wrong size, weight or case.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge_parts};
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// An authority or post of a wrong size, weight or case.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K03",
        title: "quyền hạn, chức vụ người ký sai cỡ, kiểu chữ",
        about: "Quyền hạn, chức vụ của người ký in hoa, cỡ 13–14, kiểu chữ đứng, đậm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 7",
    docx: "cỡ, kiểu chữ, in hoa",
    pdf: "cỡ, kiểu chữ, in hoa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "Chủ tịch in thường",
    right: "CHỦ TỊCH in hoa, đậm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let is_post = |part: &&Part| matches!(part.component, Component::SigningAuthority | Component::SignerPost);
    let all: Vec<&Part> = case.parts.all.iter().filter(is_post).collect();
    judge_parts(case, found, Component::SignerPost, Aspects::Face, &all)
}
