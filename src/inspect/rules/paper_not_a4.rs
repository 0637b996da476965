//! Paper that is no A4.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// Paper that is no A4.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M01",
        title: "khổ giấy không phải A4",
        about: "Văn bản hành chính in trên giấy A4, 210 mm × 297 mm.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "khổ giấy của từng phần (section)",
    pdf: "khổ của từng trang",
    cure: "Mở thẻ Bố cục (Layout) > Cỡ giấy (Size), chọn A4.",
    wrong: "khổ Letter 215,9 × 279,4 mm",
    right: "khổ A4 210 × 297 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let (width, height) = (&case.decree.page.width, &case.decree.page.height);
    let tolerance = case.tolerance().page;
    let is_a4 = |one, other| width.allows_within(one, tolerance) && height.allows_within(other, tolerance);
    let wrong = |sheet: &&crate::inspect::observed::Sheet| {
        !is_a4(sheet.width, sheet.height) && !is_a4(sheet.height, sheet.width)
    };
    if let Some(sheet) = case.observed.sheets.iter().find(wrong) {
        let (width, height) = (sheet.width.display_mm(), sheet.height.display_mm());
        found.at(&sheet.place, &format!("khổ giấy {width} × {height}, không phải A4 (210 mm × 297 mm)"));
    }
    Ok(())
}
