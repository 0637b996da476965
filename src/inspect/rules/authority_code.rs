//! An authority to sign that is written otherwise than TM., KT., TL., TUQ., Q.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// An authority to sign that is written otherwise than TM., KT., TL., TUQ., Q.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-K02",
        title: "chữ viết tắt quyền hạn ký sai",
        about: "Quyền hạn ký viết tắt là TM., KT., TL., TUQ., Q., sau dấu chấm có một dấu cách; «T/M» là kiểu của Đảng.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 7",
    docx: "chữ đầu dòng quyền hạn",
    pdf: "chữ đầu dòng quyền hạn",
    cure: "Viết «TM. ỦY BAN NHÂN DÂN», «KT. CHỦ TỊCH».",
    wrong: "T/M ỦY BAN NHÂN DÂN",
    right: "TM. ỦY BAN NHÂN DÂN",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::SigningAuthority)?;
    let is_right = |text: &str| ["TM. ", "KT. ", "TL. ", "TUQ. ", "Q. "].iter().any(|code| text.starts_with(code));
    let wrong: Vec<&Part> = all.into_iter().filter(|part| !is_right(&part.text)).collect();
    found.summed(&wrong, "ghi quyền hạn ký không đúng dạng TM., KT., TL., TUQ., Q. và một dấu cách");
    Ok(())
}
