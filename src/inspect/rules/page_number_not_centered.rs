//! A page number that is not in the middle.

use crate::diagnostic::Code;
use crate::inspect::observed::{Align, Medium, Sheet};
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::numbered;
use crate::units::Length;

/// A page number that is not in the middle.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P03",
        title: "số trang không ở giữa",
        about: "Số trang canh giữa theo chiều ngang, trong phần lề trên.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "cách căn của đoạn chứa số trang",
    pdf: "từ giữa số đến giữa phần chữ",
    cure: "Mở thẻ Chèn (Insert) > Số trang (Page Number) > Đầu trang (Top of Page), chọn kiểu ở giữa; trong thẻ Đầu trang và Chân trang đánh dấu Trang đầu khác (Different First Page).",
    wrong: "số trang ở góc phải",
    right: "số trang ở giữa",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let tolerance = case.tolerance().number_center.to_emu();
    // A page that is not full of prose does not tell the middle of its text.
    let tells = |sheet: &Sheet| case.observed.medium == Medium::Docx || sheet.left.is_some() && !sheet.is_landscape;
    for (sheet, number) in numbered(case)?.into_iter().filter(|(sheet, _)| tells(sheet)) {
        let off = number.off_center.filter(|off| off.to_emu().abs() > tolerance);
        let is_off = number.off_center.is_none() && number.align.is_some_and(|align| align != Align::Center);
        if let Some(off) = off {
            let far = Length::emu(off.to_emu().abs()).display_mm();
            found.at(&sheet.place, &format!("số trang lệch {far} khỏi giữa"));
            break;
        } else if is_off {
            found.at(&sheet.place, "số trang không căn giữa");
            break;
        }
    }
    Ok(())
}
