//! «nhân dân» that means the people.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// «nhân dân» that means the people.
pub const PEOPLE_SMALL: Code = Code {
    id: "KH-0615",
    title: "Nhân dân viết thường",
    about: "«Nhân dân» đứng một mình, chỉ người dân, viết hoa; trong tên cơ quan thì không: Ủy ban nhân dân, Hội \
            đồng nhân dân.",
};

/// «nhân dân» that means the people.
pub static RULE: Rule = Rule {
    code: PEOPLE_SMALL,
    level: Severity::Info,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần V",
    about: PEOPLE_SMALL.about,
    wrong: "mo_dau: [Tuyên truyền trong các tầng lớp nhân dân.]",
    right: "mo_dau: [Tuyên truyền trong các tầng lớp Nhân dân.]",
    check: |case, found| language::report(case, Fault::PeopleSmall, &RULE, found),
};
