//! Room for binding, or margins that change sides.

use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// Room for binding, or margins that change sides.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M07",
        title: "lề đóng gáy, lề đối xứng",
        about: "Lề đóng gáy (gutter) cộng thêm vào lề trái, lề đối xứng (mirror margins) đổi chỗ lề trái, phải ở trang chẵn: cả hai làm lề thật khác lề đã đặt.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "lề đóng gáy, lề đối xứng",
    cure: "Mở thẻ Bố cục (Layout) > Lề (Margins) > Lề tùy chỉnh, đặt Gáy (Gutter) bằng 0 và Nhiều trang (Multiple pages) là Bình thường (Normal).",
    wrong: "lề đóng gáy 10 mm",
    right: "lề đóng gáy 0",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    for sheet in &case.observed.sheets {
        if let Some(gutter) = sheet.gutter.filter(|gutter| gutter.to_twips() > 0) {
            found.at(&sheet.place, &format!("lề đóng gáy (gutter) {}, nên để 0", gutter.display_mm()));
            break;
        }
    }
    if let Some(sheet) = case.observed.sheets.iter().find(|sheet| sheet.is_mirrored == Some(true)) {
        found.at(&sheet.place, "lề trái, lề phải đổi chỗ ở trang chẵn (mirror margins), nên để như nhau");
    }
    Ok(())
}
