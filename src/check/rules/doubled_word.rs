//! A word or two written twice.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A word or two written twice.
pub const DOUBLED_WORD: Code = Code {
    id: "KH-0603",
    title: "từ viết lặp",
    about: "Một từ, hoặc một cụm từ, đứng hai lần liền nhau. Xóa một lần. Từ láy và những chỗ lặp có nghĩa \
            («ngày ngày», «tổ chức tổ chức thực hiện») không bị xét.",
};

/// A word or two written twice.
pub static RULE: Rule = Rule {
    code: DOUBLED_WORD,
    level: Severity::Warning,
    reason: "chữ lặp là dấu vết của cắt dán",
    about: DOUBLED_WORD.about,
    wrong: "mo_dau: [Nhiệm vụ của của từng cơ quan như sau.]",
    right: "mo_dau: [Nhiệm vụ của từng cơ quan như sau.]",
    check: |case, found| language::report(case, Fault::DoubledWord, &RULE, found),
};
