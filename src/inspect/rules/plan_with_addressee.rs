//! «Kính gửi» or «Như trên» in a kế hoạch.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence};

/// «Kính gửi» or «Như trên» in a kế hoạch.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R06",
        title: "«Kính gửi», «Như trên» trong kế hoạch",
        about: "Kế hoạch không có «Kính gửi», nên nơi nhận không ghi «Như trên».",
    },
    kinds: Kinds::Plans,
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "«Kính gửi», «Như trên»",
    pdf: "«Kính gửi», «Như trên»",
    cure: "Xóa «Kính gửi»; ghi rõ từng nơi nhận.",
    wrong: "- Như trên;",
    right: "- UBND tỉnh;",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if let Some(piece) = case.parts.addressee {
        found.on(piece, "kế hoạch không có «Kính gửi»");
    }
    let recipients = case.parts.of(Component::Recipient);
    if let Some(part) = recipients.into_iter().find(|part| part.folded().starts_with("nhutren")) {
        found.on(part.piece, "kế hoạch không có «Kính gửi», nên không ghi «Như trên» ở nơi nhận");
    }
    Ok(())
}
