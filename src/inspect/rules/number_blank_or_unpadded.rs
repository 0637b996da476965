//! A number that is blank, or below 10 without a zero.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::number::number_symbol;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A number that is blank, or below 10 without a zero.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-S02",
        title: "số văn bản trống, thiếu số 0",
        about: "Văn bản ban hành phải có số; số dưới 10 viết thêm số 0 ở trước: 01, 09.",
    },
    is_for_final: true,
    clause: "Phụ lục I, phần I, mục II, khoản 3",
    docx: "chữ của dòng số, ký hiệu",
    pdf: "chữ của dòng số, ký hiệu",
    cure: "Ghi số, dưới 10 thì thêm số 0: «Số: 05/KH-UBND».",
    wrong: "Số: 5/KH-UBND",
    right: "Số: 05/KH-UBND",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let part = case.first(Component::NumberSymbol)?;
    let line = number_symbol(&part.text);
    match line.value() {
        None => found.on(part.piece, "văn bản chưa có số"),
        Some(value) if value < 10 && line.number.chars().take_while(char::is_ascii_digit).count() < 2 => {
            found.on(part.piece, &format!("số «{}» dưới 10 thiếu số 0 ở trước; viết «0{value}»", line.number));
        }
        Some(_) => {}
    }
    Ok(())
}
