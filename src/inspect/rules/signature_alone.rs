//! A signature that stands alone on its page.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence, not_measured};

/// A signature that stands alone on its page.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K07",
        title: "chữ ký đứng một mình ở trang cuối",
        about: "Khối nơi nhận, chữ ký nên cùng trang với ít nhất vài dòng cuối của nội dung.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    pdf: "trang của chữ ký và của dòng cuối nội dung",
    cure: "Đánh dấu Giữ với đoạn sau (Keep with next) cho đoạn cuối, hoặc chỉnh giãn dòng để chữ ký về cùng trang.",
    wrong: "trang 5 chỉ có chữ ký",
    right: "trang 5 có đoạn cuối và chữ ký",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let post = case.first(Component::SigningAuthority).or_else(|_| case.first(Component::SignerPost))?;
    let closing = case
        .parts
        .first(Component::RecipientsLabel)
        .map_or(post.piece.paragraph, |label| label.piece.paragraph.min(post.piece.paragraph));
    let page = case.observed.paragraph(post.piece).page;
    let above = case.observed.paragraphs.get(..closing).and_then(<[_]>::last);
    let (Some(page), Some(above)) = (page, above) else {
        return Err(not_measured("không biết trang của chữ ký"));
    };
    let last_page = above.last_page;
    if last_page.is_some_and(|last| last < page) {
        found.on(
            post.piece,
            &format!("khối chữ ký ở trang {page}, nội dung hết ở trang {}", last_page.unwrap_or_default()),
        );
    }
    Ok(())
}
