//! A number on the first page.

use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// A number on the first page.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P02",
        title: "trang đầu có số trang",
        about: "Không hiển thị số trang ở trang thứ nhất của văn bản.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "số trang ở trang đầu",
    pdf: "số ở đầu trang 1",
    cure: "Mở thẻ Đầu trang và Chân trang (Header & Footer), đánh dấu Trang đầu khác (Different First Page) rồi xóa số ở trang đầu.",
    wrong: "trang 1 có số 1",
    right: "trang 1 không có số",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Some(sheet) = case.observed.sheets.first() else { return Err(not_measured("tệp không có trang")) };
    let number = match case.observed.medium {
        Medium::Docx => &sheet.first_number,
        Medium::Pdf => &sheet.number,
    };
    if number.is_some() {
        found.at(&sheet.place, "trang thứ nhất có số trang; số chỉ hiện từ trang 2");
    }
    Ok(())
}
