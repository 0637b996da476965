//! «Nơi nhận:» of another form.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// «Nơi nhận:» of another form.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R01",
        title: "«Nơi nhận:» sai cách trình bày",
        about: "«Nơi nhận:» đứng riêng một dòng sát lề trái, cỡ 12, nghiêng, đậm, sau có dấu hai chấm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "chữ, cỡ, kiểu chữ",
    pdf: "chữ, cỡ, kiểu chữ",
    cure: "Chọn «Nơi nhận:», đặt cỡ 12, đậm, nghiêng.",
    wrong: "Nơi nhận cỡ 14, đứng",
    right: "Nơi nhận: cỡ 12, đậm, nghiêng",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::RecipientsLabel)?;
    if part.text != "Nơi nhận:" {
        found.on(
            part.piece,
            &format!("«{}» phải viết là «Nơi nhận:», đứng riêng một dòng", crate::vietnamese::shortened(&part.text)),
        );
    }
    judge(case, found, Component::RecipientsLabel, Aspects::Face)
}
