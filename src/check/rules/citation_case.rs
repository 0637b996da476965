//! Capitals of điểm, khoản and Điều.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// Capitals of điểm, khoản and Điều.
pub const CITATION_CASE: Code = Code {
    id: "KH-0611",
    title: "viết hoa sai trong viện dẫn điều, khoản",
    about: "Viện dẫn phần, chương, mục, điều thì viết hoa chữ đầu; khoản, điểm thì không: điểm a khoản 2 Điều 5.",
};

/// Capitals of điểm, khoản and Điều.
pub static RULE: Rule = Rule {
    code: CITATION_CASE,
    level: Severity::Warning,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần V",
    about: CITATION_CASE.about,
    wrong: "mo_dau: [Thực hiện theo khoản 2 điều 5 của Luật.]",
    right: "mo_dau: [Thực hiện theo khoản 2 Điều 5 của Luật.]",
    check: |case, found| language::report(case, Fault::CitationCase, &RULE, found),
};
