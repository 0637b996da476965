//! Tabs, runs of spaces or empty paragraphs that serve as layout.

use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// Tabs, runs of spaces or empty paragraphs that serve as layout.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-B07",
        title: "dàn trang bằng dấu cách, Tab, dòng trống",
        about: "Thụt đầu dòng, khoảng cách đoạn nên đặt trong hộp Đoạn, không gõ dấu cách, Tab hay Enter.",
    },
    basis: Basis::Practice,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "Tab, dãy dấu cách, đoạn trống giữa nội dung",
    cure: "Xóa Tab, dấu cách, dòng trống; đặt thụt đầu dòng và khoảng cách trong hộp Đoạn (Paragraph).",
    wrong: "hai lần Enter giữa hai đoạn",
    right: "khoảng cách 6 pt giữa hai đoạn",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let body = case.body()?;
    let inner = body.get(1..).unwrap_or_default();
    let follows = |part: &&Part| {
        let above = part.piece.paragraph.checked_sub(1).and_then(|index| case.observed.paragraphs.get(index));
        above.is_some_and(|above| above.column == crate::inspect::observed::Column::Full)
    };
    let empty = |part: &&Part| case.observed.paragraph(part.piece).empty_above > 0;
    let wrong: Vec<&Part> = inner.iter().copied().filter(follows).filter(empty).collect();
    found.summed(&wrong, "có dòng trống phía trên");
    let spaced = |part: &&Part| case.observed.paragraph(part.piece).has_layout_spaces;
    let wrong: Vec<&Part> = body.iter().copied().filter(spaced).collect();
    found.summed(&wrong, "dùng Tab hoặc nhiều dấu cách để dàn chữ");
    Ok(())
}
