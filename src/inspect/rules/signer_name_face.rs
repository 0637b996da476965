//! The signer's name of a wrong size, weight or case, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// The signer's name of a wrong size, weight or case, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K04",
        title: "họ tên người ký sai cỡ, kiểu chữ",
        about: "Họ tên người ký in thường, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 7",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "NGUYỄN VĂN AN",
    right: "Nguyễn Văn An",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::SignerName, Aspects::Centered)
}
