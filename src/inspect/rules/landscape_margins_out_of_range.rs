//! Margins of a page on its side outside their ranges.

use crate::decree::measured::LANDSCAPE_BOTTOM;
use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence, not_applicable};
use crate::inspect::sheets::{BOTTOM, LEFT, RIGHT, TOP, margin_fault};

/// Margins of a page on its side outside their ranges.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-M08",
        title: "lề trang ngang ngoài quy định",
        about: "Trang ngang giữ lề như trang dọc: trên, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm; lề dưới từ 15 mm vẫn chấp nhận như mẫu của Nghị định.",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục I",
    docx: "lề của các phần (section) khổ ngang",
    pdf: "lề của các trang ngang",
    cure: "Mở thẻ Bố cục (Layout) > Lề (Margins) > Lề tùy chỉnh, đặt trên 20–25 mm, dưới 20–25 mm, trái 30–35 mm, phải 15–20 mm, áp dụng cho toàn văn bản (Whole document).",
    wrong: "trang ngang có lề trái 20 mm",
    right: "trang ngang có lề trái 30 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    if !case.observed.sheets.iter().any(|sheet| sheet.is_landscape) {
        return Err(not_applicable("văn bản không có trang ngang"));
    }
    let page = &case.decree.page;
    let margins = [
        (&TOP, &page.margin_top),
        (&BOTTOM, &LANDSCAPE_BOTTOM),
        (&LEFT, &page.margin_left),
        (&RIGHT, &page.margin_right),
    ];
    let faults: Vec<_> = margins
        .into_iter()
        .filter_map(|(margin, rule)| margin_fault(case, margin, rule, true).ok().flatten())
        .collect();
    if let Some((place, _)) = faults.first() {
        let all: Vec<_> = faults.iter().map(|(_, message)| message.as_str()).collect();
        found.at(place, &format!("trang ngang có {}", all.join("; ")));
    }
    Ok(())
}
