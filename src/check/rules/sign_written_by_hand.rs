//! A line of a list that begins with the sign which the list gives it anyway.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::block::Block;
use crate::plan::numbering::NumberingStyle;
use crate::value::Text;

/// On paper two signs stand before the line.
pub const SIGN_TWICE: Code = Code {
    id: "KH-0360",
    title: "dấu đầu dòng in hai lần",
    about: "Danh sách và tiêu đề tự in dấu hoặc số đầu dòng, nên dấu gạch, dấu cộng, số gõ ở đầu câu được in thêm một lần nữa: \
            «- - Rà soát», «I. I. Mục đích». Xóa dấu, số ở đầu câu; muốn dấu khác thì dùng gach:, cong:, khoan: hoặc diem:, muốn số \
            khác thì dùng nhan:.",
};

/// A line of a list, or a heading, begins with a sign or a number written by hand.
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
    for line in case.plan.recipients.iter().filter_map(|line| line.text.as_ref()) {
        if line.letters().starts_with(['-', '–']) {
            let message = "dòng này tự mang dấu gạch, mà nơi nhận đã in dấu đầu dòng".to_owned();
            let finding = Diagnostic::error(SIGN_TWICE, line.span.first_line(), message).as_warning();
            found.push(finding.help("xóa dấu gạch ở đầu dòng"));
        }
    }
}

fn judge(block: &Block, has_sign: bool, found: &mut Vec<Diagnostic>) {
    if block.label.is_some() {
        return;
    }
    if let Some(heading) = block.heading.as_ref().filter(|_| block.style != Some(NumberingStyle::None)) {
        found.extend(numbered(heading, "tiêu đề", "nhan: ở cạnh muc:"));
        return;
    }
    let Some(text) = block.text.as_ref().filter(|_| has_sign) else { return };
    let letters = text.letters();
    if let Some(sign) = ["- ", "– ", "+ "].into_iter().find(|sign| letters.starts_with(sign)) {
        let message = format!("câu này tự mang dấu «{}», mà danh sách đã in dấu đầu dòng", sign.trim_end());
        let help = "xóa dấu ở đầu câu; muốn dấu khác thì dùng gach:, cong:, khoan: hoặc diem:";
        found.push(Diagnostic::error(SIGN_TWICE, text.span.first_line(), message).as_warning().help(help));
    } else if block.style.is_some_and(counts) {
        found.extend(numbered(text, "danh sách", "{nhan: \"…\", loi: …}"));
    }
}

/// Whether a list gives its lines numbers or letters, not just a sign.
fn counts(style: NumberingStyle) -> bool {
    match style {
        NumberingStyle::Dash | NumberingStyle::Plus | NumberingStyle::None => false,
        NumberingStyle::Part
        | NumberingStyle::PartInWords
        | NumberingStyle::Capital
        | NumberingStyle::Roman
        | NumberingStyle::Number
        | NumberingStyle::Decimal
        | NumberingStyle::Letter
        | NumberingStyle::LetterWithDot
        | NumberingStyle::Step => true,
    }
}

fn numbered(text: &Text, what: &str, other: &str) -> Option<Diagnostic> {
    let letters = text.letters();
    let number = number(&letters)?;
    let message = format!("câu này tự mang số «{number}», mà {what} đã in số đầu dòng");
    let help = format!("xóa số ở đầu câu; muốn số khác thì viết {other}");
    Some(Diagnostic::error(SIGN_TWICE, text.span.first_line(), message).as_warning().help(help))
}

/// The number of a part with which words begin: `I.`, `1.2.`, `a)`.
fn number(letters: &str) -> Option<&str> {
    let (word, _) = letters.split_once(' ')?;
    let (digits, has_bracket) = match word.strip_suffix('.') {
        Some(digits) => (digits, false),
        None => (word.strip_suffix(')')?, true),
    };
    let is_small = |part: &str| matches!(part.len(), 1 | 2) && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_roman = !digits.is_empty() && digits.bytes().all(|byte| b"IVX".contains(&byte));
    let mut own = digits.chars();
    let is_letter = has_bracket && own.next().is_some_and(char::is_lowercase) && own.next().is_none();
    (digits.split('.').all(is_small) || is_roman || is_letter).then_some(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn a_number_is_printed_once() {
        let message = |line: &str, number: &str, what: &str| {
            format!("cảnh báo «{line}»: câu này tự mang số «{number}», mà {what} đã in số đầu dòng")
        };
        check(&RULE, "noi_dung: [{muc: I. Yêu cầu, noi_dung: [a]}]", &[&message("I. Yêu cầu", "I.", "tiêu đề")]);
        check(&RULE, "noi_dung: [{khoan: [1.2. a, b]}]", &[&message("1.2. a", "1.2.", "danh sách")]);
        check(&RULE, "noi_dung: [{diem: [\"đ) a\"]}]", &[&message("\"đ) a\"", "đ)", "danh sách")]);
        let other = "noi_dung: [1. a, {gach: [1. a]}, {muc: 2026. a, kieu: khong, noi_dung: [b]}, {khoan: [2026. a, \"I, a\"]}]";
        check(&RULE, other, &[]);
        check(&RULE, "noi_dung: [{muc: 2. a, nhan: \"2.10.\", noi_dung: [b]}]", &[]);
    }

    #[test]
    fn a_sign_is_printed_once() {
        let message = |line: &str, sign: &str| {
            format!("cảnh báo «{line}»: câu này tự mang dấu «{sign}», mà danh sách đã in dấu đầu dòng")
        };
        check(&RULE, RULE.wrong, &[&message("\"- Rà soát.\"", "-")]);
        check(&RULE, "noi_dung: [{khoan: [\"+ a\", \"-5 độ\"]}]", &[&message("\"+ a\"", "+")]);
        check(&RULE, "trach_nhiem: [{co_quan: a, viec: [\"- b\"]}]", &[&message("\"- b\"", "-")]);
        let line = "cảnh báo «\"- a\"»: dòng này tự mang dấu gạch, mà nơi nhận đã in dấu đầu dòng";
        check(&RULE, "noi_nhan: [\"- a\", b - c]", &[line]);
        check(&RULE, "noi_dung: [\"- a\", {muc: b, noi_dung: [\"+ c\"]}]", &[]);
    }
}
