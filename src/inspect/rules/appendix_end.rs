//! No short rule under «(Kèm theo …)», or no ./. at the end of an appendix.

use crate::decree::Component;
use crate::diagnostic::Code;
use crate::inspect::parts::Part;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// No short rule under «(Kèm theo …)», or no ./. at the end of an appendix.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-A07",
        title: "đường kẻ, dấu kết thúc của phụ lục",
        about: "Mẫu của Nghị định có đường kẻ ngắn dưới dòng «Kèm theo» và «./.» ở cuối phụ lục.",
    },
    basis: Basis::Sample,
    clause: "Phụ lục I, phần I, mục III, khoản 1",
    docx: "đường kẻ dưới dòng «Kèm theo», chữ cuối của phụ lục",
    pdf: "đường kẻ dưới dòng «Kèm theo», chữ cuối của phụ lục",
    cure: "Chèn > Hình dạng > Đường thẳng (Insert > Shapes > Line), giữ phím Shift khi kéo, đặt màu đen, nét liền 0,75 pt.",
    wrong: "không có đường kẻ",
    right: "đường kẻ ngắn dưới «(Kèm theo …)»",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    case.every(Component::AppendixNumber)?;
    let (mut bare, mut open): (Vec<&Part>, Vec<&Part>) = (Vec::new(), Vec::new());
    for own in case.parts.by_appendix() {
        let reference = own.iter().copied().rfind(|part| part.component == Component::AppendixReference);
        bare.extend(reference.filter(|part| case.observed.paragraph(part.piece).rule.is_none()));
        let last = own.iter().copied().rfind(|part| matches!(part.component, Component::BodyText | Component::EndMark));
        // An appendix that ends in a table may leave it out.
        let next = |part: &Part| case.observed.paragraphs.get(part.piece.paragraph + 1);
        let is_before_table =
            |part: &Part| next(part).is_some_and(|next| next.column != crate::inspect::observed::Column::Full);
        open.extend(last.filter(|part| !part.text.ends_with("/.") && !is_before_table(part)));
    }
    if case.observed.traits.loose_rules == 0 {
        found.summed(&bare, "không có đường kẻ ngắn bên dưới");
    }
    found.summed(&open, "là đoạn cuối của phụ lục, thiếu «./.»");
    Ok(())
}
