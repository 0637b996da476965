//! A space before a mark, or none behind it.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A space before a mark, or none behind it.
pub const SPACE_MISPLACED: Code = Code {
    id: "KH-0605",
    title: "dấu cách đặt sai chỗ",
    about: "Dấu phẩy, chấm phẩy, hai chấm, dấu chấm và ngoặc đóng đứng sát chữ trước, rồi mới đến dấu cách; \
            ngoặc mở đứng sát chữ sau.",
};

/// A space before a mark, or none behind it.
pub static RULE: Rule = Rule {
    code: SPACE_MISPLACED,
    level: Severity::Warning,
    reason: "dấu câu có thể rơi xuống đầu dòng",
    about: SPACE_MISPLACED.about,
    wrong: "mo_dau: [\"Rà soát , lập danh sách hộ nghèo.\"]",
    right: "mo_dau: [\"Rà soát, lập danh sách hộ nghèo.\"]",
    check: |case, found| language::report(case, Fault::Spacing, &RULE, found),
};
