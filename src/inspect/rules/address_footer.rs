//! The address at the foot of the first page.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable, not_measured};

/// The address at the foot of the first page.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-X04",
        title: "địa chỉ cơ quan ở chân trang",
        about: "Địa chỉ, thư điện tử, điện thoại (nếu có) ở chân trang thứ nhất, cỡ 11–12, đứng, dưới đường kẻ dài bằng dòng chữ.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 4",
    docx: "cần người đọc",
    pdf: "cần người đọc",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, _: &mut Findings<'_>) -> Result<(), Silence> {
    let says = |text: &&String| {
        text.contains("ĐT:") || text.contains("Fax") || text.contains("E-mail") || text.contains("Website")
    };
    if case.observed.traits.elsewhere.iter().any(|text| says(&text)) {
        return Err(not_measured("cỡ chữ và đường kẻ ở chân trang cần người xem"));
    }
    Err(not_applicable("chân trang không ghi địa chỉ cơ quan"))
}
