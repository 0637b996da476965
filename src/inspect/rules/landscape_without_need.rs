//! A page on its side without a table or an appendix.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Sheet;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A page on its side without a table or an appendix.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M02",
        title: "trang nằm ngang không cần thiết",
        about: "Văn bản trình bày theo chiều dài của giấy A4; chỉ xoay ngang khi có bảng, biểu rộng hoặc ở phụ lục.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "phần (section) khổ ngang có bảng hoặc là phụ lục",
    pdf: "trang ngang có bảng hoặc là phụ lục",
    cure: "Mở thẻ Bố cục (Layout) > Hướng (Orientation), chọn Dọc (Portrait) cho phần này.",
    wrong: "trang chỉ có chữ nằm ngang",
    right: "trang chỉ có chữ đứng dọc",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let landscape = case.observed.sheets.iter().filter(|sheet| sheet.is_landscape);
    let first_appendix = case.parts.everywhere(Component::AppendixNumber).map(|part| part.piece.paragraph).next();
    let is_appendix = |sheet: &Sheet| first_appendix.is_some_and(|first| sheet.paragraphs.end > first);
    let has_table = |sheet: &Sheet| {
        let is_on = |table: &crate::inspect::observed::Table| {
            table.paragraphs.start < sheet.paragraphs.end && sheet.paragraphs.start < table.paragraphs.end
        };
        case.observed.tables.iter().any(is_on)
    };
    if let Some(sheet) =
        landscape.filter(|sheet| !sheet.paragraphs.is_empty()).find(|sheet| !is_appendix(sheet) && !has_table(sheet))
    {
        found.at(&sheet.place, "trang nằm ngang mà không có bảng và không phải phụ lục");
    }
    Ok(())
}
