//! Findings that a plan sets aside (bỏ qua): which rule, where, and why.

use crate::record;
use crate::value::Name;

record! {
    /// A finding that a plan sets aside.
    pub group Waiver, WAIVER = "waiver", "điều bỏ qua";
    /// The code of the finding.
    required CODE code: Option<Name> = "ma", "Mã", "Mã của thông báo, như in trong ngoặc vuông.", "KH-0301";
    /// Words of the line that the finding points to.
    required WORDS words: Option<Name> = "tai", "Chỗ", "Vài chữ chép đúng từ dòng mà thông báo chỉ vào, đủ để không lẫn với dòng khác.", "\"ghi: {ho_giam: 7.449}\"";
    /// Why it is right as it is.
    required REASON reason: Option<Name> = "ly_do", "Lý do", "Vì sao giữ nguyên; lý do được in trong kết quả kiểm tra.", "giữ đúng số của văn bản đã ban hành";
}
