//! Numbers such as 1.1. that the decree does not know.

use crate::diagnostic::Code;
use crate::inspect::parts::{Marker, Part};
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// Numbers such as 1.1. that the decree does not know.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-N09",
        title: "số «1.1.» ngoài Nghị định",
        about: "Nghị định chỉ có phần, mục I., khoản 1., điểm a); «1.1.» là thói quen, không sai nhưng ngoài quy định.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "số ở đầu đoạn",
    pdf: "số ở đầu đoạn",
    cure: "Có thể thay «1.1.» bằng «a)».",
    wrong: "1.1. Nội dung",
    right: "a) Nội dung",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let wrong: Vec<&Part> = case.parts.body().filter(|part| part.marker == Some(Marker::Nested)).collect();
    found.summed(&wrong, "đánh số kiểu «1.1.», ngoài cách đánh số của Nghị định");
    Ok(())
}
