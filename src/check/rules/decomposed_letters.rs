//! Letters that are typed as a letter and its marks apart.

use std::sync::Arc;

use crate::check::rule::{Case, Rule};
use crate::check::words::texts;
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::source::{SourceFile, Span};
use crate::vietnamese::group_thousands;

/// Letters with their marks apart.
pub const DECOMPOSED: Code = Code {
    id: "KH-0435",
    title: "chữ gõ dấu rời",
    about: "Tệp có chữ gõ theo bảng mã Unicode tổ hợp: chữ cái và dấu là hai ký tự rời. Bản in vẫn đúng, nhưng tìm kiếm, so sánh tệp \
            và phần mềm khác có thể không nhận ra chữ. Chạy kehoach check --fix để chuyển sang Unicode dựng sẵn; ngoài các chữ ấy, tệp \
            giữ nguyên. Đặt bộ gõ ở bảng mã Unicode (dựng sẵn) thì không gặp lại.",
};

/// A file of the plan has letters that are typed as a letter and its marks.
pub static RULE: Rule = Rule {
    code: DECOMPOSED,
    level: Severity::Info,
    reason: "TCVN 6909:2001: văn bản dùng chữ Unicode; chữ dựng sẵn thì nơi nào cũng tìm được",
    about: DECOMPOSED.about,
    wrong: "mo_dau: [Giảm nghe\u{300}o.]",
    right: "mo_dau: [Giảm nghèo.]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    let mut files: Vec<&Arc<SourceFile>> = vec![&plan.place.span.file];
    for text in texts(plan) {
        if !files.iter().any(|file| Arc::ptr_eq(file, &text.span.file)) {
            files.push(&text.span.file);
        }
    }
    found.extend(files.into_iter().filter_map(finding));
}

/// One finding a file: whoever types so types the whole file so.
fn finding(file: &Arc<SourceFile>) -> Option<Diagnostic> {
    let first = Span::new(file, file.decomposed().next()?);
    let count = group_thousands(i128::try_from(file.decomposed().count()).ok()?);
    let message = format!("tệp có {count} chữ gõ dấu rời (Unicode tổ hợp), chữ đầu tiên ở đây");
    let letter = first.text().to_owned();
    let finding = Diagnostic::error(DECOMPOSED, first.clone(), message)
        .help("chạy kehoach check --fix để chuyển cả tệp sang chữ dựng sẵn")
        .fix(first, letter);
    Some(Diagnostic { severity: Severity::Info, ..finding })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_file_is_told_once() {
        let message = "lưu ý «è»: tệp có 2 chữ gõ dấu rời (Unicode tổ hợp), chữ đầu tiên ở đây";
        check(&RULE, "mo_dau: [Giảm nghe\u{300}o nghe\u{300}o.]", &[message]);
        check(&RULE, "mo_dau: [Giảm nghèo.]\r\n", &[]);
    }
}
