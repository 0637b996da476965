//! A symbol that is not the office's.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::number::number_symbol;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence, not_applicable};

/// A symbol that is not the office's.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S07",
        title: "ký hiệu khác chữ viết tắt của cơ quan",
        about: "Nhóm chữ sau tên loại là chữ viết tắt tên cơ quan, do người đứng đầu quy định.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "ký hiệu so với thiết lập",
    pdf: "ký hiệu so với thiết lập",
    cure: "Sửa chữ viết tắt tên cơ quan trong ký hiệu.",
    wrong: "KH-UB",
    right: "KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Some(expected) = &case.expected.symbol else {
        return Err(not_applicable("thiết lập không ghi chữ viết tắt của cơ quan"));
    };
    let part = case.first(Component::NumberSymbol)?;
    let line = number_symbol(&part.text);
    if !line.groups().contains(&expected.as_str()) {
        found.on(
            part.piece,
            &format!("ký hiệu «{}» không có chữ viết tắt của cơ quan «{expected}»", line.symbol.unwrap_or_default()),
        );
    }
    Ok(())
}
