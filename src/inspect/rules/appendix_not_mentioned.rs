//! Appendices that the document never mentions.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::vietnamese::fold;

/// Appendices that the document never mentions.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A06",
        title: "nội dung không dẫn tới phụ lục",
        about: "Trong nội dung văn bản phải có chỉ dẫn về từng phụ lục.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "chữ «phụ lục» trong nội dung",
    pdf: "chữ «phụ lục» trong nội dung",
    cure: "Thêm vào nội dung chỗ dẫn: «(Chi tiết tại Phụ lục I)».",
    wrong: "nội dung không nhắc phụ lục",
    right: "(Chi tiết tại Phụ lục I)",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let numbers = case.every(Component::AppendixNumber)?;
    let first = numbers.first().map(|part| part.piece).ok_or_else(|| not_applicable("văn bản không có phụ lục"))?;
    let own = case.observed.paragraphs.get(..first.paragraph).unwrap_or_default();
    let mentions = |paragraph: &crate::inspect::observed::Paragraph| {
        let folded = fold(&paragraph.text);
        folded.contains("phuluc") || folded.contains("kemtheo")
    };
    if !own.iter().any(mentions) {
        found.on(first, "nội dung văn bản không có chỗ nào dẫn tới phụ lục");
    }
    Ok(())
}
