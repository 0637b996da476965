//! A page number at the foot of the page.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::numbered;

/// A page number at the foot of the page.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P08",
        title: "số trang ở chân trang",
        about: "Số trang đặt trong phần lề trên của văn bản, không đặt ở chân trang.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "trường số trang ở chân trang",
    pdf: "số ở chân trang",
    cure: "Mở thẻ Chèn (Insert) > Số trang (Page Number) > Đầu trang (Top of Page), chọn kiểu ở giữa; trong thẻ Đầu trang và Chân trang đánh dấu Trang đầu khác (Different First Page).",
    wrong: "số trang ở chân trang",
    right: "số trang ở đầu trang",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if let Some((sheet, _)) = numbered(case)?.into_iter().find(|(_, number)| !number.is_above) {
        found.at(&sheet.place, "số trang ở chân trang; phải ở giữa, trong lề trên");
    }
    Ok(())
}
