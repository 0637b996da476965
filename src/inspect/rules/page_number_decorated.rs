//! Words or signs beside a page number.

use crate::diagnostic::Code;
use crate::inspect::piece::squeezed;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};
use crate::inspect::sheets::numbered;

/// Words or signs beside a page number.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P09",
        title: "số trang có chữ, dấu kèm theo",
        about: "Số trang chỉ gồm con số, không kèm chữ «Trang», gạch hay tổng số trang.",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục I",
    docx: "chữ khác cùng dòng với số trang",
    pdf: "chữ khác cùng dòng với số trang",
    cure: "Bấm đúp vào đầu trang và xóa mọi chữ, dấu bên cạnh số trang.",
    wrong: "- 2 -, Trang 2/5",
    right: "2",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if let Some((sheet, number)) = numbered(case)?.into_iter().find(|(_, number)| squeezed(&number.line) != "#") {
        found.at(&sheet.place, &format!("số trang in là «{}», chỉ nên có con số", squeezed(&number.line)));
    }
    Ok(())
}
