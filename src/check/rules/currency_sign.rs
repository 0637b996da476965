//! VNĐ.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// VNĐ.
pub const CURRENCY_SIGN: Code = Code {
    id: "KH-0608",
    title: "VNĐ",
    about: "Đơn vị tiền là đồng, ký hiệu đ, mã quốc tế VND; không có ký hiệu VNĐ.",
};

/// VNĐ.
pub static RULE: Rule = Rule {
    code: CURRENCY_SIGN,
    level: Severity::Info,
    reason: "Luật Ngân hàng Nhà nước Việt Nam: đơn vị tiền là đồng, ký hiệu quốc gia đ, ký hiệu quốc tế VND",
    about: CURRENCY_SIGN.about,
    wrong: "mo_dau: [Mỗi hộ được 5 triệu VNĐ.]",
    right: "mo_dau: [Mỗi hộ được 5 triệu đồng.]",
    check: |case, found| language::report(case, Fault::Currency, &RULE, found),
};
