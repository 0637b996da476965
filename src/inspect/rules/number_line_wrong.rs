//! A number and symbol of another form.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::kind::TYPES;
use crate::inspect::number::number_symbol;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A number and symbol of another form.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S01",
        title: "số, ký hiệu sai cách viết",
        about: "Viết «Số:», số, gạch chéo rồi ký hiệu in hoa: «Số: 05/KH-UBND».",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 3",
    docx: "chữ của dòng số, ký hiệu",
    pdf: "chữ của dòng số, ký hiệu",
    cure: "Gõ lại theo mẫu «Số: 05/KH-UBND»; chưa có số thì để trống trước gạch chéo.",
    wrong: "Số 05/KH-UBND",
    right: "Số: 05/KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if case.parts.first(Component::NumberSymbol).is_none()
        && case.is_whole()
        && !case.head_says(|text| text.contains('/'))
    {
        found.in_file("không thấy dòng số, ký hiệu dưới tên cơ quan ban hành");
        return Ok(());
    }
    let part = case.first(Component::NumberSymbol)?;
    let line = number_symbol(&part.text);
    let mut faults = Vec::new();
    match line.head {
        "Số:" => {}
        "Số" => faults.push("thiếu dấu hai chấm sau «Số»".to_owned()),
        head => faults.push(format!("bắt đầu bằng «{head}», không phải «Số:»")),
    }
    match line.symbol {
        None | Some("") => faults.push("thiếu gạch chéo và ký hiệu".to_owned()),
        Some(symbol) => {
            // Abbreviations of kinds and of persons' offices have small letters of their own.
            let is_small =
                |group: &&str| TYPES.iter().all(|kind| kind.code != *group) && !group.chars().any(char::is_uppercase);
            if line.groups().iter().any(is_small) {
                faults.push(format!("ký hiệu «{symbol}» không in hoa"));
            }
        }
    }
    if !faults.is_empty() {
        found.on(part.piece, &format!("số, ký hiệu «{}» {}", part.text, faults.join(", ")));
    }
    Ok(())
}
