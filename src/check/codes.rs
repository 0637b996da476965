//! Codes that several rules share.

use crate::diagnostic::Code;

/// A total that its parts do not make up.
pub const WRONG_SUM: Code = Code {
    id: "KH-0301",
    title: "tổng không khớp",
    about: "Số tổng viết ra khác với tổng tính được. Sửa số sai, hoặc xóa số tổng để chương trình tự tính.",
};
