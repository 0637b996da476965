//! Purposes and demands that a body tree leaves out.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::whole::{CONTENT, DEMANDS, PURPOSES};

/// A plan with a body tree has purposes or demands besides, which only the usual outline prints.
pub static RULE: Rule = Rule {
    code: Code::Incompatible,
    level: Severity::Error,
    reason: "điều đã viết mà không in thì người đọc không biết",
    about: "Các khóa muc_dich và yeu_cau chỉ được in khi kế hoạch không tự viết noi_dung. Chuyển lời vào noi_dung, hoặc bỏ noi_dung.",
    wrong: "muc_dich: Giảm số hộ nghèo.\nnoi_dung: [Câu.]",
    right: "noi_dung: [{muc: Mục đích, noi_dung: [Giảm số hộ nghèo.]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    if plan.content.is_empty() {
        return;
    }
    for (key, texts) in [(PURPOSES.name(), &plan.purposes), (DEMANDS.name(), &plan.demands)] {
        if !texts.is_empty() {
            let content = CONTENT.name();
            let message = format!("«{key}» không được in vì kế hoạch có «{content}»");
            let help = format!("chuyển lời này vào «{content}», hoặc bỏ «{content}»");
            found.push(Diagnostic::error(Code::Incompatible, plan.place.of(key), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn both_are_found() {
        let both = [
            "lỗi «muc_dich»: «muc_dich» không được in vì kế hoạch có «noi_dung»",
            "lỗi «yeu_cau»: «yeu_cau» không được in vì kế hoạch có «noi_dung»",
        ];
        check(&RULE, "muc_dich: A\nyeu_cau: [B, C]\nnoi_dung: [Câu.]", &both);
        check(&RULE, "muc_dich: A\nyeu_cau: [B, C]", &[]);
    }
}
