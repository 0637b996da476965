//! A page number of a wrong size, bold or italic.

use crate::decree::Component;
use crate::decree::measured::permitted_sizes;
use crate::diagnostic::Code;
use crate::inspect::face::{allows_size, sizes};
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::numbered;

/// A page number of a wrong size, bold or italic.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P04",
        title: "số trang sai cỡ, kiểu chữ",
        about: "Số trang cỡ 13–14, kiểu chữ đứng, không đậm.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "cỡ, kiểu chữ của số trang",
    pdf: "cỡ, kiểu chữ của số trang",
    cure: "Bấm đúp vào đầu trang, chọn số trang, đặt cỡ 13 hoặc 14, bỏ đậm, bỏ nghiêng.",
    wrong: "số trang cỡ 11",
    right: "số trang cỡ 14",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let demand = permitted_sizes(Component::PageNumber);
    for (sheet, number) in numbered(case)? {
        let mut faults = Vec::new();
        if !allows_size(case, &demand, number.face.size) {
            faults.push(format!("cỡ {}", number.face.size.display_pt()));
        }
        faults.extend(number.face.is_bold.then(|| "in đậm".to_owned()));
        faults.extend(number.face.is_italic.then(|| "in nghiêng".to_owned()));
        if !faults.is_empty() {
            let message = format!("số trang {}; quy định {}, đứng, không đậm", faults.join(", "), sizes(&demand));
            found.at(&sheet.place, &message);
            break;
        }
    }
    Ok(())
}
