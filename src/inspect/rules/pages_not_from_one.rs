//! Pages that are not counted from 1.

use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable};
use crate::inspect::sheets::{appendix_sheets, numbered};

/// Pages that are not counted from 1.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P05",
        title: "số trang không bắt đầu từ 1",
        about: "Số trang đánh từ số 1; trang 1 không hiện số nên số đầu tiên nhìn thấy là 2.",
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "số bắt đầu của phần (section) đầu",
    pdf: "số ở trang 2",
    cure: "Mở thẻ Chèn (Insert) > Số trang (Page Number) > Định dạng (Format), chọn Bắt đầu từ (Start at) 1.",
    wrong: "trang thứ hai mang số 1",
    right: "trang thứ hai mang số 2",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    numbered(case)?;
    let sheets = &case.observed.sheets;
    match case.observed.medium {
        Medium::Docx => {
            if let Some((sheet, start)) =
                sheets.first().and_then(|sheet| Some((sheet, sheet.restart.filter(|&start| start != 1)?)))
            {
                found.at(&sheet.place, &format!("trang đầu mang số {start}; số trang phải bắt đầu từ 1"));
            }
        }
        Medium::Pdf => {
            let Some(second) = sheets.get(1) else { return Err(not_applicable("văn bản chỉ có một trang")) };
            let is_appendix = appendix_sheets(case).is_ok_and(|starts| starts.contains(&1));
            let value = second.number.as_ref().and_then(|number| number.value);
            if let Some(value) = value.filter(|&value| value != 2 && !is_appendix) {
                found.at(&second.place, &format!("trang thứ hai mang số {value}; phải là 2"));
            }
        }
    }
    Ok(())
}
