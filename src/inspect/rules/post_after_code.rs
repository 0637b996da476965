//! A head after KT., or a deputy after TM. alone.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A head after KT., or a deputy after TM. alone.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K06",
        title: "chức vụ không hợp với quyền hạn ký",
        about: "Sau KT. là chức vụ của cấp phó; sau TM. mà không có KT. là chức vụ của người đứng đầu.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "chức vụ dưới dòng quyền hạn",
    pdf: "chức vụ dưới dòng quyền hạn",
    cure: "Cấp phó ký thay: TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH.",
    wrong: "KT. CHỦ TỊCH / CHỦ TỊCH",
    right: "KT. CHỦ TỊCH / PHÓ CHỦ TỊCH",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    case.first(Component::SigningAuthority)?;
    let parts: Vec<_> = case
        .parts
        .all
        .iter()
        .filter(|part| matches!(part.component, Component::SigningAuthority | Component::SignerPost))
        .collect();
    for pair in parts.windows(2) {
        let (above, below) = (pair[0], pair[1]);
        if below.component != Component::SignerPost {
            continue;
        }
        let is_deputy = below.text.starts_with("PHÓ ");
        if above.text.starts_with("KT. ") && !is_deputy && !below.text.starts_with("Q. ") {
            found.on(below.piece, &format!("dưới «{}» là «{}», phải là chức vụ của cấp phó", above.text, below.text));
            break;
        }
        if above.text.starts_with("TM. ") && is_deputy {
            found.on(below.piece, &format!("dưới «{}» là cấp phó «{}» mà thiếu dòng KT.", above.text, below.text));
            break;
        }
    }
    Ok(())
}
