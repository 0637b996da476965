//! Traces of drafting in a document that is to be issued.

use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// Traces of drafting in a document that is to be issued.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-X03",
        title: "dấu vết dự thảo trong bản chính thức",
        about: "Bản ban hành không còn chữ DỰ THẢO, hình mờ, chỗ trống, ghi chú, thay đổi chưa chấp nhận.",
    },
    basis: Basis::Practice,
    is_for_final: true,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    docx: "DỰ THẢO, hình mờ, chỗ chờ điền, ghi chú, thay đổi chưa chấp nhận",
    pdf: "DỰ THẢO, hình mờ, chỗ chờ điền",
    cure: "Thẻ Xem lại (Review): Chấp nhận tất cả (Accept All), Xóa mọi ghi chú (Delete All Comments); xóa DỰ THẢO, hình mờ, chỗ chờ điền.",
    wrong: "còn 3 ghi chú",
    right: "không còn ghi chú",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let traits = &case.observed.traits;
    let mut faults = Vec::new();
    faults.extend(case.parts.has_draft_mark.then(|| "chữ DỰ THẢO".to_owned()));
    if let Some(words) = traits.watermark.as_ref().filter(|_| !case.parts.has_draft_mark) {
        faults.push(format!("hình mờ «{}»", crate::vietnamese::shortened(words)));
    }
    faults.extend((traits.comments > 0).then(|| format!("{} ghi chú", traits.comments)));
    faults.extend((traits.tracked_changes > 0).then(|| format!("{} thay đổi chưa chấp nhận", traits.tracked_changes)));
    let blanks =
        case.observed.paragraphs.iter().filter(|paragraph| {
            ["[CẦN", "[cần", "[Cần", "???", "xxx"].iter().any(|mark| paragraph.text.contains(mark))
        });
    let blanks = blanks.count();
    faults.extend((blanks > 0).then(|| format!("{blanks} chỗ chờ điền")));
    if !faults.is_empty() {
        found.in_file(&format!("bản chính thức còn {}", faults.join(", ")));
    }
    Ok(())
}
