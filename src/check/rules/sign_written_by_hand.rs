//! A line of a list that begins with the sign which the list gives it anyway.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::Block;
use crate::plan::numbering::NumberingStyle;

/// On paper two signs stand before the line.
pub const SIGN_TWICE: Code = Code {
    id: "KH-0360",
    title: "dấu đầu dòng in hai lần",
    about: "Danh sách tự in dấu hoặc số đầu dòng, nên dấu gạch, dấu cộng gõ ở đầu câu được in thêm một lần nữa: «- - Rà soát». \
            Xóa dấu ở đầu câu; muốn dấu khác thì dùng gach:, cong:, khoan: hoặc diem:.",
};

/// A line of a list begins with a dash or a plus written by hand.
pub static RULE: Rule = Rule {
    code: SIGN_TWICE,
    level: Severity::Warning,
    reason: "hai dấu đầu dòng liền nhau là lỗi trình bày",
    about: SIGN_TWICE.about,
    wrong: "noi_dung: [{gach: [\"- Rà soát.\"]}]",
    right: "noi_dung: [{gach: [Rà soát.]}]",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    for tree in case.plan.trees() {
        tree.visit(&mut |block| judge(block, block.style.is_some_and(|style| style != NumberingStyle::None), found));
    }
    // What duties and projects hold is a list by itself.
    for tree in case.plan.inner_trees() {
        tree.visit(&mut |block| judge(block, block.style != Some(NumberingStyle::None), found));
    }
}

fn judge(block: &Block, has_sign: bool, found: &mut Vec<Diagnostic>) {
    let Some(text) = block.text.as_ref().filter(|_| has_sign && block.heading.is_none() && block.label.is_none())
    else {
        return;
    };
    let letters = text.letters();
    let Some(sign) = ["- ", "– ", "+ "].into_iter().find(|sign| letters.starts_with(sign)) else { return };
    let message = format!("câu này tự mang dấu «{}», mà danh sách đã in dấu đầu dòng", sign.trim_end());
    let help = "xóa dấu ở đầu câu; muốn dấu khác thì dùng gach:, cong:, khoan: hoặc diem:";
    found.push(Diagnostic::error(SIGN_TWICE, text.span.first_line(), message).as_warning().help(help));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_sign_is_printed_once() {
        let message = |line: &str, sign: &str| {
            format!("cảnh báo «{line}»: câu này tự mang dấu «{sign}», mà danh sách đã in dấu đầu dòng")
        };
        check(&RULE, RULE.wrong, &[&message("\"- Rà soát.\"", "-")]);
        check(&RULE, "noi_dung: [{khoan: [\"+ a\", \"-5 độ\"]}]", &[&message("\"+ a\"", "+")]);
        check(&RULE, "trach_nhiem: [{co_quan: a, viec: [\"- b\"]}]", &[&message("\"- b\"", "-")]);
        check(&RULE, "noi_dung: [\"- a\", {muc: b, noi_dung: [\"+ c\"]}]", &[]);
    }
}
