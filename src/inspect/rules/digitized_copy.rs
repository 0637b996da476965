//! A digitised copy.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_applicable, not_measured};

/// A digitised copy.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-E01",
        title: "bản sao số hóa",
        about: "Bản số hóa từ văn bản giấy là PDF 1.4 trở lên, ảnh màu, từ 200 dpi.",
    },
    is_for_final: true,
    clause: "Phụ lục I, phần II",
    pdf: "trang là ảnh chụp, phiên bản PDF",
    cure: "Quét lại, lưu PDF 1.4 trở lên, màu, 200 dpi.",
    wrong: "PDF 1.3",
    right: "PDF 1.4",
    check,
    ..Rule::USUAL
};

fn check(case: &Case<'_>, found: &mut Findings<'_>) -> Result<(), Silence> {
    let traits = &case.observed.traits;
    if !traits.is_scanned {
        return Err(not_applicable("tệp không phải bản quét"));
    }
    match traits.pdf_version {
        Some(version) if version < 14 => {
            found.in_file(&format!("bản quét là PDF {},{}, cần 1.4 trở lên", version / 10, version % 10))
        }
        Some(_) | None => return Err(not_measured("độ phân giải của ảnh cần người xem")),
    }
    Ok(())
}
