//! Capitals inside the name of an agency.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// Capitals inside the name of an agency.
pub const AGENCY_CAPITALS: Code = Code {
    id: "KH-0610",
    title: "tên cơ quan viết hoa thừa",
    about: "Tên cơ quan chỉ viết hoa chữ đầu của tên loại và của mỗi cụm từ chỉ chức năng, lĩnh vực: Ủy ban nhân \
            dân, Sở Giáo dục và Đào tạo.",
};

/// Capitals inside the name of an agency.
pub static RULE: Rule = Rule {
    code: AGENCY_CAPITALS,
    level: Severity::Warning,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần III, mục 2",
    about: AGENCY_CAPITALS.about,
    wrong: "mo_dau: [Ủy Ban Nhân Dân xã ban hành Kế hoạch như sau.]",
    right: "mo_dau: [Ủy ban nhân dân xã ban hành Kế hoạch như sau.]",
    check: |case, found| language::report(case, Fault::AgencyCapitals, &RULE, found),
};
