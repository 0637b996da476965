//! «Nơi nhận:» that is not level with the signature.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};
use crate::units::Length;

/// «Nơi nhận:» that is not level with the signature.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-R02",
        title: "«Nơi nhận» không ngang khối chữ ký",
        about: "«Nơi nhận:» ở bên trái, ngang với dòng đầu của quyền hạn, chức vụ người ký.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 9",
    docx: "hàng của hai khối",
    pdf: "độ cao của hai dòng đầu",
    cure: "Đặt hai khối trong một bảng hai cột không viền, cùng căn lên đầu ô.",
    wrong: "«Nơi nhận:» thấp hơn chức vụ hai dòng",
    right: "hai dòng đầu ngang nhau",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let label = case.first(Component::RecipientsLabel)?;
    let left = case.observed.paragraph(label.piece);
    let signs = |part: &&crate::inspect::parts::Part| {
        let is_signature = matches!(part.component, Component::SigningAuthority | Component::SignerPost);
        is_signature && part.piece.paragraph > label.piece.paragraph
    };
    let first =
        case.parts.all.iter().find(signs).ok_or_else(|| not_measured("không thấy chữ ký bên phải «Nơi nhận»"))?;
    let right = case.observed.paragraph(first.piece);
    match case.observed.medium {
        Medium::Docx => match (left.row, right.row) {
            (Some(left), Some(right)) if left.0 == right.0 && left.1 != right.1 => {
                found.on(label.piece, "«Nơi nhận:» không cùng hàng với dòng đầu của chữ ký");
            }
            (Some(_), Some(_)) => {}
            (Some(_) | None, _) => return Err(not_measured("hai khối không nằm cạnh nhau trong bảng")),
        },
        Medium::Pdf => {
            let (Some(one), Some(other), true) = (left.first_baseline, right.first_baseline, left.page == right.page)
            else {
                return Err(not_measured("không đo được độ cao hai dòng"));
            };
            let off = Length::emu((one - other).to_emu().abs());
            if off > case.tolerance().level {
                found.on(label.piece, &format!("«Nơi nhận:» lệch dòng đầu của chữ ký {}", off.display_mm()));
            }
        }
    }
    Ok(())
}
