//! No post and name of who signs.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// No post and name of who signs.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K01",
        title: "thiếu chức vụ, họ tên người ký",
        about: "Văn bản có chức vụ và họ tên của người ký ở cuối, bên phải.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 7",
    docx: "khối bên phải cuối văn bản",
    pdf: "khối bên phải cuối văn bản",
    cure: "Ghi chức vụ và họ tên người ký ở khối bên phải cuối văn bản.",
    wrong: "chỉ có chức vụ",
    right: "CHỦ TỊCH / Nguyễn Văn An",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let post = case.parts.first(Component::SignerPost).or(case.parts.first(Component::SigningAuthority));
    let Some(post) = post else {
        return match case.parts.first(Component::RecipientsLabel) {
            Some(label) if case.observed.paragraph(label.piece).row.is_some() => {
                found.on(label.piece, "không thấy chức vụ người ký bên phải «Nơi nhận»");
                Ok(())
            }
            Some(_) | None => Err(not_measured("không thấy khối nơi nhận và chữ ký")),
        };
    };
    if !case.is_draft() && case.parts.first(Component::SignerName).is_none() {
        found.on(post.piece, "dưới chức vụ không thấy họ tên người ký");
    }
    Ok(())
}
