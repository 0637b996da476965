//! A capital of tỉnh, huyện, xã in mid-sentence.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};
use crate::language::Fault;

/// A capital of tỉnh, huyện, xã in mid-sentence.
pub const UNIT_CAPITAL: Code = Code {
    id: "KH-0613",
    title: "tỉnh, xã viết hoa giữa câu",
    about: "Tên đơn vị hành chính gồm danh từ chung viết thường và tên riêng viết hoa: tỉnh Quảng Ngãi, xã Bình \
            Minh.",
};

/// A capital of tỉnh, huyện, xã in mid-sentence.
pub static RULE: Rule = Rule {
    code: UNIT_CAPITAL,
    level: Severity::Info,
    reason: "Nghị định 30/2020/NĐ-CP, Phụ lục II, phần III, mục 1",
    about: UNIT_CAPITAL.about,
    wrong: "mo_dau: [Hộ nghèo trên địa bàn Xã Bình Minh được hỗ trợ.]",
    right: "mo_dau: [Hộ nghèo trên địa bàn xã Bình Minh được hỗ trợ.]",
    check: |case, found| language::report(case, Fault::UnitCapital, &RULE, found),
};
