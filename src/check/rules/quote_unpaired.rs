//! Quotation marks without a partner, and spaces inside of them.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// Quotation marks without a partner, and spaces inside of them.
pub const QUOTE_UNPAIRED: Code = Code {
    id: "KH-0604",
    title: "dấu ngoặc kép không đủ đôi, hoặc thừa dấu cách",
    about: "Mỗi dấu ngoặc kép mở có một dấu đóng, và chữ trong ngoặc đứng sát hai dấu. Thêm dấu còn thiếu, hoặc \
            xóa dấu cách.",
};

/// Quotation marks without a partner, and spaces inside of them.
pub static RULE: Rule = Rule {
    code: QUOTE_UNPAIRED,
    level: Severity::Warning,
    reason: "không rõ lời trích bắt đầu và kết thúc ở đâu",
    about: QUOTE_UNPAIRED.about,
    wrong: "mo_dau: [Phong trào “ Vì người nghèo” năm nay.]",
    right: "mo_dau: [Phong trào “Vì người nghèo” năm nay.]",
    check: |case, found| language::report(case, Fault::Quote, &RULE, found),
};
