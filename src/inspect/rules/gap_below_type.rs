//! A gap between tên loại and trích yếu.

use crate::decree::Component;
use crate::decree::measured::WITHIN_TITLE;
use crate::diagnostic::{Code, Severity};
use crate::inspect::rule::{Case, Findings, Kinds, Rule, Silence};

/// A gap between tên loại and trích yếu.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-T08",
        title: "khoảng trống giữa tên loại và trích yếu",
        about: "Trích yếu ở ngay dưới tên loại, không có dòng trống.",
    },
    kinds: Kinds::Named,
    clause: "Phụ lục I, phần I, mục II, khoản 5",
    docx: "khoảng cách, dòng trống giữa hai dòng",
    pdf: "khoảng cách giữa hai dòng",
    cure: "Xóa dòng trống giữa tên loại và trích yếu.",
    wrong: "KẾ HOẠCH, dòng trống, trích yếu",
    right: "KẾ HOẠCH, trích yếu ngay dưới",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    case.first(Component::DocumentType)?;
    let part = case.first(Component::Subject)?;
    let paragraph = case.observed.paragraph(part.piece);
    let far = paragraph.gap.filter(|gap| gap.to_emu() > 0 && !WITHIN_TITLE.allows_within(*gap, case.tolerance().gap));
    if paragraph.empty_above > 0 {
        found.graded_on(Severity::Info, part.piece, "có dòng trống giữa tên loại và trích yếu");
    } else if let Some(gap) = far {
        found.graded_on(
            Severity::Info,
            part.piece,
            &format!("trích yếu cách tên loại {}, nên ở ngay dưới", gap.display_pt()),
        );
    }
    Ok(())
}
