//! A deadline where no words stand that it could close.

use super::keys_without_effect::WITHOUT_EFFECT;
use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Diagnostic, Severity};
use crate::plan::{block, duty};
use crate::value::Place;

/// A part of the body or a duty has a deadline, but no words that it closes.
pub static RULE: Rule = Rule {
    code: WITHOUT_EFFECT,
    level: Severity::Error,
    reason: "thời hạn được in ở cuối lời của việc",
    about: "Khóa thoi_han in ở cuối khóa loi của cùng chỗ ấy: «…, hoàn thành trước ngày …». Thêm loi; việc ở danh sách viec thì \
            ghi thời hạn ở từng việc; chỗ in dữ liệu thì viết thời hạn trong dữ liệu.",
    wrong: "trach_nhiem: [{co_quan: a, viec: [Rà soát.], thoi_han: {nam: 2026}}]",
    right: "trach_nhiem: [{co_quan: a, viec: [{loi: Rà soát., thoi_han: {nam: 2026}}]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for block in every_block(case.plan) {
        judge(
            &block.place,
            block::DEADLINE.name(),
            block::TEXT.name(),
            "thêm «loi» nói việc phải làm, hoặc xóa khóa này",
            found,
        );
        let (deadline, mount) = (block::DEADLINE.name(), block::MOUNT.name());
        if block.text.is_some()
            && let Some(span) = block.place.key(deadline).filter(|_| block.place.has(mount))
        {
            let message = format!("«{deadline}» không đi cùng «{mount}»: nó khép lại lời trước dữ liệu");
            let help = "viết thời hạn trong dữ liệu, hoặc trong lời";
            found.push(Diagnostic::error(WITHOUT_EFFECT, span.clone(), message).help(help));
        }
    }
    for duty in &case.plan.responsibilities {
        let help = "ghi thời hạn ở từng việc: {loi: Rà soát., thoi_han: {quy: IV/2026}}; hoặc xóa khóa này";
        judge(&duty.place, duty::DEADLINE.name(), duty::TEXT.name(), help, found);
    }
}

fn judge(place: &Place, deadline: &str, text: &str, help: &str, found: &mut Vec<Diagnostic>) {
    if let Some(span) = place.key(deadline).filter(|_| !place.has(text)) {
        let message = format!("«{deadline}» chỉ in ở cuối «{text}», mà ở đây không có");
        found.push(Diagnostic::error(WITHOUT_EFFECT, span.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn deadlines_close_words() {
        let message = "lỗi «thoi_han»: «thoi_han» chỉ in ở cuối «loi», mà ở đây không có";
        check(&RULE, "noi_dung: [{muc: M, thoi_han: {nam: 2026}, gach: [Ý.]}]", &[message]);
        check(&RULE, "trach_nhiem: [{co_quan: a, viec: [A.], thoi_han: {nam: 2026}}]", &[message]);
        check(&RULE, "noi_dung: [{muc: M, loi: L, thoi_han: {nam: 2026}}]", &[]);
        check(&RULE, "trach_nhiem: [{co_quan: a, loi: A, thoi_han: {nam: 2026}}]", &[]);
        let mounted =
            "noi_dung: [{loi: L, in: chi_tieu, dang: mot_doan, thoi_han: {nam: 2026}}]\nchi_tieu: {a: {loi: A}}";
        let message = "lỗi «thoi_han»: «thoi_han» không đi cùng «in»: nó khép lại lời trước dữ liệu";
        check(&RULE, mounted, &[message]);
    }
}
