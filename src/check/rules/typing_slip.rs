//! Slips of typists: a word that is right by itself, and never meant there.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// Slips of typists: a word that is right by itself, and never meant there.
pub const TYPING_SLIP: Code = Code {
    id: "KH-0602",
    title: "từ có vẻ gõ nhầm",
    about: "Từ này đúng chính tả nhưng không ai dùng ở chỗ ấy: «lòng ghép» là «lồng ghép», «bảo lũ» là «bão lũ». \
            Sửa lại theo gợi ý.",
};

/// Slips of typists: a word that is right by itself, and never meant there.
pub static RULE: Rule = Rule {
    code: TYPING_SLIP,
    level: Severity::Warning,
    reason: "máy soát chính tả không thấy từ gõ nhầm thành một từ khác",
    about: TYPING_SLIP.about,
    wrong: "mo_dau: [Lòng ghép các nguồn vốn trên địa bàn.]",
    right: "mo_dau: [Lồng ghép các nguồn vốn trên địa bàn.]",
    check: |case, found| language::report(case, Fault::Slip, &RULE, found),
};
