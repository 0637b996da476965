//! Syllables that cannot be Vietnamese.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// Syllables that cannot be Vietnamese.
pub const IMPOSSIBLE_SYLLABLE: Code = Code {
    id: "KH-0601",
    title: "tiếng viết không đúng",
    about: "Chữ này không ghép được thành một tiếng Việt: sai âm đầu, sai vần, sai hoặc thừa dấu thanh, hay còn \
            sót phím của bộ gõ. Gõ lại tiếng ấy. Tên riêng, từ viết tắt, từ nước ngoài không bị xét.",
};

/// Syllables that cannot be Vietnamese.
pub static RULE: Rule = Rule {
    code: IMPOSSIBLE_SYLLABLE,
    level: Severity::Warning,
    reason: "một tiếng viết sai làm người đọc nghi ngờ cả văn bản",
    about: IMPOSSIBLE_SYLLABLE.about,
    wrong: "mo_dau: [Khôngg hỗ trợ trùng lặp.]",
    right: "mo_dau: [Không hỗ trợ trùng lặp.]",
    check: |case, found| language::report(case, Fault::ImpossibleSyllable, &RULE, found),
};
