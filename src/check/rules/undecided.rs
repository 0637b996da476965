//! What a clerk still has to decide, as a comment says where it stands.

use std::sync::Arc;

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::Status;
use crate::source::{SourceFile, Span};

/// Something is still to be decided.
pub const UNDECIDED: Code = Code {
    id: "KH-0480",
    title: "chỗ còn phải quyết",
    about: "Lời ghi chú «# CẦN QUYẾT: …» đánh dấu điều mà người soạn còn phải quyết; `kehoach new --from` viết lời ấy ở mọi chỗ \
            chép từ kế hoạch năm trước mà chương trình không tự quyết được. Quyết xong thì xóa lời ghi chú. Bản dự thảo chỉ được \
            nhắc; bản trình ký, bản ban hành thì không còn chỗ nào như vậy.",
};

/// A comment says that something is still to be decided.
pub static RULE: Rule = Rule {
    code: UNDECIDED,
    level: Severity::Error,
    reason: "điều chép từ năm trước mà chưa ai quyết thì chưa phải là điều của kế hoạch này",
    about: UNDECIDED.about,
    wrong: "trang_thai: trinh_ky\nmuc_dich: Giảm nghèo.\n# CẦN QUYẾT: câu dưới có «năm 2025», kế hoạch này là năm 2026\nyeu_cau: Xong trong năm 2025.",
    right: "trang_thai: trinh_ky\nmuc_dich: Giảm nghèo.\nyeu_cau: Xong trong năm 2026.",
    check,
};

/// How such a comment begins, behind its `#`.
pub const MARK: &str = "CẦN QUYẾT";

/// The comments of a file that say what is still to be decided, each with its words.
///
/// What stands in a quoted sentence is found too: there it would be printed.
pub fn marks(file: &Arc<SourceFile>) -> Vec<(Span, String)> {
    let mut found = Vec::new();
    if !file.text.contains(MARK) {
        return found;
    }
    let mut start = 0;
    for line in file.text.split_inclusive('\n') {
        if let Some((at, words)) = mark(line) {
            let end = line.trim_end().len();
            found.push((Span::new(file, start + at..start + end), words.to_owned()));
        }
        start += line.len();
    }
    found
}

/// Where a line marks something, and with which words.
fn mark(line: &str) -> Option<(usize, &str)> {
    line.match_indices('#').find_map(|(at, sign)| {
        let begins = line[..at].chars().next_back().is_none_or(char::is_whitespace);
        let rest = line[at + sign.len()..].trim_start_matches([' ', '\t', '#']).strip_prefix(MARK)?;
        let is_whole = !rest.starts_with(char::is_alphanumeric);
        (begins && is_whole).then(|| (at, rest.trim_start_matches([':', ' ']).trim_end()))
    })
}

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for (span, words) in marks(&case.plan.place.span.file) {
        let message = match words.as_str() {
            "" => "còn phải quyết chỗ này".to_owned(),
            words => format!("còn phải quyết: {words}"),
        };
        let help = format!("sửa ở ngay dưới hoặc giữ nguyên, rồi xóa lời ghi chú «# {MARK}»");
        let finding = Diagnostic::error(UNDECIDED, span, message).help(help);
        found.push(if case.status == Status::Draft { finding.as_warning() } else { finding });
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn each_mark_is_found_until_it_is_taken_out() {
        let plan = "# CẦN QUYẾT: tháng\nmuc_dich:\n  # CẦN QUYẾT: số hộ\n  - Giúp 12 hộ.\n  - Giúp dân. # CẦN QUYẾT\n";
        let found = [
            "cảnh báo «# CẦN QUYẾT: tháng»: còn phải quyết: tháng",
            "cảnh báo «# CẦN QUYẾT: số hộ»: còn phải quyết: số hộ",
            "cảnh báo «# CẦN QUYẾT»: còn phải quyết chỗ này",
        ];
        check(&RULE, plan, &found);
        check(&RULE, &plan.replace("CẦN QUYẾT", "đã quyết"), &[]);
    }

    #[test]
    fn other_words_are_no_mark() {
        for comment in ["# CẦN QUYẾTĐỊNH", "# Chỗ CẦN QUYẾT", "# cần quyết"] {
            check(&RULE, &format!("{comment}\nmuc_dich: Giảm nghèo."), &[]);
        }
    }
}
