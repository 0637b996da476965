//! Items of the funding that stand inside each other too deep.

use crate::check::rule::{Case, Rule};
use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::plan::funding::Funding;

/// An item within an item within an item within an item.
pub const TOO_DEEP: Code = Code {
    id: "KH-0340",
    title: "khoản chi lồng quá sâu",
    about: "Khoản chi có nhiều nhất ba tầng, đánh số I, 1, a. Đưa các khoản sâu nhất lên một tầng, hoặc gộp vào khoản mẹ.",
};

/// Levels of items that have numbers of their own: I, 1, a.
const MOST: usize = 3;

/// An item of the funding stands deeper than tables and lists have numbers.
pub static RULE: Rule = Rule {
    code: TOO_DEEP,
    level: Severity::Error,
    reason: "bảng kinh phí đánh số ba tầng: I, 1, a",
    about: TOO_DEEP.about,
    wrong: "kinh_phi: {khoan: {a: {ten: A, khoan: {b: {ten: B, khoan: {c: {ten: C, khoan: {d: {ten: D, so_tien: 1 đồng}}}}}}}}}",
    right: "kinh_phi: {khoan: {a: {ten: A, khoan: {b: {ten: B, khoan: {c: {ten: C, so_tien: 1 đồng}}}}}}}",
    check,
};

fn check(case: &Case<'_>, found: &mut Vec<Diagnostic>) {
    let items = case.plan.funding.iter().flat_map(Funding::all_items);
    // What stands deeper still is one mistake with what holds it.
    for nested in items.filter(|nested| nested.within.len() == MOST) {
        let message = format!("khoản «{}» nằm ở tầng thứ tư, nhiều nhất là {MOST} tầng", nested.id.name);
        let help = "đưa khoản này lên một tầng, hoặc gộp vào khoản mẹ";
        found.push(Diagnostic::error(TOO_DEEP, nested.id.span.clone(), message).help(help));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::trial::check;

    #[test]
    fn the_item_that_is_too_deep_is_told() {
        check(&RULE, RULE.wrong, &["lỗi «d»: khoản «d» nằm ở tầng thứ tư, nhiều nhất là 3 tầng"]);
        check(&RULE, RULE.right, &[]);
    }
}
