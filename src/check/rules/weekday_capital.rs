//! Capitals of weekdays and of Tết.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// Capitals of weekdays and of Tết.
pub const WEEKDAY_CAPITAL: Code = Code {
    id: "KH-0614",
    title: "thứ trong tuần, ngày tết viết hoa sai",
    about: "Thứ viết hoa số: sáng thứ Hai; ngày tết viết hoa chữ đầu của tên: tết Nguyên đán, tết Trung thu.",
};

/// Capitals of weekdays and of Tết.
pub static RULE: Rule = Rule {
    code: WEEKDAY_CAPITAL,
    level: Severity::Info,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần V",
    about: WEEKDAY_CAPITAL.about,
    wrong: "mo_dau: [Tặng quà Tết Trung Thu cho trẻ em nghèo.]",
    right: "mo_dau: [Tặng quà tết Trung thu cho trẻ em nghèo.]",
    check: |case, found| language::report(case, Fault::DayCase, &RULE, found),
};
