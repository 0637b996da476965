//! A decimal point, or commas between thousands.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A decimal point, or commas between thousands.
pub const DECIMAL_POINT: Code = Code {
    id: "KH-0607",
    title: "dấu thập phân, dấu hàng nghìn viết ngược",
    about: "Trong tiếng Việt dấu phẩy đứng trước phần thập phân, dấu chấm ngăn hàng nghìn: 7,5%; 1.234.567 đồng.",
};

/// A decimal point, or commas between thousands.
pub static RULE: Rule = Rule {
    code: DECIMAL_POINT,
    level: Severity::Warning,
    reason: "Nghị định 86/2012/NĐ-CP: phần thập phân viết sau dấu phẩy; viết ngược thì đọc thành số khác",
    about: DECIMAL_POINT.about,
    wrong: "mo_dau: [\"Giảm tỷ lệ hộ nghèo 7.5%.\"]",
    right: "mo_dau: [\"Giảm tỷ lệ hộ nghèo 7,5%.\"]",
    check: |case, found| language::report(case, Fault::NumberMark, &RULE, found),
};
