//! Words of Quốc hiệu that are not the decree's.

use crate::decree::{Component, NATIONAL_TITLE};
use crate::diagnostic::{Code, Severity};
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::vietnamese::fold;

/// Words of Quốc hiệu that are not the decree's.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H01",
        title: "Quốc hiệu sai chữ",
        about: "Quốc hiệu là «CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM».",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "chữ của dòng Quốc hiệu",
    pdf: "chữ của dòng Quốc hiệu",
    cure: "Gõ lại: CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM.",
    wrong: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIÊT NAM",
    right: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Some(part) = case.parts.first(Component::NationalTitle) else {
        found.in_file(&format!("không thấy Quốc hiệu «{NATIONAL_TITLE}»"));
        return Ok(());
    };
    // Whether its letters are capital is another rule's.
    let words = part.text.to_uppercase();
    if words == NATIONAL_TITLE || !fold(NATIONAL_TITLE).starts_with(&part.folded()) {
        return Ok(());
    }
    if words.replace("HOÀ", "HÒA") == NATIONAL_TITLE {
        found.graded_on(Severity::Info, part.piece, "Quốc hiệu viết «HOÀ», Nghị định viết «HÒA»");
    } else if fold(&words) == fold(NATIONAL_TITLE) {
        found.on(part.piece, &format!("Quốc hiệu «{}» sai chữ; đúng là «{NATIONAL_TITLE}»", part.text));
    }
    Ok(())
}
