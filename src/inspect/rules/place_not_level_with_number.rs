//! Place and date that are not level with the number.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::units::Length;

/// Place and date that are not level with the number.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-D04",
        title: "địa danh không ngang dòng số, ký hiệu",
        about: "Địa danh và thời gian trình bày trên cùng một dòng với số, ký hiệu.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 4",
    docx: "hàng của hai dòng trong bảng đầu văn bản",
    pdf: "độ cao của hai dòng",
    cure: "Đặt hai dòng trong cùng một hàng của bảng đầu văn bản.",
    wrong: "địa danh thấp hơn số một dòng",
    right: "hai dòng ngang nhau",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let number = case.observed.paragraph(case.first(Component::NumberSymbol)?.piece);
    let part = case.first(Component::PlaceDate)?;
    let place = case.observed.paragraph(part.piece);
    match case.observed.medium {
        Medium::Docx => {
            let (Some(number), Some(place)) = (number.row, place.row) else {
                return Err(not_measured("hai dòng không nằm cạnh nhau trong bảng"));
            };
            // The first row may hold a whole block; only rows below tell.
            if number.0 == place.0 && number.1 > 0 && place.1 > 0 && number.1 != place.1 {
                found.on(part.piece, "địa danh, thời gian không cùng hàng với số, ký hiệu");
            } else if number.1 == 0 || place.1 == 0 {
                return Err(not_measured("mỗi khối đầu văn bản nằm trong một ô, không biết độ cao từng dòng"));
            }
        }
        Medium::Pdf => {
            let (Some(one), Some(other)) = (number.first_baseline, place.first_baseline) else {
                return Err(not_measured("không đo được độ cao hai dòng"));
            };
            let off = Length::emu((one - other).to_emu().abs());
            if off > case.tolerance().level {
                found.on(part.piece, &format!("địa danh, thời gian lệch dòng số, ký hiệu {}", off.display_mm()));
            }
        }
    }
    Ok(())
}
