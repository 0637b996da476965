//! A small letter of a type of document before its number.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A small letter of a type of document before its number.
pub const DOCUMENT_TYPE_SMALL: Code = Code {
    id: "KH-0612",
    title: "tên loại văn bản viết thường trước số",
    about: "Tên loại của một văn bản cụ thể viết hoa chữ đầu: Nghị quyết số 12/NQ-HĐND.",
};

/// A small letter of a type of document before its number.
pub static RULE: Rule = Rule {
    code: DOCUMENT_TYPE_SMALL,
    level: Severity::Info,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần V",
    about: DOCUMENT_TYPE_SMALL.about,
    wrong: "mo_dau: [Cụ thể hóa nghị quyết số 12/NQ-HĐND của Hội đồng nhân dân xã.]",
    right: "mo_dau: [Cụ thể hóa Nghị quyết số 12/NQ-HĐND của Hội đồng nhân dân xã.]",
    check: |case, found| language::report(case, Fault::DocumentTypeCase, &RULE, found),
};
