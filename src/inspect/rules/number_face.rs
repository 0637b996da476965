//! Number and symbol of another size than 13, bold, italic, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Number and symbol of another size than 13, bold, italic, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S05",
        title: "số, ký hiệu sai cỡ, kiểu chữ",
        about: "Số, ký hiệu cỡ 13, kiểu chữ đứng, không đậm, canh giữa dưới tên cơ quan ban hành.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 3",
    docx: "cỡ, kiểu chữ, in hoa, căn giữa",
    pdf: "cỡ, kiểu chữ, in hoa, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "số, ký hiệu cỡ 14",
    right: "số, ký hiệu cỡ 13",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    judge(case, found, Component::NumberSymbol, Aspects::Centered)
}
