//! Page numbers that are not Arabic.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::numbered;

/// Page numbers that are not Arabic.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P06", title: "số trang không phải chữ số Ả Rập", about: "Số trang viết bằng chữ số Ả Rập."
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "dạng số của số trang",
    pdf: "chữ số của số trang",
    cure: "Mở thẻ Chèn (Insert) > Số trang (Page Number) > Định dạng (Format), chọn dạng 1, 2, 3.",
    wrong: "số trang ii",
    right: "số trang 2",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if let Some((sheet, _)) = numbered(case)?.into_iter().find(|(_, number)| !number.is_decimal) {
        found.at(&sheet.place, "số trang không viết bằng chữ số Ả Rập (1, 2, 3)");
    }
    Ok(())
}
