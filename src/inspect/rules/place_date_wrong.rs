//! A place and date of another form.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::date_fields;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A place and date of another form.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-D01",
        title: "địa danh, thời gian sai cách viết",
        about: "Viết địa danh, dấu phẩy, rồi «ngày … tháng … năm …» bằng chữ và đủ bốn chữ số của năm.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 4",
    docx: "chữ của dòng địa danh, thời gian",
    pdf: "chữ của dòng địa danh, thời gian",
    cure: "Gõ lại theo mẫu «Bình Minh, ngày 05 tháng 3 năm 2026».",
    wrong: "Bình Minh ngày 5/3/2026",
    right: "Bình Minh, ngày 05 tháng 3 năm 2026",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let says_date = |text: &str| text.to_lowercase().contains("ngày");
    if case.parts.first(Component::PlaceDate).is_none() && case.is_whole() && !case.head_says(says_date) {
        found.in_file("không thấy dòng địa danh, ngày tháng năm ban hành dưới Tiêu ngữ");
        return Ok(());
    }
    let part = case.first(Component::PlaceDate)?;
    let mut faults = Vec::new();
    let (place, _) = part.text.split_once("ngày").unwrap_or((&part.text, ""));
    match place.trim_end().strip_suffix(',') {
        None => faults.push("thiếu dấu phẩy sau địa danh"),
        Some(place) if place.ends_with(char::is_whitespace) => faults.push("có dấu cách trước dấu phẩy"),
        Some(_) => {}
    }
    if date_fields(&part.text).is_none_or(|[_, _, year]| !year.is_empty() && year.len() != 4) {
        faults.push("ngày tháng năm không đúng dạng «ngày … tháng … năm …»");
    }
    if !faults.is_empty() {
        found.on(part.piece, &format!("dòng «{}» {}", part.text, faults.join(", ")));
    }
    Ok(())
}
