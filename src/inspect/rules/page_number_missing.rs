//! Pages without a number.

use crate::decree::measured::LETTERS_OF_TWO_PAGES;
use crate::diagnostic::Code;
use crate::inspect::observed::Medium;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable, not_measured};
use crate::inspect::sheets::{appendix_sheets, letters_on};

/// Pages without a number.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-P01", title: "thiếu số trang", about: "Văn bản từ hai trang trở lên phải đánh số trang."
    },
    clause: "Phụ lục I, phần I, mục I",
    docx: "trường số trang ở đầu trang của từng phần (section)",
    pdf: "số ở mọi trang từ trang 2",
    cure: "Mở thẻ Chèn (Insert) > Số trang (Page Number) > Đầu trang (Top of Page), chọn kiểu ở giữa; trong thẻ Đầu trang và Chân trang đánh dấu Trang đầu khác (Different First Page).",
    wrong: "văn bản ba trang không có số trang",
    right: "trang 2, trang 3 có số ở đầu trang",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let sheets = &case.observed.sheets;
    if case.observed.medium == Medium::Docx {
        let without: Vec<_> = sheets.iter().filter(|sheet| sheet.number.is_none()).collect();
        let Some(long) = without.iter().find(|sheet| letters_on(case, sheet) > LETTERS_OF_TWO_PAGES) else {
            let is_unsure = without.len() == sheets.len();
            return if is_unsure {
                Err(not_measured("không chắc văn bản dài hơn một trang"))
            } else {
                Ok(())
            };
        };
        found.at(&long.place, "văn bản dài hơn một trang mà không có số trang");
        return Ok(());
    }
    if sheets.len() < 2 {
        return Err(not_applicable("văn bản chỉ có một trang"));
    }
    let starts = appendix_sheets(case).unwrap_or_default();
    let is_without = |index: &usize| sheets[*index].number.is_none() && !sheets[*index].paragraphs.is_empty();
    let without: Vec<_> = (1..sheets.len()).filter(|index| !starts.contains(index)).filter(is_without).collect();
    if let Some(&first) = without.first() {
        let pages: Vec<_> = without.iter().map(|index| (index + 1).to_string()).collect();
        found.at(&sheets[first].place, &format!("không có số trang ở trang {}", pages.join(", ")));
    }
    Ok(())
}
