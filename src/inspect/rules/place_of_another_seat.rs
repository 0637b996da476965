//! A place that is not the office's.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};

/// A place that is not the office's.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-D05",
        title: "địa danh khác nơi cơ quan đóng",
        about: "Địa danh là tên đơn vị hành chính nơi cơ quan đóng trụ sở; đơn vị mang tên số, người, sự kiện viết cả danh từ chung.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 4",
    docx: "địa danh so với thiết lập",
    pdf: "địa danh so với thiết lập",
    cure: "Sửa địa danh theo nơi cơ quan đóng trụ sở.",
    wrong: "Quảng Ngãi, ngày … (của UBND xã Bình Minh)",
    right: "Bình Minh, ngày …",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let Some(expected) = &case.expected.place else {
        return Err(not_applicable("thiết lập không ghi địa danh"));
    };
    let part = case.first(Component::PlaceDate)?;
    let place = part.text.split(',').next().unwrap_or_default().trim();
    if place != expected {
        found.on(part.piece, &format!("địa danh «{place}» khác địa danh của cơ quan «{expected}»"));
    }
    Ok(())
}
