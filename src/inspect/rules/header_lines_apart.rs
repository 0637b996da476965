//! Space between Quốc hiệu and Tiêu ngữ.

use crate::decree::Allowed;
use crate::decree::Component;
use crate::decree::measured::{PITCH, WITHIN_HEADER};
use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// Space between Quốc hiệu and Tiêu ngữ.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H07",
        title: "Quốc hiệu, Tiêu ngữ cách xa",
        about: "Quốc hiệu và Tiêu ngữ cách nhau dòng đơn.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "khoảng cách, giãn dòng của hai dòng",
    pdf: "khoảng cách của hai dòng",
    cure: "Chọn hai dòng, mở thẻ Trang đầu (Home) > Giãn dòng (Line Spacing), đặt Đơn (Single), Trước (Before) và Sau (After) bằng 0.",
    wrong: "cách 12 pt",
    right: "cách dòng đơn",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    case.first(Component::NationalTitle)?;
    let motto = case.first(Component::NationalMotto)?;
    let paragraph = case.observed.paragraph(motto.piece);
    let most = match PITCH.allowed {
        Allowed::Range(_, most) => most.to_permille(),
        Allowed::OneOf(_) => return Ok(()),
    };
    let far = paragraph.gap.filter(|gap| {
        motto.piece.line.is_none_or(|line| line == 0)
            && !WITHIN_HEADER.allows_within(*gap, WITHIN_HEADER.chosen)
            && gap.to_emu() > 0
    });
    if let Some(gap) = far {
        found.on(motto.piece, &format!("Tiêu ngữ cách Quốc hiệu thêm {}; phải cách dòng đơn", gap.display_pt()));
    } else if paragraph.pitch.is_some_and(|pitch| pitch > most + case.tolerance().pitch) {
        found.on(motto.piece, "Quốc hiệu, Tiêu ngữ giãn dòng quá 1,5; phải cách dòng đơn");
    }
    if paragraph.gap.is_none() && paragraph.pitch.is_none() {
        Err(not_measured("không đo được khoảng cách hai dòng"))
    } else {
        Ok(())
    }
}
