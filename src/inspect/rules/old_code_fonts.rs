//! Letters of typefaces that are no Unicode.

use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// Letters of typefaces that are no Unicode.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-F05",
        title: "phông mã cũ, chữ không có mã Unicode",
        about: "Phông mã cũ (.VnTime, VNI-Times) hiện đúng trên máy có phông ấy, nhưng mã chữ không phải Unicode: nơi nhận đọc, tìm, chép đều sai.",
    },
    basis: Basis::Practice,
    clause: "Phụ lục I, phần I, mục I, khoản 3",
    docx: "phông mã TCVN3, VNI",
    pdf: "chữ không tra được mã Unicode, phông mã cũ",
    cure: "Dùng Unikey (Ctrl+Shift+F6) chuyển bảng mã sang Unicode rồi đặt phông Times New Roman.",
    wrong: "phông .VnTime",
    right: "phông Times New Roman, mã Unicode",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let fonts = &case.observed.traits.legacy_fonts;
    if !fonts.is_empty() {
        found.in_file(&format!("có chữ dùng phông mã cũ {}, không phải Unicode", fonts.join(", ")));
    } else if case.observed.traits.unmapped > 0 {
        found.in_file(&format!("có {} chữ không tra được mã Unicode", case.observed.traits.unmapped));
    }
    Ok(())
}
