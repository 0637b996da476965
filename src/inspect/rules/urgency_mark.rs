//! A mark of urgency whose box is not the decree's.

use crate::decree::Component;
use crate::decree::measured::BOX_TOLERANCE;
use crate::diagnostic::Code;
use crate::inspect::boxes::{face_faults, size_fault};
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::vietnamese::fold;

/// A mark of urgency whose box is not the decree's.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-X01",
        title: "dấu chỉ độ khẩn sai cỡ, màu",
        about: "Dấu HỎA TỐC 30 × 8 mm, THƯỢNG KHẨN 40 × 8 mm, KHẨN 20 × 8 mm; chữ in hoa, cỡ 13–14, đậm, trong khung viền đơn, màu đỏ tươi.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 2",
    docx: "cỡ khung, chữ, màu",
    pdf: "cỡ khung, chữ, màu",
    cure: "Đặt khung đúng cỡ, viền đơn đỏ, chữ in hoa, cỡ 13–14, đậm.",
    wrong: "HỎA TỐC khung 40 × 10 mm",
    right: "HỎA TỐC khung 30 × 8 mm",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let marks = &case.decree.marks;
    let widths =
        [("hoatoc", &marks.flash_width), ("thuongkhan", &marks.immediate_width), ("khan", &marks.urgent_width)];
    let mut is_there = false;
    for boxed in &case.observed.boxes {
        let folded = fold(&boxed.text);
        let Some((_, width)) = widths.iter().find(|(words, _)| *words == folded) else { continue };
        is_there = true;
        let mut faults = face_faults(case, Component::UrgencyMark, boxed);
        faults.extend(size_fault(boxed, width, &marks.height, BOX_TOLERANCE));
        faults.extend((!boxed.has_border).then(|| "không có khung viền".to_owned()));
        let is_red = |color: [u8; 3]| color[0] > 150 && color[1] < 100 && color[2] < 100;
        faults.extend((!boxed.face.color.is_some_and(is_red)).then(|| "không có màu đỏ".to_owned()));
        if !faults.is_empty() {
            found.at(&boxed.place, &format!("dấu «{}» {}", boxed.text.trim(), faults.join(", ")));
        }
    }
    if is_there { Ok(()) } else { Err(not_applicable("văn bản không có dấu chỉ độ khẩn")) }
}
