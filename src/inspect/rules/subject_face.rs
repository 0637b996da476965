//! Trích yếu of a wrong size or weight, in capitals, or not in the middle.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::face::{Aspects, judge};
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence};

/// Trích yếu of a wrong size or weight, in capitals, or not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T03",
        title: "trích yếu sai cỡ, kiểu chữ",
        about: "Trích yếu in thường, cỡ 13–14, kiểu chữ đứng, đậm, canh giữa dưới tên loại.",
    },
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "cỡ, kiểu chữ, in thường, căn giữa",
    pdf: "cỡ, kiểu chữ, in thường, căn giữa",
    cure: "Chọn dòng đó, đặt cỡ chữ và kiểu chữ trong thẻ Trang đầu (Home).",
    wrong: "TRIỂN KHAI CÔNG TÁC…",
    right: "Triển khai công tác…",
    check,
    ..Rule::USUAL
};

/// How many words tên loại has at most: what is longer holds a trích yếu.
const MOST_WORDS: usize = 4;

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let kind = case.first(Component::DocumentType)?;
    if case.parts.first(Component::Subject).is_none() && case.is_whole() {
        // Below it căn cứ or the first number of the body stands: there is no room for one.
        let next = case.parts.all.iter().find(|part| part.piece > kind.piece);
        let is_body = |part: &&Part| part.component == Component::LegalBasis || part.marker.is_some();
        let below = next.filter(is_body).filter(|next| next.piece.paragraph == kind.piece.paragraph + 1);
        if below.is_some() && kind.text.split(' ').count() <= MOST_WORDS {
            found.on(kind.piece, &format!("dưới tên loại «{}» không có trích yếu nội dung", kind.text));
            return Ok(());
        }
    }
    judge(case, found, Component::Subject, Aspects::Centered)
}
