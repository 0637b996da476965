//! Agencies and Quốc hiệu that do not begin level.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// Agencies and Quốc hiệu that do not begin level.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-H12",
        title: "hai khối đầu văn bản không ngang nhau",
        about: "Khối tên cơ quan và khối Quốc hiệu, Tiêu ngữ bắt đầu trên cùng một hàng.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 1",
    docx: "hàng của hai khối",
    pdf: "độ cao của hai dòng đầu",
    cure: "Đặt hai khối trong một bảng hai cột không viền, cùng căn lên đầu ô.",
    wrong: "tên cơ quan thấp hơn Quốc hiệu một dòng",
    right: "hai dòng đầu ngang nhau",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let title = case.first(Component::NationalTitle)?;
    let left = case.first(Component::ParentAgency).or_else(|_| case.first(Component::Issuer))?;
    let [title_at, left_at] = [title, left].map(|part| case.observed.paragraph(part.piece));
    match case.observed.medium {
        Medium::Docx => {
            let (Some(title), Some(row)) = (title_at.row, left_at.row) else {
                return Err(not_measured("không thấy hai khối cạnh nhau"));
            };
            if title.0 == row.0 && title.1 != row.1 {
                found.on(left.piece, "tên cơ quan và Quốc hiệu không ở cùng một hàng của bảng");
            }
        }
        Medium::Pdf => {
            let (Some(one), Some(other)) = (title_at.first_baseline, left_at.first_baseline) else {
                return Err(not_measured("không đo được độ cao hai dòng"));
            };
            let off = crate::units::Length::emu((one - other).to_emu().abs());
            if off > case.tolerance().level {
                found.on(left.piece, &format!("tên cơ quan và Quốc hiệu lệch nhau {}", off.display_mm()));
            }
        }
    }
    Ok(())
}
