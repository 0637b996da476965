//! An appendix whose pages are not counted anew.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence};
use crate::inspect::sheets::{appendix_sheets, numbered};

/// An appendix whose pages are not counted anew.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P07",
        title: "phụ lục không đánh số trang riêng",
        about: "Số trang của mỗi phụ lục được đánh riêng, bắt đầu từ 1.",
    },
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "phụ lục bắt đầu phần (section) riêng, đánh số từ 1",
    pdf: "số ở các trang của phụ lục",
    cure: "Đặt con trỏ trước phụ lục, mở thẻ Bố cục (Layout) > Ngắt (Breaks) > Trang kế (Next Page), rồi Định dạng số trang (Format Page Numbers) > Bắt đầu từ (Start at) 1.",
    wrong: "phụ lục tiếp tục ở trang 7",
    right: "phụ lục bắt đầu lại từ trang 1",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let starts = appendix_sheets(case)?;
    numbered(case)?;
    let sheets = &case.observed.sheets;
    let numbers: Vec<_> = case.parts.everywhere(Component::AppendixNumber).collect();
    for (nth, &start) in starts.iter().enumerate() {
        let sheet = &sheets[start];
        let fault = match case.observed.medium {
            Medium::Docx => {
                let is_first = numbers.get(nth).is_none_or(|part| part.piece.paragraph == sheet.paragraphs.start);
                (!is_first || sheet.restart != Some(1))
                    .then(|| "số trang của phụ lục không bắt đầu lại từ 1".to_owned())
            }
            Medium::Pdf => {
                let value = |index: usize| sheets.get(index).and_then(|sheet| sheet.number.as_ref()?.value);
                let own = value(start).filter(|&value| value != 1);
                let next = value(start + 1).filter(|&value| value != 2 && !starts.contains(&(start + 1)));
                own.or(next)
                    .map(|value| format!("phụ lục có trang mang số {value}; số trang của phụ lục bắt đầu lại từ 1"))
            }
        };
        if let Some(fault) = fault {
            found.at(&sheet.place, &fault);
            break;
        }
    }
    Ok(())
}
