//! Documents that the decree does not rule: one sentence, and no more.

use super::kind::Regime;
use super::rule::Case;
use crate::decree::Component;
use crate::diagnostic::{Code, Diagnostic, Severity, Site};

/// A document under other rules.
pub const OTHER_REGIME: Code = Code {
    id: "ND30-G03",
    title: "văn bản không theo Nghị định 30/2020/NĐ-CP",
    about: "Văn bản của Đảng theo Hướng dẫn của Văn phòng Trung ương Đảng, văn bản quy phạm pháp luật theo Nghị định \
            78/2025/NĐ-CP; thể thức của chúng khác, nên chương trình không đo.",
};

/// The sentence about a document that the decree does not rule; `None` for one that it does.
pub(super) fn other(case: &Case<'_>) -> Option<Diagnostic> {
    let message = match case.parts.regime {
        Regime::Administrative => return None,
        Regime::Party => "văn bản của Đảng, không theo thể thức của Nghị định 30/2020/NĐ-CP nên không đo",
        Regime::Normative => {
            "văn bản quy phạm pháp luật (số có năm ở giữa), không theo thể thức của Nghị định 30/2020/NĐ-CP nên không đo"
        }
        Regime::None if case.observed.traits.is_scanned => {
            "tệp chỉ có ảnh chụp, không có chữ, nên không đo được thể thức"
        }
        Regime::None if !case.observed.traits.legacy_fonts.is_empty() => {
            "chữ dùng mã cũ, không phải Unicode, nên không đọc được để đo thể thức; chuyển mã rồi kiểm tra lại"
        }
        Regime::None if case.parts.first(Component::NationalTitle).is_some() => {
            "có Quốc hiệu mà không có tên cơ quan, số, ký hiệu, nên không coi là văn bản hành chính để đo"
        }
        Regime::None => "không thấy Quốc hiệu và số, ký hiệu, nên không coi là văn bản hành chính để đo",
    };
    let mut finding = Diagnostic::at(OTHER_REGIME, Site::File(case.file.to_owned()), message);
    finding.severity = Severity::Info;
    Some(finding)
}
