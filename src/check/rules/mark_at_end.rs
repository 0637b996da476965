//! A mark behind words that have none on paper: the trích yếu, the seat.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::value::Text;

/// A mark at the end of the trích yếu or of the seat.
pub const MARK_AT_END: Code = Code {
    id: "KH-0482",
    title: "thừa dấu ở cuối",
    about: "Trích yếu không có dấu ở cuối; sau địa danh chương trình tự in dấu phẩy. Xóa dấu ở cuối.",
};

/// The trích yếu or the seat ends with a mark.
pub static RULE: Rule = Rule {
    code: MARK_AT_END,
    level: Severity::Warning,
    reason: "Phụ lục I, phần I, mục II, khoản 4 và khoản 5",
    about: MARK_AT_END.about,
    wrong: "trich_yeu: Giảm nghèo năm 2026.",
    right: "trich_yeu: Giảm nghèo năm 2026",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let plan = case.plan;
    for (text, what) in [(&plan.subject, "trích yếu"), (&plan.seat, "địa danh")] {
        found.extend(text.as_ref().and_then(|text| finding(text, what)));
    }
}

fn finding(text: &Text, what: &str) -> Option<Diagnostic> {
    let letters = text.letters();
    // Three points tell that words go on.
    let mark = letters.chars().next_back().filter(|mark| matches!(mark, '.' | ',' | ';' | ':'))?;
    if letters.ends_with("...") {
        return None;
    }
    let message = format!("{what} thừa dấu «{mark}» ở cuối");
    Some(Diagnostic::error(MARK_AT_END, text.span.first_line(), message).as_warning().help("xóa dấu ấy"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn no_mark_stands_at_the_end() {
        check(&RULE, RULE.wrong, &["cảnh báo «Giảm nghèo năm 2026.»: trích yếu thừa dấu «.» ở cuối"]);
        check(&RULE, "dia_danh: \"Tân Thuận,\"", &["cảnh báo «\"Tân Thuận,\"»: địa danh thừa dấu «,» ở cuối"]);
        check(&RULE, "trich_yeu: Giảm nghèo...\ndia_danh: Tân Thuận", &[]);
    }
}
