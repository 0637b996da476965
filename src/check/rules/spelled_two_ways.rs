//! What one plan writes in two ways, though both are right.

use crate::check::language;
use crate::check::rule::Rule;
use crate::diagnostic::{Code, Severity};

/// What one plan writes in two ways, though both are right.
pub const SPELLED_TWO_WAYS: Code = Code {
    id: "KH-0617",
    title: "một văn bản hai cách viết",
    about: "Cùng một văn bản viết «hóa» và «hoá», «kỹ thuật» và «kĩ thuật», hay «hằng năm» và «hàng năm». Cách nào cũng được, \
            nhưng một văn bản chỉ nên dùng một cách. Mỗi điều được báo một lần, ở chỗ đầu tiên.",
};

/// What one plan writes in two ways, though both are right.
pub static RULE: Rule = Rule {
    code: SPELLED_TWO_WAYS,
    level: Severity::Info,
    reason: "hai cách viết trong một văn bản cho thấy nó được ghép từ nhiều nguồn",
    about: SPELLED_TWO_WAYS.about,
    wrong: "mo_dau: [Rà soát hằng năm., Báo cáo hàng năm.]",
    right: "mo_dau: [Rà soát hằng năm., Báo cáo hằng năm.]",
    check: |case, found| language::report_mixed(case, &RULE, found),
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_style_is_told_once() {
        let tones = "lưu ý «hoá»: dấu thanh đặt hai kiểu trong một văn bản: «hóa», «hoá»";
        let vowels = "lưu ý «tỉ lệ»: một từ viết hai cách trong một văn bản: «tỷ lệ», «tỉ lệ»";
        check(&RULE, "mo_dau: [Văn hóa., Văn hoá và xã hội hoá., Tăng tỷ lệ., Giảm tỉ lệ.]", &[tones, vowels]);
        let cited = "van_ban: {a: {loai: Kế hoạch, trich_yeu: xã hội hoá hàng năm}}";
        check(&RULE, &format!("mo_dau: [Văn hóa hằng năm.]\n{cited}"), &[]);
    }
}
