//! A capital behind a semicolon.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A capital behind a semicolon.
pub const CAPITAL_AFTER_SEMICOLON: Code = Code {
    id: "KH-0616",
    title: "viết hoa sau dấu chấm phẩy",
    about: "Sau dấu chấm phẩy câu chưa hết, nên chữ tiếp theo viết thường, trừ tên riêng.",
};

/// A capital behind a semicolon.
pub static RULE: Rule = Rule {
    code: CAPITAL_AFTER_SEMICOLON,
    level: Severity::Info,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần I: viết hoa vì phép đặt câu",
    about: CAPITAL_AFTER_SEMICOLON.about,
    wrong: "mo_dau: [Rà soát hộ nghèo theo chuẩn mới từng quý; Tổ chức đối thoại với người dân.]",
    right: "mo_dau: [Rà soát hộ nghèo theo chuẩn mới từng quý; tổ chức đối thoại với người dân.]",
    check: |case, found| language::report(case, Fault::CapitalAfterSemicolon, &RULE, found),
};
