//! A day or month padded where it is not, or not where it is.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A day or month padded where it is not, or not where it is.
pub const DATE_PADDING: Code = Code {
    id: "KH-0606",
    title: "số 0 của ngày, tháng không đúng chỗ",
    about: "Ngày dưới 10 và tháng 1, tháng 2 viết thêm số 0 ở trước; từ tháng 3 đến tháng 9 thì không: \
            05/3/2026, 15/02/2026.",
};

/// A day or month padded where it is not, or not where it is.
pub static RULE: Rule = Rule {
    code: DATE_PADDING,
    level: Severity::Warning,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục I, phần I, mục II, khoản 4",
    about: DATE_PADDING.about,
    wrong: "mo_dau: [Hoàn thành trước ngày 15/03/2026.]",
    right: "mo_dau: [Hoàn thành trước ngày 15/3/2026.]",
    check: |case, found| language::report(case, Fault::DatePadding, &RULE, found),
};
