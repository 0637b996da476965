//! No post and name of who signs.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Column;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::vietnamese::fold;

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
            None if case.is_whole() && !case.is_draft() && !says_signature(case) => {
                found.in_file("cuối văn bản không thấy chức vụ, họ tên người ký");
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

/// Whether anything in the file might be a signature: words of one, a picture, a box.
fn says_signature(case: &Case<'_>) -> bool {
    const POSTS: [&str; 7] = ["chutich", "giamdoc", "truong", "chanh", "bithu", "nguoiky", "noinhan"];
    let observed = case.observed;
    let ends = case.body().ok().and_then(|body| body.last().map(|part| part.piece.paragraph));
    let rest = observed.paragraphs.get(ends.map_or(0, |last| last + 1)..).unwrap_or_default();
    !observed.boxes.is_empty()
        || rest.iter().any(|paragraph| {
            let folded = fold(&paragraph.text);
            paragraph.column != Column::Full || POSTS.iter().any(|post| folded.contains(post))
        })
}
