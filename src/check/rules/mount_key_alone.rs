//! Keys that choose what is printed, where nothing is.

use crate::check::rule::{Case, Rule};
use crate::check::trees::every_block;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::{COLUMNS, COUNTING, FORM, GROUP, MOUNT, PART_STYLE, PICK};

/// A part of the body says what to print, or how, but prints no data.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "khóa không có tác dụng là khóa viết nhầm chỗ",
    about: "Các khóa nhom, chon, dang, kieu_phan, cot, stt nói in dữ liệu nào và in thế nào, nên phải đi cùng khóa in.",
    wrong: "noi_dung: [{loi: Câu., dang: bang}]",
    right: "noi_dung: [{in: chi_tieu, dang: bang}]\nchi_tieu: {a: {loi: A}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for block in every_block(case.plan).into_iter().filter(|block| !block.place.has(MOUNT.name())) {
        let keys = [GROUP.name(), PICK.name(), FORM.name(), PART_STYLE.name(), COLUMNS.name(), COUNTING.name()];
        for key in keys {
            if let Some(span) = block.place.key(key) {
                let message = format!("«{key}» chỉ dùng cùng «{}»", MOUNT.name());
                let help = format!("thêm {}: {}", MOUNT.name(), MOUNT.key.example);
                found.push(Diagnostic::error(Code::Incompatible, span.clone(), message).help(help));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_key_is_found() {
        let both = ["lỗi «nhom»: «nhom» chỉ dùng cùng «in»", "lỗi «dang»: «dang» chỉ dùng cùng «in»"];
        check(&RULE, "noi_dung: [{loi: a, dang: bang, nhom: b}]", &both);
        let inside = "trach_nhiem: [{co_quan: a, viec: [{loi: B, gach: [{loi: C, chon: [x]}]}]}]";
        check(&RULE, inside, &["lỗi «chon»: «chon» chỉ dùng cùng «in»"]);
    }
}
