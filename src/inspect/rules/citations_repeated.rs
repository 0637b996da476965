//! Later citations that are not in short.

use crate::diagnostic::Code;
use crate::inspect::rule::{Case, Findings, Rule, Silence, not_measured};

/// Later citations that are not in short.
pub static RULE: Rule = Rule {
    code: Code {
        id: "ND30-C05",
        title: "viện dẫn lần sau không rút gọn",
        about: "Lần đầu viện dẫn ghi đủ; các lần sau chỉ ghi tên loại và số, ký hiệu.",
    },
    clause: "Phụ lục I, phần I, mục II, khoản 6",
    docx: "cần người đọc",
    pdf: "cần người đọc",
    check,
    ..Rule::USUAL
};

fn check(_: &Case<'_>, _: &mut Findings<'_>) -> Result<(), Silence> {
    Err(not_measured("cần người đọc: câu nào là viện dẫn lần sau"))
}
