//! A PDF without its typefaces or its language.

use crate::diagnostic::Code;
use crate::inspect::rule::{Basis, Case, Findings, Rule, Silence};

/// A PDF without its typefaces or its language.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-E02",
        title: "PDF thiếu phông, ngôn ngữ",
        about: "PDF nên có phông nhúng và ngôn ngữ vi-VN, để tìm, chép và lưu trữ lâu dài.",
    },
    basis: Basis::Practice,
    is_for_final: true,
    clause: "thông lệ văn phòng; Nghị định không quy định",
    pdf: "phông nhúng, ngôn ngữ",
    cure: "Xuất lại PDF từ Word: Tệp (File) > Lưu dưới dạng (Save As) > PDF, chọn PDF/A trong Tùy chọn (Options).",
    wrong: "PDF không nhúng phông",
    right: "PDF/A có phông nhúng",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let traits = &case.observed.traits;
    let mut faults = Vec::new();
    faults.extend(
        (!traits.not_embedded.is_empty()).then(|| format!("phông {} không nhúng", traits.not_embedded.join(", "))),
    );
    faults.extend(traits.language.is_none().then(|| "không ghi ngôn ngữ".to_owned()));
    if !faults.is_empty() {
        found.in_file(&format!("tệp PDF {}", faults.join(", ")));
    }
    Ok(())
}
