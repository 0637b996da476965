//! Parts that do not stand in the order of the decree.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence, not_applicable};

/// Parts that do not stand in the order of the decree.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-X06",
        title: "thứ tự các phần sai",
        about: "Thứ tự: tên cơ quan và Quốc hiệu; số, ký hiệu và địa danh; tên loại, trích yếu; nội dung; nơi nhận và chữ ký.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "thứ tự các phần",
    pdf: "độ cao các phần trên trang",
    cure: "Sắp xếp lại các phần theo sơ đồ của Phụ lục I.",
    wrong: "tên loại trên Quốc hiệu",
    right: "Quốc hiệu trên tên loại",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let order = [
        Component::NationalTitle,
        Component::PlaceDate,
        Component::DocumentType,
        Component::Subject,
        Component::RecipientsLabel,
    ];
    let parts: Vec<_> = order.into_iter().filter_map(|component| case.parts.first(component)).collect();
    if parts.len() < 2 {
        return Err(not_applicable("không đủ các phần để so"));
    }
    let height = |part: &crate::inspect::parts::Part| {
        let paragraph = case.observed.paragraph(part.piece);
        match case.observed.medium {
            Medium::Docx => Some((0, i64::try_from(part.piece.paragraph).ok()?)),
            Medium::Pdf => Some((paragraph.page?, paragraph.first_baseline?.to_emu())),
        }
    };
    for pair in parts.windows(2) {
        if let (Some(above), Some(below)) = (height(pair[0]), height(pair[1]))
            && above > below
        {
            found
                .on(pair[1].piece, &format!("«{}» đứng trên «{}»", pair[1].component.term(), pair[0].component.term()));
            break;
        }
    }
    Ok(())
}
