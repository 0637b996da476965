//! Words of Tiêu ngữ that are not the decree's.

use crate::decree::{Component, NATIONAL_MOTTO};
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Words of Tiêu ngữ that are not the decree's.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H04",
        title: "Tiêu ngữ sai chữ",
        about: "Tiêu ngữ là «Độc lập - Tự do - Hạnh phúc»: chữ cái đầu mỗi cụm viết hoa, giữa các cụm là gạch nối có cách chữ.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "chữ của dòng Tiêu ngữ",
    pdf: "chữ của dòng Tiêu ngữ",
    cure: "Gõ lại: Độc lập - Tự do - Hạnh phúc.",
    wrong: "Độc lập-Tự do-Hạnh phúc",
    right: "Độc lập - Tự do - Hạnh phúc",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Some(part) = case.parts.first(Component::NationalMotto) else {
        case.first(Component::NationalTitle)?;
        found.in_file(&format!("không thấy Tiêu ngữ «{NATIONAL_MOTTO}» dưới Quốc hiệu"));
        return Ok(());
    };
    // Which sign stands between is another rule's.
    let words = part.text.replace(['–', '—', '‐', '‑', '−'], "-");
    if words != NATIONAL_MOTTO {
        found.on(part.piece, &format!("Tiêu ngữ «{}» sai chữ; đúng là «{NATIONAL_MOTTO}»", part.text));
    }
    Ok(())
}
