//! A căn cứ without number or day; a law with a number.

use crate::decree::Component;
use crate::diagnostic::{Code, Severity};
use crate::inspect::parts::Part;
use crate::inspect::rule::{Case, Findings, Rule, Silence};

/// A căn cứ without number or day; a law with a number.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C04",
        title: "căn cứ ghi thiếu, luật ghi số",
        about: "Căn cứ ghi tên loại, số, ký hiệu, cơ quan, ngày tháng năm, trích yếu; riêng Luật, Pháp lệnh không ghi số, ký hiệu, cơ quan.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "chữ của mỗi căn cứ",
    pdf: "chữ của mỗi căn cứ",
    cure: "Ghi đủ: «Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;».",
    wrong: "Căn cứ Nghị định của Chính phủ về công tác văn thư;",
    right: "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư;",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let all = case.every(Component::LegalBasis)?;
    let wrong: Vec<&Part> = all.iter().copied().filter(|part| is_incomplete(&part.text)).collect();
    found.summed(&wrong, "là căn cứ thiếu số, ký hiệu hoặc ngày tháng năm");
    let laws: Vec<&Part> = all.iter().copied().filter(|part| is_numbered_law(&part.text)).collect();
    found.summed_as(Severity::Info, &laws, "dẫn luật kèm số; Nghị định không ghi số, ký hiệu của Luật, Pháp lệnh");
    Ok(())
}

/// Kinds of document that a căn cứ cites with number and day.
const NUMBERED: [&str; 9] = [
    "Nghị định ",
    "Nghị quyết ",
    "Quyết định ",
    "Thông tư ",
    "Chỉ thị ",
    "Kế hoạch ",
    "Công văn ",
    "Hướng dẫn ",
    "Chương trình ",
];

/// Whether one document is cited without its number or its day.
fn is_incomplete(text: &str) -> bool {
    let Some(cited) = text.strip_prefix("Căn cứ ") else { return false };
    let is_one = NUMBERED.iter().any(|kind| cited.starts_with(kind));
    let has_number = cited
        .split_whitespace()
        .any(|word| word.contains('/') && word.starts_with(|letter: char| letter.is_ascii_digit()));
    let has_day = cited.contains("ngày") || cited.matches('/').count() > 2;
    let names_blank = cited.contains('…') || cited.contains("...");
    is_one && !names_blank && (!has_number && cited.contains(" của ") || has_number && !has_day)
}

/// Whether a law is cited with its number.
fn is_numbered_law(text: &str) -> bool {
    let cited = text.strip_prefix("Căn cứ ").unwrap_or_default();
    let is_law = ["Luật ", "Bộ luật ", "Pháp lệnh "].iter().any(|kind| cited.starts_with(kind));
    is_law && cited.split_whitespace().take(14).any(|word| word.contains("/QH") || word.contains("/UBTVQH"))
}
