//! Sizes of Quốc hiệu, Tiêu ngữ and the place line that do not go together.

use crate::decree::Component;
use crate::decree::measured::{is_a_set, permitted_sizes};
use crate::diagnostic::Code;
use crate::inspect::face::allows_size;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::units::Length;

/// Sizes of Quốc hiệu, Tiêu ngữ and the place line that do not go together.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-F03",
        title: "cỡ chữ Quốc hiệu, Tiêu ngữ, địa danh không theo bộ",
        about: "Quốc hiệu cỡ 13 thì Tiêu ngữ và địa danh cỡ 14; Quốc hiệu cỡ 12 thì Tiêu ngữ và địa danh cỡ 13.",
    },
    clause: "Phụ lục I, phần I, bảng mẫu chữ",
    docx: "cỡ chữ của ba dòng",
    pdf: "cỡ chữ của ba dòng",
    cure: "Đặt Quốc hiệu 13, Tiêu ngữ 14, địa danh và thời gian 14; hoặc 12, 13, 13.",
    wrong: "Quốc hiệu 13, Tiêu ngữ 13, địa danh 14",
    right: "Quốc hiệu 13, Tiêu ngữ 14, địa danh 14",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let parts = [Component::NationalTitle, Component::NationalMotto, Component::PlaceDate];
    let mut sizes = [Length::ZERO; 3];
    for (size, component) in sizes.iter_mut().zip(parts) {
        let face = case.observed.face(case.first(component)?.piece);
        *size = face.map(|face| face.size).ok_or_else(|| not_measured("không đo được cỡ chữ"))?;
        // A size that is wrong by itself has a rule of its own.
        if !allows_size(case, &permitted_sizes(component), *size) {
            return Ok(());
        }
    }
    let [title, motto, place] = sizes;
    if !is_a_set(title, motto, place, case.tolerance().size) {
        let words = sizes.map(|size| size.display_pt()).join(", ");
        let message = format!("Quốc hiệu, Tiêu ngữ, địa danh cỡ {words}; phải là 13, 14, 14 hoặc 12, 13, 13");
        found.on(case.first(Component::NationalTitle)?.piece, &message);
    }
    Ok(())
}
