//! The issuer of a wrong size, weight or case, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// The issuer of a wrong size, weight or case, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H09",
        title: "tên cơ quan ban hành sai cỡ, kiểu chữ",
        about: "Tên cơ quan ban hành in hoa, cỡ 12–13, kiểu chữ đứng, đậm, canh giữa.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 2",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "tên cơ quan không đậm",
    right: "tên cơ quan đậm, in hoa",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::Issuer, Aspects::Centered)
}
